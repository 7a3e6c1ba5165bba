// Two lists of files differ in the files that were added, that are gone, and whose numbers are others.

import { expect } from 'vitest';
import { changedPaths, fileList, isSameList } from '../../src/book/file-list.ts';
import type { DealFiles } from '../../src/workspace/deal-files.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

type Prints = Readonly<Record<string, bigint>>;

const path = fc
  .constantFrom(...'abcdefgh', 'ą', 'z\nz', '\u{1f600}', '\ufffd')
  .map((name) => `deals/${name}.yaml`);
const prints: fc.Arbitrary<Prints> = fc.dictionary(path, fc.constantFrom(1n, 2n, 2n ** 62n, -1n));

function listOf(files: Prints) {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = sorted.map(([name, number]) => ({
    path: name,
    numbers: BigInt64Array.of(7n, number, number, 9n),
  }));
  return fileList({ files: listed, refused: [], problems: [] } as unknown as DealFiles);
}

property([prints, prints])('they differ in what is not the same in both', (a, b) => {
  const all = [...Object.keys(a), ...Object.keys(b)];
  const expected = new Set(all.filter((name) => a[name] !== b[name]));
  expect(changedPaths(listOf(a), listOf(b))).toEqual(expected);
  expect(isSameList(listOf(a), listOf(b))).toBe(expected.size === 0);
});
