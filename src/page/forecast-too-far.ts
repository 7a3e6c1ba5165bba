// The page of `pipeline forecast` of a period that the history does not reach and no open deal does: no range, but why.

import { epochDay } from '../base/day.ts';
import type { ForecastView } from '../report/forecast.ts';
import { callsBlocks } from './forecast-beside.ts';
import type { Look } from './look.ts';
import type { Block } from './page.ts';
import { say } from './say.ts';

/** Nothing says anything of it: its P10, P50 and P90 of 0 are no statement. */
export function isTooFar({ history, p90, from, as_of: asOf }: ForecastView): boolean {
  return history.grounds === 'configured' && Number(p90) === 0 && from > asOf;
}

/** What stands below the heading. */
export function* tooFarBlocks(view: ForecastView, look: Look): Generator<Block> {
  const { history, period, from, as_of: asOf } = view;
  yield {
    kind: 'paragraph',
    tone: 'warn',
    parts: [
      say(
        'Too far ahead: the history tells nothing of a period that begins in {ahead, plural, one {# day} other {# days}}, since no stretch of {days, plural, one {# day} other {# days}}, as it is to the end of {period}, is on record. What is not created yet would be most of it, so that there is no range.',
        { ahead: epochDay(from) - epochDay(asOf), days: history.days_ahead, period },
      ),
    ],
  };
  yield { kind: 'blank' };
  yield* callsBlocks(view, look);
  yield { kind: 'next', text: say('The forecast of now'), command: 'pipeline forecast' };
}
