// Reads files through the index: what is kept of an unchanged file is taken from there; any other file is read.
// Whether it was the one or the other can't be told from the result.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Fingerprint, fingerprintOf, isRacy } from '../workspace/fingerprint.ts';
import { type Refusal, readRegularFile } from '../workspace/read-file.ts';
import { fileSystemClock } from './clock.ts';
import type { KeptReading } from './rows.ts';

export interface Listed {
  readonly path: string;
  readonly fingerprint: Fingerprint;
}

/** What becomes of a file's bytes: a plain value that survives JSON. */
type ReadBytes = (bytes: Buffer, path: string) => unknown;

export interface Reader {
  /** With all that its results depend on beside the file: `deal PLN`. */
  readonly name: string;
  readonly mostBytes: number;
  /** Loads what it takes to read: asked for only where a file has to be read. */
  load(): Promise<ReadBytes>;
}

export interface Readings {
  /** By path: the reading as JSON. */
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: ReadonlyMap<string, Refusal>;
  /** What the index is to keep. */
  readonly learned: readonly KeptReading[];
  /** Whether every reading is of the file that was listed, and the same as long as its fingerprint is. */
  readonly lasting: boolean;
}

/** Tells how much of some work is done; `end` is called when nothing more will be. */
export interface Progress {
  at(done: number): void;
  end(): void;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called where so many files have to be read; then told how many are. */
  readonly progress?: ((total: number) => Progress) | undefined;
}

/** How many files are read between two looks at whether a person has interrupted. */
const BREATH = 100;

/** The readings of all files; one that is gone meanwhile has none. @throws the signal's reason when it is aborted */
export async function readThrough(
  root: string,
  files: readonly Listed[],
  kept: ReadonlyMap<string, KeptReading>,
  reader: Reader,
  { signal, progress }: ReadOptions = {},
): Promise<Readings> {
  const texts = new Map<string, string>();
  const refused = new Map<string, Refusal>();
  const learned: KeptReading[] = [];
  const unsure: Listed[] = [];
  for (const file of files) {
    const known = kept.get(file.path);
    if (known?.fingerprint === file.fingerprint && known.reader === reader.name && known.hash === '')
      texts.set(file.path, known.reading);
    else unsure.push(file);
  }
  if (unsure.length === 0) return { texts, refused, learned, lasting: true };

  const look: Look = { root, clock: fileSystemClock(root), parse: await reader.load(), reader, kept };
  const shown = progress?.(unsure.length);
  let lasting = true;
  for (const [place, { path, fingerprint }] of unsure.entries()) {
    if (place % BREATH === BREATH - 1) {
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    }
    const read = readOne(look, path);
    if (read.reading !== undefined) texts.set(path, read.reading.reading);
    if (read.refused !== undefined) refused.set(path, read.refused);
    if (read.reading !== undefined && read.reading !== kept.get(path)) learned.push(read.reading);
    if (read.reading?.hash !== '' || read.reading.fingerprint !== fingerprint) lasting = false;
    shown?.at(place + 1);
  }
  shown?.end();
  return { texts, refused, learned, lasting };
}

interface Look {
  readonly root: string;
  /** The file system's, from before the first look at a file; undefined where nothing will be kept. */
  readonly clock: bigint | undefined;
  readonly parse: ReadBytes;
  readonly reader: Reader;
  readonly kept: ReadonlyMap<string, KeptReading>;
}

/** Neither where the file is gone. */
function readOne(look: Look, path: string): { reading?: KeptReading; refused?: Refusal } {
  const { root, clock = 0n, parse, reader, kept } = look;
  const file = readRegularFile(join(root, path), reader.mostBytes);
  if (file.kind === 'absent') return {};
  if (file.kind === 'refused') return { refused: file };
  const { bytes, stat } = file;
  const fingerprint = fingerprintOf(stat);
  const racy = isRacy(stat, clock);
  const known = kept.get(path);
  if (known?.fingerprint === fingerprint && known.reader === reader.name && known.hash === hashOf(bytes))
    return { reading: racy ? known : { ...known, hash: '' } };
  const reading = JSON.stringify(parse(bytes, path));
  return { reading: { path, reader: reader.name, fingerprint, hash: racy ? hashOf(bytes) : '', reading } };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}
