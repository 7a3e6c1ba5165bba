// The deals of the working set and of the archive, read through the index, and the files that give none.

import type { Problem } from '../base/problem.ts';
import type { Deal } from '../deal/deal.ts';
import { type DealReading, fromKept, toKept } from '../index-db/deal-record.ts';
import { type Reader, type ReadOptions, readThrough } from '../index-db/read-through.ts';
import type { KeptReading } from '../index-db/rows.ts';
import { type DealFile, listDealFiles, MOST_BYTES } from '../workspace/deal-files.ts';

/** A deal that has a file and can't be read. */
export interface Unread {
  readonly id: string;
  /** Why, in one line. */
  readonly problem: string;
  /** In the archive: its folder there. Undefined where it, or one of its files, is in deals/. */
  readonly folder: string | undefined;
}

export interface DealsInFiles {
  /** Sorted by path. */
  readonly deals: readonly Deal[];
  /** Sorted by path. */
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  /** One of each id, sorted by it. */
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
  readonly learned: readonly KeptReading[];
  /** Of every file that was read. */
  readonly paths: ReadonlySet<string>;
}

/** @param currency the workspace's, of a deal that names none */
export async function readDealFiles(
  root: string,
  kept: ReadonlyMap<string, KeptReading>,
  currency: string,
  options: ReadOptions,
): Promise<DealsInFiles> {
  const listing = listDealFiles(root);
  const { texts, refused, learned } = await readThrough(
    root,
    listing.files,
    kept,
    readerFor(currency),
    options,
  );
  const found: Found[] = listing.refused.map((file) => ({
    ...file,
    deal: undefined,
    problems: [file.problem],
  }));
  for (const file of listing.files) {
    const text = texts.get(file.path);
    const reason = refused.get(file.path);
    if (text !== undefined) found.push({ ...file, ...fromKept(text, file.id, file.path) });
    else if (reason !== undefined) {
      const problems = [invalid(file.path, { message: `The file ${reason}.` })];
      found.push({ ...file, deal: undefined, problems });
    }
  }
  const twice = filesOfOneId(found);
  const deals: Deal[] = [];
  const archived: { deal: Deal; folder: string }[] = [];
  for (const { id, deal, folder } of found) {
    if (deal === undefined || twice.has(id)) continue;
    if (folder === undefined) deals.push(deal);
    else archived.push({ deal, folder });
  }
  return {
    deals,
    archived,
    unread: unreadOf(found, twice),
    problems: [
      ...listing.problems,
      ...found.flatMap(({ problems }) => problems),
      ...[...twice.values()].flatMap((files) => files.map((file) => duplicate(file, files))),
    ],
    learned,
    paths: new Set(texts.keys()),
  };
}

/** What a file of the listing came to. */
type Found = Pick<DealFile, 'id' | 'path' | 'folder'> & DealReading;

function readerFor(currency: string): Reader {
  return {
    name: `deal ${currency}`,
    mostBytes: MOST_BYTES,
    load: async () => {
      const [{ decodeDeal }, { readDeal }] = await Promise.all([
        import('../deal/decode.ts'),
        import('../deal/read.ts'),
      ]);
      return (bytes, path) => {
        const text = decodeDeal(bytes);
        if (typeof text !== 'string') return toKept({ deal: undefined, problems: [invalid(path, text)] });
        return toKept(readDeal(text, path, { currency }));
      };
    },
  };
}

/** By id, the files of those that have several. */
function filesOfOneId(found: readonly Found[]): Map<string, Found[]> {
  const byId = new Map<string, Found[]>();
  for (const file of found) {
    const same = byId.get(file.id);
    if (same === undefined) byId.set(file.id, [file]);
    else same.push(file);
  }
  for (const [id, files] of byId) if (files.length === 1) byId.delete(id);
  return byId;
}

function unreadOf(found: readonly Found[], twice: ReadonlyMap<string, readonly Found[]>): Unread[] {
  const unread: Unread[] = [];
  for (const { id, deal, problems, folder } of found) {
    if (deal !== undefined || twice.has(id)) continue;
    const first = problems.find(({ severity }) => severity === 'error');
    unread.push({ id, problem: first === undefined ? '' : inOneLine(first), folder });
  }
  for (const [id, files] of twice) {
    const inDeals = files.some(({ folder }) => folder === undefined);
    unread.push({ id, problem: twiceText(files), folder: inDeals ? undefined : files[0]?.folder });
  }
  return unread.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function inOneLine({ message, line }: Problem): string {
  return line === undefined ? message : `${message} (line ${line})`;
}

function twiceText(files: readonly Found[]): string {
  const paths = files.map(({ path }) => path).sort();
  return `The id stands for several files: ${paths.join(', ')}.`;
}

function duplicate({ id, path }: Found, files: readonly Found[]): Problem {
  return {
    code: 'duplicate-id',
    severity: 'error',
    file: path,
    message: twiceText(files),
    hint: `A file's name is its deal's id. Rename one of them, or remove the one that is a copy; ${id} is in no figure until then.`,
  };
}

function invalid(file: string, { message, hint, line }: Pick<Problem, 'message' | 'hint' | 'line'>): Problem {
  const problem = { code: 'invalid-file', severity: 'error', file, message } as const;
  return { ...problem, ...(line === undefined ? {} : { line }), ...(hint === undefined ? {} : { hint }) };
}
