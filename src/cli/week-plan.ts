// What a week comes to, short of writing: the import, the snapshot of what is then there, and the diff between that and
// the one before. All of it is written together, or nothing.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { dayValue, type Said, said } from '../base/said.ts';
import { newestTakenDay } from '../book/past.ts';
import { bookAfter } from '../crm-import/book-after.ts';
import type { FieldKey } from '../crm-import/fields.ts';
import { type ImportOutcome, importExports } from '../crm-import/import-exports.ts';
import { newestUntil } from '../snapshot/names.ts';
import { nameSnapshot } from '../snapshot/naming.ts';
import { refuseOldSource, refuseUnreadable } from '../snapshot/refuse.ts';
import { SharedRows } from '../snapshot/shared-rows.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listSnapshots, readHeader, readSnapshot } from '../snapshot/store.ts';
import { takenAt } from '../snapshot/taken-at.ts';
import { headOf } from '../workspace/git.ts';
import { importOverdue } from '../workspace/import-due.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { hasDatedPast } from './dated-past.ts';
import { importRequest } from './import-request.ts';
import { refuseReplacing } from './replaced-snapshot.ts';
import { type PlannedSnapshot, planSnapshot } from './snapshot-plan.ts';
import type { Call } from './verb.ts';

export interface PlannedWeek {
  readonly outcome: ImportOutcome;
  readonly planned: PlannedSnapshot;
  /** The newest snapshot before; undefined where this is the first. */
  readonly previous: Snapshot | undefined;
  readonly files: readonly FileChange[];
  /** Whether there is no snapshot before, and dates in the deals tell of a time before this one. */
  readonly hasPast: boolean;
}

/**
 * Plans the week. Whoever calls holds the lock.
 * @throws Failure of every kind that import and snapshot have; nothing is written then
 */
export async function planWeek(call: Call, root: string, today: Day): Promise<PlannedWeek> {
  const request = await importRequest(call, today);
  const settings = await call.settings();
  const moment = takenAt(call.io.now(), settings.timeZone);
  const second = call.flag('again') ? 'again' : call.flag('replace') ? 'replace' : 'refuse';
  const names = listSnapshots(root);
  const isTaken = (name: string) => readHeader(root, name).origin === 'taken';
  const asked = { names, today, time: moment.time, second, command: 'pipeline week EXPORT' } as const;
  const name = nameSnapshot(asked, isTaken);
  if (name.replaces) refuseReplacing(root, name.name, asked.command);
  const opened = await call.open({ today: () => today, without: name.replaces ? name.name : undefined });
  const outcome = await importExports(opened, request);
  const book = bookAfter(opened, outcome);
  if (!call.flag('allow-old-source')) {
    const old = importOverdue(book.settings, book.imports, newestTakenDay(book), today);
    if (old !== undefined) refuseOtherSystem(outcome, book.settings);
    refuseOldSource(old, book);
  }
  if (call.flag('strict')) {
    refuseUnreadable(book);
    refuseRejected(outcome);
    refuseOlder(outcome);
  }
  refuseLostColumns(outcome, new Set(call.list('keep')), call.flag('strict'));
  const before = newestUntil(book.snapshotNames, today);
  const shared = new SharedRows();
  const previous = before === undefined ? undefined : readSnapshot(root, before, shared);
  const head = headOf(root, call.io.env);
  const planned = await planSnapshot(book, {
    ...name,
    takenAt: moment,
    head: { ...head, dirty: head.dirty || (head.commit !== '' && changesDeals(outcome)) },
    message: call.text('message') ?? '',
    previous,
    shared,
    remarks: remarksOn(outcome),
  });
  const hasPast = previous === undefined && (await hasDatedPast(book, opened.archive, name.name));
  return { outcome, planned, previous, files: [...outcome.files, planned.change], hasPast };
}

