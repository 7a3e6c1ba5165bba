// What happened to a deal between its snapshots and shows in none of them: from commits.

import type { Period } from '../base/period.ts';
import { mapStages } from '../deal/stage-map.ts';
import { begunAt, type DealStep, unseenSteps } from '../movement/unseen.ts';
import type { LifePoint } from '../snapshot/life.ts';
import { type CommitMove, commitMove } from './commit-moves.ts';

export interface UnseenMove extends CommitMove {
  /** The snapshot that came next; `now` for the working set. */
  readonly before: string;
}

/** @param steps what commits did to the deal before each point since the one before */
export function unseenMoves(
  points: readonly LifePoint[],
  steps: readonly (readonly DealStep[])[],
  quarterOf: (day: LifePoint['snapshot']['on']) => Period,
): UnseenMove[] {
  return points.flatMap(({ snapshot, row }, at) => {
    const own = steps[at] ?? [];
    const [first] = own;
    if (first === undefined) return [];
    const earlier = points[at - 1];
    const a = earlier?.snapshot ?? { on: first.on, process: snapshot.process };
    const stages = mapStages(a.process.stages, snapshot.process.stages);
    return unseenSteps(begunAt(earlier?.row, own), earlier?.row, row, stages).map((step) => ({
      ...commitMove(step, { a, b: snapshot }, quarterOf(step.on)),
      before: snapshot.name,
    }));
  });
}
