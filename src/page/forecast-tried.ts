// What stands below a forecast and a backtest: what it rests on, and whether it is better than simpler ways.

import type { WhyLeftOut } from '../forecast/history.ts';
import type { Method } from '../forecast/measure.ts';
import type { ForecastView } from '../report/forecast.ts';
import { answerBy } from '../report/forecast-answer.ts';
import type { TriedView } from '../report/forecast-tried.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Cell } from './page.ts';
import { type Said, say } from './say.ts';

export const METHODS: Readonly<Record<Method, Message>> = {
  forecast: 'this forecast',
  'stage-weighted': 'stage-weighted',
  'mean-of-past': 'average of past periods',
  'mean-of-last-4': 'average of the last 4',
  'human-calls': 'what people said',
};

const BETTER: Readonly<Record<Exclude<Method, 'forecast'>, Message>> = {
  ...METHODS,
  'stage-weighted': 'plain stage-weighted',
};

const LEFT_OUT: Readonly<Record<WhyLeftOut, Message>> = {
  'same-id': 'Left out, a second deal of one id: {names}.',
  'no-date': 'Left out, no day is known: {names}.',
  'no-close-date': 'Left out, closed, nobody wrote when: {names}.',
};

/** Fewer outcomes than that say nothing of a coverage (FORECAST.md). */
export const FEW = 30;
/** A factor that a person would see. */
const VISIBLE = 0.02;

/** Where in its period a forecast stands. */
export function pointOf(fraction: number): Message {
  return fraction === 0 ? 'the start' : fraction < 0.5 ? 'one third' : 'two thirds';
}

/** What the forecast rests on, where a person should know before believing it. */
export function* forecastRemarks(view: ForecastView, look: Look): Generator<Block> {
  const { history, adjusted, widened } = view;
  const { grounds, periods, rolling } = history;
  if (view.export !== null) {
    yield warn(
      say(
        'What has happened since that export is part of what is to come. A newer one → pipeline import FILE',
      ),
    );
  }
  if (grounds === 'configured') {
    yield warn(
      say(
        'Configured probabilities, no history: no stretch of {days, plural, one {# day} other {# days}}, as it is to the end of {period}, is on record to learn from. The range is a convention.',
        { days: history.days_ahead, period: view.period },
      ),
    );
  } else if (history.pooled) {
    yield warn(
      say(
        'Chances of all deals: {deals, plural, one {# decided deal} other {# decided deals}} of its own and their periods are too few to learn from. What is not created yet is what it brought itself.',
        { deals: history.decided },
      ),
    );
  } else if (grounds === 'little') {
    yield warn(
      say(
        'Range, little history: {periods, plural, one {# complete period} other {# complete periods}} and {windows, plural, one {# rolling window} other {# rolling windows}}.',
        { periods, windows: rolling },
      ),
    );
  }
  if (history.by_place.length > 0 && (grounds === 'configured' || grounds === 'little')) {
    const stages = sayNames(history.by_place.map(look.stageLabel));
    yield warn(
      say("Without a probability in pipeline.yaml: {stages}. The stage's place in the process stands in.", {
        stages,
      }),
    );
  }
  if (widened.least !== null) {
    const least = { kind: 'share', share: widened.least } as const;
    yield warn(
      say(
        history.pooled
          ? 'So few do not show how much periods differ: the range is ±{least} of what is to come at least.'
          : 'Fewer than 3 complete periods do not show how much periods differ: the range is ±{least} of what is to come at least.',
        { least },
      ),
    );
  }
  yield* standIns(view);
  if (Math.abs(adjusted - 1) >= VISIBLE) {
    yield line(say('Adjusted to past accuracy: open and new × {factor}.', { factor: factor(adjusted) }));
  }
  if (widened.tried > 0) {
    yield line(
      say('Width × {factor}, from {tried, plural, one {# past forecast} other {# past forecasts}}.', {
        factor: factor(widened.by),
        tried: widened.tried,
      }),
    );
  }
  if (history.other_currency > 0) {
    yield warn(
      say(
        '{snapshots, plural, one {# snapshot} other {# snapshots}} in another reporting currency left aside.',
        { snapshots: history.other_currency },
      ),
    );
  }
  for (const { why, ids } of history.left_out) yield warn(say(LEFT_OUT[why], { names: sayNames(ids) }));
}

