// Which target a plan is held against: of all deals, of one owner, of one group of deals.

import { type Minor, toMinor } from '../base/money.ts';
import type { TargetRecord } from '../snapshot/snapshot.ts';

/** What a target may be of, beside a period; nothing: of all deals. */
export type TargetScope = Partial<
  Pick<TargetRecord, 'owner' | 'group' | 'stage' | 'segment' | 'currency' | 'custom'>
>;

const SCOPES = ['owner', 'group', 'stage', 'segment', 'currency', 'custom'] as const;

/**
 * The target of the period for just that part of the deals, in minor units; undefined where there is none. Of targets
 * with a date since when they hold, a snapshot keeps the one in force.
 * @param digits of the reporting currency
 */
export function targetFor(
  targets: readonly TargetRecord[],
  period: string,
  scope: TargetScope,
  digits: number,
): Minor | undefined {
  const found = targets.find((target) => target.period === period && isTargetOf(target, scope));
  return found === undefined ? undefined : toMinor(found.target, digits);
}

/** Whether the target is of just that part of the deals. */
export function isTargetOf(target: TargetRecord, scope: TargetScope): boolean {
  return SCOPES.every((key) => JSON.stringify(target[key]) === JSON.stringify(scope[key]));
}
