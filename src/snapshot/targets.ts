// Which plan targets hold on a day: targets are dated, so that the past keeps the plan that it had.

import type { Day } from '../base/day.ts';
import type { PlanTarget } from '../workspace/settings.ts';
import type { TargetRecord } from './snapshot.ts';

/** Of the targets for the same thing, the one with the latest `since` not after the day; later lines win ties. */
export function targetsInForce(targets: readonly PlanTarget[], on: Day): TargetRecord[] {
  const inForce = new Map<string, PlanTarget>();
  for (const target of targets) {
    if (target.since !== undefined && target.since > on) continue;
    const { period, owner, group, stage, segment, currency, custom } = target;
    const key = JSON.stringify([period, owner, group, stage, segment, currency, custom]);
    const held = inForce.get(key);
    if (held?.since === undefined || (target.since !== undefined && target.since >= held.since)) {
      inForce.set(key, target);
    }
  }
  return [...inForce.values()].map(({ period, target, since, custom, ...scope }) => ({
    period,
    ...(scope.owner === '' ? {} : { owner: scope.owner }),
    ...(scope.group === '' ? {} : { group: scope.group }),
    ...(scope.stage === '' ? {} : { stage: scope.stage }),
    ...(scope.segment === '' ? {} : { segment: scope.segment }),
    ...(scope.currency === '' ? {} : { currency: scope.currency }),
    ...(custom === undefined ? {} : { custom }),
    target,
    since,
  }));
}
