// How good forecasts were: figures over many of them. Each is undefined over nothing, never 0.

import { quantile } from '../base/quantile.ts';
import type { Range } from './range.ts';

export interface Outcome {
  readonly forecast: number;
  readonly actual: number;
}

/** Weighted absolute percentage error: Σ|forecast − actual| ÷ Σ|actual| (Kolassa & Schütz 2007). */
export function wape(outcomes: readonly Outcome[]): number | undefined {
  return ratio(
    sum(outcomes, ({ forecast, actual }) => Math.abs(forecast - actual)),
    sum(outcomes, ({ actual }) => Math.abs(actual)),
  );
}

/** Σ(forecast − actual) ÷ Σ|actual|: above 0 is too high. */
export function bias(outcomes: readonly Outcome[]): number | undefined {
  return ratio(
    sum(outcomes, ({ forecast, actual }) => forecast - actual),
    sum(outcomes, ({ actual }) => Math.abs(actual)),
  );
}

/** In how many the outcome fell within P10–P90, both included. */
export function covered(ranges: readonly (Range & Pick<Outcome, 'actual'>)[]): number {
  return ranges.filter(({ p10, p90, actual }) => p10 <= actual && actual <= p90).length;
}

/** The levels that the loss is taken at. */
const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * Mean pinball loss over five quantiles ÷ mean |actual| (Koenker & Bassett 1978): smaller is better, and a range that is
 * too wide costs as one that is too narrow does.
 */
export function pinball(
  forecasts: readonly { readonly draws: Float64Array; readonly actual: number }[],
): number | undefined {
  const loss = sum(forecasts, ({ draws, actual }) => {
    const sorted = Float64Array.from(draws).sort();
    return sum(LEVELS, (level) => pinballAt(level, quantile(sorted, level), actual)) / LEVELS.length;
  });
  return ratio(
    loss,
    sum(forecasts, ({ actual }) => Math.abs(actual)),
  );
}

function pinballAt(level: number, forecast: number, actual: number): number {
  return actual >= forecast ? level * (actual - forecast) : (1 - level) * (forecast - actual);
}

export interface Chance {
  readonly chance: number;
  readonly isWon: boolean;
}

/** Mean squared difference of chance and outcome (Brier 1950). */
export function brier(chances: readonly Chance[]): number | undefined {
  return ratio(
    sum(chances, ({ chance, isWon }) => (chance - (isWon ? 1 : 0)) ** 2),
    chances.length,
  );
}

/** How much smaller it is than that of one chance for all, the share that was won: 1 − Brier ÷ (share × (1 − share)). */
export function brierSkill(chances: readonly Chance[]): number | undefined {
  const share = ratio(chances.filter(({ isWon }) => isWon).length, chances.length) ?? 0;
  const skill = ratio(brier(chances) ?? 0, share * (1 - share));
  return skill === undefined ? undefined : 1 - skill;
}

export interface Decile {
  /** Chances from `from` to below `to`; 1 is in the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly won: number;
  /** Undefined without a deal. */
  readonly meanChance: number | undefined;
  readonly share: number | undefined;
}

/** Chance against what happened, in ten bands of chance. */
export function calibration(chances: readonly Chance[]): Decile[] {
  const bands: Chance[][] = Array.from({ length: 10 }, () => []);
  for (const one of chances) bands[Math.min(Math.floor(one.chance * 10), 9)]?.push(one);
  return bands.map((band, at) => {
    const won = band.filter(({ isWon }) => isWon).length;
    return {
      from: at / 10,
      to: (at + 1) / 10,
      count: band.length,
      won,
      meanChance: ratio(
        sum(band, ({ chance }) => chance),
        band.length,
      ),
      share: ratio(won, band.length),
    };
  });
}

/** Expected calibration error: the mean distance of chance and share, by count (Naeini, Cooper & Hauskrecht 2015). */
export function calibrationError(deciles: readonly Decile[]): number | undefined {
  return ratio(
    sum(deciles, ({ count, meanChance = 0, share = 0 }) => count * Math.abs(meanChance - share)),
    sum(deciles, ({ count }) => count),
  );
}

function sum<Item>(items: Iterable<Item>, of: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
