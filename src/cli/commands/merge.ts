// pipeline merge: several files of one deal become one.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import type { Opened } from '../../book/open.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Verb } from '../verb.ts';

export const merge: Verb = {
  name: 'merge',
  job: 'clean up',
  summary: 'make one deal of two: activities and history of both, the other goes to the archive',
  description: [
    'The first deal stays. It takes over what it lacks: fields, contacts, criteria met, and of activities and stages',
    'all that it does not have, by day. What both say differently stays as the first one has it, and is listed.',
    'The other goes to the archive with `merged_into`, waivers and source with it; in a diff it is `archived`.',
    'Both have to be open, or both won, or both lost.',
  ].join(' '),
  args: [
    { name: '<keep>', text: 'the id of the deal that stays' },
    { name: '<other...>', text: 'the ids of those that become part of it' },
  ],
  options: [{ flags: '--dry-run', text: 'say what would change, and write nothing' }],
  examples: [
    { command: 'pipeline check --rule duplicate', text: 'which deals look alike' },
    {
      command: 'pipeline merge czarna-optics-cmms czarna-optics-bi --dry-run',
      text: 'what a merge would change',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    return await call.locked(async (today) => {
      const workspace = await call.open({ today: () => today });
      const dryRun = call.flag('dry-run');
      const { files, ...facts } = await merged(workspace, call.args);
      const { mergeView } = await import('../../report/merge.ts');
      const { mergePage, mergeRecords } = await import('../../page/merge.ts');
      const { lookOf } = await import('../../page/look.ts');
      const view = mergeView({ ...facts, dryRun });
      if (!dryRun) await call.write(files, { signal: call.io.signal });
      await call.show({
        view,
        page: () => mergePage(view, lookOf(workspace.book)),
        records: () => mergeRecords(view),
      });
      return ExitStatus.done;
    });
  },
};

async function merged(workspace: Opened, ids: readonly string[]) {
  const { periodAround } = await import('../../base/period.ts');
  const { dealWithId } = await import('../../report/deal-with-id.ts');
  const { mergedFiles } = await import('../../cleanup/merged-files.ts');
  const { endsElsewhere } = await import('../../cleanup/merge.ts');
  const { dealAfter, isRefused } = await import('../../workspace/deal-changes.ts');
  const { bookWith } = await import('../../book/book-with.ts');
  const { book } = workspace;
  const { settings, root, today } = book;
  const [kept, ...others] = ids.map((id) => dealWithId(id, workspace));
  if (kept === undefined) throw new Failure('usage', 'Name the deal that stays, and the other one.');
  await refuse(kept, others, settings.sourceOfRecord);
  const { currency } = settings;
  const quarter = periodAround(today, 'quarter', settings.fiscalYearStarts).name;
  const done = mergedFiles(kept, others, quarter, { root, currency });
  if (isRefused(done))
    throw new Failure('deals-unreadable', said("It can't be merged: {reason}.", { reason: done.reason }));
  const stays = dealAfter(done.kept, currency);
  const archived = done.archived.map((changed) => dealAfter(changed, currency));
  return {
    files: done.files,
    ...{ book, kept, merges: done.merges },
    archived: archived.map(({ path }) => path),
    recordEndsWith: endsElsewhere(stays, settings.process),
    after: bookWith(workspace, settings, [stays, ...archived]),
  };
}

/** @throws Failure `usage` where two of them are not to be merged */
async function refuse(kept: Deal, others: readonly Deal[], sourceOfRecord: string): Promise<void> {
  const { objectionTo } = await import('../../cleanup/merge.ts');
  for (const [at, other] of others.entries()) {
    const twice = others.indexOf(other) < at ? other : kept;
    const objection = objectionTo(twice, other, sourceOfRecord);
    if (objection !== undefined) throw new Failure('usage', objection.reason, { hint: objection.hint });
  }
}
