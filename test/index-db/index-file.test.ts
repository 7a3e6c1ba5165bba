import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadIndex, saveIndex } from '../../src/index-db/index-file.ts';
import type { KeptReading } from '../../src/index-db/rows.ts';
import { folderWith, put } from '../workspace-files/folder.ts';

const reading = (path: string, said = 'x'): KeptReading => ({
  path,
  reader: 'test',
  fingerprint: '1:2:3:4',
  hash: '',
  reading: JSON.stringify(said),
});
const changes = (readings: readonly KeptReading[], gone: readonly string[] = []) => ({
  readings,
  gone,
  memos: [],
});

test('a workspace without an index has an empty one, and loading makes no file', () => {
  const root = folderWith();
  expect(loadIndex(root)).toMatchObject({ state: 'usable', note: undefined, readings: new Map() });
  expect(existsSync(join(root, '.pipeline'))).toBe(false);
});

test('what is kept is loaded, what is gone is not, the newest of a path counts', () => {
  const root = folderWith();
  saveIndex(root, 'usable', changes([reading('a'), reading('b'), reading('c\0"\u{10ffff} ż')]));
  saveIndex(root, 'usable', changes([reading('a', 'y')], ['b']));
  expect([...loadIndex(root).readings.values()].map(({ path, reading: said }) => [path, said])).toEqual([
    ['c\0"\u{10ffff} ż', '"x"'],
    ['a', '"y"'],
  ]);
});

test('one path can be loaded alone', () => {
  const root = folderWith();
  const memo = { key: 'series', inputs: 'i', value: 'v' };
  saveIndex(root, 'usable', { readings: [reading('a'), reading('b')], gone: [], memos: [memo] });
  expect([...loadIndex(root, 'b').readings.keys()]).toEqual(['b']);
  expect(loadIndex(root, 'b').memos.size).toBe(0);
  expect(loadIndex(root).memos.get('series')).toEqual(memo);
});

test('where nothing was learned nothing is written', () => {
  const root = folderWith();
  saveIndex(root, 'usable', changes([reading('a')]));
  const before = readFileSync(join(root, '.pipeline/index.db'));
  expect(saveIndex(root, 'usable', changes([]))).toBeUndefined();
  expect(readFileSync(join(root, '.pipeline/index.db')).equals(before)).toBe(true);
});

test('an index that is out of reach is left alone', () => {
  const root = folderWith();
  expect(saveIndex(root, 'out-of-reach', changes([reading('a')]))).toBeUndefined();
  expect(existsSync(join(root, '.pipeline'))).toBe(false);
});

test('an index that is found damaged is made anew, with what SQLite left beside it', () => {
  const root = folderWith({
    '.pipeline/index.db': 'garbage'.repeat(999),
    '.pipeline/index.db-journal': 'garbage',
  });
  const { state, note } = loadIndex(root);
  expect([state, note]).toEqual(['replace', 'The index was damaged; it is built anew.']);
  saveIndex(root, state, changes([reading('a')]));
  expect(loadIndex(root)).toMatchObject({ state: 'usable', note: undefined });
  expect(existsSync(join(root, '.pipeline/index.db-journal'))).toBe(false);
});

test('an index that is damaged behind its reader is removed when it is written to', () => {
  const root = folderWith();
  saveIndex(root, 'usable', changes([reading('a')]));
  put(root, '.pipeline/index.db', 'garbage'.repeat(999));
  expect(saveIndex(root, 'usable', changes([reading('b')]))).toBe(
    'The index was damaged; the next command builds it anew.',
  );
  expect(existsSync(join(root, '.pipeline/index.db'))).toBe(false);
});

test('an index that another workspace put there meanwhile is not written to', () => {
  const [ours, theirs] = [folderWith(), folderWith()];
  saveIndex(theirs, 'usable', changes([reading('a')]));
  put(ours, '.pipeline/x', '');
  const bytes = readFileSync(join(theirs, '.pipeline/index.db'));

  writeFileSync(join(ours, '.pipeline/index.db'), bytes);
  expect(saveIndex(ours, 'usable', changes([reading('b')]))).toBeUndefined();
  expect(readFileSync(join(ours, '.pipeline/index.db')).equals(bytes)).toBe(true);
});
