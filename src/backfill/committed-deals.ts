// The deals that a commit has. What stands as it stood in the commit that was read before is not read again.

import { grouped } from '../base/grouped.ts';
import type { Problem } from '../base/problem.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { duplicateIds } from '../book/deals-in-files.ts';
import type { Deal } from '../deal/deal.ts';
import { readDeal } from '../deal/read.ts';
import { archiveFolder, idOf, isDealPath, MOST_BYTES } from '../workspace/deal-files.ts';
import type { GitFiles } from '../workspace/git-past.ts';
import type { CommittedFile } from '../workspace/git-plumbing.ts';
import type { UnreadPast } from './source.ts';

export interface CommittedDeals {
  readonly deals: readonly Deal[];
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  readonly unread: readonly UnreadPast[];
  /** What is worth a word about those that can be read: unknown keys. */
  readonly problems: readonly Problem[];
  /** Why the others can't. */
  readonly errors: readonly Problem[];
}

type CommittedReading = { readonly problems: readonly Problem[] } & (
  | { readonly deal: Deal }
  | { readonly problem: string }
);

/** A reader for commits one after another, in any order; those with much in common cost least. */
export class CommittedDealReader {
  readonly #git: GitFiles;
  /** By path and content: what the last commit came to. */
  #known: ReadonlyMap<string, CommittedReading> = new Map();

  constructor(git: GitFiles) {
    this.#git = git;
  }

  /** @param currency the workspace's then, of a deal that names none */
  at(commit: string, currency: string): CommittedDeals {
    const files = this.#git.files(commit, ['deals', 'archive']).filter(({ path }) => isDealPath(path));
    const keyOf = ({ path, id }: CommittedFile) => `${currency} ${id} ${path}`;
    const read = new Map<string, CommittedReading>();
    const fresh: CommittedFile[] = [];
    for (const file of files) {
      const known = this.#known.get(keyOf(file));
      if (known !== undefined) read.set(keyOf(file), known);
      else fresh.push(file);
    }
    for (const some of inLoads(fresh)) {
      const contents = this.#git.contents(some.filter(isReadable).map(({ id }) => id));
      for (const file of some) read.set(keyOf(file), readingOf(file, contents.get(file.id), currency));
    }
    this.#known = read;
    return sorted(files, (file) => read.get(keyOf(file)));
  }
}

function isReadable({ path, size, isLink }: CommittedFile): boolean {
  return path.endsWith('.yaml') && !isLink && size <= MOST_BYTES;
}

const LOAD_BYTES = 16 * 1024 * 1024;

/** As many files at a time as may be held. */
function* inLoads(files: readonly CommittedFile[]): Generator<CommittedFile[]> {
  let load: CommittedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    load.push(file);
    if (isReadable(file)) bytes += file.size;
    if (bytes < LOAD_BYTES) continue;
    yield load;
    load = [];
    bytes = 0;
  }
  if (load.length > 0) yield load;
}

/** @param currency of a deal that names none */
export function readingOf(
  file: CommittedFile,
  bytes: Buffer | undefined,
  currency: string,
): CommittedReading {
  const unread = (wrong: Pick<Problem, 'message' | 'hint' | 'line'>): CommittedReading => ({
    problem: String(wrong.message),
    problems: [{ code: 'invalid-file', severity: 'error', file: file.path, ...wrong }],
  });
  if (!isReadable(file) || bytes === undefined)
    return unread({ message: 'It is no file that can be read as a deal.' });
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return unread(text);
  const { deal, problems } = readDeal(text, file.path, { currency });
  if (deal !== undefined) return { deal, problems };
  return { problem: String(problems.find(({ severity }) => severity === 'error')?.message ?? ''), problems };
}

function sorted(
  files: readonly CommittedFile[],
  readingFor: (file: CommittedFile) => CommittedReading | undefined,
): CommittedDeals {
  const byId = grouped(files, ({ path }) => idOf(path));
  const deals: Deal[] = [];
  const archived: { deal: Deal; folder: string }[] = [];
  const unread: UnreadPast[] = [];
  const problems: Problem[] = [];
  const errors: Problem[] = [];
  for (const [id, [file, ...more]] of byId) {
    const reading = file && readingFor(file);
    if (file === undefined || reading === undefined) continue;
    const folder = archiveFolder(file.path);
    if (more.length > 0) {
      unread.push({ id, folder, problem: 'The id stands for several files.' });
      errors.push(...duplicateIds(id, [file, ...more]));
    } else if ('problem' in reading) {
      unread.push({ id, folder, problem: reading.problem });
      errors.push(...reading.problems);
    } else {
      problems.push(...reading.problems);
      if (folder === undefined) deals.push(reading.deal);
      else archived.push({ deal: reading.deal, folder });
    }
  }
  return { deals, archived, unread, problems, errors };
}
