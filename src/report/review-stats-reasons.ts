// Why deals were lost and won, quarter by quarter: the reasons that lost deals have, else what a review wrote of them;
// of won ones what reviews wrote.

import { fold } from '../base/fold.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { type Period, periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { idsOf } from '../deal/former-ids.ts';
import { closingsIn } from '../plan/closings.ts';
import type { Judged } from '../review/judged.ts';

export interface ReasonsWithin {
  readonly period: Period;
  readonly fiscalYearStarts: number;
}

export interface LostReason {
  /** '' where nobody gave one. */
  readonly reason: string;
  /** Deals lost in each of the quarters, in their order. */
  readonly by_quarter: readonly number[];
  readonly count: number;
  readonly value: Decimal;
}

export interface WonReason {
  readonly reason: string;
  readonly quarter: string;
  /** The deal and the sheet that it stands in. */
  readonly deal: string;
  readonly sheet: string;
}

/** Of deals lost in the period, also those in the archive; the most frequent first, those without one last. */
export function lostReasons(
  { state }: Book,
  deals: readonly Judged[],
  { period, fiscalYearStarts }: ReasonsWithin,
  isMine: (owner: string) => boolean,
): { readonly quarters: string[]; readonly reasons: LostReason[] } {
  // A later sheet that gives no reason takes none back.
  const given = deals.filter(({ answer }) => answer !== undefined && answer.reason !== '');
  const said = new Map(given.map(({ pick, answer }) => [pick.id, answer?.reason ?? '']));
  const lost = closingsIn(state, period, ({ owner }) => isMine(owner)).lost.flatMap((row) => {
    const { close, value } = row;
    if (close === undefined) return [];
    const reason =
      row.lostReason ||
      (idsOf(row)
        .map((id) => said.get(id))
        .find(Boolean) ??
        '');
    return [{ reason, value: value ?? 0, quarter: periodAround(close, 'quarter', fiscalYearStarts) }];
  });
  const starts = new Map(lost.map(({ quarter }) => [quarter.name, quarter.from]));
  const quarters = [...starts].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([name]) => name);
  const reasons = [...grouped(lost, ({ reason }) => fold(reason)).values()].map(
    (alike): LostReason => ({
      reason: alike[0]?.reason ?? '',
      by_quarter: quarters.map((name) => alike.filter(({ quarter }) => quarter.name === name).length),
      count: alike.length,
      value: fromMinor(sumMinor(alike.map(({ value }) => value)), state.digits),
    }),
  );
  const last = ({ reason }: LostReason) => Number(reason === '');
  return { quarters, reasons: reasons.sort((a, b) => last(a) - last(b) || b.count - a.count) };
}

/** The newest sheet first; one that stands in several sheets of one deal once. */
export function wonReasons(deals: readonly Judged[], { fiscalYearStarts }: ReasonsWithin): WonReason[] {
  const seen = new Set<string>();
  return [...deals].reverse().flatMap(({ stratum, pick, answer, sheet }) => {
    if (stratum !== 'won' || answer === undefined || answer.reason === '') return [];
    const key = JSON.stringify([pick.id, fold(answer.reason)]);
    if (seen.has(key)) return [];
    seen.add(key);
    const quarter = periodAround(pick.close ?? sheet.draw.on, 'quarter', fiscalYearStarts).name;
    return [{ reason: answer.reason, quarter, deal: pick.id, sheet: sheet.file }];
  });
}
