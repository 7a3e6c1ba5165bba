// What the readers of typed days take and give: one reader for each form that a day is typed in.

import type { Day } from '../base/day.ts';

/** What a day is read by. */
export interface TypedCalendar {
  readonly today: Day;
  /** 1 to 12: quarters are those of the fiscal year. */
  readonly fiscalYearStarts: number;
  /** Tells whether 03/04 is in March or in April; plain `en` does not. */
  readonly locale: string;
}

/** Where a day is looked for that may be before today or after it: activities lie behind, promises ahead. */
export type Leaning = 'past' | 'future';

/** One way to read what was typed. */
export interface DayReading {
  readonly day: Day;
  /** What makes it this day: `day first`. */
  readonly as: string;
}

/** What was typed, as the readers of the several forms need it. */
export interface TypedDay extends TypedCalendar {
  readonly leans: Leaning;
  /** In lower case, signs and points as they are. */
  readonly text: string;
  /** Folded, without words that say nothing: `by the end of Q1` is `end q1`. */
  readonly phrase: string;
}

/** Undefined where the text is not of the reader's form; none where it is, and there is no such day. */
export type DayReader = (typed: TypedDay) => readonly DayReading[] | undefined;
