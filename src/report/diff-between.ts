// What happened to deals between the two ends of a diff and shows in neither: from commits, outside of the bridge.

import { grouped } from '../base/grouped.ts';
import type { Period } from '../base/period.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import { mapStages } from '../deal/stage-map.ts';
import { lastHeir } from '../movement/heirs.ts';
import type { MovementKind } from '../movement/kinds.ts';
import { failing, type Scope } from '../movement/scope.ts';
import type { Side } from '../movement/side.ts';
import { begunAt, type DealState, type DealStep, isOther, unseenSteps } from '../movement/unseen.ts';
import { type CommitMove, commitMove, type Step } from './commit-moves.ts';

export interface BetweenView {
  /** Commits between the two ends that changed a deal. */
  readonly commits: number;
  /** By id; those whose steps the ends don't show. */
  readonly deals: readonly BetweenDeal[];
}

interface BetweenDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** As it was last. */
  readonly owner: string;
  readonly stage: string;
  readonly steps: readonly CommitMove[];
}

export interface BetweenAsked {
  /** Only deals with a step that is one of these; empty for all. */
  readonly only: readonly MovementKind[];
  /** A deal that was in it at any step is told of. */
  readonly scope: Scope;
  /** The period that close dates may have left or entered. */
  readonly dueIn: Period | 'none';
}

/** @throws Failure `sum-too-large` */
export function betweenView(
  steps: readonly DealStep[],
  a: Side,
  b: Side,
  { only, scope, dueIn }: BetweenAsked,
): BetweenView {
  const stages = mapStages(a.process.stages, b.process.stages);
  const [inA, inB] = [statesOf(a), statesOf(b)];
  const heirs = heirsOf(steps, inB);
  const byDeal = grouped(steps, ({ before, after }) => lastHeir((after ?? before)?.id ?? '', heirs));
  const deals = [...byDeal].flatMap(([id, own]): BetweenDeal[] => {
    const former = own.flatMap(({ before, after }) => [before?.id ?? '', after?.id ?? '']);
    const start = inA.get(id) ?? inA.get(former.find((one) => inA.has(one) && !inB.has(one)) ?? '');
    const committed = own.at(-1)?.after;
    const row = inB.get(id);
    // Of a file that can't be read B has what A had.
    const end = row === undefined || row.problem === '' ? row : committed;
    const rest = { commit: null, author: null, on: b.on, before: committed, after: end };
    const all: readonly Step[] = isOther(committed, end, stages) ? [...own, rest] : own;
    const told = unseenSteps(begunAt(start, all), start, end, stages);
    const states = [start, end, ...told.flatMap(({ before, after }) => [before, after])];
    const last = end ?? told.at(-1)?.before;
    if (last === undefined || told.length === 0 || !states.some((state) => isIn(scope, state))) return [];
    const { name, account, owner, stage } = last;
    return [
      { id, name, account, owner, stage, steps: told.map((step) => commitMove(step, { a, b }, dueIn)) },
    ];
  });
  const isAsked = ({ steps: moves }: BetweenDeal) =>
    only.length === 0 || moves.some(({ movements }) => movements.some(({ kind }) => only.includes(kind)));
  return {
    commits: new Set(steps.map(({ commit }) => commit)).size,
    deals: deals.filter(isAsked).sort((x, y) => (x.id < y.id ? -1 : 1)),
  };
}

function isIn(scope: Scope, state: DealState): boolean {
  return state !== undefined && failing(scope, state) === undefined;
}

/** One that stands in both places is among the deals; one of which only the id is known tells nothing. */
function statesOf(side: Side): Map<string, NonNullable<DealState>> {
  const known = [...side.archived, ...side.deals].filter(({ stage }) => stage !== '');
  return new Map(known.map((row) => [row.id, row]));
}

/** Of ids that B does not have: which deal had it before. */
function heirsOf(steps: readonly DealStep[], inB: ReadonlyMap<string, DealState>): Map<string, string> {
  const heirs = new Map<string, string>();
  const states = [...steps.map(({ after }) => after), ...inB.values()];
  for (const state of states) {
    if (state === undefined) continue;
    for (const former of formerIdsOf(state)) if (!inB.has(former)) heirs.set(former, state.id);
  }
  return heirs;
}
