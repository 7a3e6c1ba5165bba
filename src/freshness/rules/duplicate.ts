// Rule duplicate: an open deal looks like another open one.

import { type Sayable, said } from '../../base/said.ts';
import { allOf, listed } from '../../base/said-lists.ts';
import { type Likeness, openDuplicates } from '../duplicates.ts';
import { openDeals } from '../open-deals.ts';
import { keyPlace, recordIn } from '../place.ts';
import type { DealRule, Looked } from '../rule.ts';

export const duplicate: DealRule<'duplicate'> = {
  id: 'duplicate',
  title: 'Looks like another open deal',
  severity: 'warning',
  what: 'An open deal looks like another open one: same account and near-same name; or same name, amount and dates; or the same record of a CRM. It is found at the younger of the two, and at both where they have two owners.',
  why: 'One buying decision counts twice, in the pipeline, the plan and the forecast, and two people may call the same customer.',
  fix: 'Merge the two. Where they are two decisions, tell them apart by name, or accept it for a time with `waive:`.',
  over: 'open deals',
  check(row, context) {
    const { book } = context;
    // Where the deal at which it is found is not asked for, it is found at the other one.
    const isHere = ({ places }: PlacedPair) =>
      places.includes(row.id) || !places.some((id) => context.isLookedAt(id));
    return (pairsOf(book).get(row.id) ?? []).filter(isHere).map(({ a, b, reasons }) => {
      const why = listed(reasons.map(({ text }) => text));
      return {
        place: keyPlace('name', context),
        message: said('Looks like {id}: {why}.', { id: row.id === b ? a : b, why }),
        hint: mergeHint(a, b, book),
      };
    });
  },
};

function mergeHint(a: string, b: string, book: Looked): Sayable {
  const records = book.state.deals
    .filter(({ id }) => id === a || id === b)
    .map((row) => recordIn(row, book) ?? '');
  if (records.includes('') || records.length === 0) {
    return said('Merge them: {command}. Or say under waive: why they are two.', {
      command: `pipeline merge ${a} ${b}`,
    });
  }
  return said(
    'Merge them in {system} (records {records}) and import it again. Or say under waive: why they are two.',
    { system: book.settings.sourceOfRecord, records: allOf(records) },
  );
}

interface PlacedPair extends Likeness {
  /** The deals at which it is found: one is enough where one person reads of both. */
  readonly places: readonly string[];
}

const known = new WeakMap<object, ReadonlyMap<string, readonly PlacedPair[]>>();

/** By each of the two deals. */
function pairsOf(book: Looked): ReadonlyMap<string, readonly PlacedPair[]> {
  const kept = known.get(book.state);
  if (kept !== undefined) return kept;
  const open = openDeals(book.state);
  const rows = new Map(open.map((row) => [row.id, row]));
  const found = openDuplicates(open, book.today);
  const pairs = new Map<string, PlacedPair[]>();
  const add = (pair: PlacedPair) => {
    for (const id of [pair.a, pair.b]) pairs.set(id, [...(pairs.get(id) ?? []), pair]);
  };
  for (const pair of found.pairs) {
    const isOfOne = rows.get(pair.a)?.owner === rows.get(pair.b)?.owner;
    add({ ...pair, places: isOfOne ? [pair.b] : [pair.b, pair.a] });
  }
  // Who waives it speaks for both, so that the pair is counted as that, and no warning stands beside it.
  for (const pair of found.waived) add({ ...pair, places: [pair.by] });
  known.set(book.state, pairs);
  return pairs;
}
