// Who took the files of deals away, with the command that brings each back.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { calendarIn } from '../base/calendar.ts';
import { shellWord } from '../base/shell-word.ts';
import type { RemovalView } from '../report/removal.ts';
import { type Removal, type RemovalsAsked, removalsOf } from '../workspace/git-removal.ts';
import type { Call } from './verb.ts';

/** By id; absent where git does not tell. */
export function removalViews(
  call: Call,
  ids: readonly string[],
  asked: RemovalsAsked & { readonly timeZone: string },
): Map<string, RemovalView> {
  const root = call.root();
  const dayOf = calendarIn(asked.timeZone);
  const view = ({ by, path }: Removal): RemovalView => ({
    commit: by?.commit ?? null,
    author: by?.author ?? null,
    on: by === undefined ? null : dayOf(by.atMs),
    path,
    // Of another commit the work tree tells nothing.
    command:
      asked.until === 'HEAD' && existsSync(join(root, path))
        ? null
        : `git checkout ${before(by)} -- ${shellWord(path)}`,
  });
  const found = removalsOf(root, call.io.env, ids, asked);
  return new Map([...found].map(([id, removal]) => [id, view(removal)]));
}

/** The commit that still has the file. */
function before(by: Removal['by']): string {
  return by === undefined ? 'HEAD' : `${by.commit.slice(0, 12)}^`;
}
