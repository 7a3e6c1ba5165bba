// Who took a deal's file away, and what brings it back, in words.

import type { RemovalView } from '../report/removal.ts';
import type { Part } from './diff-words.ts';
import type { Block } from './page.ts';

/** @param before the sentence up to `by …`, or to `and that is not committed` */
export function* removalBlocks(before: readonly Part[], removal: RemovalView): Generator<Block> {
  yield { kind: 'paragraph', parts: [...before, ...removedBy(removal), '.'] };
  if (removal.command === null) return;
  yield { kind: 'next', text: 'This brings it back', command: removal.command };
}

function removedBy({ commit, author, on, command }: RemovalView): Part[] {
  if (commit === null || on === null) return ['and that is not committed'];
  const back = command === null ? '; it is back now' : '';
  return [`by ${author} on `, { kind: 'day', day: on }, `, in ${commit.slice(0, 12)}${back}`];
}
