// Spans of days by number, and where in one a day lies. Lengths of months differ, so places are told by fraction.

import { epochDay } from './day.ts';
import type { Period } from './period.ts';

/** Days from `from` to before `to`, counted from 1970-01-01. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function spanOf({ from, to }: Pick<Period, 'from' | 'to'>): Span {
  return { from: epochDay(from), to: epochDay(to) + 1 };
}

/** Where the start of a day lies in the span: 0 on its first day, 1 on the day after its last. */
export function fractionOf(span: Span, day: number): number {
  return (day - span.from) / (span.to - span.from);
}

/** The day at a fraction of the span. */
export function dayAt(span: Span, fraction: number): number {
  return Math.round(span.from + fraction * (span.to - span.from));
}
