// The page of `pipeline forecast` of a period that is over: what was won in it, and what had been said.

import type { ForecastView } from '../report/forecast.ts';
import type { Message } from '../words/message.ts';
import { callsBlocks } from './forecast-beside.ts';
import { pointOf } from './forecast-tried.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { recordsBegin } from './records-begin.ts';
import { say } from './say.ts';

export function* overBlocks(view: ForecastView, look: Look): Generator<Block> {
  const { period, parts, counts, target, said } = view;
  yield {
    kind: 'line',
    parts: [
      say('{period} is over: {won} won, {deals, plural, one {# deal} other {# deals}}.', {
        period,
        won: money(parts.won),
        deals: counts.won,
      }),
    ],
  };
  if (view.records_begin !== null)
    yield recordsBegin(period, view.records_begin, view.records_begin > view.to);
  if (target !== null) {
    const outcome = target.reached > 0 ? 'Target {target} reached.' : 'Target {target} missed.';
    yield { kind: 'line', parts: [say(outcome, { target: money(target.value) })] };
  }
  if (said.length > 0) {
    yield { kind: 'blank' };
    yield {
      kind: 'table',
      columns: [
        { key: 'as_of', title: 'Forecast as of', shrinkTo: 12 },
        { key: 'day', title: '' },
        ...(['P10', 'P50', 'P90'] as const).map((title) => ({ key: title, title, align: 'right' as const })),
        { key: 'outcome', title: 'What was won lay' },
      ],
      rows: said.map(({ as_of, fraction, p10, p50, p90 }): Cell[] => [
        say(pointOf(fraction)),
        { kind: 'day', day: as_of },
        ...[p10, p50, p90].map(money),
        say(place(Number(parts.won), Number(p10), Number(p90))),
      ]),
    };
  }
  yield { kind: 'blank' };
  yield* callsBlocks(view, look);
  yield { kind: 'next', text: say('What it brought'), command: `pipeline results ${period}` };
}

function place(won: number, p10: number, p90: number): Message {
  return won < p10 ? 'below' : won > p90 ? 'above' : 'within P10–P90';
}

function money(amount: ForecastView['p50']): Cell {
  return { kind: 'money', amount };
}
