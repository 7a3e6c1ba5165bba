// Which places a person may name for a file that is no part of a workspace.

import { relative } from 'node:path';
import { Failure } from '../base/failure.ts';
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
  const root = findWorkspace(path) ?? findWorkspace(cwd);
  if (root !== undefined && KEPT.test(relative(root, path).replaceAll('\\', '/'))) {
    throw new Failure('usage', `${file} belongs to the workspace: nothing else is written there.`, {
      hint: 'Name another file.',
    });
  }
  assertFilePlace(path, file);
}
