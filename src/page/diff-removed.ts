// Lines below a diff: what the removed deals were when they were last seen, who removed them, and what brings them back.

import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import { isRemoved } from '../report/diff-removed.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import type { Block } from './page.ts';
import { removalBlocks } from './removal.ts';
import { say } from './say.ts';

const MOST_TOLD = 3;
const MORE_REMOVED =
  '{deals, plural, one {# more deal removed} other {# more deals removed}}: --only removed' satisfies Message;

/** The largest ones; all where only removed deals were asked for. */
export function* removedLines({ deals, only }: DiffView, look: Look): Generator<Block> {
  const removed = deals.filter(isRemoved);
  const told = only.includes('removed') ? removed : removed.slice(0, MOST_TOLD);
  for (const deal of told) yield* linesOf(deal, look);
  const more = removed.length - told.length;
  if (more > 0) yield { kind: 'line', parts: [say(MORE_REMOVED, { deals: more })] };
}

function* linesOf({ id, owner, stage, at_stake, removal }: DiffDeal, look: Look): Generator<Block> {
  const values = {
    deal: id,
    stage: look.stageLabel(stage),
    owner: look.ownerLabel(owner),
    value: { kind: 'money', amount: at_stake },
  } as const;
  if (removal === null || removal === undefined) {
    const parts = [say('Removed: {deal}, last in {stage}, {owner}, {value}.', values)];
    yield { kind: 'paragraph', parts };
  } else {
    yield* removalBlocks(say('Removed: {deal}, last in {stage}, {owner}, {value},', values), removal);
  }
}
