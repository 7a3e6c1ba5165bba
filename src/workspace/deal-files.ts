// Lists the deal files of a workspace: every *.yaml under deals/ and archive/, with its fingerprint. Reads none.
// What looks like a deal and can't be one is never passed over in silence: it would look like a lost deal.

import { type BigIntStats, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../base/day.ts';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import type { Problem } from '../base/problem.ts';
import { type Said, type Sayable, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Message } from '../words/message.ts';
import { type Fingerprint, fingerprintOf, type Printed } from './fingerprint.ts';
import { troubleWith } from './read-file.ts';

/** A deal file is smaller than a note about a deal ever gets; larger ones are some other thing. */
export const MOST_BYTES = 256 * 1024;

/** The numbers that fingerprints are made of, for many files in one array: as values of their own they would weigh more than all else. */
class Prints {
  #numbers = new BigInt64Array(0);
  #count = 0;

  /** Makes room for so many more. */
  expect(more: number): void {
    const needed = 4 * (this.#count + more);
    if (needed <= this.#numbers.length) return;
    const longer = new BigInt64Array(Math.max(needed, 2 * this.#numbers.length));
    longer.set(this.#numbers);
    this.#numbers = longer;
  }

  /** @returns its place */
  add({ size, mtimeNs, ctimeNs, ino }: Printed): number {
    const at = 4 * this.#count++;
    this.#numbers[at] = size;
    this.#numbers[at + 1] = mtimeNs;
    this.#numbers[at + 2] = ctimeNs;
    this.#numbers[at + 3] = ino;
    return at;
  }

  /** @param place as `add` gave it */
  at(place: number): BigInt64Array {
    return this.#numbers.subarray(place, place + 4);
  }
}

/** A file, with where the numbers of its fingerprint are: of most files nobody asks for the text. */
export class DealFile {
  /** From the workspace's root, with forward slashes. */
  readonly path: string;
  readonly #prints: Prints;
  readonly #place: number;

  constructor(path: string, prints: Prints, stat: Printed) {
    this.path = path;
    this.#prints = prints;
    this.#place = prints.add(stat);
  }

  /** Size, time of change and of the inode's change in ns since 1970, and inode. */
  get numbers(): BigInt64Array {
    return this.#prints.at(this.#place);
  }

  get fingerprint(): Fingerprint {
    const [size = 0n, mtimeNs = 0n, ctimeNs = 0n, ino = 0n] = this.numbers;
    return fingerprintOf({ size, mtimeNs, ctimeNs, ino });
  }
}

/** A file that stands for a deal, and why it isn't read. */
interface RefusedFile {
  readonly path: string;
  readonly problem: Problem;
}

export interface DealFiles {
  /** Sorted by path. */
  readonly files: readonly DealFile[];
  /** Sorted by path. */
  readonly refused: readonly RefusedFile[];
  /** What is wrong beside: folders that are links. Sorted by file. */
  readonly problems: readonly Problem[];
}

const ENDING = '.yaml';
const MOST = BigInt(MOST_BYTES);
const AS_BIGINTS = { bigint: true, throwIfNoEntry: false } as const;
/** Endings that people take for the right one. */
const NEARLY = /\.ya?ml$/i;

/**
 * The deal files under `deals/` and `archive/`; a folder that is missing holds none.
 * @throws Failure `io` where a folder can't be listed: its deals would look removed
 */
export function listDealFiles(root: string): DealFiles {
  const found: Listing = { prints: new Prints(), files: [], refused: [], problems: [] };
  for (const top of ['deals', 'archive']) {
    const stat = lstatSync(join(root, top), { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) list(root, top, found);
    else if (stat?.isSymbolicLink() === true) found.problems.push(linkedFolder(top));
  }
  found.files.sort(byPath);
  found.refused.sort(byPath);
  found.problems.sort((a, b) => (a.file < b.file ? -1 : 1));
  const { files, refused, problems } = found;
  return { files, refused, problems };
}

/** @throws Failure `deals-unreadable` where a folder of deals is a link: to a writer its deals would look as if they were gone */
export function refuseLinkedFolders({ problems }: Pick<DealFiles, 'problems'>): void {
  if (problems.length === 0) return;
  throw new Failure(
    'deals-unreadable',
    said("{folders} can't be looked into, so nothing was done.", {
      folders: fewOf(problems.map(({ file }) => file)),
    }),
    { problems, hint: 'Its deals would look as if they were gone.' },
  );
}

interface Listing {
  readonly prints: Prints;
  files: DealFile[];
  refused: RefusedFile[];
  problems: Problem[];
}

function list(root: string, top: string, found: Listing): void {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const names = namesIn(root, folder);
    found.prints.expect(names.length);
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const path = `${folder}/${name}`;
      const stat = lstatSync(`${root}/${path}`, AS_BIGINTS);
      const isDeal = name.endsWith(ENDING);
      if (isDeal && stat?.isFile() === true && stat.size <= MOST)
        found.files.push(new DealFile(path, found.prints, stat));
      else if (stat?.isDirectory() === true) folders.push(path);
      else if (isDeal) look(path, stat, found);
      else if (NEARLY.test(name)) found.refused.push(nearly(path));
      else if (stat?.isSymbolicLink() === true && mayBeFolder(root, path))
        found.problems.push(linkedFolder(path));
    }
  }
}

function namesIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return []; // gone since its parent was listed
    throw new Failure(
      'io',
      said("{folder} can't be listed: {reason}.", { folder, reason: reasonOf(error) }),
      {
        hint: 'Its deals would look as if they were gone, so nothing was done.',
        cause: error,
      },
    );
  }
}

function look(path: string, stat: BigIntStats | undefined, found: Listing): void {
  if (stat === undefined && !path.includes('\ufffd')) return; // gone since its folder was listed
  const trouble =
    stat === undefined ? said('has a name that is not UTF-8 text') : troubleWith(stat, MOST_BYTES);
  if (stat !== undefined && trouble === undefined) found.files.push(new DealFile(path, found.prints, stat));
  else
    found.refused.push({
      path,
      problem: invalid(path, said('The file {reason}.', { reason: trouble ?? '' }), hintFor(trouble)),
    });
}

/** `.yml` and `.YAML`: a person means a deal, and the deal must not look gone. */
function nearly(path: string): RefusedFile {
  const ending = path.slice(path.lastIndexOf('.'));
  const problem = invalid(
    path,
    said("A deal's file ends in {ending}, not in {other}.", { ending: ENDING, other: ending }),
    said('Rename it: {name}', { name: `${idOf(path)}${ENDING}` }),
  );
  return { path, problem };
}

/** The id that a file stands for: its name without its ending. */
export function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}

/** `.yml` is meant as a deal too: it is none that can be read, and none that is gone. */
export function isDealPath(path: string): boolean {
  return NEARLY.test(path) && !path.split('/').some((name) => name.startsWith('.'));
}

/** `2026-Q3` for archive/2026-Q3/x.yaml, '' for archive/x.yaml, undefined under deals/. */
export function archiveFolder(path: string): string | undefined {
  const [top, ...folders] = path.split('/').slice(0, -1);
  return top === 'archive' ? folders.join('/') : undefined;
}

/** Looks where the link leads, and no further. What leads nowhere may have been a folder of deals. */
function mayBeFolder(root: string, path: string): boolean {
  try {
    return statSync(join(root, path)).isDirectory();
  } catch {
    return true;
  }
}

function linkedFolder(path: string): Problem {
  return invalid(
    path,
    'The folder is a symbolic link, and links are not followed.',
    'Put the deals themselves here.',
  );
}

function hintFor(trouble: Said | undefined): Message {
  if (trouble?.message.includes('larger') === true)
    return 'Keep what a deal is about, and move the rest to a file beside deals/.';
  return 'Put the file itself there, or move it out of the folder.';
}

function invalid(file: string, message: Sayable, hint: Sayable): Problem {
  return { code: 'invalid-file', severity: 'error', file, message, hint };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Where a deal's file lies: by the year it was created in. */
export function dealPath(id: string, created: Day | undefined): string {
  return `deals/${created === undefined ? 'undated' : created.slice(0, 4)}/${id}.yaml`;
}
