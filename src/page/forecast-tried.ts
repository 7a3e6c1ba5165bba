// What stands below a forecast and a backtest: how it did before, and whether it is better than simpler ways.

import type { Method } from '../forecast/measure.ts';
import type { ForecastView } from '../report/forecast.ts';
import { answerBy } from '../report/forecast-answer.ts';
import type { TriedView } from '../report/forecast-tried.ts';
import type { Message } from '../words/message.ts';
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

/** Fewer outcomes than that say nothing of a coverage (docs/forecast.md). */
export const FEW = 30;
/** Where in its period a forecast stands. */
export function pointOf(fraction: number): Message {
  return fraction === 0 ? 'the start' : fraction < 0.5 ? 'one third' : 'two thirds';
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
  const shared = { runs, errors: { kind: 'phrase', parts: errors } } as const;
  const isForecast = view.answer.by === 'forecast';
  const parts: (string | Cell)[] = [
    isForecast
      ? say(
          'Tried on the {runs, plural, one {period} other {# periods}} before, at the same point: {within} of {all} fell within P10–P90; error (WAPE) {errors}.',
          { ...shared, within: count(within), all: count(runs) },
        )
      : say(
          'Tried on the {runs, plural, one {period} other {# periods}} before, at the same point: error (WAPE) of this forecast {errors}.',
          shared,
        ),
    ...(runs < FEW ? [' ', say('{runs, plural, one {# is} other {# are}} few.', { runs })] : []),
  ];
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
export function* verdict(tried: TriedView, view?: ForecastView): Generator<Block> {
  const { best } = tried;
  // Where only configured chances were tried, no process was learned that could have changed.
  const missed = view?.history.grounds === 'configured' ? null : tried.missed_lately;
  if (best !== null && best !== 'forecast' && best === view?.answer.by) {
    yield warn(say('It was nearer to what came than this forecast.'));
    yield* besideOnTheSame(tried);
  } else if (best !== null && best !== 'forecast') {
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
    yield* besideOnTheSame(tried);
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

/** The better way spoke less often: its error beside that of the forecast on what both spoke of. */
function* besideOnTheSame({ best, methods, runs: all }: TriedView): Generator<Block> {
  const way = methods.find(({ method }) => method === best);
  if (way === undefined || way.runs === all || way.wape === null || way.forecast_wape === null) return;
  const [own, other] = [way.forecast_wape, way.wape].map(
    (error) => ({ kind: 'share', share: error, decimals: 1 }) as const,
  ) as [Cell, Cell];
  yield warn(
    say(
      '{runs, plural, one {On the same forecast} other {On the same # forecasts}}: {own} against {other}.',
      { runs: way.runs, own, other },
    ),
  );
}

function count(of: number): Cell {
  return { kind: 'count', count: of };
}

function warn(text: Said): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [text] };
}
