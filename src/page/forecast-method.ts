// The page of `pipeline forecast --method`: what a simpler way says, beside the forecast, and how both did before.

import type { Decimal } from '../base/money.ts';
import type { Method } from '../forecast/measure.ts';
import type { ForecastView } from '../report/forecast.ts';
import { callsBlocks, categoriesBlocks } from './forecast-beside.ts';
import { METHODS, triedBlocks } from './forecast-tried.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { ownTitle } from './say.ts';

const MEANS: Readonly<Record<Exclude<Method, 'forecast'>, string>> = {
  'stage-weighted': 'Won so far, and of each open deal that is due the probability of its stage × amount.',
  'mean-of-past': 'The mean of all complete periods on record, whatever is won or open now.',
  'mean-of-last-4': 'The mean of the last four complete periods, whatever is won or open now.',
  'human-calls': 'What people called last, for the same deals.',
};

/** What stands below the heading. @param answer what the way says */
export function* methodBlocks(
  view: ForecastView,
  method: Exclude<Method, 'forecast'>,
  answer: Decimal,
  look: Look,
): Generator<Block> {
  const { parts, p50, target } = view;
  const row = (name: string, amount: Decimal, isStrong = false): Cell[] => [
    { kind: 'text', text: name },
    { kind: 'money', amount, ...(isStrong ? { tone: 'strong' as const } : {}) },
  ];
  yield {
    kind: 'table',
    columns: [
      { key: 'way', title: 'Forecast by' },
      { key: 'value', title: ownTitle(view.currency), align: 'right' },
    ],
    rows: [
      row(`  ${METHODS[method]}`, answer, true),
      row(`  ${METHODS.forecast}, in the middle`, p50),
      row('  won so far', parts.won),
      ...(target === null ? [] : [row('  target', target.value)]),
    ],
  };
  yield { kind: 'paragraph', tone: 'muted', parts: [`${MEANS[method]} It has no range.`] };
  if (Number(answer) < Number(parts.won)) {
    yield { kind: 'paragraph', tone: 'warn', parts: ['That is less than what is won already.'] };
  }
  yield { kind: 'blank' };
  yield* categoriesBlocks(view);
  yield* callsBlocks(view, look);
  yield* triedBlocks(view);
}
