// The bridge as JSON: decimal text, every bar by its name, also those that are zero.

import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { Bar, Bridge } from '../movement/bridge.ts';

export interface BarView {
  readonly value: Decimal;
  /** Deals. */
  readonly count: number;
}

export interface BridgeView {
  readonly opening: Decimal;
  readonly opening_count: number;
  readonly closing: Decimal;
  readonly closing_count: number;
  /** Closing − opening. */
  readonly change: Decimal;
  /** Of the bars that add, and of those that take away. */
  readonly added: Decimal;
  readonly taken: Decimal;
  /** By the key that BARS gives each. What leaves is positive; a credit that leaves is negative. */
  readonly bars: Readonly<Record<string, BarView>>;
}

/** @param bridge one, or the sum of several in a row */
export function bridgeView(
  { opening, closing, bars }: Pick<Bridge, 'opening' | 'closing' | 'bars'>,
  digits: number,
): BridgeView {
  return {
    opening: fromMinor(opening.value, digits),
    opening_count: opening.count,
    closing: fromMinor(closing.value, digits),
    closing_count: closing.count,
    change: fromMinor(closing.value - opening.value, digits),
    added: fromMinor(sumOf(bars, 1), digits),
    taken: fromMinor(sumOf(bars, -1), digits),
    bars: Object.fromEntries(BAR_KINDS.map((kind) => [BARS[kind].key, barView(bars[kind], digits)])),
  };
}

function sumOf(bars: Bridge['bars'], sign: 1 | -1): Minor {
  return sumMinor(BAR_KINDS.filter((kind) => BARS[kind].sign === sign).map((kind) => bars[kind].value));
}

/** A bar, or an end of a bridge. */
export function barView({ value, count }: Bar, digits: number): BarView {
  return { value: fromMinor(value, digits), count };
}
