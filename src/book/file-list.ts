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
