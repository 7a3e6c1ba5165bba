// What a shell can complete of a workspace without reading its files: the names of the deals' files, and what the index
// has of the last commands, which may be a little behind. Nothing is synced, parsed or written.

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { once } from '../base/once.ts';
import { type Index, openIndexToRead } from '../index-db/index-file.ts';
import { IndexUnsure } from '../index-db/index-unsure.ts';
import type { DealRow } from '../snapshot/row.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import type { Settings } from '../workspace/settings.ts';
import { lastKeptState } from './kept-state.ts';

type Named = Pick<DealRow, 'id' | 'name' | 'account' | 'owner' | 'stage'>;

export interface WordsAtHand {
  /** As the index has them; undefined where it has none. */
  readonly settings: Settings | undefined;
  /** What the index has; a deal that came since is missing. */
  readonly deals: readonly Named[];
  readonly archived: readonly Named[];
  /** The ids of all deals or archived deals, also of those that came since. */
  idsIn(folder: 'deals' | 'archive'): readonly string[];
}

const ENDING = '.yaml';

/**
 * What is known of a workspace, for `ask`: of the index, or of the files' names alone where the index is not to be had,
 * damaged or written to meanwhile.
 */
export async function withWordsAtHand<Answer>(
  root: string,
  ask: (words: WordsAtHand) => Promise<Answer>,
): Promise<Answer> {
  const index = openIndexToRead(root);
  if (index === undefined) return ask(wordsOfFiles(root));
  try {
    return await ask(wordsOf(root, index));
  } catch (error) {
    if (error instanceof IndexUnsure) return ask(wordsOfFiles(root));
    throw error;
  } finally {
    index.close();
  }
}

function wordsOf(root: string, index: Index): WordsAtHand {
  const reading = index.readings([SETTINGS_FILE]).get(SETTINGS_FILE)?.reading;
  const { settings }: { settings?: Settings } = reading === undefined ? {} : JSON.parse(reading);
  // Each only where it is asked for: to complete a stage, nobody has to look at ten thousand deals.
  const state = once(() => lastKeptState(index));
  const deals = once(() => state()?.deals() ?? []);
  const archived = once(() => state()?.archived() ?? []);
  return {
    settings,
    get deals() {
      return deals();
    },
    get archived() {
      return archived();
    },
    idsIn: (folder) => idsOfFiles(join(root, folder)),
  };
}

function wordsOfFiles(root: string): WordsAtHand {
  return {
    ...{ settings: undefined, deals: [], archived: [] },
    idsIn: (folder) => idsOfFiles(join(root, folder)),
  };
}

/** The ids of deals by the names of their files. */
function idsOfFiles(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (entry.isDirectory()) return idsOfFiles(join(folder, entry.name));
    return entry.isFile() && entry.name.endsWith(ENDING) ? [basename(entry.name, ENDING)] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}