/** Of how many open deals the value is not known, and what stands in for it. */
function* standIns({ deals }: ForecastView): Generator<Block> {
  const [listed, means] = (['list-price', 'mean-of-wins'] as const).map(
    (kind) => deals.filter(({ stand_in }) => stand_in === kind).length,
  ) as [number, number];
  if (listed + means === 0) return;
  const values = { deals: listed + means, listed: count(listed), means: count(means) };
  yield line(
    listed > 0 && means > 0
      ? say(
          'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the list price ({listed}) or the mean of earlier wins ({means}) stands in.',
          values,
        )
      : say(
          listed > 0
            ? 'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the list price ({deals}) stands in.'
            : 'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the mean of earlier wins ({deals}) stands in.',
          values,
        ),
  );
}

/** How the same forecast did before, beside simpler ways; where one of these is better, that. */
export function* triedBlocks(view: ForecastView): Generator<Block> {
  const { tried } = view;
  if (tried === null) return;
  const errors = tried.methods.flatMap(({ method, wape }, at): (string | Cell)[] => [
    ...(at === 0 ? [] : [', ', say(METHODS[method]), ' ']),
    wape === null ? '–' : { kind: 'share', share: wape },
  ]);
  const { runs, within } = tried;
  const parts: (string | Cell)[] = [
    say(
      'Tried on the {runs, plural, one {period} other {# periods}} before, at the same point: {within} of {all} fell within P10–P90; error (WAPE) {errors}.',
      { runs, within: count(within), all: count(runs), errors: { kind: 'phrase', parts: errors } },
    ),
    ...(runs < FEW ? [' ', say('{runs, plural, one {# is} other {# are}} few.', { runs })] : []),
  ];
  yield { kind: 'blank' };
  yield { kind: 'paragraph', parts };
  yield* sameForecasts(tried.methods);
  yield* verdict(tried, view);
}

type Errors = Pick<TriedView['methods'][number], 'method' | 'runs' | 'wape' | 'forecast_wape'>;

/** Where a simpler way has the smaller error only since it says nothing of periods in which the forecast was far off. */
export function* sameForecasts(methods: readonly Errors[]): Generator<Block> {
  const own = methods.find(({ method }) => method === 'forecast');
  const [way] = methods
    .filter(({ runs, wape, forecast_wape: beside }) => {
      if (own === undefined || runs === own.runs) return false;
      return Number(wape) < Number(own.wape) && beside !== null && beside <= Number(wape);
    })
    .sort((a, b) => Number(a.wape) - Number(b.wape));
  if (way === undefined || own === undefined || way.forecast_wape === null) return;
  const values = {
    missing: count(own.runs - way.runs),
    way: say(METHODS[way.method]),
    error: { kind: 'share', share: way.forecast_wape } as const,
  };
  yield {
    kind: 'paragraph',
    parts: [
      say(
        'Of {missing} of them the {way} says nothing: in the others this forecast is off by {error}.',
        values,
      ),
    ],
  };
}

/** What is better than the forecast, and that the process has changed. */
export function* verdict({ best, missed_lately: missed }: TriedView, view?: ForecastView): Generator<Block> {
  if (best !== null && best !== 'forecast') {
    const now = view === undefined ? null : answerBy(best, view);
    const way = say(BETTER[best]);
    yield warn(
      now === null
        ? say('It does not beat the {way}: use that.', { way })
        : say('It does not beat the {way}: use that, now {value}.', {
            way,
            value: { kind: 'money', amount: now },
          }),
    );
  }
  if (missed !== null) {
    yield warn(
      say(
        missed === 'above'
          ? 'The last 3 outcomes all lay above the range: the process has changed. A later forecast.history_since in pipeline.yaml leaves out what was before.'
          : 'The last 3 outcomes all lay below the range: the process has changed. A later forecast.history_since in pipeline.yaml leaves out what was before.',
      ),
    );
  }
}

function count(of: number): Cell {
  return { kind: 'count', count: of };
}

function factor(number: number): Cell {
  return { kind: 'number', number, decimals: 2 };
}

function warn(text: Said): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [text] };
}

function line(text: Said): Block {
  return { kind: 'line', tone: 'muted', parts: [text] };
}
