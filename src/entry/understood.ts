// Words that a person typed, read as days and amounts, with what each was taken for: it is told back to them.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { EntryContext } from './context.ts';
import { readTypedAmount, type TypedAmount } from './typed-amount.ts';
import { readTypedDay } from './typed-day.ts';

/** A word that was not written as a file has it, and what it was taken for. */
export type UnderstoodWord =
  | { readonly given: string; readonly day: Day }
  | { readonly given: string; readonly amount: Decimal; readonly currency: string };

export class Understood {
  readonly readings: UnderstoodWord[] = [];
  readonly #context: EntryContext;

  constructor(context: EntryContext) {
    this.#context = context;
  }

  /** @throws Failure `bad-date` with the readings that it could have */
  day(given: string, leans: 'past' | 'future'): Day {
    const { today, settings } = this.#context;
    const { fiscalYearStarts, locale } = settings;
    const day = readTypedDay(given, { today, fiscalYearStarts, locale }, leans);
    if (given !== day) this.#note({ given, day });
    return day;
  }

  /**
   * @param currency of a text that names none
   * @throws Failure `bad-amount` with the readings that it could have
   */
  amount(given: string, currency: string): TypedAmount {
    const read = readTypedAmount(given, { locale: this.#context.settings.locale, currency });
    if (given !== read.amount) this.#note({ given, ...read });
    return read;
  }

  #note(reading: UnderstoodWord): void {
    const isSaid = (other: UnderstoodWord) => JSON.stringify(other) === JSON.stringify(reading);
    if (!this.readings.some(isSaid)) this.readings.push(reading);
  }
}
