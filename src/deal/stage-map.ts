// Stages across two processes: which stage is which, and which way a deal went (docs/method.md).

import { STAGE_NOT_KNOWN } from './deal.ts';
import { isFirstStage, type ProcessStage } from './process.ts';

/** `restaged`: a change without a direction. `between`: what B calls the stages that may have been jumped over. */
type StageMove =
  | { readonly way: 'restaged' }
  | { readonly way: 'up' | 'down'; readonly steps: number; readonly between: readonly string[] };

export interface StageMap {
  /** Whether A's stage and B's are one stage: by id, or because one process declares the other's id. */
  same(inA: string, inB: string): boolean;
  /** What B calls A's stage; undefined where B's process has it no more. */
  nameInB(inA: string): string | undefined;
  /** The way from A's stage to B's; undefined where they are the same, or one of them is not known. */
  move(inA: string, inB: string): StageMove | undefined;
  /** Whether it is the first stage of B's process or of A's. */
  isFirst(stage: string): boolean;
}

type Stages = readonly Pick<ProcessStage, 'id' | 'was'>[];

/** The map between A's stages and B's, each in the order of its process. */
export function mapStages(a: Stages, b: Stages): StageMap {
  const byIdA = new Map(a.map((stage) => [stage.id, stage]));
  const byIdB = new Map(b.map((stage) => [stage.id, stage]));
  const rankB = new Map(b.map((stage, rank) => [stage.id, rank]));
  const heirs = new Map(b.toReversed().flatMap((stage) => stage.was.map((former) => [former, stage.id])));

  const same = (inA: string, inB: string): boolean =>
    inA === inB ||
    (byIdB.get(inB)?.was.includes(inA) ?? false) ||
    (byIdA.get(inA)?.was.includes(inB) ?? false);
  const nameInB = (inA: string): string | undefined =>
    byIdB.has(inA) ? inA : (heirs.get(inA) ?? byIdA.get(inA)?.was.find((former) => byIdB.has(former)));
  const inBoth = b.map((stage) => a.some((other) => same(other.id, stage.id)));

  const count = (from: number, to: number): StageMove => {
    const [low, high] = from < to ? [from, to] : [to, from];
    const between = b.filter((_, rank) => rank > low && rank < high && inBoth[rank] === true);
    return {
      way: to > from ? 'up' : 'down',
      steps: between.length + 1,
      between: between.map((stage) => stage.id),
    };
  };
  const rankOfA = (stage: ProcessStage['id'] | undefined): number | undefined =>
    stage === undefined ? undefined : rankB.get(nameInB(stage) ?? '');
  const fromGone = (place: number, to: number): StageMove => {
    const livesOn = (stage: { id: string }) => rankOfA(stage.id) !== undefined;
    const before = rankOfA(a.slice(0, place).findLast(livesOn)?.id);
    const after = rankOfA(a.slice(place + 1).find(livesOn)?.id);
    const [low, high] = inOrder(before, after);
    if (low !== undefined && to < low) return count(low, to);
    if (high !== undefined && to > high) return count(high, to);
    return { way: 'restaged' };
  };

  return {
    same,
    nameInB,
    isFirst: (stage) => isFirstStage(stage, a) || isFirstStage(stage, b),
    move: (inA, inB) => {
      if (same(inA, inB) || inA === STAGE_NOT_KNOWN || inB === STAGE_NOT_KNOWN) return undefined;
      const to = rankB.get(inB);
      if (to === undefined || !byIdA.has(inA)) return { way: 'restaged' };
      const from = rankOfA(inA);
      return from === undefined
        ? fromGone(
            a.findIndex((stage) => stage.id === inA),
            to,
          )
        : count(from, to);
    },
  };
}

/** Where B's order has the two neighbours the other way round, what is between them is between them still. */
function inOrder(before: number | undefined, after: number | undefined): (number | undefined)[] {
  return before !== undefined && after !== undefined && before > after ? [after, before] : [before, after];
}
