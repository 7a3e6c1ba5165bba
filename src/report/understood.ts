// What words of a person were taken for, as views tell it.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { UnderstoodWord } from '../entry/understood.ts';

export interface UnderstoodView {
  /** As it was typed. */
  readonly given: string;
  readonly day: Day | null;
  readonly amount: Decimal | null;
  readonly currency: string | null;
}

export function understoodView(reading: UnderstoodWord): UnderstoodView {
  return 'day' in reading
    ? { given: reading.given, day: reading.day, amount: null, currency: null }
    : { given: reading.given, day: null, amount: reading.amount, currency: reading.currency };
}
