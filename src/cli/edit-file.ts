// Which file a person means to edit. One that can't be read is found by its name: mending it is what this is for.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { archiveFolder, idOf, listDealFiles, MOST_BYTES } from '../workspace/deal-files.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { Call } from './verb.ts';
import { askWhichOne } from './which-deals.ts';

export interface EditedFile {
  readonly id: string;
  /** From the workspace's root. */
  readonly path: string;
  /** As they were when the person began. */
  readonly bytes: Buffer;
}

/**
 * The deal's file.
 * @param word its path or id, or what else means a deal elsewhere
 * @throws Failure `no-such-deal`, also where several files have the id, or it is archived; `deals-unreadable` where
 *   what is there is no file of text
 */
export async function fileToEdit(call: Call, word: string): Promise<EditedFile> {
  const root = call.root();
  const path = pathNamed(root, word) ?? (await pathMeant(call, root, word));
  const read = readRegularFile(join(root, path), MOST_BYTES);
  if (read.kind === 'read') return { id: idOf(path), path, bytes: read.bytes };
  const reason = read.kind === 'refused' ? read.reason : said('is gone');
  throw new Failure('deals-unreadable', said("{path} can't be edited: it {reason}.", { path, reason }));
}

/** Undefined where no file has that path or id. */
function pathNamed(root: string, word: string): string | undefined {
  const { files, refused } = listDealFiles(root);
  const paths = [...files, ...refused].map(({ path }) => path);
  const asPath = word.replace(/^\.\//, '');
  if (paths.includes(asPath)) return livePath(asPath);
  const [path, ...others] = paths.filter((one) => idOf(one) === word);
  if (path === undefined || others.length === 0) return path && livePath(path);
  throw new Failure(
    'no-such-deal',
    said('{count} files have the id {word}: {named}.', {
      count: 1 + others.length,
      word,
      named: fewOf([path, ...others]),
    }),
    {
      hint: said('Say which one: pipeline edit {path}', { path }),
    },
  );
}

async function pathMeant(call: Call, root: string, word: string): Promise<string> {
  const meant = await askWhichOne(call, word);
  const { findDeal } = await import('../report/find-deal.ts');
  const { book } = await call.open();
  const { row } = findDeal(meant, book);
  const path = pathNamed(root, row.id);
  if (path !== undefined) return path;
  throw new Failure('no-such-deal', said('{id} has no file any more.', { id: row.id }), {
    hint: asItIs('pipeline list --all'),
  });
}

function livePath(path: string): string {
  if (archiveFolder(path) === undefined) return path;
  throw new Failure(
    'no-such-deal',
    said('{path} is in the archive, which keeps each file as it was.', { path: idOf(path) }),
    {
      hint: said('Bring it back first: pipeline archive restore {path}', { path: idOf(path) }),
    },
  );
}

/** What --from names. @throws Failure `usage` */
export function textFrom(call: Call, file: string): { readonly path: string; readonly bytes: Buffer } {
  const path = resolve(call.io.cwd, file);
  try {
    return { path, bytes: readFileSync(path) };
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new Failure('usage', said("{file} can't be read: {reason}.", { file, reason: reasonOf(error) }));
  }
}
