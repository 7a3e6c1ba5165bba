// Lines of a commented pipeline.yaml: a setting and beside it what it is for.

import { EXPLAINED, type SettingPath } from './settings-explained.ts';

/** Where the comments begin. */
const COLUMN = 33;

/**
 * A line with the explanation of its setting.
 * @param path none: the line stands alone
 * @param note goes on behind the explanation
 */
export function explainedLine(line: string, path?: SettingPath, note = ''): string {
  return path === undefined ? line : `${line.padEnd(COLUMN - 1)} # ${EXPLAINED[path]}${note}`;
}

/** Behind the explanation of a line that shows no default, because there is none. */
export const EXAMPLE = ' (example)';
