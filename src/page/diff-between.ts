// The section of `pipeline diff --between`: what came and went between the two ends.

import type { DiffView } from '../report/diff.ts';
import type { BetweenView } from '../report/diff-between.ts';
import { movesTable } from './commit-moves.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block } from './page.ts';

export function* betweenBlocks(
  view: DiffView,
  { commits, deals }: BetweenView,
  look: Look,
): Generator<Block> {
  yield { kind: 'blank' };
  yield {
    kind: 'heading',
    parts: [`Between the two · from ${plural(commits, 'commit')} · outside of the bridge`],
  };
  yield { kind: 'blank' };
  if (deals.length === 0) {
    const parts = ['No deal came back, or went through anything, that the two ends don’t show.'];
    yield { kind: 'line', parts };
  } else {
    yield movesTable(deals, view.currency, look);
  }
  yield { kind: 'blank' };
}