/** @throws Failure `import-overdue` where the export is of another system than the one that deals are mirrored from */
function refuseOtherSystem({ facts: { system, file } }: ImportOutcome, { sourceOfRecord }: Settings): void {
  if (system === sourceOfRecord) return;
  throw new Failure(
    'import-overdue',
    said('{file} is an export of {system}, and source_of_record in pipeline.yaml is {source}.', {
      file,
      system,
      source: sourceOfRecord,
    }),
    {
      hint: said(
        'Nothing was written. If {source} is meant to be {system}, write that there; --system {source} takes the file as one of that.',
        {
          source: sourceOfRecord,
          system,
        },
      ),
    },
  );
}

/** @throws Failure `deals-unreadable`, exit 3, with the first reasons */
function refuseRejected({ facts }: ImportOutcome): void {
  const [first] = facts.rejected;
  if (first === undefined) return;
  throw new Failure(
    'deals-unreadable',
    said(
      '{count, plural, one {{count} row was} other {{count} rows were}} rejected: with --strict nothing is written.',
      { count: facts.rejected.length },
    ),
    {
      hint: said('{file}:{line}: {reason}. All of them: pipeline import --dry-run', {
        file: first.file,
        line: first.line,
        reason: first.reason,
      }),
    },
  );
}

/** @throws Failure `deals-unreadable`, exit 3, where the export is older than the last one */
function refuseOlder({ facts: { older } }: ImportOutcome): void {
  if (older === undefined) return;
  throw new Failure(
    'deals-unreadable',
    'The export is older than the last one: with --strict nothing is written.',
    {
      hint: said(
        'It goes up to {day}, the last one to {before}. Give the newer one; where this is the right one, leave out --strict.',
        { day: dayValue(older.day), before: dayValue(older.before) },
      ),
    },
  );
}

/** Fields that stand still without a sign of it: who reads the week takes calm for what nobody exported. */
const VITAL: ReadonlySet<string> = new Set([
  ...(['id', 'owner', 'stage', 'status', 'is_closed', 'is_won'] satisfies FieldKey[]),
  ...(['amount', 'amount_closed', 'currency', 'close', 'closed'] satisfies FieldKey[]),
]);

/**
 * Values that nobody exports any more would stand still for weeks.
 * @param kept fields that a person leaves to the workspace
 * @throws Failure `deals-unreadable`, exit 3
 */
function refuseLostColumns({ facts }: ImportOutcome, kept: ReadonlySet<string>, isStrict: boolean): void {
  const lost = facts.lostColumns.filter(({ key }) => !kept.has(key));
  const vital = lost.find(({ key }) => VITAL.has(key));
  const first = vital ?? (isStrict ? lost[0] : undefined);
  if (first === undefined) return;
  const { key } = first;
  throw new Failure(
    'deals-unreadable',
    vital === undefined
      ? said(
          'The export has no column "{header}" any more, which is {key}: with --strict nothing is written.',
          first,
        )
      : said('The export has no column "{header}" any more, which is {key}: nothing is written.', first),
    {
      hint: said(
        'Where it has another header now, give that under columns in {file}; {key}: null there leaves the field as it is.',
        { file: facts.mappingFile, key },
      ),
    },
  );
}

/** What the report says of the import beside what the rows show. */
function remarksOn({ facts }: ImportOutcome): Said[] {
  const { rejected, rejectedFile } = facts;
  if (rejected.length === 0) return [];
  return [
    said(
      '{rows, plural, one {# row of {file} could not be imported and stands} other {# rows of {file} could not be imported and stand}} in {rejected}; the deals behind are as they were, or not here.',
      { rows: rejected.length, file: facts.file, rejected: rejectedFile },
    ),
  ];
}

function changesDeals({ files }: ImportOutcome): boolean {
  const pathOf = (file: FileChange) => (file.kind === 'move' ? file.from : file.path);
  return files.some((file) => /^(deals|archive)\//.test(pathOf(file)));
}
