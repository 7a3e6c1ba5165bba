// What must hold where two people's edits of one month of the dialogue meet.

import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/base/day.ts';
import { compose } from '../../src/deal/compose.ts';
import { SourceText } from '../../src/deal/source-text.ts';
import { type FeedbackFile, withEntries } from '../../src/feedback/changes.ts';
import type { Action, Decision, Feedback } from '../../src/feedback/entry.ts';
import { type EntryEdit, withEntryChanged } from '../../src/feedback/entry-change.ts';
import { readFeedback } from '../../src/feedback/read.ts';
import type { NewEntry } from '../../src/feedback/write.ts';
import { mergedFeedback } from '../../src/three-way/merge-entries.ts';
import { sayingOf } from '../../src/three-way/saying.ts';
import type { Fingerprint } from '../../src/workspace/fingerprint.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const PATH = 'feedback/2026-11.yaml';
const BLOCK = `# ours
format: 1
entries:
  - id: f1
    on: 2026-11-02
    kind: change
    text: a template   # Anna
    stage: lead
  # the board
  - {id: a1, on: 2026-11-03, kind: action, text: call, owner: anna}
`;

function fileOf(text: string): FeedbackFile {
  return { path: PATH, text, fingerprint: '1' as Fingerprint };
}

function textOf(changes: ReturnType<typeof withEntries>, before: string): string {
  const [change] = changes;
  return change?.kind === 'write' ? String(change.content) : before;
}

function said(id: string, on: string): NewEntry {
  return { id, on: on as Day, kind: 'works', text: `said ${id}` };
}

function adding(text: string, ...entries: readonly NewEntry[]): string {
  return textOf(withEntries([fileOf(text)], entries), text);
}

function changing(text: string, id: string, edit: EntryEdit): string {
  const entry = readFeedback(text, PATH).entries.find((one) => one.id === id);
  if (entry === undefined || entry.kind === 'held') return text;
  if (entry.kind === 'action' && ((edit.done && entry.dropped) || (edit.dropped && entry.done))) return text; // refused
  return textOf(withEntryChanged([fileOf(text)], entry as Feedback | Action, edit), text);
}

function decided(as: Decision['as'], why = ''): Decision {
  return { as, on: '2026-11-20' as Day, why, until: undefined, metric: '', stage: '' };
}

function idsIn(text: string): string[] {
  return readFeedback(text, PATH).entries.map(({ id }) => id);
}

