// The parts of a deal that are maps, in one line each: what a person is told of one.

import type { Activity, NextStep, StageEntry, Waiver } from './deal.ts';

/** `2026-10-20 proposal` */
export function stageText({ stage, on }: Omit<StageEntry, 'line'>): string {
  return `${on} ${stage}`;
}

/** `2026-11-20 meeting: scope agreed` */
export function activityText({ on, type, note }: Omit<Activity, 'line'>): string {
  return note === undefined ? `${on} ${type}` : `${on} ${type}: ${note}`;
}

/** `2026-11-28 send the offer` */
export function stepText({ by, what }: NextStep): string {
  return by === undefined ? what : `${by} ${what}`;
}

/** `stale until 2026-12-31: budget in January` */
export function waiverText({ rule, until, why }: Omit<Waiver, 'line'>): string {
  return `${rule} until ${until}: ${why}`;
}
