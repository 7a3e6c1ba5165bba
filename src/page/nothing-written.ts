// How a dry run is told from the real one.

import type { Cell, Next } from './page.ts';
import { say } from './say.ts';

/** That nothing was written, and how it would be. */
export function nothingWritten(): Next {
  return { kind: 'next', text: say('Nothing was written'), command: say('the same without --dry-run') };
}

/** Behind a heading: that it is only tried. */
export function dryRunMark(isDryRun: boolean): (string | Cell)[] {
  return isDryRun ? [' · ', say('dry run, nothing is written')] : [];
}
