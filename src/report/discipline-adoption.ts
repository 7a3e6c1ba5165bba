// Who writes, as the view of discipline has it, and what that rests on.

import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { isIn, type Period } from '../base/period.ts';
import { RECENT_DAYS, type Writing, writersOf } from '../discipline/adoption.ts';
import { touchedDeals } from '../discipline/touched.ts';
import type { Line, WrittenDown } from '../discipline/written.ts';
import { firstDay } from '../freshness/first-day.ts';
import { isOpen } from '../freshness/open-deals.ts';
import { ownerKey } from '../freshness/owner.ts';
import { recordIn } from '../freshness/place.ts';
import type { Looked } from '../freshness/rule.ts';
import { lastDayOf, mayLack } from '../snapshot/origin.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type ShareView, shareView } from './discipline-figures.ts';

export interface AdoptionView {
  /** What tells that somebody wrote: `logged` days, first commits, or deals that changed from snapshot to snapshot. */
  readonly rests_on: 'logged' | 'first-commit' | 'snapshots';
  /** What `weeks` counts. */
  readonly counts: 'lines' | 'deals';
  readonly recent_days: number;
  /** Owners who wrote in these days, the last of the period, of those in the team then of whom that is known; how many others there are. */
  readonly recent: ShareView & { readonly unknown: number };
  /** By owner's key: everybody in the team at some time of the period, and whoever else owns deals. */
  readonly writers: readonly WriterView[];
}

export interface WriterView {
  /** The team's id, else the name in deals; '' for deals that nobody owns. */
  readonly owner: string;
  /** The last day in the team, where that is over. */
  readonly left_on: Day | null;
  /** Of each week how much; null where nothing tells, or they had left. */
  readonly weeks: readonly (number | null)[];
  /** Weeks in which they wrote, of those that something tells of. */
  readonly weeks_written: ShareView;
  /** null: nothing in the period, as far as is known. */
  readonly last: Day | null;
  /** null: they have lines of which nobody knows when they were written, and none of these days. */
  readonly is_recent: boolean | null;
  readonly open_deals: number;
}

export interface AdoptionFacts {
  readonly book: Looked;
  readonly period: Period;
  /** Of the period, in order. */
  readonly weeks: readonly Period[];
  readonly written: WrittenDown;
  /** Git: since when it tells; undefined: the lines go by `logged`. */
  readonly git: { readonly since: Day | undefined } | undefined;
  readonly snapshotNames: readonly string[];
  /** Called for each of the period and the one before, in order: two at a time are held. */
  readSnapshot(name: string): Snapshot;
}

/** @throws Failure `snapshot-damaged`, `newer-format` where snapshots have to tell */
export function adoptionView(facts: AdoptionFacts): AdoptionView {
  const { book, period, weeks } = facts;
  const { team } = book.settings;
  const { restsOn, writings, unsureSince, isTold } = restingOn(facts);
  const open = grouped(book.state.deals.filter(isOpen), ({ owner }) => ownerKey(team, owner));
  const writers = writersOf({
    ...{ team, writings, unsureSince, weeks, isTold, to: period.to },
    owners: open.keys(),
  });
  const present = writers.filter(({ left }) => left === undefined);
  const count = (recent: boolean | undefined) => present.filter(({ isRecent }) => isRecent === recent).length;
  return {
    rests_on: restsOn,
    counts: restsOn === 'snapshots' ? 'deals' : 'lines',
    recent_days: RECENT_DAYS,
    recent: {
      ...shareView({ count: count(true), of: count(true) + count(false) }),
      unknown: count(undefined),
    },
    writers: writers.map(({ owner, left, weeks: counts, last, isRecent }) => {
      const told = counts.filter((times) => times !== undefined);
      return {
        owner,
        left_on: left ?? null,
        weeks: counts.map((times) => times ?? null),
        weeks_written: shareView({ count: told.filter((times) => times > 0).length, of: told.length }),
        last: last ?? null,
        is_recent: isRecent ?? null,
        open_deals: open.get(owner)?.length ?? 0,
      };
    }),
  };
}

interface Resting {
  readonly restsOn: AdoptionView['rests_on'];
  readonly writings: readonly Writing[];
  readonly unsureSince: ReadonlyMap<string, Day>;
  isTold(week: Period): boolean;
}

/**
 * Lines, as long as of at most half of them the day of writing is unknown, and they tell nothing of the weeks before any was
 * written down here; else, and in a mirror, snapshots, where there
 * are some.
 */
function restingOn(facts: AdoptionFacts): Resting {
  const { git, period, written } = facts;
  const lines = written.lines.filter(({ day }) => isIn(period, day));
  const writings = lines.flatMap(({ owner, written: day }) => (day === undefined ? [] : [{ owner, day }]));
  const unsureSince = unsureLines(lines, facts);
  if (git !== undefined) {
    const { since } = git;
    return {
      ...{ restsOn: 'first-commit', writings, unsureSince },
      isTold: (week) => since !== undefined && week.to >= since,
    };
  }
  const first = firstDay(facts.book) ?? firstWritten(written.lines);
  const byLines: Resting = {
    ...{ restsOn: 'logged', writings, unsureSince },
    isTold: (week) => first === undefined || week.to >= first,
  };
  const isMirror = facts.book.settings.sourceOfRecord !== '';
  if (!isMirror && lines.length <= 2 * writings.length) return byLines;
  return betweenSnapshots(facts) ?? byLines;
}

function firstWritten(lines: readonly Line[]): Day | undefined {
  return lines
    .map(({ written }) => written)
    .filter((day) => day !== undefined)
    .sort()[0];
}

/** By owner, the first day since which something may have been written that no day tells of. Of a CRM's deals, all of them. */
function unsureLines(lines: readonly Line[], { book, period }: AdoptionFacts): Map<string, Day> {
  const since = new Map<string, Day>();
  const unsure = (owner: string, on: Day) => {
    const known = since.get(owner);
    if (known === undefined || on < known) since.set(owner, on);
  };
  for (const { owner, day, written } of lines) if (written === undefined) unsure(owner, day);
  for (const row of book.state.deals) {
    if (isOpen(row) && recordIn(row, book) !== undefined)
      unsure(ownerKey(book.settings.team, row.owner), period.from);
  }
  return since;
}

function betweenSnapshots({ book, period, snapshotNames, readSnapshot }: AdoptionFacts): Resting | undefined {
  const days = new Set<Day>();
  const writings: Writing[] = [];
  let before: Snapshot | undefined;
  const go = (snapshot: Snapshot) => {
    const day = lastDayOf(snapshot);
    if (before !== undefined && isIn(period, day)) {
      days.add(day);
      writings.push(...touchedDeals(before, snapshot, book.settings.team));
    }
    before = snapshot;
  };
  for (const name of snapshotsFor(period, snapshotNames)) {
    const snapshot = readSnapshot(name);
    if (!mayLack(snapshot)) go(snapshot);
  }
  if (before === undefined) return undefined;
  go(book.state);
  if (days.size === 0) return undefined;
  const isTold = (week: Period) => [...days].some((day) => isIn(week, day));
  return { restsOn: 'snapshots', writings, unsureSince: new Map(), isTold };
}

/** Those of the period, and the newest before it. */
function snapshotsFor({ from, to }: Period, names: readonly string[]): readonly string[] {
  const first = names.findIndex((name) => name >= from);
  const upTo = names.filter((name) => name.slice(0, to.length) <= to);
  return upTo.slice(Math.max(0, (first < 0 ? upTo.length : first) - 1));
}
