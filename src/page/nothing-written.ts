// What a dry run ends with.

import type { Next } from './page.ts';
import { say } from './say.ts';

/** That nothing was written, and how it would be. */
export function nothingWritten(): Next {
  return { kind: 'next', text: say('Nothing was written'), command: say('the same without --dry-run') };
}
