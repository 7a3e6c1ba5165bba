// What a shell can complete of a workspace without reading its files: the names of the deals' files, and what the index
// has of the last commands, which may be a little behind. Nothing is synced, parsed or written.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { once } from '../base/once.ts';
import { fromKept } from '../index-db/deal-record.ts';
import type { Index } from '../index-db/index-file.ts';
import { IndexUnsure } from '../index-db/index-unsure.ts';
import { openIndexToRead } from '../index-db/open-index.ts';
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
  /** The files of deals or archived deals whose id begins so, also of those that came since. */
  filesIn(folder: 'deals' | 'archive', begun: string): readonly NamedFile[];
  /** What the index has of what some files say, by path. */
  dealsIn(files: readonly NamedFile[]): ReadonlyMap<string, Named>;
}

export interface NamedFile {
  readonly id: string;
  /** From the workspace's root. */
  readonly path: string;
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
  const deals = once(() => lastKeptState(index)?.deals() ?? []);
  return {
    settings,
    get deals() {
      return deals();
    },
    filesIn: (folder, begun) => filesIn(root, folder, begun),
    dealsIn: (files) => {
      const kept = index.readings(files.map(({ path }) => path));
      return new Map(
        files.flatMap(({ id, path }) => {
          const deal = fromKept(kept.get(path)?.reading ?? '{}', id, path).deal;
          return deal === undefined ? [] : [[path, deal] as const];
        }),
      );
    },
  };
}

function wordsOfFiles(root: string): WordsAtHand {
  return {
    ...{ settings: undefined, deals: [] },
    filesIn: (folder, begun) => filesIn(root, folder, begun),
    dealsIn: () => new Map(),
  };
}

/** What has another ending than a deal is taken for a folder: to ask takes its time. */
function filesIn(root: string, folder: string, begun: string): readonly NamedFile[] {
  const found: NamedFile[] = [];
  for (const name of namesIn(join(root, folder))) {
    if (name.startsWith('.')) continue;
    const path = `${folder}/${name}`;
    if (!name.endsWith(ENDING)) found.push(...filesIn(root, path, begun));
    else if (name.startsWith(begun)) found.push({ id: name.slice(0, -ENDING.length), path });
  }
  return found;
}

/** None where it is no folder, or can't be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}
