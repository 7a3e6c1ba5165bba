// What a backfill comes to: first all of it in counts, with everything that speaks against it; then each snapshot as
// a change of files, one at a time, so that a long past is never held at once.

import { type BackfillDays, backfillDays } from '../backfill/days.ts';
import { INTERVALS, type Interval } from '../backfill/grid.ts';
import { type Made, type MakeInput, madeSnapshots } from '../backfill/make.ts';
import type { PastSource } from '../backfill/source.ts';
import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { dayValue, inTurn, type Sayable, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Opened } from '../book/open.ts';
import { countsOf, type MadeSnapshot } from '../report/backfill.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import { refuseMissingRates } from '../snapshot/refuse.ts';
import { emptySeries, foldSeries } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { readHeader, readSnapshot } from '../snapshot/store.ts';
import { takenAt } from '../snapshot/taken-at.ts';
import { type PlannedSnapshot, planSnapshot } from './snapshot-plan.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

export interface BackfillPlan {
  readonly days: BackfillDays;
  readonly counts: readonly MadeSnapshot[];
  /** Each planned when it is asked for. */
  planned(): AsyncGenerator<PlannedSnapshot, void, undefined>;
}

/**
 * Plans the backfill. Whoever calls holds the lock, where it is to be written.
 * @throws Failure `usage`, `nothing-to-look-at`, `missing-rate`, `snapshot-damaged`
 */
export async function planBackfill(call: Call, { book }: Opened, source: PastSource): Promise<BackfillPlan> {
  const days = daysOf(call, book, source);
  const input = makeInput(call, book, source, days.days);
  const counts: MadeSnapshot[] = [];
  for await (const { snapshot, leftOut } of madeSnapshots(input)) {
    refuseMissingRates(snapshot);
    counts.push(countsOf(snapshot, leftOut));
  }
  return { days, counts, planned: () => plannedFrom(call, book, source, input) };
}

const NOTHING_KNOWN: Readonly<Record<string, Sayable>> = {
  'backfill-dates': said('Deals say it by created, or under stages: {example}', {
    example: '- {stage: lead, on: 2026-09-01}',
  }),
  'backfill-git': 'No commit of this branch has a deal.',
  'backfill-history': 'The history has no state of them, or only that they were deleted.',
};

/** More than anybody looks through: a mistyped year made them. */
const MOST_SNAPSHOTS = 1000;

function daysOf(call: Call, book: Book, source: PastSource): BackfillDays {
  const { root, settings, today, snapshotNames: names } = book;
  if (source.since === undefined) {
    throw new Failure('nothing-to-look-at', 'Nothing tells when any of the deals was in which stage.', {
      hint: NOTHING_KNOWN[source.origin] ?? 'Look at what the files hold.',
    });
  }
  const asked = {
    on: call.text('on') === undefined ? undefined : daysNamed(call, 'on'),
    every: intervalOf(call.text('every')),
    since: call.day('since'),
    until: call.day('until'),
  };
  const isTaken = (name: string) => readHeader(root, name).origin === 'taken';
  const days = backfillDays(asked, {
    since: source.since,
    last: source.last,
    only: source.days,
    today,
    names,
    isTaken,
    settings,
  });
  if (days.days.length > MOST_SNAPSHOTS) {
    throw new Failure(
      'usage',
      said('That would be {count} snapshots, from {day} on.', {
        count: days.days.length,
        day: days.days[0] ?? '',
      }),
      {
        hint: 'Is a date mistyped? --since says where to begin, --every month makes fewer.',
      },
    );
  }
  if (days.days.length + days.there.length > 0) return days;
  throw new Failure('nothing-to-look-at', `There is nothing to make a snapshot of in that time.`, {
    hint: said(
      'The first day with something to show is {since}; a snapshot that was taken ends the past, unless --until says otherwise.',
      { since: source.since },
    ),
  });
}

/** The days of an option that takes several, with commas between. @throws Failure `bad-date` */
export function daysNamed(call: Call, option: string): Day[] {
  return call.list(option).map((text) => {
    const found = toDay(text);
    if (found !== undefined) return found;
    throw new Failure('bad-date', said('--{option}: "{text}" is no day.', { option, text }), {
      hint: said('Write --{option} 2026-04-01,2026-07-01.', { option }),
    });
  });
}

function intervalOf(text: string | undefined): Interval {
  return INTERVALS.find((interval) => interval === text) ?? 'week';
}

function makeInput(call: Call, book: Book, source: PastSource, days: readonly Day[]): MakeInput {
  const { root, settings, snapshotNames: names } = book;
  const [first] = days;
  const isBefore = (name: string) => first === undefined || dayOfName(name) < first;
  let facts = emptySeries();
  let last: Snapshot | undefined;
  for (const name of names.filter(isBefore)) {
    last = readSnapshot(root, name);
    facts = foldSeries(facts, last);
  }
  return {
    source,
    days,
    facts,
    last,
    between: names.filter((name) => !isBefore(name)),
    read: (name) => readSnapshot(root, name),
    takenAt: takenAt(call.io.now(), settings.timeZone).instant,
    toolVersion: VERSION,
  };
}

async function* plannedFrom(call: Call, book: Book, source: PastSource, input: MakeInput) {
  const moment = takenAt(call.io.now(), book.settings.timeZone);
  let before: Snapshot | undefined;
  for await (const { snapshot, settings, leftOut } of madeSnapshots(input)) {
    const name = newestUntil(book.snapshotNames, snapshot.on);
    const isNewer = name !== undefined && (before === undefined || name > before.name);
    const previous = isNewer ? readSnapshot(book.root, name) : before;
    yield await planSnapshot(bookThen(book, { snapshot, settings, leftOut }), {
      name: snapshot.name,
      replaces: false,
      takenAt: moment,
      head: { commit: snapshot.commit, dirty: false },
      message: '',
      previous,
      remarks: remarksOn(source, book.today),
    });
    before = snapshot;
  }
}

/** The workspace as that snapshot has it. */
function bookThen(book: Book, { snapshot, settings, leftOut }: Made): Book {
  const { written: _, ...rest } = book;
  return {
    ...rest,
    settings,
    today: snapshot.on,
    state: snapshot,
    past: true,
    deals: new Map(),
    problems: [],
    leftOut,
    imports: [],
  };
}

/** What a reader of snapshot.md has to know. */
function remarksOn({ origin, assumed, unplaced }: PastSource, today: Day): Sayable[] {
  const made = said(
    origin === 'backfill-exports'
      ? 'Nobody took this snapshot that day: it was made on {day} ({origin}) and shows what the export of that day has.'
      : 'Nobody took this snapshot that day: it was made on {day} ({origin}) and shows the start of the day.',
    { day: dayValue(today), origin },
  );
  const left = said(
    '{deals, plural, one {# deal could not be placed in time and is} other {# deals could not be placed in time and are}} left out.',
    { deals: unplaced.length },
  );
  return [
    unplaced.length === 0 ? made : inTurn(made, left),
    ...(assumed.length === 0
      ? []
      : [
          said('As on {day}, because nothing tells what they were: {columns}.', {
            day: dayValue(today),
            columns: assumed.join(', '),
          }),
        ]),
  ];
}
