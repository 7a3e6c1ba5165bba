// Who writes, week by week: everybody in the team, and whoever owns deals beside it; one who wrote nothing too.

import { compareText } from '../base/compare-text.ts';
import { addDays, type Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { isIn, type Period } from '../base/period.ts';
import type { TeamMember } from '../workspace/settings.ts';

/** Something that an owner's deals show was written on a day. */
export interface Writing {
  readonly owner: string;
  readonly day: Day;
}

export interface Writer {
  /** The team's id, else the name in deals; '' for deals that nobody owns. */
  readonly owner: string;
  /** The last day in the team, where that is over. */
  readonly left: Day | undefined;
  /** Of each week how often; undefined where nothing tells, or the owner had left the team before. */
  readonly weeks: readonly (number | undefined)[];
  /** Undefined: not once in the period, as far as is known. */
  readonly last: Day | undefined;
  /** Undefined: they have lines of which nobody knows when they were written, and none of these days. */
  readonly isRecent: boolean | undefined;
}

/** Days up to the period's last in which somebody who writes at all has written. */
export const RECENT_DAYS = 7;

export interface AdoptionFacts {
  readonly team: readonly TeamMember[];
  /** Owners of open deals, by the team's id or the name in the deal. */
  readonly owners: Iterable<string>;
  readonly writings: readonly Writing[];
  /** Since when no silence of an owner is certain: the first of their lines of which nobody knows when it was written. */
  readonly unsureSince: ReadonlyMap<string, Day>;
  /** Of the period, in order; the last one may go on after it. */
  readonly weeks: readonly Period[];
  /** Whether anything can tell of that week. */
  isTold(week: Period): boolean;
  /** The last day of the period. */
  readonly to: Day;
}

/** By owner's key; who left the team before the period is no part of it, unless their deals were written. */
export function writersOf(facts: AdoptionFacts): Writer[] {
  const { team, owners, writings, unsureSince, weeks, isTold, to } = facts;
  const from = weeks[0]?.from ?? to;
  const byOwner = grouped(writings, ({ owner }) => owner);
  const leaving = new Map(team.map(({ id, until }) => [id, until]));
  const there = team.filter(({ until }) => until === undefined || until >= from).map(({ id }) => id);
  const keys = new Set([...there, ...owners, ...unsureSince.keys(), ...byOwner.keys()]);
  return [...keys].sort(compareText).map((owner) => {
    const days = (byOwner.get(owner) ?? []).map(({ day }) => day).sort();
    const until = leaving.get(owner);
    const hadLeft = ({ from: monday }: Period) => until !== undefined && until < monday;
    const unsure = unsureSince.get(owner);
    const isUnsure = ({ to: sunday }: Period) => unsure !== undefined && unsure <= sunday;
    const last = days.at(-1);
    const isRecent = last !== undefined && last > addDays(to, -RECENT_DAYS);
    return {
      owner,
      left: until !== undefined && until < to ? until : undefined,
      weeks: weeks.map((week) => {
        const count = days.filter((day) => isIn(week, day)).length;
        return count === 0 && (isUnsure(week) || hadLeft(week) || !isTold(week)) ? undefined : count;
      }),
      last,
      isRecent: isRecent || unsure === undefined ? isRecent : undefined,
    };
  });
}
