// Collects what is wrong in pipeline.yaml, by place, and no more of it than a person reads.

import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import type { SourceText } from '../deal/source-text.ts';

/** `at` is an offset in the text. A hint that costs something to make is given as a function. */
export type Report = (at: number, message: Sayable, hint: Sayable | (() => Sayable)) => void;

const MOST_PROBLEMS = 100;

export interface Collector {
  readonly report: Report;
  /** All that was found, in the order of the file; beyond 100 only how many more there are. */
  problems(): Problem[];
}

export function collectorFor(source: SourceText): Collector {
  const found: Problem[] = [];
  let more = 0;
  return {
    report: (at, message, hint) => {
      if (found.length >= MOST_PROBLEMS) more++;
      else found.push(source.problem(at, { message, hint: typeof hint === 'function' ? hint() : hint }));
    },
    problems: () => {
      const sorted = found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
      if (more === 0) return sorted;
      const message = said('{more} more problems are not shown.', { more });
      return [...sorted, source.problem(undefined, { message, hint: 'Mend these first.' })];
    },
  };
}

const LONGEST_QUOTE = 60;

/** A text in quotes for a message, cut where it is long. */
export function inQuotes(text: string): string {
  return text.length <= LONGEST_QUOTE ? `"${text}"` : `"${text.slice(0, LONGEST_QUOTE - 1)}…"`;
}
