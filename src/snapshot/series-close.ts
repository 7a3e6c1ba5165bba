// What the series tells of a deal's close date: where it was, and how often it moved.

import { isMonthEnd } from '../base/day.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { DealFacts } from './deal-facts.ts';
import type { DealRow } from './row.ts';

/** How the close date moved from a deal's last facts to a row; both open, else it did not. */
export function closeMove(
  known: DealFacts | undefined,
  row: Pick<DealRow, 'stage' | 'close'>,
): 'later' | 'earlier' | undefined {
  if (known === undefined || known.outcome !== 'open' || outcomeOf(row.stage) !== 'open') return undefined;
  if (known.closeFirst === undefined || known.close === row.close) return undefined;
  if (row.close === undefined) return 'later';
  return known.close !== undefined && row.close > known.close ? 'later' : 'earlier';
}

/** The facts on the close date with one more row; without one that tells it, as they were. */
export function closeFacts(
  known: DealFacts | undefined,
  row: DealRow | undefined,
): Pick<DealFacts, 'closeFirst' | 'close' | 'closeMoves' | 'slips' | 'monthEndsOnly'> {
  const { closeFirst, close, closeMoves = 0, slips = 0, monthEndsOnly = true } = known ?? {};
  if (row === undefined || outcomeOf(row.stage) !== 'open') {
    return { closeFirst, close, closeMoves, slips, monthEndsOnly };
  }
  const move = closeMove(known, row);
  return {
    closeFirst: closeFirst ?? row.close,
    close: row.close,
    closeMoves: closeMoves + (move === undefined ? 0 : 1),
    slips: slips + (move === 'later' ? 1 : 0),
    monthEndsOnly: monthEndsOnly && (row.close === undefined || isMonthEnd(row.close)),
  };
}