describe('two branches', () => {
  test('that add entries in one month are merged without a conflict, by day', () => {
    const ours = adding(BLOCK, said('f3', '2026-11-09'), said('f5', '2026-11-20'));
    const theirs = adding(BLOCK, said('f4', '2026-11-12'));
    const merged = mergedFeedback({ base: BLOCK, ours, theirs });
    expect(merged?.conflicts).toEqual([]);
    expect(idsIn(merged?.text ?? '')).toEqual(['f1', 'a1', 'f3', 'f4', 'f5']);
    expect(merged?.text.startsWith(BLOCK)).toBe(true);
  });

  test('that both begin a month, and say one thing alike, have it once', () => {
    const ours = adding('', said('f3', '2026-11-09'), said('f9', '2026-11-09'));
    const theirs = adding('', said('f3', '2026-11-09'), said('f4', '2026-11-10'));
    const merged = mergedFeedback({ base: '', ours, theirs });
    expect(merged?.conflicts).toEqual([]);
    expect(idsIn(merged?.text ?? '').sort()).toEqual(['f3', 'f4', 'f9']);
  });

  test('that decide one entry differently have a conflict of just that line', () => {
    const ours = changing(BLOCK, 'f1', { decision: decided('accepted', 'cheap') });
    const theirs = adding(
      changing(BLOCK, 'f1', { decision: decided('rejected', 'dear') }),
      said('f4', '2026-11-12'),
    );
    const merged = mergedFeedback({ base: BLOCK, ours, theirs });
    expect(merged?.conflicts.map(({ field }) => field)).toEqual(['f1.decision']);
    expect(merged?.text).toBe(`# ours
format: 1
entries:
  - id: f1
    on: 2026-11-02
    kind: change
    text: a template   # Anna
    stage: lead
<<<<<<< ours
    decision: {as: accepted, on: 2026-11-20, why: cheap}
=======
    decision: {as: rejected, on: 2026-11-20, why: dear}
>>>>>>> theirs
  # the board
  - {id: a1, on: 2026-11-03, kind: action, text: call, owner: anna}
  - id: f4
    on: 2026-11-12
    kind: works
    text: said f4
`);
  });

  test('of which one decides and the other says what came of it have both', () => {
    const done = { on: '2026-11-21' as Day, result: 'in use' };
    const ours = changing(BLOCK, 'f1', { decision: decided('accepted') });
    const theirs = changing(BLOCK, 'f1', { done, process: 2 });
    const merged = mergedFeedback({ base: BLOCK, ours, theirs });
    expect(merged?.conflicts).toEqual([]);
    const [f1] = readFeedback(merged?.text ?? '', PATH).entries;
    expect(f1).toMatchObject({ decision: { as: 'accepted' }, done, process: 2 });
  });

  test('of which one says that an action is done and the other drops it have a conflict of the action', () => {
    const done = { on: '2026-11-21' as Day, result: 'in use' };
    const dropped = { on: '2026-11-22' as Day, why: 'lost' };
    const ended = changing(BLOCK, 'a1', { done });
    const other = changing(BLOCK, 'a1', { dropped });
    for (const [ours, theirs] of [
      [ended, other],
      [other, ended],
    ] as const) {
      expect(mergedFeedback({ base: BLOCK, ours, theirs })?.conflicts.map(({ field }) => field)).toEqual([
        'a1',
      ]);
    }
    expect(mergedFeedback({ base: BLOCK, ours: ended, theirs: BLOCK })?.text).toBe(ended);
  });

  test('an action that is both done and dropped is named where it is read', () => {
    const text = BLOCK.replace(
      'owner: anna}',
      'owner: anna, done: {on: 2026-11-21}, dropped: {on: 2026-11-22}}',
    );
    expect(readFeedback(text, PATH).problems.map(({ message }) => message)).toEqual([
      'An action is done or dropped, not both.',
    ]);
  });

  test('of which one takes an entry out that the other decided have to talk', () => {
    const ours = BLOCK.replace(/ {2}- id: f1\n(?: {4}.*\n)+/, '');
    const theirs = changing(BLOCK, 'f1', { decision: decided('accepted') });
    expect(mergedFeedback({ base: BLOCK, ours, theirs })?.conflicts).toHaveLength(1);
    expect(mergedFeedback({ base: BLOCK, ours, theirs: BLOCK })?.text).toBe(ours);
  });
});

const IDS = ['f1', 'f2', 'f3', 'f4', 'a1'];
const anyEntry = fc
  .record({
    id: fc.constantFrom(...IDS),
    day: fc.integer({ min: 10, max: 28 }),
    kind: fc.constantFrom('works', 'change', 'stop'),
  })
  .map(({ id, day, kind }) => {
    const of = { id, on: `2026-11-${day}` as Day, text: `said ${id}` };
    return id === 'a1' ? ({ ...of, kind: 'action' } as const) : ({ ...of, kind: kind as 'works' } as const);
  });
