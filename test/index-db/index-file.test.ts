import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toColumns } from '../../src/index-db/columns.ts';
import { IndexUnsure } from '../../src/index-db/index-unsure.ts';
import { noIndex, openIndex } from '../../src/index-db/open-index.ts';
import type { IndexChanges, KeptReading } from '../../src/index-db/rows.ts';
import { startChild } from '../workspace-files/child-process.ts';
import { folderWith, put } from '../workspace-files/folder.ts';

const PATHS = ['a', 'b'];
const reading = (path: string, said = 'x'): KeptReading => ({
  path,
  reader: 'test',
  fingerprint: '1:2:3:4',
  hash: '',
  reading: JSON.stringify(said),
});

function save(root: string, changes: Partial<IndexChanges>): string | undefined {
  const index = openIndex(root);
  const note = index.save({ readings: [], gone: [], memos: [], ...changes });
  index.close();
  return note === undefined ? undefined : String(note);
}

function saidOf(root: string, paths = PATHS) {
  const index = openIndex(root);
  const said = [...index.readings(paths).values()].map(({ path, reading }) => [path, reading]);
  index.close();
  return said;
}

test('a workspace without an index has an empty one, and opening makes no file', () => {
  const root = folderWith();
  expect(openIndex(root).note).toBeUndefined();
  expect(saidOf(root)).toEqual([]);
  expect(existsSync(join(root, '.pipeline'))).toBe(false);
});

test('what is kept is there, what is gone is not, the newest of a path counts', () => {
  const root = folderWith();
  const odd = 'c\0"\u{10ffff} ż';
  save(root, { readings: [reading('a'), reading('b'), reading(odd)] });
  save(root, { readings: [reading('a', 'y')], gone: ['b'] });
  expect(saidOf(root, ['a', 'b', odd])).toEqual([
    ['a', '"y"'],
    [odd, '"x"'],
  ]);
});

test('a few files or many, each reading is that of its path', () => {
  const root = folderWith();
  const paths = Array.from({ length: 600 }, (_, n) => `p${n}`);
  save(root, { readings: paths.map((path) => reading(path, path)) });
  for (const some of [paths.slice(0, 3), paths])
    for (const [path, said] of saidOf(root, some)) expect(said).toBe(JSON.stringify(path));
  expect(saidOf(root, paths)).toHaveLength(600);
});

test('a memo comes back with its columns, and without those of the one before it', () => {
  const root = folderWith();
  const columns = toColumns(['n'], [{ n: 1 }, { n: 2 }], ({ n }) => n);
  save(root, { memos: [{ key: 'k', inputs: 'i', value: 'v', columns }] });
  const index = openIndex(root);
  const memo = index.memo('k');
  expect([memo?.inputs, memo?.value(), memo?.column('n') !== undefined, memo?.column('m')]).toEqual([
    'i',
    'v',
    true,
    undefined,
  ]);
  index.close();
  save(root, { memos: [{ key: 'k', inputs: 'j', value: 'w' }] });
  const later = openIndex(root);
  expect([later.memo('k')?.value(), later.memo('k')?.column('n')]).toEqual(['w', undefined]);
});

test('what another command has written meanwhile, or this one of the same memo, is not taken for what was there', () => {
  const root = folderWith();
  const columns = toColumns(['n'], [{ n: 1 }], ({ n }) => n);
  const memo = (key: string) => ({ key, inputs: 'i', value: 'v', columns });
  save(root, { memos: [memo('k')] });
  const index = openIndex(root);
  index.release();
  const [mine, again] = [index.memo('k'), index.memo('k')];
  index.save({ readings: [], gone: [], memos: [memo('other')] });
  expect(mine?.column('n')).toBeDefined();
  save(root, { memos: [memo('k')] });
  expect(() => mine?.column('n')).toThrow(IndexUnsure);
  const late = index.memo('k');
  expect(late?.value()).toBe('v');
  index.save({ readings: [], gone: [], memos: [memo('k')] });
  expect(() => late?.value()).toThrow(IndexUnsure);
  expect(() => again?.value()).toThrow(IndexUnsure);
  index.close();
});

