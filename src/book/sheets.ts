// All review sheets of a workspace, with what people wrote into them.

import type { Problem } from '../base/problem.ts';
import type { ReviewSheet } from '../review/sheet.ts';
import { readSheet } from '../review/sheet-read.ts';
import type { Settings } from '../workspace/settings.ts';
import { sheetFiles } from './sheet-texts.ts';

export interface Sheets {
  /** The earliest first. An answer that can't be read is left out of its sheet, and is a problem. */
  readonly sheets: readonly ReviewSheet[];
  readonly problems: readonly Problem[];
}

/**
 * The sheets of reviews/; none where there is no such folder.
 * @throws Failure `io`, `newer-format`
 */
export function reviewSheets(root: string, settings: Settings): Sheets {
  const { files, problems } = sheetFiles(root);
  const read = files.map(({ file, text }) => readSheet(text, file, settings));
  return {
    sheets: read.flatMap(({ sheet }) => sheet ?? []),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
  };
}
