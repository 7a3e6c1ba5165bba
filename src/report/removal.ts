// Who took a deal's file away, as JSON has it.

import type { Day } from '../base/day.ts';

export interface RemovalView {
  /** null where it is not committed. */
  readonly commit: string | null;
  readonly author: string | null;
  readonly on: Day | null;
  /** Where the file lay, from the workspace's root. */
  readonly path: string;
  /** What brings it back; null where it is back already. */
  readonly command: string | null;
}
