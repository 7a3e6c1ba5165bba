// A snapshot that --replace is asked to take the place of: whether it may go.

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { drawnSheets } from '../book/sheet-texts.ts';
import { SNAPSHOT_FILES } from '../snapshot/store.ts';
import { othersIn } from '../workspace/folder-others.ts';
import { folderOf } from './snapshot-plan.ts';

/**
 * Makes sure that nothing goes with it that another one does not bring back: a review's sheet is proved by the snapshot
 * that its deals were drawn from, and what a person put into its folder is in no snapshot.
 * @param command what takes another one of the day with --again
 * @throws Failure `snapshot-exists`
 */
export function refuseReplacing(root: string, name: string, command: string): void {
  refuseReviewed(root, name, command);
  refuseOthers(root, name, command);
}

function refuseReviewed(root: string, name: string, command: string): void {
  const sheets = drawnSheets(root).sheets.filter(({ draw }) => draw.snapshot.name === name);
  if (sheets.length === 0) return;
  const files = fewOf(sheets.map(({ file }) => file));
  throw new Failure(
    'snapshot-exists',
    said('The deals of {files} were drawn from the snapshot {name}: it stays.', { files, name }),
    { hint: said('{command} --again adds another one of the day.', { command }) },
  );
}

function refuseOthers(root: string, name: string, command: string): void {
  const own: ReadonlySet<string> = new Set(SNAPSHOT_FILES);
  const folder = `${folderOf(name)}/`;
  const others = othersIn(join(root, folder), (path) => own.has(path));
  if (others.length === 0) return;
  throw new Failure(
    'snapshot-exists',
    said('{folder} holds what is no part of a snapshot ({names}), and stays as it is.', {
      folder,
      names: fewOf(others),
    }),
    {
      hint: said('Move it out of {folder}. {command} --again adds another one of the day.', {
        folder,
        command,
      }),
    },
  );
}
