// Lines below a diff: what the removed deals were when they were last seen, who removed them, and what brings them back.

import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import { isRemoved } from '../report/diff-removed.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block } from './page.ts';
import { removalBlocks } from './removal.ts';

const MOST_TOLD = 3;

/** The largest ones; all where only removed deals were asked for. */
export function* removedLines({ deals, only }: DiffView, look: Look): Generator<Block> {
  const removed = deals.filter(isRemoved);
  const told = only.includes('removed') ? removed : removed.slice(0, MOST_TOLD);
  for (const deal of told) yield* linesOf(deal, look);
  const more = removed.length - told.length;
  if (more > 0) yield { kind: 'line', parts: [`${plural(more, 'more deal')} removed: --only removed`] };
}

function* linesOf({ id, owner, stage, at_stake, removal }: DiffDeal, look: Look): Generator<Block> {
  const parts = [
    `Removed: ${id}, last in ${look.stageLabel(stage)}, ${look.ownerLabel(owner)}, `,
    { kind: 'money', amount: at_stake },
  ] as const;
  if (removal === null || removal === undefined) yield { kind: 'paragraph', parts: [...parts, '.'] };
  else yield* removalBlocks([...parts, ', '], removal);
}
