// The page of `pipeline results`: the indicators of a period, beside another one, and why won value changed.

import type { Decimal } from '../base/money.ts';
import type { PeriodResults, ResultsView } from '../report/results.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';
import { counted } from './counted.ts';
import { indicatorLabel } from './indicator-label.ts';
import type { Look } from './look.ts';
import { multiplierCell } from './multiplier-cell.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { changeBlocks } from './results-change.ts';
import { groupBlocks } from './results-groups.ts';
import { recordsRemarks, resultsRemarks } from './results-remarks.ts';
import { changedBlocks } from './results-since.ts';
import { ownTitle, say } from './say.ts';
import { sentences } from './sentences.ts';
import { wholeMoney } from './whole-money.ts';
import { withCount } from './with-count.ts';

type Part = string | Cell;

/** @param labels what the indicators are called in words */
export function resultsPage(view: ResultsView, look: Look, labels: Settings['labels']): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, labels)] };
}

function* blocksOf(view: ResultsView, look: Look, labels: Settings['labels']): Generator<Block> {
  const { compared } = view;
  const periods = compared === null ? [view] : [view, compared];
  yield { kind: 'heading', parts: heading(view, look) };
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'what', title: '', shrinkTo: 20 },
      ...periods.map(({ period }): Column => ({ key: period, title: ownTitle(period), align: 'right' })),
    ],
    rows: rowsOf(labels).map(([what, cellOf]) => [what, ...periods.map(cellOf)]),
  };
  yield { kind: 'blank' };
  for (const remark of recordsRemarks(view)) yield* [remark, { kind: 'blank' as const }];
  if (view.nothing_closed) {
    yield { kind: 'paragraph', tone: 'warn', parts: [say(NOTHING_CLOSED)] };
    yield { kind: 'blank' };
  }
  yield* changeBlocks(view);
  yield* groupBlocks(view, look, labels);
  yield* changedBlocks(view, look);
  yield* resultsRemarks(view);
  yield {
    kind: 'paragraph',
    tone: 'muted',
    parts: sentences(
      compared === null
        ? say(
            "Intervals hold in 9 of 10 cases: that of the win rate is Wilson's, that of amounts a bootstrap of seed {seed}.",
            { seed: view.seed },
          )
        : say(
            "Intervals hold in 9 of 10 cases: that of the win rate is Wilson's, that of amounts a bootstrap of seed {seed}, that of two rates' difference Newcombe's.",
            { seed: view.seed },
          ),
      say('EZ, TP, KK: our reading of the method; their words stand in pipeline.yaml under labels.'),
    ),
  };
  if (view.last_closings !== null) {
    yield {
      kind: 'next',
      text: say('The last period in which deals were closed'),
      command: `pipeline results ${view.last_closings}`,
    };
    return;
  }
  yield compared === null
    ? {
        kind: 'next',
        text: say('Beside another period'),
        command: `pipeline results ${view.period} --compare ${view.before}`,
      }
    : { kind: 'next', text: say('Deal by deal'), command: `pipeline list --won --closing ${view.period}` };
}

const NOTHING_CLOSED =
  'No deal on record is won or lost, so there is nothing to say of results: an export of open deals alone has none. Export the closed ones as well.' satisfies Message;

function heading(view: ResultsView, look: Look): Part[] {
  const { period, running, compared, owner, as_of } = view;
  const of: Cell = {
    kind: 'phrase',
    parts: [say('Results {period}', { period }), ...(owner === null ? [] : [` · ${look.ownerLabel(owner)}`])],
  };
  const hasBegun = view.from <= view.today;
  const results = !hasBegun
    ? say('{results}, not begun yet', { results: of })
    : running
      ? say('{results} so far', { results: of })
      : of;
  return [
    compared === null ? results : say('{results}, beside {period}', { results, period: compared.period }),
    ...(as_of === null ? [] : [' · ', say('as of {day}', { day: { kind: 'day', day: as_of } })]),
  ];
}

function rateByValue({ win_rate: { by_value }, won, lost }: PeriodResults): Cell {
  if (by_value !== null) return percent(by_value);
  return won.count > 0 && lost.count > 0 ? say('no lost value known') : text('–');
}

type Row = readonly [what: Cell, cellOf: (of: PeriodResults) => Cell];

function rowsOf({ MP, TP, EZ, KK }: Settings['labels']): Row[] {
  return [
    [say('Won'), ({ won }) => money(won.value)],
    [text(''), ({ won }) => counted(won.count, 'deal')],
    [say('Lost'), ({ lost }) => phrase([money(lost.value), ' · ', counted(lost.count, 'deal')])],
    [say('EZ  {label}, by count', { label: indicatorLabel(EZ) }), ({ win_rate }) => rateCell(win_rate)],
    [
      below('90 % interval'),
      ({ win_rate: { interval } }) => (interval === null ? text('–') : range(interval)),
    ],
    [below('by value'), rateByValue],
    [
      say('TP  {label}, median days', { label: indicatorLabel(TP) }),
      ({ cycle: { median, count } }) => withCount(median, count),
    ],
    [below('P75'), ({ cycle: { p75 } }) => (p75 === null ? text('–') : { kind: 'count', count: p75 })],
    [
      say('KK  {label}, mean', { label: indicatorLabel(KK) }),
      ({ average: { mean, count } }) => withCount(mean, count),
    ],
    [below('median'), ({ average: { median } }) => (median === null ? text('–') : wholeMoney(median))],
    [
      below('90 % interval of the mean'),
      ({ average: { interval } }) =>
        interval === null
          ? say('too few')
          : phrase([wholeMoney(interval.low), '–', wholeMoney(interval.high)]),
    ],
    [
      say("MP  {label}, at the period's start", { label: indicatorLabel(MP) }),
      ({ multiplier_at_start: mp }) => multiplierCell(mp),
    ],
    [say('Sales velocity, a day'), ({ velocity }) => (velocity === null ? text('–') : wholeMoney(velocity))],
  ];
}

function range({ low, high }: { readonly low: number; readonly high: number }): Cell {
  return phrase([percent(low), '–', percent(high)]);
}

/** A row's name below that of its indicator. */
function below(message: Message): Cell {
  return phrase(['    ', say(message)]);
}

function percent(share: number): Cell {
  return { kind: 'share', share };
}

function money(amount: Decimal): Cell {
  return { kind: 'money', amount };
}

function phrase(parts: readonly Part[]): Cell {
  return { kind: 'phrase', parts };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
