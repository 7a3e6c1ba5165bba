// What the workspace holds already, as an import asks for it: deals by source, the archive, unreadable files.

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { once } from '../base/once.ts';
import type { Book } from '../book/book.ts';
import { unreadablePaths } from '../book/taken-ids.ts';
import type { Deal } from '../deal/deal.ts';
import { factsOf, type SeriesFacts } from '../snapshot/series.ts';
import { idOf, isDealPath, MOST_BYTES } from '../workspace/deal-files.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { Holdings } from './plan.ts';

/** A workspace that was opened: its book, the archived deals by id, and what its snapshots tell. */
export interface Workspace {
  readonly book: Book;
  readonly archive: ReadonlyMap<string, Deal>;
  series(): SeriesFacts;
}

/**
 * Makes sure that every deal that is there has been looked at: a row of one that was not would be made a second time.
 * @throws Failure `deals-unreadable` where a folder is not looked into
 */
export function refuseUnseen({ problems }: Pick<Book, 'problems'>): void {
  const folders = problems.filter(
    ({ severity, file }) => severity === 'error' && /^(deals|archive)(\/|$)/.test(file) && !isDealPath(file),
  );
  if (folders.length === 0) return;
  throw new Failure(
    'deals-unreadable',
    'Deals that are here already may come a second time: nothing was imported.',
    {
      problems: folders,
    },
  );
}

/** Tells the ids of records, of whatever system, that the workspace has deals of, archived ones too. */
export function knownIds({ book, archive }: Pick<Workspace, 'book' | 'archive'>): (id: string) => boolean {
  const known = once(
    () => new Set([...book.deals.values(), ...archive.values()].map(({ source }) => source?.id ?? '')),
  );
  return (id) => known().has(id);
}

/** What a workspace holds, as an import of a system needs it. */
export function holdingsOf(workspace: Workspace, system: string): Holdings {
  const { book, archive } = workspace;
  const archived = new Map<string, Deal>();
  for (const deal of archive.values()) {
    if (deal.source?.system === system) archived.set(deal.source.id, deal);
  }
  return { system, deals: book.deals.values(), archived, unreadable: unreadableFinder(workspace, system) };
}

/**
 * Looks for a source's id in the files of unreadable deals, and in what snapshots have of them, since a file that was
 * cut off names none: a row of one of them is no new deal.
 */
function unreadableFinder(
  { book, series }: Pick<Workspace, 'book' | 'series'>,
  system: string,
): Holdings['unreadable'] {
  const paths = unreadablePaths(book);
  if (paths.length === 0) return () => undefined;
  const past = series();
  const files = paths.map((path) => {
    const read = readRegularFile(join(book.root, path), MOST_BYTES);
    const text = read.kind === 'read' ? read.bytes.toString('utf8') : '';
    return { path, text, source: factsOf(past, idOf(path))?.source };
  });
  return (sourceId) =>
    files.find(({ text, source }) => source === `${system}:${sourceId}` || namesId(text, sourceId))?.path;
}

function namesId(text: string, sourceId: string): boolean {
  for (let at = text.indexOf(sourceId); at >= 0; at = text.indexOf(sourceId, at + 1)) {
    const before = text.slice(Math.max(0, at - 8), at);
    const behind = text.charAt(at + sourceId.length);
    if (/\bid:\s*["']?$/.test(before) && /^["']?[\s,}"']?$/.test(behind)) return true;
  }
  return false;
}
