// Where a digest goes: one file, or a folder with a file an owner. What pipeline did not write is never replaced.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { slug } from '../base/fold.ts';
import { grouped } from '../base/grouped.ts';
import { asItIs, said } from '../base/said.ts';
import { digestPage, ownerPage, workspacePage } from '../page/digest.ts';
import type { Look } from '../page/look.ts';
import type { Page } from '../page/page.ts';
import { anewLine } from '../render/anew-line.ts';
import { renderMarkdown } from '../render/markdown.ts';
import type { DigestOwner, DigestView } from '../report/digest.ts';
import type { Language } from '../words/speak.ts';
import { writeWholeFile } from '../workspace/whole-file.ts';
import { assertFileToWrite } from './file-to-write.ts';
import type { Io } from './io.ts';
import { assertOwnFile, isOwnFile, type Writer } from './own-file.ts';

/** The first line of every file that a digest writes: by it the next one knows that it may replace it. */
const FIRST_LINE = anewLine('pipeline digest');
const WRITER: Writer = { command: 'pipeline digest', option: '--to', beginnings: [FIRST_LINE] };

const LONGEST_NAME = 80;

export interface DigestFile {
  /** As the person wrote the place, with the file's name. */
  readonly file: string;
  readonly page: Page;
}

export type DigestPlace =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file' | 'folder'; readonly to: string };

/**
 * `stdout`, `FILE.md`, or `FOLDER/` (also a folder that is there without the slash).
 * @throws Failure `usage` for anything else
 */
export function digestPlace(to: string | undefined, cwd: string): DigestPlace {
  if (to === undefined || to === 'stdout') return { kind: 'stdout' };
  if (to.endsWith('/') || isFolder(resolve(cwd, to)))
    return { kind: 'folder', to: to.replace(/\/+$/, '') || '/' };
  if (to.endsWith('.md')) return { kind: 'file', to };
  throw new Failure('usage', said('--to takes stdout, FILE.md or FOLDER/, not "{to}".', { to }), {
    hint: to === '-' ? asItIs('--to stdout') : said('--to {to}.md or --to {to}/', { to }),
  });
}

/** The files, with what stands in each. */
export function digestFiles(
  place: Exclude<DigestPlace, { kind: 'stdout' }>,
  view: DigestView,
  look: Look,
  isOwn: boolean,
): readonly DigestFile[] {
  if (place.kind === 'file') return [{ file: place.to, page: digestPage(view, look, isOwn) }];
  const names = fileNames(view.owners);
  return [
    ...view.owners.map((owner) => ({
      file: join(place.to, names.get(owner) ?? ''),
      page: ownerPage(view, owner, look, isOwn),
    })),
    ...(view.workspace.length === 0
      ? []
      : [{ file: join(place.to, '_workspace.md'), page: workspacePage(view, look) }]),
  ];
}

/** By the owner's name, with a hash where that leaves no letter or is not the only one. None of them begins with `_`. */
function fileNames(owners: readonly DigestOwner[]): ReadonlyMap<DigestOwner, string> {
  const names = new Map<DigestOwner, string>();
  for (const [base, same] of grouped(owners, ({ owner }) => slug(owner).slice(0, LONGEST_NAME))) {
    for (const each of same) {
      const hash = createHash('sha256').update(each.owner).digest('hex').slice(0, 6);
      const own = base === '' ? `owner-${hash}` : same.length === 1 ? base : `${base}-${hash}`;
      names.set(each, each.owner === '' ? '_no-owner.md' : `${own}.md`);
    }
  }
  return names;
}

/**
 * Writes all of them; before the first one, makes sure that none takes the place of what pipeline did not write.
 * @returns names of files in the folder that are of an earlier digest and were not written now
 * @throws Failure `already-exists`, `usage`, `io`
 */
export function writeDigest(
  place: Exclude<DigestPlace, { kind: 'stdout' }>,
  files: readonly DigestFile[],
  language: Language,
  { cwd }: Pick<Io, 'cwd'>,
): readonly string[] {
  if (place.kind === 'folder') makeFolder(resolve(cwd, place.to), place.to, cwd);
  for (const { file } of files) assertOwnFile(resolve(cwd, file), file, cwd, WRITER);
  for (const { file, page } of files) {
    writeWholeFile(resolve(cwd, file), file, FIRST_LINE + renderMarkdown(page, language));
  }
  if (place.kind === 'file') return [];
  const written = new Set(files.map(({ file }) => basename(file)));
  return readdirSync(resolve(cwd, place.to))
    .filter((name) => name.endsWith('.md') && !written.has(name))
    .filter((name) => isOwnFile(join(resolve(cwd, place.to), name), join(place.to, name), WRITER))
    .map((name) => join(place.to, name));
}

function makeFolder(path: string, shown: string, cwd: string): void {
  if (isFolder(path)) return;
  assertFileToWrite(path, shown, cwd);
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new Failure('io', said("{shown} can't be made: {reason}.", { shown, reason: reasonOf(error) }), {
      cause: error,
    });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
