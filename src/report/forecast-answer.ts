// What one way to foresee says of the period: the forecast's middle, a simpler way, or what people called.

import type { Decimal } from '../base/money.ts';
import type { Method } from '../forecast/measure.ts';
import type { ForecastView } from './forecast.ts';

/** Null where it has nothing to go by. */
export function answerBy(
  method: Method,
  { p50, baselines, calls, owner }: Pick<ForecastView, 'p50' | 'baselines' | 'calls' | 'owner'>,
): Decimal | null {
  if (method === 'forecast') return p50;
  if (method === 'human-calls') return calls.find((call) => call.owner === owner)?.amount ?? null;
  return baselines[method];
}
