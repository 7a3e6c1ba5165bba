// The table `movements`: what happened to each deal from each snapshot to the next.

import { fromMinor } from '../base/money.ts';
import { said } from '../base/said.ts';
import { compare, type DealMovements, movementsOf } from '../movement/compare.ts';
import type { Movement } from '../movement/kinds.ts';
import { rowOf } from '../report/diff-deals.ts';
import { type MovementView, movementView } from '../report/diff-movement.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type ColumnSpecs, columnsOf, type ExportFacts, type ExportTable, valueReader } from './table.ts';

/** One movement of one deal between two snapshots. */
interface Moved {
  readonly a: Snapshot;
  readonly b: Snapshot;
  readonly deal: DealMovements;
  readonly movement: Movement;
  readonly view: MovementView;
}

const COLUMNS = {
  from_snapshot: { type: 'text', text: 'A, the earlier one', read: ({ a }) => a.name },
  to_snapshot: { type: 'text', text: 'B, the next one', read: ({ b }) => b.name },
  from_date: { type: 'date', text: 'the day of A', read: ({ a }) => a.on },
  to_date: { type: 'date', text: 'the day of B', read: ({ b }) => b.on },
  id: {
    type: 'text',
    text: "the deal's id in B; in A where B does not have it",
    read: ({ deal }) => deal.id,
  },
  name: { type: 'text', text: 'likewise', read: ({ deal }) => rowOf(deal)?.name },
  account: { type: 'text', text: 'likewise', read: ({ deal }) => rowOf(deal)?.account },
  owner: { type: 'text', text: 'likewise', read: ({ deal }) => rowOf(deal)?.owner },
  stage: { type: 'text', text: 'likewise', read: ({ deal }) => rowOf(deal)?.stage },
  movement: {
    type: 'text',
    text: 'as `pipeline diff` calls it (movements.md); `idle` is left out',
    read: ({ movement }) => movement.kind,
  },
  days: {
    type: 'integer',
    unit: 'calendar days',
    text: 'slipped, pulled-in: by how many; missing where a date is',
    read: ({ view }) => view.days ?? undefined,
  },
  steps: {
    type: 'integer',
    unit: 'stages',
    text: 'advanced, skipped, regressed: by how many',
    read: ({ view }) => (typeof view.by === 'number' ? view.by : undefined),
  },
  amount_change: {
    type: 'money',
    unit: '`currency`',
    text: 'grown, shrunk: new − old amount',
    read: ({ view }) => (typeof view.by === 'string' ? view.by : undefined),
  },
  currency: { type: 'text', unit: 'ISO 4217', text: 'of that change', read: ({ view }) => view.currency },
  pct: {
    type: 'number',
    unit: 'per cent',
    text: "grown, shrunk: of the old amount's size, one decimal; missing where that is 0",
    read: ({ view }) => (typeof view.pct === 'string' ? Number(view.pct) : undefined),
  },
  value_change: {
    type: 'money',
    unit: '`reporting_currency`',
    text: 'grown, shrunk, revalued, currency-changed: of the value, by this movement',
    read: ({ view }) => view.value,
  },
  value: {
    type: 'money',
    unit: '`reporting_currency`',
    text: 'what the deal is worth in B; what it was in A where it is gone or lost',
    read: ({ b, deal }) => fromMinor(worth(deal), b.digits),
  },
  reporting_currency: {
    type: 'text',
    unit: 'ISO 4217',
    text: 'of values',
    read: ({ b }) => b.reportingCurrency,
  },
  old: {
    type: 'text',
    text: 'stage, outcome, close date, amount, currency, owner, name or account before; of several only in `changes`',
    read: ({ view }) => (view.changes === undefined ? view.from : onlyOf(view)?.from) ?? undefined,
  },
  new: {
    type: 'text',
    text: 'the same after',
    read: ({ view }) => (view.changes === undefined ? view.to : onlyOf(view)?.to) ?? undefined,
  },
  stages: {
    type: 'text',
    text: 'skipped: those that were jumped over, by spaces; late-entry: where it was first recorded',
    read: ({ view }) => view.stages?.join(' '),
  },
  reason: { type: 'text', text: 'lost: why', read: ({ view }) => view.reason },
  changes: {
    type: 'json',
    text: 'corrected, renamed: each field with `what`, `from` and `to`',
    read: ({ view }) => (view.changes === undefined ? undefined : JSON.stringify(view.changes)),
  },
} as const satisfies ColumnSpecs<Moved>;

const read = valueReader<Moved>(COLUMNS);

export const movements: ExportTable = {
  name: 'movements',
  text: 'What happened to each deal from each snapshot to the next; a deal that nobody touched has no row.',
  row: 'a movement of a deal',
  columns: columnsOf(COLUMNS),
  *rows(facts) {
    for (const moved of movedIn(facts)) yield read(moved);
  },
};

function* movedIn({ names, book, note }: ExportFacts): Generator<Moved> {
  let a: Snapshot | undefined;
  for (const name of names) {
    const b = book.snapshots.read(name);
    if (a !== undefined && a.reportingCurrency !== b.reportingCurrency) {
      note(
        said('No movements from {a} to {b}: one is in {currency}, the other in {other}.', {
          a: a.name,
          b: name,
          currency: a.reportingCurrency,
          other: b.reportingCurrency,
        }),
      );
    } else if (a !== undefined) yield* movedBetween(a, b);
    a = b;
  }
}

function* movedBetween(a: Snapshot, b: Snapshot): Generator<Moved> {
  for (const deal of movementsOf(compare(a, b))) {
    for (const movement of deal.movements) {
      if (movement.kind === 'idle') continue;
      yield { a, b, deal, movement, view: movementView(movement, b.digits, 'none') };
    }
  }
}

function worth({ a, b, values }: DealMovements) {
  const isGone = a.state === 'open' && b.state !== 'open' && b.state !== 'won';
  return isGone || b.state === 'absent' ? values.a : values.b;
}

/** The change where there is one only. */
function onlyOf({ changes = [] }: MovementView) {
  return changes.length === 1 ? changes[0] : undefined;
}
