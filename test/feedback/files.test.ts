// feedback/*.yaml as values and as bytes: what is read of them, what is said of mistakes, and that nothing but what was
// meant changes.

import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { placeOf } from '../../src/base/problem.ts';
import { type FeedbackFile, withEntries } from '../../src/feedback/changes.ts';
import type { Action, Decision, Feedback } from '../../src/feedback/entry.ts';
import { withEntryChanged } from '../../src/feedback/entry-change.ts';
import { entryId } from '../../src/feedback/entry-id.ts';
import { readFeedback } from '../../src/feedback/read.ts';
import type { NewEntry } from '../../src/feedback/write.ts';
import type { Fingerprint } from '../../src/workspace/fingerprint.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const PATH = 'feedback/2026-11.yaml';
const MONTH = `# what we say about the process
format: 1
entries:
  # from the review
  - id: f3a91c
    on: 2026-11-23
    kind: change
    text: stage 3 needs a template   # Anna, twice
    why: 'offers are written anew each time'
    stage: proposal
    deal: acme-erp
    by: anna
    ref: 2026-11-23
    decision: {as: trial, on: 2026-11-30, why: two deals, until: 2027-01-31, metric: slip-rate, stage: proposal}
    done: {on: 2027-02-01, result: used}
    process: 3
  - {id: a81b20, on: 2026-11-23, kind: action, text: call the board, owner: anna, due: 2026-11-30, deal: acme-erp, ref: 2026-11-23}
  - {id: h77c01, on: 2026-11-23, kind: held, what: plan}
`;

function fileOf(text: string, path = PATH): FeedbackFile {
  return { path, text, fingerprint: '1:2:3:4' as Fingerprint };
}

function day(text: string): Day {
  return text as Day;
}

/** The text that a change of one file makes. */
function afterAdding(text: string | undefined, ...entries: readonly NewEntry[]): string {
  const [change, ...more] = withEntries(text === undefined ? [] : [fileOf(text)], entries);
  if (change?.kind !== 'write' || more.length > 0) throw new Error('one file was to be written');
  expect(change.path).toBe(PATH);
  return String(change.content);
}

const SAID: NewEntry = { id: 'f0000001', on: day('2026-11-24'), kind: 'stop', text: 'weekly calls' };

describe('a month is read', () => {
  test('with all that the design says an entry may hold', () => {
    const { entries, problems, isOurs } = readFeedback(MONTH, PATH);
    expect([problems, isOurs]).toEqual([[], true]);
    expect(entries).toEqual([
      {
        ...{ id: 'f3a91c', on: '2026-11-23', file: PATH, line: 5, kind: 'change', by: 'anna' },
        ...{ text: 'stage 3 needs a template', why: 'offers are written anew each time', stage: 'proposal' },
        ...{ deal: 'acme-erp', ref: '2026-11-23', process: 3, earlier: [] },
        decision: {
          ...{ as: 'trial', on: '2026-11-30', why: 'two deals', until: '2027-01-31' },
          ...{ metric: 'slip-rate', stage: 'proposal' },
        },
        done: { on: '2027-02-01', result: 'used' },
      },
      {
        ...{ id: 'a81b20', on: '2026-11-23', file: PATH, line: 17, kind: 'action', text: 'call the board' },
        ...{ owner: 'anna', due: '2026-11-30', deal: 'acme-erp', ref: '2026-11-23', done: undefined },
      },
      { id: 'h77c01', on: '2026-11-23', file: PATH, line: 18, kind: 'held', what: 'plan' },
    ]);
  });

  test('and every mistake is told at its place, with the entries around it still there', async () => {
    const text = `format: 1
entries:
  - {id: f1, on: 2026-11-23, kind: chnage, text: a}
  - {id: f2, on: 23.11.2026, kind: works, text: b}
  - {on: 2026-11-23, kind: works, text: c}
  - {id: f4, on: 2026-11-23, kind: works}
  - {id: f5, on: 2026-11-23, kind: works, txt: x, text: d}
  - {id: f5, on: 2026-11-23, kind: works, text: again}
  - just a text
  - {id: f6, on: 2026-11-23, kind: change, text: e, decision: {as: maybe, on: 2026-11-23}}
  - {id: f7, on: 2026-11-23, kind: change, text: e, decision: accepted, process: three}
  - {id: f8, on: 2026-11-23, kind: change, text: e, decision: {as: trial, untill: 2026-12-01}}
  - {id: a1, on: 2026-11-23, kind: action, text: call, due: soon, done: {result: yes}}
  - {id: h1, on: 2026-11-23, kind: held, what: party}
  - {id: f9, on: 2026-11-23, kind: works, text: [a, b]}
`;
    const { entries, problems, isOurs } = readFeedback(text, PATH);
    expect(isOurs).toBe(true);
    expect(entries.map(({ id }) => id)).toEqual(['f5', 'f6', 'f7', 'f8', 'a1']);
    const told = problems.map(
      (each) => `${placeOf(each).slice(PATH.length + 1)} ${each.message} ${each.hint}`,
    );
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../../snapshots/feedback/mistakes.txt');
    expect(problems.every(({ code, severity }) => code === 'invalid-feedback' && severity === 'error')).toBe(
      true,
    );
  });

  test('of a newer format nothing is taken, and the version to install is named', () => {
    const { entries, problems, isOurs } = readFeedback(MONTH.replace('format: 1', 'format: 2'), PATH);
    expect([entries, isOurs]).toEqual([[], false]);
    expect(problems[0]).toMatchObject({ line: 2, column: 9 });
    expect(String(problems[0]?.hint)).toBe('Install pipeline 2.0 or newer.');
  });

  test.each([
    ['an anchor', 'format: 1\nentries: &a []\n'],
    ['an alias that grows', 'format: 1\na: &a [x, x]\nentries: [*a, *a]\n'],
    ['a tag', 'format: 1\nentries: !!set {}\n'],
    ['depth', `format: 1\nentries: ${'['.repeat(200)}${']'.repeat(200)}\n`],
    ['a list at the top', '- a\n- b\n'],
    ['a text', 'hello\n'],
    ['entries that are a map', 'format: 1\nentries: {a: 1}\n'],
    ['a half-deleted quote', 'format: 1\nentries:\n  - {id: "f1, on: 2026-11-23}\n'],
    ['conflict markers', 'format: 1\n<<<<<<< ours\nentries: []\n=======\n>>>>>>> theirs\n'],
  ])('%s is told with its line and nothing is written into the file', (_, text) => {
    const { entries, problems, isOurs } = readFeedback(text, PATH);
    expect([entries, isOurs]).toEqual([[], false]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.line).toBeGreaterThan(0);
    expect(() => withEntries([fileOf(text)], [SAID])).toThrow(Failure);
  });

  test('of 5,000 mistakes a hundred are told and the rest counted', () => {
    const { problems } = readFeedback(`format: 1\nentries:\n${'  - x\n'.repeat(5_000)}`, PATH);
    expect(problems).toHaveLength(101);
    expect(String(problems.at(-1)?.message)).toBe('4900 more problems are not shown.');
  });
});

