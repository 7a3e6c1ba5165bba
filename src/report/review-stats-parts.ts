// How the deals of each part of the samples stood: the important and largest ones against those that chance picked.

import { type Decimal, fromMinor } from '../base/money.ts';
import { type Found, foundIn } from '../review/found.ts';
import type { Judged } from '../review/judged.ts';
import type { Why } from '../review/sample.ts';
import type { Verdict } from '../review/sheet.ts';
import { type Rate, rateOf } from './rate.ts';

/** Of open deals why they were drawn; closed ones by how they ended. */
export type Part = Why | 'won' | 'lost';

export const PARTS = ['important', 'largest', 'random', 'won', 'lost'] as const satisfies readonly Part[];

export interface PartView {
  readonly part: Part;
  readonly drawn: number;
  readonly filled_in: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Open deals whose value the review changed, of those filled in whose value is known. */
  readonly amount_changed: Rate;
  readonly said: Decimal;
  readonly found: Decimal;
  /** (found − said) ÷ said; null where nothing was said. */
  readonly change: number | null;
  /** Whose close date the review moved, of those filled in. */
  readonly date_moved: Rate;
  /** Of the moved ones; later is positive. null: none. */
  readonly median_days: number | null;
}

/** Those that have a deal. */
export function partViews(deals: readonly Judged[], digits: number): PartView[] {
  return PARTS.flatMap((part) => {
    const own = deals.filter((deal) => partOf(deal) === part);
    return own.length === 0 ? [] : [partView(part, foundIn(own), digits)];
  });
}

export function partOf({ stratum, pick }: Judged): Part {
  return stratum === 'open' ? pick.why : stratum;
}

function partView(part: Part, found: Found, digits: number): PartView {
  return {
    part,
    drawn: found.drawn,
    filled_in: found.filledIn,
    verdicts: found.verdicts,
    amount_changed: rateOf(found.amountChanged, found.valued),
    said: fromMinor(found.said, digits),
    found: fromMinor(found.found, digits),
    change: found.said <= 0 ? null : (found.found - found.said) / found.said,
    date_moved: rateOf(found.dateMoved, found.filledIn),
    median_days: found.medianDays ?? null,
  };
}
