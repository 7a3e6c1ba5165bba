// How the pages of discipline show owners and stages, and which commands they may name.

import type { Look } from './look.ts';

export interface DisciplineLook extends Look {
  /** The first stage of the process, as people read it. */
  readonly firstStage: string;
  /** Whether git could tell what `logged` does not. */
  readonly mayAskGit: boolean;
  /** The command that somebody begins with who wrote nothing. */
  beginWith(owner: string, openDeals: number): string;
}