const anyDeed = fc.oneof(
  anyEntry.map((entry) => (text: string) => adding(text, entry)),
  fc
    .tuple(
      fc.constantFrom(...IDS),
      fc.constantFrom('accepted', 'rejected', 'trial' as const),
      fc.constantFrom('a', 'b: c'),
    )
    .map(
      ([id, as, why]) =>
        (text: string) =>
          id === 'a1' ? text : changing(text, id, { decision: decided(as, why) }),
    ),
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('used', 'not, yet')).map(
    ([id, result]) =>
      (text: string) =>
        changing(text, id, { done: { on: '2026-11-29' as Day, result } }),
  ),
  fc
    .constantFrom('lost', 'not: yet')
    .map((why) => (text: string) => changing(text, 'a1', { dropped: { on: '2026-11-30' as Day, why } })),
  fc
    .constantFrom('  # a remark', '# at the margin')
    .map((comment) => (text: string) => `${text}${comment}\n`),
);
const anyDeeds = fc.array(anyDeed, { maxLength: 4 });
const anyBase = fc.oneof(
  fc.constant(''),
  fc.constant(BLOCK),
  anyDeeds.map((deeds) => deeds.reduce((text, deed) => deed(text), BLOCK)),
);
const after = (text: string, deeds: readonly ((text: string) => string)[]) =>
  deeds.reduce((now, deed) => deed(now), text);

/** A text with markers as it is once a person has taken one side of all of them. */
function taken(text: string, side: 'ours' | 'theirs'): string {
  const conflict = /^<{7} ours\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7} theirs\n/gm;
  return text.replace(conflict, (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs));
}

/** By `id.key` what is said. */
function told(text: string): ReadonlyMap<string, string> {
  const { root } = compose(new SourceText(text, ''));
  const list = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'entries')?.value : undefined;
  const items = list?.kind === 'list' ? list.items.map(({ value }) => value) : [];
  return new Map(
    items.flatMap((item) => {
      if (item.kind !== 'map') return [];
      const id = item.entries.find(({ key }) => key === 'id')?.value;
      const name = id?.kind === 'scalar' ? id.text : '';
      return item.entries.map(({ key, value }) => [`${name}.${key}`, sayingOf(value, 'text')] as const);
    }),
  );
}

property([anyBase, anyDeeds, anyDeeds])(
  'nothing that either side wrote is lost, and what only one changed is as that one has it',
  (base, mine, yours) => {
    const [ours, theirs] = [after(base, mine), after(base, yours)];
    const merged = mergedFeedback({ base, ours, theirs });
    if (merged === undefined) return; // then git merges lines
    const conflicts = new Set(merged.conflicts.map(({ field }) => field));
    const [b, o, t] = [told(base), told(ours), told(theirs)];
    for (const side of ['ours', 'theirs'] as const) {
      const text = taken(merged.text, side);
      expect(readFeedback(text, PATH).problems).toEqual([]);
      const is = told(text);
      for (const key of new Set([...b.keys(), ...o.keys(), ...t.keys()])) {
        const [was, here, there] = [b.get(key), o.get(key), t.get(key)];
        const id = key.split('.')[0] ?? '';
        const isConflict = conflicts.has(key) || conflicts.has(id) || conflicts.has('entries');
        const expected = isConflict ? (side === 'ours' ? here : there) : here === was ? there : here;
        expect(is.get(key), key).toBe(expected);
        if (!isConflict) expect(here === was || there === was || here === there, key).toBe(true);
      }
    }
  },
);

property([anyBase, anyDeeds, anyDeeds])(
  'whoever merges has the same conflicts and the same entries',
  (base, mine, yours) => {
    const [ours, theirs] = [after(base, mine), after(base, yours)];
    const one = mergedFeedback({ base, ours, theirs });
    const other = mergedFeedback({ base, ours: theirs, theirs: ours });
    expect(other?.conflicts.map(({ field }) => field).sort()).toEqual(
      one?.conflicts.map(({ field }) => field).sort(),
    );
    const entries = (text: string | undefined, side: 'ours' | 'theirs') => told(taken(text ?? '', side));
    expect(entries(one?.text, 'ours')).toEqual(entries(other?.text, 'theirs'));
  },
);

test('most of what two people do to a month can be told apart', () => {
  const samples = fc.sample(fc.tuple(anyBase, anyDeeds, anyDeeds), { numRuns: 100, seed: 7 });
  const told = samples.filter(([base, mine, yours]) =>
    mergedFeedback({ base, ours: after(base, mine), theirs: after(base, yours) }),
  );
  expect(told.length).toBeGreaterThan(90);
});
