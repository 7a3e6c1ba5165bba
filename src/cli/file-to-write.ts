// Which places a person may name for a file that is no part of a workspace.

import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { findWorkspace } from '../workspace/find.ts';
import { assertFilePlace } from '../workspace/whole-file.ts';

/** What a workspace keeps: no output may take its place. */
const KEPT =
  /^(?:pipeline\.yaml|\.gitattributes|\.gitignore|\.pipeline-baseline\.yaml|(?:deals|archive|snapshots|reviews|cleanups|feedback|forecasts|imports|crm-todo|schema|\.pipeline|\.git)(?:\/.*)?)$/;

/**
 * Makes sure that a file of a person's choice can be written, and takes the place of nothing that a workspace keeps.
 * @throws Failure `usage`, `io`
 */
export function assertFileToWrite(path: string, file: string, cwd: string): void {
  assertNotKept(path, file, cwd);
  assertFilePlace(path, file);
}

/** Makes sure that a place is none of what a workspace keeps. @throws Failure `usage` */
export function assertNotKept(path: string, file: string, cwd: string): void {
  const real = realPlace(path);
  const root = findWorkspace(real) ?? findWorkspace(cwd);
  const isKept = (place: string) =>
    root !== undefined && KEPT.test(relative(realPlace(root), place).replaceAll('\\', '/'));
  if (isKept(real) || isKept(path)) {
    throw new Failure(
      'usage',
      said('{file} belongs to the workspace: nothing else is written there.', { file }),
      {
        hint: 'Name another file.',
      },
    );
  }
}

/** Where a file would lie once all links on the way are followed; the path itself where its folder is not there. */
function realPlace(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch (error) {
    if (!isErrno(error)) throw error;
    return path;
  }
}
