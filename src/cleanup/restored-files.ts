// Archived deals → the changes of files that bring them back among the deals. Looks at the folder, writes nothing.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import type { ArchivedRow } from '../snapshot/row.ts';
import { isRefused, restoredFile } from '../workspace/deal-changes.ts';
import { archiveFolder, type DealFile, dealPath, idOf, listDealFiles } from '../workspace/deal-files.ts';
import type { FileChange } from '../workspace/write-plan.ts';

export interface Restored {
  /** Its row in the archive. */
  readonly row: ArchivedRow;
  /** As its file will say it; undefined where that cannot be read. */
  readonly deal: Deal | undefined;
  readonly from: string;
  readonly to: string;
  readonly files: readonly FileChange[];
}

/**
 * The files of archived deals that come back, byte for byte, by rename: also where they can't be read. One that was
 * merged into another comes back with `force` alone, and without its `merged_into`.
 * @throws Failure `no-such-deal`, `already-exists`, `usage`, `deals-unreadable`: then none of them comes back
 */
export function restoredFiles(
  ids: readonly string[],
  { book, archive }: Pick<Opened, 'book' | 'archive'>,
  { force }: { readonly force: boolean },
): Restored[] {
  const { files } = listDealFiles(book.root);
  return [...new Set(ids)].map((id) => {
    const { file, row } = archivedNamed(id, files, book.state.archived);
    const deal = archive.get(id);
    refuseMerged(row, deal, force);
    if (deal !== undefined) return readable(row, deal, { root: book.root, currency: book.settings.currency });
    const to = dealPath(id, row.created);
    const moved: FileChange = { kind: 'move', from: file.path, to, expected: file.fingerprint };
    return { row, deal, from: file.path, to, files: [moved] };
  });
}

function archivedNamed(
  id: string,
  files: readonly DealFile[],
  archived: readonly ArchivedRow[],
): { readonly file: DealFile; readonly row: ArchivedRow } {
  const named = files.filter(({ path }) => idOf(path) === id);
  const [file, ...others] = named.filter(({ path }) => archiveFolder(path) !== undefined);
  const among = named.find(({ path }) => archiveFolder(path) === undefined);
  if (file === undefined && among !== undefined) {
    throw new Failure(
      'no-such-deal',
      said('{id} is not in the archive: its file is {path}.', { id, path: among.path }),
      {
        hint: said('All of it: pipeline show {id}', { id }),
      },
    );
  }
  if (file === undefined) {
    throw new Failure('no-such-deal', said('There is no deal "{id}" in the archive.', { id }), {
      hint: didYouMean(
        id,
        archived.map((row) => row.id),
        'It takes whole ids: pipeline archive list',
      ),
    });
  }
  if (among !== undefined) {
    throw new Failure(
      'already-exists',
      said('{id} is taken: {path} is a deal of that id.', { id, path: among.path }),
      {
        hint: said('Rename one of the two files: {path} is the one in the archive.', { path: file.path }),
      },
    );
  }
  const row = archived.find((one) => one.id === id);
  if (others.length === 0 && row !== undefined) return { file, row };
  const paths = [file, ...others].map(({ path }) => path).join(', ');
  throw new Failure(
    'already-exists',
    said('{id} stands for several files of the archive: {paths}.', { id, paths }),
    {
      hint: "A file's name is its deal's id: rename one of them, or remove the one that is a copy.",
    },
  );
}

/** What it is part of now has its activities: both among the deals would count one decision twice. */
function refuseMerged(row: ArchivedRow, deal: Deal | undefined, force: boolean): void {
  if (row.mergedInto === '') return;
  if (!force) {
    throw new Failure(
      'usage',
      said('{id} was merged into {mergedInto}, and would count twice.', {
        id: row.id,
        mergedInto: row.mergedInto,
      }),
      {
        hint: said('Where they are two deals after all: pipeline archive restore {id} --force', {
          id: row.id,
        }),
      },
    );
  }
  if (deal !== undefined) return;
  throw new Failure(
    'deals-unreadable',
    said('{id} cannot be read, so its merged_into is not taken out.', { id: row.id }),
    {
      hint: 'Mend its file first: pipeline check names the line.',
    },
  );
}

function readable(
  row: ArchivedRow,
  deal: Deal,
  context: { readonly root: string; readonly currency: string },
): Restored {
  const changes = deal.mergedInto === '' ? [] : [{ kind: 'remove', key: 'merged_into' } as const];
  const changed = restoredFile(deal, changes, context);
  if (isRefused(changed))
    throw new Failure(
      'usage',
      said("{id} can't be brought back: {reason}.", { id: row.id, reason: changed.reason }),
    );
  const after = { ...deal, path: changed.path, mergedInto: '' };
  return { row, deal: after, from: deal.path, to: changed.path, files: changed.files };
}
