// What must hold of every merge of three versions of a deal, however they are written.

import { describe, expect, test } from 'vitest';
import { compose } from '../../src/deal/compose.ts';
import { SourceText } from '../../src/deal/source-text.ts';
import { mergedDeal } from '../../src/three-way/merge-deal.ts';
import type { Merged } from '../../src/three-way/merge-text.ts';
import { amountSaying, sayingOf } from '../../src/three-way/saying.ts';
import { SLIPS } from '../deal/changes.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { anyTriple, type Triple } from './triples.ts';

const RUNS = { numRuns: share(100, 20_000) };
const LISTS = ['stages', 'activities', 'waive', 'contacts', 'checklist'];

type Side = 'ours' | 'theirs';

/** A text with markers as it is once a person has taken one side of all of them. */
function taken(text: string, side: Side): string {
  const conflict = /(?<=^\ufeff?)<{7} ours\r?\n([\s\S]*?)^={7}\r?\n([\s\S]*?)^>{7} theirs\r?\n/gm;
  return text.replace(conflict, (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs));
}

/** What a text says: by key, `custom.KEY`; the items of lists one by one. Undefined where it is no YAML. */
function told(text: string): { fields: Map<string, string>; items: Map<string, string[]> } | undefined {
  const { root, problems } = compose(new SourceText(text, ''));
  if (problems.length > 0) return undefined;
  const [fields, items] = [new Map<string, string>(), new Map<string, string[]>()];
  if (root?.kind !== 'map') return { fields, items };
  for (const { key, value } of root.entries) {
    if (LISTS.includes(key)) {
      items.set(key, value.kind === 'list' ? value.items.map((item) => sayingOf(item.value, 'text')) : []);
    } else if (key === 'custom' && value.kind === 'map') {
      for (const own of value.entries) fields.set(`custom.${own.key}`, sayingOf(own.value, 'data'));
    } else if (key !== 'custom' || sayingOf(value, 'data') !== 'null') {
      fields.set(key, key === 'amount' ? amountSaying(value) : sayingOf(value, 'text'));
    }
  }
  return { fields, items };
}

function comments(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => /^\s*#/.test(line))
    .map((line) => line.trim());
}

function without(items: readonly string[], those: readonly string[]): string[] {
  const left = [...items];
  for (const one of those) if (left.includes(one)) left.splice(left.indexOf(one), 1);
  return left;
}

function expectNothingLost(
  { base, ours, theirs }: Triple,
  merged: string,
  conflicts: ReadonlySet<string>,
): void {
  const [b, o, t] = [told(base), told(ours), told(theirs)];
  const results = [told(taken(merged, 'ours')), told(taken(merged, 'theirs'))];
  const [mine, yours] = results;
  if (b === undefined || o === undefined || t === undefined || mine === undefined || yours === undefined)
    throw new Error('a text that can be read was expected');
  for (const key of new Set([...b.fields.keys(), ...o.fields.keys(), ...t.fields.keys()])) {
    const [was, here, there] = [b, o, t].map(({ fields }) => fields.get(key));
    const is = [mine.fields.get(key), yours.fields.get(key)];
    if (conflicts.has(key) || conflicts.has(key.split('.')[0] ?? '')) expect(is, key).toEqual([here, there]);
    else if (here === was) expect(is, key).toEqual([there, there]);
    else if (there === was) expect(is, key).toEqual([here, here]);
    else expect([here, ...is], key).toEqual([there, there, there]);
  }
  for (const list of LISTS) {
    const [was = [], here = [], there = []] = [b, o, t].map(({ items }) => items.get(list));
    expect(without(without(here, was), mine.items.get(list) ?? []), list).toEqual([]);
    expect(without(without(there, was), yours.items.get(list) ?? []), list).toEqual([]);
  }
  expect(without(without(comments(ours), comments(base)), comments(taken(merged, 'ours')))).toEqual([]);
  expect(without(without(comments(theirs), comments(base)), comments(taken(merged, 'theirs')))).toEqual([]);
}

function fieldsOf(merged: Merged | undefined): string[] | undefined {
  return merged?.conflicts.map(({ field }) => field).sort();
}

/** merge(b, x, b) = x, merge(b, b, x) = x, merge(b, x, x) = x, byte for byte. */
function expectNoEditsToChangeNothing({ base, ours }: Triple): void {
  const threes = [
    { base, ours, theirs: base },
    { base, ours: base, theirs: ours },
    { base, ours, theirs: ours },
  ];
  for (const three of threes) expect(mergedDeal(three)).toEqual({ text: ours, conflicts: [] });
}

function expectSameFromTheOtherSide({ base, ours, theirs }: Triple, merged: Merged | undefined): void {
  const other = mergedDeal({ base, ours: theirs, theirs: ours });
  expect(fieldsOf(merged)).toEqual(fieldsOf(other));
  if (merged === undefined || other === undefined) return;
  expect(told(taken(merged.text, 'ours'))).toEqual(told(taken(other.text, 'theirs')));
  expect(told(taken(merged.text, 'theirs'))).toEqual(told(taken(other.text, 'ours')));
}

describe('merges of files in every style', () => {
  test(
    'lose nothing that one side changed or added, choose in nothing that both changed, and are the same from either side',
    () => {
      const counts = { triples: 0, clean: 0, 'with conflicts': 0, 'left to git': 0 };
      fc.assert(
        fc.property(anyTriple, (triple) => {
          expectNoEditsToChangeNothing(triple);
          const merged = mergedDeal(triple);
          expectSameFromTheOtherSide(triple, merged);
          if (merged !== undefined) expectNothingLost(triple, merged.text, new Set(fieldsOf(merged)));
          counts.triples++;
          counts[outcomeOf(merged)]++;
        }),
        RUNS,
      );
      tally('three-way merges', counts);
      expect(counts['left to git']).toBeLessThan(counts.triples / 5);
      expect(counts.clean).toBeGreaterThan(counts.triples / 5);
      expect(counts['with conflicts']).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  test(
    'after any slip of the hand read back on both sides, or are left to git',
    () => {
      const slip = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...SLIPS));
      fc.assert(
        fc.property(anyTriple, slip, ({ base, ours, theirs }, [place, gone, put]) => {
          const at = place % (ours.length + 1);
          const slipped = ours.slice(0, at) + put + ours.slice(at + gone);
          const merged = mergedDeal({ base, ours: slipped, theirs });
          if (merged === undefined || merged.text === slipped) return;
          expectNothingLost({ base, ours: slipped, theirs }, merged.text, new Set(fieldsOf(merged)));
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});

function outcomeOf(merged: Merged | undefined): 'clean' | 'with conflicts' | 'left to git' {
  if (merged === undefined) return 'left to git';
  return merged.conflicts.length > 0 ? 'with conflicts' : 'clean';
}
