// The page of `pipeline forecast --method`: what a simpler way says, beside the forecast, and how both did before.

import type { Decimal } from '../base/money.ts';
import type { Method } from '../forecast/measure.ts';
import type { ForecastView } from '../report/forecast.ts';
import type { Message } from '../words/message.ts';
import { callsBlocks, categoriesBlocks } from './forecast-beside.ts';
import { METHODS, triedBlocks } from './forecast-tried.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { ownTitle, say } from './say.ts';

const MEANS: Readonly<Record<Exclude<Method, 'forecast'>, Message>> = {
  'stage-weighted':
    'Won so far, and of each open deal that is due the probability of its stage × amount. It has no range.',
  'mean-of-past': 'The mean of all complete periods on record, whatever is won or open now. It has no range.',
  'mean-of-last-4':
    'The mean of the last four complete periods, whatever is won or open now. It has no range.',
  'human-calls': 'What people called last, for the same deals. It has no range.',
};

/** What stands below the heading. @param answer what the way says */
export function* methodBlocks(
  view: ForecastView,
  method: Exclude<Method, 'forecast'>,
  answer: Decimal,
  look: Look,
): Generator<Block> {
  const { parts, p50, target } = view;
  const row = (name: Cell, amount: Decimal, isStrong = false): Cell[] => [
    { kind: 'phrase', parts: ['  ', name] },
    { kind: 'money', amount, ...(isStrong ? { tone: 'strong' as const } : {}) },
  ];
  yield {
    kind: 'table',
    columns: [
      { key: 'way', title: 'Forecast by' },
      { key: 'value', title: ownTitle(view.currency), align: 'right' },
    ],
    rows: [
      row(say(METHODS[method]), answer, true),
      row(say('this forecast, in the middle'), p50),
      row(say('won so far'), parts.won),
      ...(target === null ? [] : [row(say('target'), target.value)]),
    ],
  };
  yield { kind: 'paragraph', tone: 'muted', parts: [say(MEANS[method])] };
  if (Number(answer) < Number(parts.won)) {
    yield { kind: 'paragraph', tone: 'warn', parts: [say('That is less than what is won already.')] };
  }
  yield { kind: 'blank' };
  yield* categoriesBlocks(view);
  yield* callsBlocks(view, look);
  yield* triedBlocks(view);
}
