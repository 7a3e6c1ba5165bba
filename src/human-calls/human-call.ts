// What people say that a period will bring, and which of it counts on a day.

import { addDays, type Day, weekdayOf } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import type { Decimal } from '../base/money.ts';

/** The format of forecasts/calls.yaml that this program reads and writes. */
export const CALLS_FORMAT = 1;
/** From the workspace's root. */
export const CALLS_FILE = 'forecasts/calls.yaml';

/** The keys of a call, in the order in which they are written. */
export const CALL_KEYS = ['period', 'owner', 'on', 'amount', 'currency', 'note', 'logged'] as const;
export const NEEDED_KEYS = ['period', 'on', 'amount'] as const;

/** All that will be won in the period, with what was won already. */
export interface HumanCall {
  /** As targets name it: `2026-Q4`. */
  readonly period: string;
  /** Of whose deals, by the team's id; '' for all deals together. */
  readonly owner: string;
  readonly on: Day;
  readonly amount: Decimal;
  readonly currency: string;
  readonly note: string;
  /** The day on which it was written down, where that was a later one. */
  readonly logged: Day | undefined;
}

/** Since when it was known. */
export function knownOn({ on, logged }: HumanCall): Day {
  return logged === undefined || logged < on ? on : logged;
}

/**
 * The call that counts of each owner for the period, by owner; '' is of all deals. It is the latest one that was known
 * before the day: what is said again takes the place of what was said.
 * @param before exclusive: a forecast as of the start of D knows calls of before D
 */
export function callsOf(
  calls: readonly HumanCall[],
  asked: { readonly period: string; readonly currency: string; readonly before: Day },
): ReadonlyMap<string, HumanCall> {
  const known = calls.filter(
    (call) =>
      call.period === asked.period && call.currency === asked.currency && knownOn(call) < asked.before,
  );
  return new Map([...known].sort(byDay).map((call) => [call.owner, call]));
}

/** Of each period, owner and week the last one, which stands for the week; oldest first. */
export function weeklyCalls(calls: readonly HumanCall[]): readonly HumanCall[] {
  const weeks = grouped([...calls].sort(byDay), ({ period, owner, on }) =>
    JSON.stringify([period, owner, mondayOf(on)]),
  );
  return [...weeks.values()].flatMap((week) => week.at(-1) ?? []).sort(byDay);
}

/** The call of the same week for the same deals that this one takes the place of. */
export function replacedBy(calls: readonly HumanCall[], call: HumanCall): HumanCall | undefined {
  return calls
    .filter(
      ({ period, owner, on }) =>
        period === call.period && owner === call.owner && mondayOf(on) === mondayOf(call.on) && on <= call.on,
    )
    .sort(byDay)
    .at(-1);
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function byDay(a: HumanCall, b: HumanCall): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
}
