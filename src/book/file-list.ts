// The list of a workspace's deal files as bytes: two lists are of the same files just where their bytes are equal.

import type { Column } from '../index-db/columns.ts';
import type { DealFiles } from '../workspace/deal-files.ts';

const NUMBERS = 4;

/**
 * As the index keeps it, beside the columns of the rows: under `values` the names, and what is wrong with the list, under
 * `places` the numbers of each file's fingerprint.
 */
export function fileList({ files, refused, problems }: DealFiles): Column {
  const numbers = new BigInt64Array(NUMBERS * files.length);
  for (const [at, file] of files.entries()) numbers.set(file.numbers, NUMBERS * at);
  const paths = files.map(({ path }) => path).join('\0'); // which no name has in it
  return {
    values: Buffer.from(`${JSON.stringify([refused, problems])}\n${paths}`),
    places: new Uint8Array(numbers.buffer),
  };
}

/** Whether both are of the same files, none of which has changed. */
export function isSameList(a: Column, b: Column): boolean {
  return Buffer.compare(a.values, b.values) === 0 && Buffer.compare(a.places, b.places) === 0;
}

/** The paths of the files that only one of them has, or that both have with other numbers. */
export function changedPaths(a: Column, b: Column): ReadonlySet<string> {
  const places = new Map(pathsOf(a).map((path, at) => [path, at]));
  const [numbersA, numbersB] = [halvesOf(a), halvesOf(b)];
  const changed = new Set<string>();
  for (const [at, path] of pathsOf(b).entries()) {
    const before = places.get(path);
    if (before === undefined || !isSamePrint(numbersA, before, numbersB, at)) changed.add(path);
    places.delete(path);
  }
  for (const path of places.keys()) changed.add(path);
  return changed;
}

function pathsOf({ values }: Column): readonly string[] {
  const text = Buffer.from(values).toString('utf8');
  const paths = text.slice(text.indexOf('\n') + 1);
  return paths === '' ? [] : paths.split('\0');
}

/** The numbers by their halves: to look at one of 64 bits makes a value for it. */
function halvesOf({ places }: Column): Uint32Array {
  return new Uint32Array(new Uint8Array(places).buffer);
}

function isSamePrint(a: Uint32Array, atA: number, b: Uint32Array, atB: number): boolean {
  const halves = 2 * NUMBERS;
  for (let n = 0; n < halves; n++) if (a[halves * atA + n] !== b[halves * atB + n]) return false;
  return true;
}
