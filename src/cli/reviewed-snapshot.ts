// A snapshot that a review's sheet rests on: it is not replaced.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { drawnSheets } from '../book/sheet-texts.ts';

/**
 * A review's sheet is proved by the snapshot that its deals were drawn from.
 * @param command what takes another one of the day with --again
 * @throws Failure `snapshot-exists`
 */
export function refuseReviewed(root: string, name: string, command: string): void {
  const sheets = drawnSheets(root).sheets.filter(({ draw }) => draw.snapshot.name === name);
  if (sheets.length === 0) return;
  const files = fewOf(sheets.map(({ file }) => file));
  throw new Failure(
    'snapshot-exists',
    said('The deals of {files} were drawn from the snapshot {name}: it stays.', { files, name }),
    { hint: said('{command} --again adds another one of the day.', { command }) },
  );
}