test('where nothing was learned nothing is written', () => {
  const root = folderWith();
  save(root, { readings: [reading('a')] });
  const before = readFileSync(join(root, '.pipeline/index.db'));
  expect(save(root, {})).toBeUndefined();
  expect(readFileSync(join(root, '.pipeline/index.db')).equals(before)).toBe(true);
});

test('an index that is found damaged is made anew, with what SQLite left beside it', () => {
  const root = folderWith({
    '.pipeline/index.db': 'garbage'.repeat(999),
    '.pipeline/index.db-journal': 'garbage',
  });
  expect(String(openIndex(root).note)).toBe('The index was damaged; it is built anew.');
  save(root, { readings: [reading('a')] });
  expect(openIndex(root).note).toBeUndefined();
  expect(saidOf(root)).toEqual([['a', '"x"']]);
  expect(existsSync(join(root, '.pipeline/index.db-journal'))).toBe(false);
});

test('an index that is damaged behind its reader is removed when it is written to', () => {
  const root = folderWith();
  save(root, { readings: [reading('a')] });
  const index = openIndex(root);
  put(root, '.pipeline/index.db', 'garbage'.repeat(9999));
  const note = index.save({ readings: [reading('b')], gone: [], memos: [] });
  expect(note).toBe('The index was damaged; the next command builds it anew.');
  expect(existsSync(join(root, '.pipeline/index.db'))).toBe(false);
});

test('two commands that keep what they learned do not undo each other', () => {
  const root = folderWith();
  save(root, { readings: [reading('x')] });
  const [one, other] = [openIndex(root), openIndex(root)];
  one.release();
  other.release();
  one.save({ readings: [reading('a')], gone: [], memos: [] });
  other.save({ readings: [reading('b')], gone: [], memos: [] });
  expect(saidOf(root)).toHaveLength(2);
});

test('the index of another workspace is not written to', () => {
  const [ours, theirs] = [folderWith(), folderWith()];
  save(theirs, { readings: [reading('a')] });
  put(ours, '.pipeline/x', '');
  const index = openIndex(ours);
  const bytes = readFileSync(join(theirs, '.pipeline/index.db'));
  writeFileSync(join(ours, '.pipeline/index.db'), bytes);
  expect(index.save({ readings: [reading('b')], gone: [], memos: [] })).toBeUndefined();
  expect(readFileSync(join(ours, '.pipeline/index.db')).equals(bytes)).toBe(true);
});

test('what another command keeps meanwhile is never taken for damage', async () => {
  const root = folderWith();
  const writer = await startChild('keep', root);
  const index = openIndex(root);
  index.release();
  const seen = new Map<string, number>();
  for (let n = 0; n < 3_000; n++) {
    const what = outcomeOf(() => {
      const memo = index.memo('k');
      const [inputs, value] = [memo?.inputs.slice(1), memo?.value().slice(1)];
      memo?.column('n');
      expect(value).toBe(inputs);
    });
    seen.set(what, (seen.get(what) ?? 0) + 1);
  }
  await writer.kill();
  index.close();
  expect([...seen.keys()].toSorted()).toEqual(['changed', 'had']);
});

function outcomeOf(ask: () => void): string {
  try {
    ask();
    return 'had';
  } catch (error) {
    if (!(error instanceof IndexUnsure)) throw error;
    return error.what;
  }
}

test('what can not be kept at once is left for later', () => {
  const root = folderWith({ '.pipeline': 'in the way' });
  const index = openIndex(root);
  expect(index.keep({ key: 'k', inputs: 'i', value: 'v' })).toBe(false);
  expect(noIndex(root).keep({ key: 'k', inputs: 'i', value: 'v' })).toBe(true); // nothing is to be kept
});
