// pipeline clean: the periodic clean-up. Proposes; carries out what a person has decided, and nothing else.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { shellWord } from '../../base/shell-word.ts';
import type { Decisions } from '../../cleanup/decision.ts';
import type { Call, Verb } from '../verb.ts';

export const clean: Verb = {
  name: 'clean',
  job: 'clean up',
  summary: 'finished deals to the archive; decide on forgotten and doubled ones',
  description: [
    'Proposes three groups: deals closed more than clean.closed_after days ago, for the archive; open ones without a',
    'sign of life for clean.forgotten_after days, to revive, close as lost or keep with a waiver; and pairs that look',
    'like one deal, to merge. At a terminal it asks; with --plan the proposal goes to a file in which a person decides,',
    'and --apply carries out exactly that: a deal that has changed since is refused (exit status 3). Nothing is lost:',
    'the archive keeps each file byte for byte, and snapshots, results and win rates still count it. What was done is',
    'written down in cleanups/.',
  ].join(' '),
  options: [
    { flags: '--quarter <period>', text: "whose clean-up it is (else today's): 2026-Q3, last-quarter" },
    { flags: '--plan <file>', text: 'write the proposal there, to decide in it' },
    { flags: '--apply <file>', text: 'carry out what was decided in such a file' },
    { flags: '--dry-run', text: 'say what would be done, and ask and change nothing' },
  ],
  examples: [
    { command: 'pipeline clean --dry-run', text: 'what there is to clean up' },
    { command: 'pipeline clean --plan clean.yaml', text: 'the same as a file to decide in' },
    { command: 'pipeline clean --apply clean.yaml --dry-run', text: 'what the decisions come to' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const applied = call.text('apply');
    if (applied !== undefined) return apply(call, applied);
    const { asksNow, decisionsAsked, propose, writePlan } = await import('../clean-propose.ts');
    const { cleanPage, cleanRecords, isAllClean } = await import('../../page/clean.ts');
    const proposed = await propose(call);
    const { view, look } = proposed;
    const file = call.text('plan');
    if (file !== undefined) await writePlan(call, file, proposed);
    const asks = file === undefined && asksNow(call) && !isAllClean(view);
    const next = asks ? undefined : { plan: file && shellWord(file) };
    await call.show({ view, page: () => cleanPage(view, look, next), records: () => cleanRecords(view) });
    const decided = asks ? await decisionsAsked(call, proposed) : undefined;
    if (asks && decided === undefined) call.note('Nothing was changed.');
    if (decided !== undefined) return carry(call, decided);
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};

async function apply(call: Call, file: string): Promise<ExitStatus> {
  if (call.text('plan') !== undefined) {
    throw new Failure('usage', '--plan and --apply exclude each other.', { hint: 'Give one of the two.' });
  }
  if (call.text('quarter') !== undefined) {
    throw new Failure('usage', '--quarter does not go with --apply.', {
      hint: 'The plan names its quarter.',
    });
  }
  const { readPlanFile } = await import('../clean-propose.ts');
  return carry(call, await readPlanFile(call, file));
}

async function carry(call: Call, decisions: Decisions): Promise<ExitStatus> {
  const { carryOutDecisions } = await import('../clean-carry.ts');
  const { cleanedPage, cleanedRecords } = await import('../../page/cleaned.ts');
  const { lookOf } = await import('../../page/look.ts');
  const { view, book } = await carryOutDecisions(call, decisions);
  await call.show({ view, page: () => cleanedPage(view, lookOf(book)), records: () => cleanedRecords(view) });
  return view.refused.length + view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
}
