// The figures of discipline: how late things were written down, from which stage on deals are recorded, and how many moved
// on without an activity.

import { grouped } from '../base/grouped.ts';
import { isIn, type Period } from '../base/period.ts';
import { medianDays, percentileDays } from '../snapshot/stage-days.ts';
import type { Item, Line, LineKind, WrittenDown } from './written.ts';

/** So many of so many. */
export interface CountOf {
  readonly count: number;
  readonly of: number;
}

export interface Lags {
  /** Lines of which the day of writing is known, and those of which it is not: in no other figure here. */
  readonly known: number;
  readonly unknown: number;
  /** Days; undefined where none is known. P90: the fewest that 9 of 10 do not exceed. */
  readonly median: number | undefined;
  readonly p90: number | undefined;
  /** Within the promised time, of the known ones. */
  readonly onTime: CountOf;
}

export interface Figures {
  readonly all: Lags;
  readonly activities: Lags;
  readonly stageChanges: Lags;
  readonly firstEntries: Lags;
  /** Deals first recorded in the first stage. */
  readonly fromFirstStage: CountOf;
  /** Of these deals, those that an import made: in no lag of first entries. */
  readonly imported: number;
  /** Steps up out of a stage without one activity in it. */
  readonly undocumented: CountOf;
}

/** What counts in a period, since documented_since. */
export function countedIn(period: Period, { lines, entries, steps, undated }: WrittenDown): WrittenDown {
  const counts = ({ day }: Item) => isIn(period, day);
  return {
    lines: lines.filter((line) => line.isDocumented && counts(line)),
    entries: entries.filter(counts),
    steps: steps.filter(counts),
    undated,
  };
}

export function figuresOf({ lines, entries, steps }: Omit<WrittenDown, 'undated'>): Figures {
  const ofKind = (kind: LineKind) => lagsOf(lines.filter((line) => line.kind === kind));
  return {
    all: lagsOf(lines),
    activities: ofKind('activity'),
    stageChanges: ofKind('stage-change'),
    firstEntries: ofKind('first-entry'),
    fromFirstStage: countOf(entries, ({ isFromFirstStage }) => isFromFirstStage),
    imported: entries.filter(({ isImported }) => isImported).length,
    undocumented: countOf(steps, ({ isUndocumented }) => isUndocumented),
  };
}

/** The figures of each group, by its key. */
export function figuresBy(written: WrittenDown, keyOf: (item: Item) => string): Map<string, Figures> {
  const lines = grouped(written.lines, keyOf);
  const entries = grouped(written.entries, keyOf);
  const steps = grouped(written.steps, keyOf);
  const keys = new Set([...lines.keys(), ...entries.keys(), ...steps.keys()]);
  const of = (key: string) => ({
    lines: lines.get(key) ?? [],
    entries: entries.get(key) ?? [],
    steps: steps.get(key) ?? [],
  });
  return new Map([...keys].map((key) => [key, figuresOf(of(key))]));
}

function lagsOf(lines: readonly Line[]): Lags {
  const known = lines.filter(({ lag }) => lag !== undefined);
  const days = known.flatMap(({ lag }) => lag ?? []);
  return {
    known: known.length,
    unknown: lines.length - known.length,
    median: medianDays(days),
    p90: percentileDays(days, 0.9),
    onTime: countOf(known, ({ isOnTime }) => isOnTime),
  };
}

function countOf<Of>(items: readonly Of[], test: (item: Of) => boolean): CountOf {
  return { count: items.filter(test).length, of: items.length };
}
