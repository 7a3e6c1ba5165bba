// What the files under deals/ and archive/ come to: each a deal, a row that was taken of it before, or problems.

import type { Problem } from '../base/problem.ts';
import { type Said, said } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import type { DealReading } from '../deal/read.ts';
import { fromKept, toKept } from '../index-db/deal-record.ts';
import type { Index } from '../index-db/index-file.ts';
import { type Reader, type ReadOptions, readThrough } from '../index-db/read-through.ts';
import type { KeptReading } from '../index-db/rows.ts';
import { archiveFolder, type DealFile, type DealFiles, idOf, MOST_BYTES } from '../workspace/deal-files.ts';

/** A deal that has a file and can't be read. */
export interface Unread {
  readonly id: string;
  /** Why, in one line. */
  readonly problem: string;
  /** In the archive: its folder there. Undefined where it, or one of its files, is in deals/. */
  readonly folder: string | undefined;
}

export interface DealsInFiles {
  /** Of the files that were asked for; sorted by path. */
  readonly deals: readonly Deal[];
  /** Likewise. */
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  /** One of each id, sorted by it. */
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
  /** Ids that stand for several files. */
  readonly twice: ReadonlySet<string>;
  /** Whether all of it is the same as long as the files' fingerprints are. */
  readonly lasting: boolean;
  readonly learned: readonly KeptReading[];
}

/** @param currency the workspace's, of a deal that names none */
export function dealReader(currency: string): Reader {
  return {
    name: `deal ${currency}`,
    mostBytes: MOST_BYTES,
    load: async () => {
      const [{ decodeUtf8 }, { readDeal }] = await Promise.all([
        import('../base/utf8.ts'),
        import('../deal/read.ts'),
      ]);
      return (bytes, path) => {
        const text = decodeUtf8(bytes);
        if (typeof text !== 'string') return toKept({ deal: undefined, problems: [invalid(path, text)] });
        return toKept(readDeal(text, path, { currency }));
      };
    },
  };
}

/**
 * Reads the deals through the index.
 * @param isKnown files whose rows are there already: they are looked at by their names alone
 */
export async function readDealFiles(
  root: string,
  listing: DealFiles,
  index: Pick<Index, 'readings'>,
  reader: Reader,
  isKnown: (file: DealFile) => boolean,
  options: ReadOptions,
): Promise<DealsInFiles> {
  const wanted = listing.files.filter((file) => !isKnown(file));
  const kept = index.readings(wanted.map(({ path }) => path));
  const { texts, refused, learned, lasting } = await readThrough(root, wanted, kept, reader, options);
  const found: Found[] = listing.refused.map(({ path, problem }) => ({
    ...nameOf(path),
    deal: undefined,
    problems: [problem],
  }));
  for (const { path } of wanted) {
    const text = texts.get(path);
    const refusal = refused.get(path);
    const name = nameOf(path);
    if (text !== undefined) found.push({ ...name, ...fromKept(text, name.id, path) });
    else if (refusal !== undefined) {
      const problems = [invalid(path, { message: said('The file {reason}.', { reason: refusal.reason }) })];
      found.push({ ...name, deal: undefined, problems });
    }
  }
  const known = listing.files.filter(isKnown).map(({ path }) => nameOf(path));
  const twice = filesOfOneId([...found, ...known]);
  return {
    ...sorted(found, twice),
    unread: unreadOf(found, twice),
    problems: [
      ...listing.problems,
      ...found.flatMap(({ problems }) => problems),
      ...[...twice].flatMap(([id, files]) => duplicateIds(id, files)),
    ],
    twice: new Set(twice.keys()),
    lasting,
    learned,
  };
}

interface Named {
  readonly id: string;
  readonly path: string;
  /** In archive/: the folder there. In deals/: undefined. */
  readonly folder: string | undefined;
}

function nameOf(path: string): Named {
  return { id: idOf(path), path, folder: archiveFolder(path) };
}

/** What a file of the listing came to. */
type Found = Named & DealReading;

function sorted(
  found: readonly Found[],
  twice: ReadonlyMap<string, unknown>,
): Pick<DealsInFiles, 'deals' | 'archived'> {
  const deals: Deal[] = [];
  const archived: { deal: Deal; folder: string }[] = [];
  for (const { id, deal, folder } of found) {
    if (deal === undefined || twice.has(id)) continue;
    if (folder === undefined) deals.push(deal);
    else archived.push({ deal, folder });
  }
  return { deals, archived };
}

/** By id, the files of those that have several, sorted by path. */
function filesOfOneId(files: readonly Named[]): Map<string, Named[]> {
  const firsts = new Map<string, Named>();
  const several = new Map<string, Named[]>();
  for (const file of files) {
    const first = firsts.get(file.id);
    if (first === undefined) firsts.set(file.id, file);
    else several.set(file.id, [...(several.get(file.id) ?? [first]), file]);
  }
  for (const same of several.values()) same.sort((a, b) => (a.path < b.path ? -1 : 1));
  return several;
}

function unreadOf(found: readonly Found[], twice: ReadonlyMap<string, readonly Named[]>): Unread[] {
  const unread: Unread[] = [];
  for (const { id, deal, problems, folder } of found) {
    if (deal !== undefined || twice.has(id)) continue;
    const first = problems.find(({ severity }) => severity === 'error');
    unread.push({ id, problem: first === undefined ? '' : inOneLine(first), folder });
  }
  for (const [id, files] of twice) {
    const inDeals = files.some(({ folder }) => folder === undefined);
    unread.push({ id, problem: String(twiceText(files)), folder: inDeals ? undefined : files[0]?.folder });
  }
  return unread.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function inOneLine({ message, line }: Problem): string {
  return line === undefined ? String(message) : `${message} (line ${line})`;
}

function twiceText(files: readonly Pick<Named, 'path'>[]): Said {
  const paths = files.map(({ path }) => path).sort();
  return said('The id stands for several files: {paths}.', { paths: paths.join(', ') });
}

/** A problem a file, of those that one id stands for. */
export function duplicateIds(id: string, files: readonly Pick<Named, 'path'>[]): Problem[] {
  return files.map(({ path }) => ({
    code: 'duplicate-id',
    severity: 'error',
    file: path,
    message: twiceText(files),
    hint: said(
      "A file's name is its deal's id. Rename one of them, or remove the one that is a copy; {id} is in no figure until then.",
      { id },
    ),
  }));
}

function invalid(file: string, { message, hint, line }: Pick<Problem, 'message' | 'hint' | 'line'>): Problem {
  const problem = { code: 'invalid-file', severity: 'error', file, message } as const;
  return { ...problem, ...(line === undefined ? {} : { line }), ...(hint === undefined ? {} : { hint }) };
}