describe('an entry is added', () => {
  test('to a month that had none: the file begins with its format, one key a line', () => {
    expect(afterAdding(undefined, SAID)).toBe(
      'format: 1\nentries:\n  - id: f0000001\n    on: 2026-11-24\n    kind: stop\n    text: weekly calls\n',
    );
  });

  test('behind the last one, whose every byte stays', () => {
    expect(afterAdding(MONTH, SAID)).toBe(
      `${MONTH}  - id: f0000001\n    on: 2026-11-24\n    kind: stop\n    text: weekly calls\n`,
    );
  });

  test.each([
    ['nothing', ''],
    ['a mark of byte order', '\ufeff'],
    ['a comment alone, its line open', '# ours'],
    ['only its format', 'format: 1\n'],
    ['no entries yet', 'format: 1\nentries:\n'],
    ['an empty list', 'format: 1\nentries: []   # none\n'],
    ['a list at the margin', 'format: 1\nentries:\n- {id: f9, on: 2026-11-01, kind: works, text: a}\n'],
    ['no last line end', 'format: 1\nentries:\n  - {id: f9, on: 2026-11-01, kind: works, text: a}'],
    [
      'line ends of Windows',
      'format: 1\r\nentries:\r\n  - id: f9\r\n    on: 2026-11-01\r\n    kind: works\r\n    text: a\r\n',
    ],
    ['a list in brackets', 'format: 1\nentries: [{id: f9, on: 2026-11-01, kind: works, text: a}]\n'],
    ['braces throughout', '{format: 1, entries: []}\n'],
    ['braces without entries', '{format: 1}\n'],
    [
      'a comment behind the last',
      'entries:\n  - {id: f9, on: 2026-11-01, kind: works, text: a}\n    # done?\nformat: 1\n',
    ],
    [
      'a long text',
      'format: 1\nentries:\n  - id: f9\n    on: 2026-11-01\n    kind: works\n    text: |\n      a\n      b\n',
    ],
  ])('to a file with %s, and each line that was there still is', (_, text) => {
    const after = afterAdding(text, SAID);
    const before = readFeedback(text, PATH);
    const read = readFeedback(after, PATH);
    expect(read.problems).toEqual([]);
    expect(read.entries.map(({ id }) => id)).toEqual([...before.entries.map(({ id }) => id), SAID.id]);
    const linesThen = text.split(/\r?\n/).filter((line) => !/\bentries:|^\{|^\ufeff?$/.test(line));
    expect(after.split(/\r?\n/)).toEqual(expect.arrayContaining(linesThen));
    if (text.includes('\r\n')) expect(after).not.toMatch(/(?<!\r)\n/);
  });

  test('once: what has its id anywhere is left out; where that entry can’t be read, nobody knows', () => {
    const other = (kind: string) =>
      fileOf(
        `format: 1\nentries:\n  - {id: ${SAID.id}, on: 2026-10-01, kind: ${kind}, text: a}\n`,
        'feedback/2026-10.yaml',
      );
    expect(withEntries([fileOf(MONTH), other('works')], [SAID, { ...SAID, id: 'a81b20' }])).toEqual([]);
    expect(() => withEntries([fileOf(MONTH), other('chnage')], [SAID])).toThrow(
      `The entry ${SAID.id} in feedback/2026-10.yaml can't be read. Nothing is written.`,
    );
    expect(afterAdding(MONTH, SAID, SAID)).toBe(afterAdding(MONTH, SAID));
  });

  test('each to the month of its day', () => {
    const december: NewEntry = { id: 'h1', on: day('2026-12-01'), kind: 'held', what: 'results' };
    const changes = withEntries([fileOf(MONTH)], [SAID, december]);
    expect(changes).toMatchObject([
      { path: PATH, expected: '1:2:3:4' },
      { path: 'feedback/2026-12.yaml', expected: 'absent' },
    ]);
  });

  test('to no file that is there and can not be read', () => {
    expect(() => withEntries([{ path: PATH }], [SAID])).toThrow(/can't be read/);
  });

  property([
    fc.array(
      fc.record({ text: fc.string({ minLength: 1, unit: 'binary' }), why: fc.string({ unit: 'grapheme' }) }),
      { minLength: 1, maxLength: 6 },
    ),
  ])('reads back as it was said, whatever it was', (said) => {
    const entries = said
      .map(({ text, why }) => ({ text: text.trim(), why: why.trim() }))
      .filter(({ text }) => text !== '' && !/\p{Cs}/u.test(text))
      .map(
        ({ text, why }, at) => ({ id: `f${at}`, on: day('2026-11-02'), kind: 'works', text, why }) as const,
      );
    fc.pre(entries.length > 0);
    const { entries: read, problems } = readFeedback(afterAdding(MONTH, ...entries), PATH);
    expect(problems).toEqual([]);
    expect(read.slice(3)).toMatchObject(entries);
  });
});

describe('an entry is changed', () => {
  const [change, action] = readFeedback(MONTH, PATH).entries as [Feedback, Action];
  const decided: Decision = {
    ...{ as: 'accepted', on: day('2027-02-01'), why: 'it slips less, they say', until: undefined },
    ...{ metric: '', stage: '' },
  };
  function afterChanging(
    text: string,
    entry: Feedback | Action,
    edit: Parameters<typeof withEntryChanged>[2],
  ) {
    const [written] = withEntryChanged([fileOf(text)], entry, edit);
    return written?.kind === 'write' ? String(written.content) : text;
  }

  test('a decision is one more line', () => {
    const bare = MONTH.replace(/ {4}decision: .*\n {4}done: .*\n {4}process: 3\n/, '');
    const [entry] = readFeedback(bare, PATH).entries as [Feedback];
    const after = afterChanging(bare, entry, { decision: decided });
    const line = '    decision: {as: accepted, on: 2027-02-01, why: "it slips less, they say"}\n';
    expect(after).toBe(bare.replace('    ref: 2026-11-23\n', `    ref: 2026-11-23\n${line}`));
  });

  test('one that takes the place of another leaves that among the earlier ones', () => {
    const after = afterChanging(MONTH, change, { decision: decided });
    const [read] = readFeedback(after, PATH).entries as [Feedback];
    expect(read.decision).toEqual(decided);
    expect(read.earlier).toEqual([change.decision]);
    const again = afterChanging(after, read, { decision: { ...decided, as: 'rejected' } });
    const [third] = readFeedback(again, PATH).entries as [Feedback];
    expect(third.earlier).toEqual([change.decision, decided]);
    expect(after.split('\n').filter((line) => !MONTH.includes(line))).toHaveLength(2);
  });

  test('an action in braces is done within them', () => {
    const after = afterChanging(MONTH, action, {
      done: { on: day('2026-11-29'), result: 'they said {yes}' },
    });
    expect(after).toBe(
      MONTH.replace(
        'ref: 2026-11-23}',
        'ref: 2026-11-23, done: {on: 2026-11-29, result: "they said {yes}"}}',
      ),
    );
  });

  test('what came of it and the process that it led to change their lines alone', () => {
    const after = afterChanging(MONTH, change, {
      done: { on: day('2027-02-01'), result: 'kept' },
      process: 4,
    });
    expect(after).toBe(MONTH.replace('result: used', 'result: kept').replace('process: 3', 'process: 4'));
  });

  test('to what it is already: nothing is written', () => {
    expect(
      withEntryChanged([fileOf(MONTH)], change, { process: 3, decision: change.decision as Decision }),
    ).toEqual([]);
  });
});

test('an id is a letter and nine hex digits, and follows from what was said', () => {
  const id = entryId('f', ['2026-11-23', 'change', 'a']);
  expect(id).toMatch(/^f[0-9a-f]{9}$/);
  expect(entryId('f', ['2026-11-23', 'change', 'a'])).toBe(id);
  expect(entryId('f', ['2026-11-23', 'changea', ''])).not.toBe(id);
});
