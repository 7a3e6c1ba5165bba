// The page of `pipeline forecast`: the range first, then its parts, the deals that make most of it, and how such
// forecasts did before.

import { shellWord } from '../base/shell-word.ts';
import { type ForecastDeal, type ForecastView, sumExpected } from '../report/forecast.ts';
import { dayOfName } from '../snapshot/names.ts';
import { counted } from './counted.ts';
import { callsBlocks, categoriesBlocks } from './forecast-beside.ts';
import { courseBlocks } from './forecast-course.ts';
import { methodBlocks } from './forecast-method.ts';
import { overBlocks } from './forecast-over.ts';
import { forecastRemarks } from './forecast-remarks.ts';
import { isTooFar, tooFarBlocks } from './forecast-too-far.ts';
import { METHODS, triedBlocks } from './forecast-tried.ts';
import { indented } from './indented.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, Title } from './page.ts';
import { ownTitle, say } from './say.ts';
import { stageCell } from './stage-cell.ts';

const MOST_DEALS = 8;

export function forecastPage(view: ForecastView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ForecastView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: headingOf(view, look) };
  yield { kind: 'blank' };
  if (view.over) return yield* overBlocks(view, look);
  if (view.answer.by !== 'forecast') {
    yield* methodBlocks(view, view.answer.by, view.answer.value, look);
    return yield { kind: 'next', text: say('The forecast with its range'), command: commandOf(view) };
  }
  if (isTooFar(view)) return yield* tooFarBlocks(view, look);
  yield rangeTable(view);
  if (view.target !== null) {
    yield {
      kind: 'line',
      parts: [
        say('Target {target} reached in {reached} of {runs} runs', {
          target: money(view.target.value),
          reached: view.target.reached,
          runs: view.draws,
        }),
      ],
    };
  }
  yield { kind: 'blank' };
  yield partsTable(view);
  yield { kind: 'blank' };
  yield* courseBlocks(view);
  yield* categoriesBlocks(view);
  yield* callsBlocks(view, look);
  if (view.deals.length > 0) {
    yield dealsTable(view, look);
    yield { kind: 'blank' };
  }
  yield* forecastRemarks(view, look);
  if (view.tried !== null) yield { kind: 'blank' };
  yield* triedBlocks(view);
  const enough = view.history.grounds !== 'configured';
  yield enough
    ? { kind: 'next', text: say('How it did before'), command: 'pipeline forecast backtest' }
    : { kind: 'next', text: say('Make the past that it could learn from'), command: 'pipeline backfill' };
}

function commandOf({ period, owner, of_the_past: isPast, as_of: asOf }: ForecastView): string {
  const of = owner === null ? '' : ` --owner ${shellWord(owner)}`;
  return `pipeline forecast ${period}${of}${isPast ? ` --as-of ${asOf}` : ''}`;
}

/** The period, whose deals, as of when, and what it rests on. */
export function headingOf(
  { period, as_of, snapshot, export: exported, owner, history, answer }: ForecastView,
  look: Look,
): (string | Cell)[] {
  const day = { kind: 'day', day: snapshot !== null ? dayOfName(snapshot) : (exported ?? as_of) } as const;
  return [
    answer.by === 'forecast'
      ? say('Forecast {period}', { period })
      : say('Forecast {period} by {way}', { period, way: say(METHODS[answer.by]) }),
    owner === null ? '' : ` · ${look.ownerLabel(owner)}`,
    ' · ',
    say(
      snapshot !== null
        ? 'as of the snapshot of {day}'
        : exported !== null
          ? 'as of the export of {day}'
          : 'as of {day}',
      { day },
    ),
    ' · ',
    counted(history.snapshots, 'snapshot'),
    ', ',
    counted(history.periods, 'period'),
  ];
}

function rangeTable({ p10, p50, p90, mean }: ForecastView): Block {
  const column = (key: string, title: Title) => ({ key, title, align: 'right' as const });
  return {
    kind: 'table',
    columns: [column('p10', 'P10'), column('p50', 'P50'), column('p90', 'P90'), column('mean', 'Mean')],
    rows: [[money(p10), { ...money(p50), tone: 'strong' }, money(p90), money(mean)]],
  };
}

function partsTable({ parts, counts, mean, of_the_past: isPast, currency }: ForecastView): Block {
  const wins = counted(counts.won, 'deal');
  return {
    kind: 'table',
    columns: [
      { key: 'part', title: 'Expected (means add up, percentiles do not)', shrinkTo: 16 },
      { key: 'value', title: ownTitle(currency), align: 'right' },
      { key: 'note', title: '', shrinkTo: 8 },
    ],
    rows: [
      [
        indented('won so far'),
        money(parts.won),
        isPast ? say('{deals}, as known then', { deals: wins }) : wins,
      ],
      [indented('from open deals'), money(parts.open), counted(counts.open, 'deal')],
      [indented('not yet created'), money(parts.new), { kind: 'none' }],
    ],
    totals: [[indented('total'), money(mean), { kind: 'none' }]],
  };
}

function dealsTable({ deals, parts, history }: ForecastView, look: Look): Block {
  const shown = deals.slice(0, MOST_DEALS);
  const others = deals.slice(MOST_DEALS);
  const { digits } = look;
  return {
    kind: 'table',
    columns: [
      { key: 'deal', title: 'Largest parts', shrinkTo: 14 },
      { key: 'stage', title: 'Stage', shrinkTo: 8, dropRank: 1 },
      { key: 'value', title: 'Value', align: 'right' },
      { key: 'chance', title: 'Chance', align: 'right' },
      { key: 'expected', title: 'Expected', align: 'right' },
      { key: 'because', title: 'Because', shrinkTo: 12 },
    ],
    rows: [
      ...shown.map((deal): Cell[] => [
        text(deal.id),
        stageCell(deal.stage, look),
        money(deal.value),
        { kind: 'share', share: deal.probability },
        money(deal.expected),
        because(deal, history),
      ]),
      ...(others.length === 0
        ? []
        : [
            [
              say('{count, plural, one {# other} other {# others}}', { count: others.length }),
              NONE,
              NONE,
              NONE,
              money(sumExpected(others, digits)),
              NONE,
            ],
          ]),
    ],
    totals: [[say('Open deals'), NONE, NONE, NONE, money(parts.open), NONE]],
  };
}

function because(
  { like, stage, probability, configured }: ForecastDeal,
  { grounds, by_place }: ForecastView['history'],
): Cell {
  if (grounds === 'configured') {
    const isCut = probability < configured;
    if (by_place.includes(stage))
      return say(isCut ? "by its stage's place, less by close date" : "by its stage's place");
    if (!isCut) return say('as configured');
    return say('{share} configured, less by close date', { share: { kind: 'share', share: configured } });
  }
  return like.of === 0 ? say('none like it') : say('{won} of {of} like it', { won: like.won, of: like.of });
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function money(amount: ForecastView['p50']): Extract<Cell, { kind: 'money' }> {
  return { kind: 'money', amount };
}
