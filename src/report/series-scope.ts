// A scope over a series of snapshots: asked in the words of its ends, and at each step in the names that hold there.

import { mapStages } from '../deal/stage-map.ts';
import { ownerKey } from '../freshness/owner.ts';
import type { Scope } from '../movement/scope.ts';
import type { Side } from '../movement/side.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TeamMember } from '../workspace/settings.ts';

import type { DiffAsked } from './diff.ts';
import { namesOf } from './diff-asked.ts';

/** A series of snapshots, of which two at a time are held beside its ends. */
export interface WalkedSeries {
  readonly first: Snapshot;
  readonly last: Snapshot;
  readonly team: readonly TeamMember[];
  /** Deals of the working set that cannot be read and that no snapshot has. */
  readonly leftOut: readonly string[];
  /** Called for each of those between the ends that are walked, in order. */
  read(name: string): Snapshot;
}

export type ScopeAsked = Pick<DiffAsked, 'period' | 'owners' | 'stages'>;

/**
 * The scope of a step.
 * @param last the process of the last snapshot, in whose names the stages are asked
 */
export function scopeOfStep(
  { period, owners, stages }: ScopeAsked,
  a: Side,
  b: Side,
  last: Side['process'],
  team: readonly TeamMember[],
): Scope {
  const keys = [...new Set(owners.map((owner) => ownerKey(team, owner)))];
  return {
    ...(period === undefined ? {} : { period }),
    ...(owners.length === 0 ? {} : { owners: namesOf(keys, a, b, team) }),
    ...(stages.length === 0 ? {} : { stages: stagesThen(stages, a, b, last) }),
  };
}

/** What the stages asked for were called at that step. */
function stagesThen(stages: readonly string[], a: Side, b: Side, last: Side['process']): string[] {
  const former = [a, b].flatMap(({ process }) => {
    const { nameInB } = mapStages(process.stages, last.stages);
    return process.stages.map(({ id }) => id).filter((id) => stages.includes(nameInB(id) ?? id));
  });
  return [...new Set([...stages, ...former])];
}
