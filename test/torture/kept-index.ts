// `.pipeline/index.db` as a file among files: taken away, put back, damaged, made to be of another version.

import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../support/random.ts';

/** The index with what SQLite keeps beside it, by name. */
export type KeptIndex = ReadonlyMap<string, Buffer>;

const FILE = 'index.db';
const PAGE = 4096;
/** Where a database of SQLite has its user_version: https://www.sqlite.org/fileformat.html#the_database_header */
const USER_VERSION_AT = 60;

const isOfIndex = (name: string) => name.startsWith(FILE);

export function readIndex(root: string): KeptIndex {
  const folder = join(root, '.pipeline');
  const names = existsSync(folder) ? readdirSync(folder).filter(isOfIndex) : [];
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

/** In the place of what is there. */
export function putIndex(root: string, kept: KeptIndex): void {
  const folder = join(root, '.pipeline');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter(isOfIndex)) rmSync(join(folder, name), { recursive: true });
  for (const [name, bytes] of kept) writeFileSync(join(folder, name), bytes);
}

export function withoutIndex(root: string): void {
  rmSync(join(root, '.pipeline'), { recursive: true, force: true });
}

/** The same index with another number as its version. */
export function ofVersion(kept: KeptIndex, versionOf: (own: number) => number): KeptIndex {
  const bytes = Buffer.from(kept.get(FILE) ?? Buffer.alloc(0));
  if (bytes.length > USER_VERSION_AT + 4)
    bytes.writeUInt32BE(versionOf(bytes.readUInt32BE(USER_VERSION_AT)), USER_VERSION_AT);
  return new Map([[FILE, bytes]]);
}

type Damage = (bytes: Buffer, random: Random) => Buffer;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'flipped bytes': (bytes, random) => {
    for (let count = random.between(1, 40); count > 0; count--) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ random.between(1, 255);
    }
    return bytes;
  },
  'one flipped bit': (bytes, random) => {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  },
  'a flipped byte of the header': (bytes, random) => {
    const at = random.below(Math.min(100, bytes.length));
    bytes[at] = (bytes[at] ?? 0) ^ random.between(1, 255);
    return bytes;
  },
  'cut anywhere': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'cut between pages': (bytes, random) => bytes.subarray(0, pageIn(bytes, random)),
  'zeroed pages': (bytes, random) => {
    for (let count = random.between(1, 3); count > 0; count--) {
      const at = pageIn(bytes, random);
      bytes.subarray(at, at + PAGE).fill(0);
    }
    return bytes;
  },
  'pages out of place': (bytes, random) => {
    for (let count = random.between(1, 3); count > 0; count--) {
      const from = pageIn(bytes, random);
      bytes.copy(bytes, pageIn(bytes, random), from, from + PAGE);
    }
    return bytes;
  },
  'a stretch of garbage': (bytes, random) => {
    const from = random.below(bytes.length);
    bytes.subarray(from, from + random.between(1, 5_000)).fill(garbage(random, 100));
    return bytes;
  },
  'garbage and nothing else': (_, random) => garbage(random, random.between(1, 20_000)),
  'garbage behind it': (bytes, random) => Buffer.concat([bytes, garbage(random, random.between(1, 9_000))]),
  'nothing in it': () => Buffer.alloc(0),
};

function pageIn(bytes: Buffer, random: Random): number {
  return PAGE * random.below(Math.max(1, Math.floor(bytes.length / PAGE)));
}

function garbage(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}

/** One of its files damaged. @returns also how, for a message */
export function damaged(
  kept: KeptIndex,
  random: Random,
): { readonly how: string; readonly index: KeptIndex } {
  const [how, damage] = random.pick(Object.entries(DAMAGES));
  const [name, bytes] = random.pick([...kept].filter(([, each]) => each.length > 0));
  return { how: `${how}, in ${name}`, index: new Map(kept).set(name, damage(Buffer.from(bytes), random)) };
}
