// The scopes that the laws of the bridge are asked of: every period, stage and owner that a comparison knows.

import type { Comparison } from '../../src/movement/compare.ts';
import type { Scope } from '../../src/movement/scope.ts';
import { OWNERS, PERIODS } from './random-sides.ts';

export const periods: (Scope['period'] | undefined)[] = [undefined, ...PERIODS];
export const owners = [undefined, ...OWNERS];

/** Every stage that a deal of the comparison may be in, in B's names; of one that B lacks, in A's. */
export function stagesOf({ a, b, stages }: Comparison): string[] {
  const inB = [...b.process.stages.map((stage) => stage.id), ...b.deals.map((deal) => deal.stage)];
  const gone = a.deals.map((deal) => stages.nameInB(deal.stage) ?? deal.stage);
  const archived = b.archived.map((deal) => deal.stage);
  return [...new Set([...inB, ...gone, ...archived])];
}

export function scope(
  period: Scope['period'] | undefined,
  stage: string | undefined,
  owner: string | undefined,
): Scope {
  return {
    ...(period === undefined ? {} : { period }),
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(owner === undefined ? {} : { owners: [owner] }),
  };
}

export function everyScope(comparison: Comparison): Scope[] {
  const stages = [undefined, ...stagesOf(comparison)];
  return periods.flatMap((period) =>
    stages.flatMap((stage) => owners.map((owner) => scope(period, stage, owner))),
  );
}
