// What stands below a forecast and a backtest: what it rests on, and whether it is better than simpler ways.

import { named } from '../base/named.ts';
import type { WhyLeftOut } from '../forecast/history.ts';
import type { Method } from '../forecast/measure.ts';
import type { ForecastView } from '../report/forecast.ts';
import { answerBy } from '../report/forecast-answer.ts';
import type { TriedView } from '../report/forecast-tried.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';

export const METHODS: Readonly<Record<Method, string>> = {
  forecast: 'this forecast',
  'stage-weighted': 'stage-weighted',
  'mean-of-past': 'average of past periods',
  'mean-of-last-4': 'average of the last 4',
  'human-calls': 'what people said',
};

const WHY: Readonly<Record<WhyLeftOut, string>> = {
  'same-id': 'a second deal of one id',
  'no-date': 'no day is known',
  'no-close-date': 'closed, nobody wrote when',
};

/** Fewer outcomes than that say nothing of a coverage (FORECAST.md). */
export const FEW = 30;
/** A factor that a person would see. */
const VISIBLE = 0.02;

/** Where in its period a forecast stands. */
export function pointOf(fraction: number): string {
  return fraction === 0 ? 'the start' : fraction < 0.5 ? 'one third' : 'two thirds';
}

/** What the forecast rests on, where a person should know before believing it. */
export function* forecastRemarks(view: ForecastView, look: Look): Generator<Block> {
  const { history, adjusted, widened } = view;
  const { grounds, periods, rolling } = history;
  if (view.export !== null) {
    yield warn(
      'What has happened since that export is part of what is to come. A newer one → pipeline import FILE',
    );
  }
  if (grounds === 'configured') {
    yield warn(
      `Configured probabilities, no history: no stretch of ${plural(history.days_ahead, 'day')}, as it is to the end of ${view.period}, is on record to learn from. The range is a convention.`,
    );
  } else if (history.pooled) {
    yield warn(
      `Chances of all deals: ${plural(history.decided, 'decided deal')} of its own and their periods are too few to learn from. What is not created yet is what it brought itself.`,
    );
  } else if (grounds === 'little') {
    yield warn(
      `Range, little history: ${plural(periods, 'complete period')} and ${plural(rolling, 'rolling window')}.`,
    );
  }
  if (history.by_place.length > 0 && (grounds === 'configured' || grounds === 'little')) {
    const stages = named(history.by_place.map(look.stageLabel));
    yield warn(
      `Without a probability in pipeline.yaml: ${stages}. The stage's place in the process stands in.`,
    );
  }
  if (widened.least !== null) {
    const least = Math.round(100 * widened.least);
    yield warn(
      `${history.pooled ? 'So few' : 'Fewer than 3 complete periods'} do not show how much periods differ: the range is ±${least} % of what is to come at least.`,
    );
  }
  yield* standIns(view);
  if (Math.abs(adjusted - 1) >= VISIBLE) {
    yield line(`Adjusted to past accuracy: open and new × ${adjusted.toFixed(2)}.`);
  }
  if (widened.tried > 0) {
    yield line(`Width × ${widened.by.toFixed(2)}, from ${plural(widened.tried, 'past forecast')}.`);
  }
  if (history.other_currency > 0) {
    yield warn(`${plural(history.other_currency, 'snapshot')} in another reporting currency left aside.`);
  }
  for (const { why, ids } of history.left_out) yield warn(`Left out, ${WHY[why]}: ${named(ids)}.`);
}

/** Of how many open deals the value is not known, and what stands in for it. */
function* standIns({ deals }: ForecastView): Generator<Block> {
  const [listed, means] = (['list-price', 'mean-of-wins'] as const).map(
    (kind) => deals.filter(({ stand_in }) => stand_in === kind).length,
  ) as [number, number];
  if (listed + means === 0) return;
  const parts = [
    ...(listed === 0 ? [] : [`the list price (${listed})`]),
    ...(means === 0 ? [] : [`the mean of earlier wins (${means})`]),
  ];
  yield line(
    `No amount is known of ${plural(listed + means, 'open deal')}: ${parts.join(' or ')} stands in.`,
  );
}

/** How the same forecast did before, beside simpler ways; where one of these is better, that. */
export function* triedBlocks(view: ForecastView): Generator<Block> {
  const { tried } = view;
  if (tried === null) return;
  const parts: (string | Cell)[] = [
    `Tried on the ${tried.runs === 1 ? 'period' : plural(tried.runs, 'period')} before, at the same point: `,
    `${tried.within} of ${tried.runs} fell within P10–P90; error (WAPE) `,
    ...tried.methods.flatMap(({ method, wape }, at): (string | Cell)[] => [
      at === 0 ? '' : `, ${METHODS[method]} `,
      wape === null ? '–' : { kind: 'share', share: wape },
    ]),
    '.',
    tried.runs < FEW ? ` ${tried.runs} ${tried.runs === 1 ? 'is' : 'are'} few.` : '',
  ];
  yield { kind: 'blank' };
  yield { kind: 'paragraph', parts };
  yield* verdict(tried, view);
}

/** What is better than the forecast, and that the process has changed. */
export function* verdict({ best, missed_lately: missed }: TriedView, view?: ForecastView): Generator<Block> {
  if (best !== null && best !== 'forecast') {
    const now = view === undefined ? null : answerBy(best, view);
    const value: (string | Cell)[] = now === null ? [] : [', now ', { kind: 'money', amount: now }];
    yield {
      kind: 'paragraph',
      tone: 'warn',
      parts: [
        `It does not beat the ${METHODS[best].replace(/^stage/, 'plain stage')}: use that`,
        ...value,
        '.',
      ],
    };
  }
  if (missed !== null) {
    yield warn(
      `The last 3 outcomes all lay ${missed} the range: the process has changed. A later forecast.history_since in pipeline.yaml leaves out what was before.`,
    );
  }
}

function warn(text: string): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [text] };
}

function line(text: string): Block {
  return { kind: 'line', tone: 'muted', parts: [text] };
}
