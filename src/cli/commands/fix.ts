// pipeline fix: walks a person through what is wrong, and writes each answer down at once.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { canAsk } from '../prompts.ts';
import type { Call, Verb } from '../verb.ts';

export const fix: Verb = {
  name: 'fix',
  job: 'keep fresh',
  summary: 'walk through the findings, worst first, and mend them one by one',
  description: [
    'Asks about each finding at warning or error: a new close date, the next step, what happened, the stage, who has it,',
    'what is missing, or a waiver. Each answer is written at once, so that it can be broken off and taken up again: what is',
    'mended is not asked again, what was skipped is. Of a mirrored deal, what the CRM holds goes to crm-todo/ instead, for',
    'its users; a line goes when an import shows its new value. Findings at info are asked about with --rule.',
  ].join(' '),
  options: [
    { flags: '--owner <owner>', text: 'only deals of an owner; several with commas', list: true },
    { flags: '--rule <rule>', text: 'only this rule; several with commas', list: true },
    { flags: '--dry-run', text: 'print what it would ask, with the commands that mend it' },
  ],
  examples: [
    { command: 'pipeline fix --dry-run', text: 'what it would ask' },
    { command: 'pipeline fix --owner anna --rule past-close --dry-run', text: 'of one owner, by one rule' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    if (!call.flag('dry-run')) {
      expectPerson(call);
      const { walkThrough } = await import('../fix-walk.ts');
      return walkThrough(call);
    }
    const { fixView } = await import('../../report/fix.ts');
    const { fixPage, fixRecords } = await import('../../page/fix.ts');
    const { lookOf } = await import('../../page/look.ts');
    const { mirrorOf } = await import('../fix-mirror.ts');
    const { fixCommand } = await import('../../page/fix-command.ts');
    const book = await call.book();
    const scope = { owners: call.list('owner'), rules: call.list('rule') };
    const view = fixView(book, scope, mirrorOf(book));
    await call.show({
      view,
      page: () => fixPage(view, lookOf(book), fixCommand(scope)),
      records: () => fixRecords(view),
    });
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};

function expectPerson(call: Call): void {
  if (canAsk(call) && call.formats.join() === 'table') return;
  throw new Failure('usage', 'There is nobody to ask: fix asks at a terminal.', {
    hint: 'What it would ask: pipeline fix --dry-run',
  });
}
