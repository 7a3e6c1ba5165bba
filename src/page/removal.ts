// Who took a deal's file away, and what brings it back, in words.

import type { RemovalView } from '../report/removal.ts';
import type { Block } from './page.ts';
import { type Said, say } from './say.ts';

/** @param what was removed: a sentence that goes on with `by …`, or with `and that is not committed` */
export function* removalBlocks(what: Said, removal: RemovalView): Generator<Block> {
  yield { kind: 'paragraph', parts: [removedBy(what, removal)] };
  if (removal.command === null) return;
  yield { kind: 'next', text: say('This brings it back'), command: removal.command };
}

function removedBy(what: Said, { commit, author, on, command }: RemovalView): Said {
  if (commit === null || on === null) return say('{removed} and that is not committed.', { removed: what });
  return say(command === null ? BACK : GONE, {
    removed: what,
    author: author ?? '–',
    day: { kind: 'day', day: on },
    commit: commit.slice(0, 12),
  });
}

const GONE = '{removed} by {author} on {day}, in {commit}.';
const BACK = '{removed} by {author} on {day}, in {commit}; it is back now.';
