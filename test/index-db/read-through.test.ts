import { rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Reader, type Readings, readThrough } from '../../src/index-db/read-through.ts';
import type { KeptReading } from '../../src/index-db/rows.ts';
import { fingerprintAt } from '../../src/workspace/fingerprint.ts';
import { folderWith } from '../workspace-files/folder.ts';

const OLD = new Date('2020-01-01');

/** A reader that counts what it reads. */
function counting(name = 'test'): Reader & { readonly reads: string[]; readonly loads: () => number } {
  const reads: string[] = [];
  let loads = 0;
  return {
    name,
    mostBytes: 100,
    reads,
    loads: () => loads,
    load: async () => {
      loads++;
      return (bytes, path) => {
        reads.push(path);
        return { says: bytes.toString('utf8') };
      };
    },
  };
}

function listed(root: string, ...paths: readonly string[]) {
  return paths.flatMap((path) => {
    const fingerprint = fingerprintAt(root, path);
    return fingerprint === undefined ? [] : [{ path, fingerprint }];
  });
}

const keep = ({ learned }: Pick<Readings, 'learned'>) =>
  new Map(learned.map((reading): [string, KeptReading] => [reading.path, reading]));
const tick = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);

test('a file that is known and unchanged is not read, and its reader is not even loaded', async () => {
  const root = folderWith({ a: 'one' });
  tick();
  const first = await readThrough(root, listed(root, 'a'), new Map(), counting());
  const reader = counting();
  const second = await readThrough(root, listed(root, 'a'), keep(first), reader);
  expect(second.texts).toEqual(first.texts);
  expect([reader.loads(), reader.reads, second.learned]).toEqual([0, [], []]);
});

test('what another reader made of the file is not used', async () => {
  const root = folderWith({ a: 'one' });
  tick();
  const kept = keep(await readThrough(root, listed(root, 'a'), new Map(), counting('deal PLN')));
  const reader = counting('deal EUR');
  await readThrough(root, listed(root, 'a'), kept, reader);
  expect(reader.reads).toEqual(['a']);
});

test('a file as young as the look at it is hashed the next time, parsed only if it changed', async () => {
  const root = folderWith({ a: 'one' });
  utimesSync(join(root, 'a'), 4e9, 4e9); // younger than any clock
  const first = await readThrough(root, listed(root, 'a'), new Map(), counting());
  expect(first.learned[0]?.hash).not.toBe('');
  const reader = counting();
  const again = await readThrough(root, listed(root, 'a'), keep(first), reader);
  expect([reader.loads(), reader.reads, again.learned]).toEqual([1, [], []]);
  expect(again.texts).toEqual(first.texts);

  const lied = new Map([...keep(first)].map(([path, one]) => [path, { ...one, hash: 'other bytes' }]));
  await readThrough(root, listed(root, 'a'), lied, reader);
  expect(reader.reads).toEqual(['a']);
});

test('a file that is young no more is hashed once more and then trusted', async () => {
  const root = folderWith({ a: 'one' });
  tick();
  const [known] = (await readThrough(root, listed(root, 'a'), new Map(), counting())).learned;
  if (known === undefined) throw new Error('nothing learned');
  expect(known.hash).toBe('');
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update('one').digest('base64');
  const young = new Map([['a', { ...known, hash }]]);
  const reader = counting();
  const { learned } = await readThrough(root, listed(root, 'a'), young, reader);
  expect(reader.reads).toEqual([]);
  expect(learned).toEqual([known]);
});

test('a file that is gone, a link and one that is too large give no reading, and nothing is kept of them', async () => {
  const root = folderWith({ gone: 'x', link: 'x', large: 'x', fine: 'x' });
  const files = listed(root, 'gone', 'link', 'large', 'fine');
  for (const path of ['gone', 'link']) rmSync(join(root, path));
  symlinkSync(join(root, 'fine'), join(root, 'link'));
  writeFileSync(join(root, 'large'), 'x'.repeat(101));
  utimesSync(join(root, 'fine'), OLD, OLD);
  const found = await readThrough(root, files, new Map(), counting());
  expect([...found.texts.keys()]).toEqual(['fine']);
  expect([...found.refused.keys()]).toEqual(['link', 'large']);
  expect(found.learned.map(({ path }) => path)).toEqual(['fine']);
});
