// The section of `pipeline diff --between`: what came and went between the two ends.

import type { DiffView } from '../report/diff.ts';
import type { BetweenView } from '../report/diff-between.ts';
import type { Message } from '../words/message.ts';
import { movesTable } from './commit-moves.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block } from './page.ts';
import { say } from './say.ts';

const FROM_COMMITS = 'from {commits, plural, one {# commit} other {# commits}}' satisfies Message;

export function* betweenBlocks(
  view: DiffView,
  { commits, deals }: BetweenView,
  look: Look,
): Generator<Block> {
  yield { kind: 'blank' };
  yield {
    kind: 'heading',
    parts: dotted([say('Between the two'), say(FROM_COMMITS, { commits }), say('outside of the bridge')]),
  };
  yield { kind: 'blank' };
  if (deals.length === 0) {
    const parts = [say('No deal came back, or went through anything, that the two ends don’t show.')];
    yield { kind: 'line', parts };
  } else {
    yield movesTable(deals, view.currency, look);
  }
  yield { kind: 'blank' };
}
