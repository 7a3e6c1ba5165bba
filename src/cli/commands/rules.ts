// pipeline rules: what is in force of every rule here, and why.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const rules: Verb = {
  name: 'rules',
  job: 'keep fresh',
  summary: 'which rules hold here, how severe, by which limits, and where that is set',
  description: [
    'Every rule of pipeline check with its severity and limits in force, where stages and owner groups differ, and the line of',
    'pipeline.yaml that says so. Where a rule judges nothing, it says why: it is off, nothing is set that it could judge by,',
    'or the deals do not tell what it needs.',
  ].join(' '),
  args: [{ name: '[rules...]', text: 'only these rules' }],
  options: [
    {
      flags: '--as-of <date>',
      text: 'what they find in the newest snapshot of that day or before',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline rules', text: 'all of them' },
    { command: 'pipeline rules stale pushed', text: 'these two' },
    { command: 'pipeline rules --format json', text: 'for a program' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { rulesNamed } = await import('../../report/check-scope.ts');
    const { rulesView } = await import('../../report/rules.ts');
    const { rulesPage, rulesRecords } = await import('../../page/rules.ts');
    const { lookOf } = await import('../../page/look.ts');
    const { readSettingLines } = await import('../../book/settings-file.ts');
    rulesNamed(call.args); // a name mistyped is said before anything is read
    const book = await call.book(call.day('as-of'));
    const view = rulesView(book, call.args, await readSettingLines(book.root));
    await call.show({
      view,
      page: () => rulesPage(view, lookOf(book), book.state.reportingCurrency),
      records: () => rulesRecords(view),
    });
    return ExitStatus.done;
  },
};
