// Step 1: the reference windows, stretches of the past that were to the forecasters of then what the rest of the period
// is to us: the same part of an earlier period.

import { halved } from './halving.ts';
import { type Known, nearestTold, standOf } from './known.ts';
import { cycleOf, dayAt, earlierBy, fractionOf, type Span, type Target } from './spans.ts';

/** What was won in [from, to) of what stood open at the start of day `at`, or came after it. */
export interface Window extends Span {
  readonly at: number;
  /** How much it counts: 1 for a period that has just ended. */
  readonly weight: number;
}

/** The rest of the target itself, as a window. */
export function windowOf(target: Span, day: number): Window {
  return { at: day, from: Math.max(day, target.from), to: target.to, weight: 1 };
}

/** How far through a window a day of it begins: 0 to below 1. */
export function placeIn({ from, to }: Window, day: number): number {
  return (day - from) / (to - from);
}

const MOST_PERIODS = 8;
const FEWEST = 3;
/** Share of a window's days. */
const FAR = 1 / 4;
const ROLLING = { most: 26, step: 7, back: 400, weightInPeriod: 0.15 } as const;

/**
 * The windows of the latest complete periods, latest first: at most 8, none that begins before the history is complete.
 * @param cycle every how many periods: only those at the same point of the year or quarter
 */
export function periodWindows(known: Known, target: Target, cycle = 1): Window[] {
  const windows: Window[] = [];
  const fraction = Math.min(fractionOf(target, known.at), 1);
  for (const span of pastPeriods(known, target, cycle)) {
    const day = dayAt(span, fraction);
    const at = nearestTold(known, day, known.at - (span.to - day));
    if (at < known.since || windows.length === MOST_PERIODS) break;
    windows.push({ ...windowOf(movedTo(at, day, span), at), weight: weightOf(target, span.to) });
  }
  return windows;
}

/** Where what was known then is of another day by far, the window is as long as it was to be, and not the period's rest. */
function movedTo(at: number, day: number, { from, to }: Span): Span {
  const by = Math.abs(at - day) > FAR * (to - day) ? at - day : 0;
  return { from: from + by, to: to + by };
}

/** Half-life: two periods. */
function weightOf(target: Target, end: number): number {
  return halved(Math.max(target.from - end, 0) / (2 * (target.to - target.from)));
}

/** Where fewer than three periods tell, windows that end on any week's day up to today. */
export function referenceWindows(known: Known, target: Target): Window[] {
  const windows = periodWindows(known, target);
  return windows.length >= FEWEST ? windows : [...windows, ...rollingWindows(known, target)];
}

function rollingWindows(known: Known, target: Target): Window[] {
  const horizon = target.to - known.at;
  const lead = Math.max(target.from - known.at, 0);
  const earliest = Math.max(known.since, known.at - horizon - ROLLING.back);
  const windows: Window[] = [];
  for (let day = known.at - horizon; day >= earliest && windows.length < ROLLING.most; day -= ROLLING.step) {
    const at = standOf(known, day);
    if (at < known.since || at === windows.at(-1)?.at) continue;
    const to = at + horizon;
    const weight = to <= target.from ? weightOf(target, to) : ROLLING.weightInPeriod;
    windows.push({ at, from: at + lead, to, weight });
  }
  return windows;
}

/**
 * The complete periods before the target, latest first, back to the first that the history touches. One without a
 * creation and without a closing is missing, not empty: an export that was cut has such quarters.
 */
export function* pastPeriods(known: Known, target: Target, cycle = 1): Generator<Target> {
  for (let steps = cycle; ; steps += cycle) {
    const span = earlierBy(target, steps);
    if (span.to <= known.since) return;
    if (span.to <= known.at && isLively(known, span)) yield span;
  }
}

/** How often the same point of the cycle came again, or undefined where the period knows no cycle. */
export function cycleWindows(known: Known, target: Target): Window[] {
  const cycle = cycleOf(target);
  return cycle === undefined ? [] : periodWindows(known, target, cycle);
}

function isLively({ lively }: Known, { from, to }: Span): boolean {
  for (let day = from; day < to; day++) if (lively.has(day)) return true;
  return false;
}
