// The page of `pipeline results`: the indicators of a period, beside another one, and why won value changed.

import type { Decimal } from '../base/money.ts';
import { rateOf } from '../report/rate.ts';
import type { PeriodResults, ResultsView } from '../report/results.ts';
import type { ResultsFigures } from '../report/results-figures.ts';
import type { GroupResults } from '../report/results-groups.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';
import { counted } from './counted.ts';
import { groupTitle } from './group-title.ts';
import { indicatorLabel } from './indicator-label.ts';
import type { Look } from './look.ts';
import { multiplierCell } from './multiplier-cell.ts';
import type { Block, Cell, Column, Page, Title } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { recordsBegin } from './records-begin.ts';
import { changeBlocks } from './results-change.ts';
import { changedBlocks } from './results-since.ts';
import { ownTitle, type Said, say } from './say.ts';
import { sentences } from './sentences.ts';
import { wholeMoney } from './whole-money.ts';

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

/** Of which periods only a part is on record. */
export function recordsRemarks(view: ResultsView): Block[] {
  return [view, ...(view.compared === null ? [] : [view.compared])].flatMap(
    ({ period, to, records_begin: begin }) =>
      begin === null ? [] : [recordsBegin(period, begin, begin > to)],
  );
}

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

function* groupBlocks(
  { by, groups, lost_from: lostFrom, lost, period, compared }: ResultsView,
  look: Look,
  { EZ }: Settings['labels'],
): Generator<Block> {
  if (by === null) return;
  const right = (key: string, title: Title, dropRank?: number): Column => ({
    ...{ key, title, align: 'right' },
    ...(dropRank === undefined ? {} : { dropRank }),
  });
  if (by === 'stage-lost' && lost.count === 0) {
    yield { kind: 'line', parts: [say('No deal was lost in {period}.', { period })] };
  } else if (by === 'stage-lost') {
    yield {
      kind: 'table',
      columns: [
        { key: 'stage', title: 'Lost from', shrinkTo: 10 },
        right('deals', 'Deals'),
        right('value', 'Value'),
      ],
      rows: lostFrom.map(({ stage, label, count, value }) => [
        stage === '' ? say('not on record') : text(label),
        rateCell(rateOf(count, lost.count)),
        money(value),
      ]),
    };
  } else {
    const label = ({ key }: GroupResults) =>
      text(by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key);
    const ofPeriod = (of: string): Cell[] => (compared === null ? [] : [text(of)]);
    yield {
      kind: 'table',
      columns: [
        { key: 'group', title: groupTitle(by), shrinkTo: 8 },
        ...(compared === null ? [] : [{ key: 'period', title: 'Period' as const }]),
        right('won', 'Won'),
        right('deals', 'Deals', 2),
        right('win_rate', say('EZ, {label}', { label: indicatorLabel(EZ) })),
        right('cycle', 'TP, days', 1),
        right('average', 'KK, mean'),
      ],
      rows: groups.flatMap((group) => [
        [label(group), ...ofPeriod(period), ...groupCells(group)],
        ...(compared === null || group.compared === null
          ? []
          : [[text(''), ...ofPeriod(compared.period), ...groupCells(group.compared)]]),
      ]),
    };
  }
  yield { kind: 'blank' };
}

function groupCells({ won, win_rate, cycle, average }: ResultsFigures): Cell[] {
  return [
    money(won.value),
    { kind: 'count', count: won.count },
    rateCell(win_rate),
    withCount(cycle.median, cycle.count),
    withCount(average.mean, average.count),
  ];
}

/** What the figures leave out. */
export function* resultsRemarks({
  undated,
  without_value: unvalued,
  without_rate: unconverted,
  rate_difference: difference,
}: ResultsView): Generator<Block> {
  if (difference !== null) {
    yield {
      kind: 'paragraph',
      parts: [
        say('Wins count at the rate of the day of closing; at the rates of today: {difference}.', {
          difference: signed(difference),
        }),
      ],
    };
  }
  if (undated.length > 0) {
    yield line(
      say('{deals, plural, one {# closed deal} other {# closed deals}} without a close date: in no period.', {
        deals: undated.length,
      }),
    );
  }
  const unknown = unvalued.length - unconverted.count;
  if (unconverted.count > 0) {
    yield line(
      say(
        '{wins, plural, one {# win} other {# wins}} in {currencies} without a rate on the day of closing: in the counts alone.',
        { wins: unconverted.count, currencies: unconverted.currencies.join(', ') },
      ),
    );
  }
  if (unknown > 0) {
    yield line(
      say('{wins, plural, one {# win} other {# wins}} without a value: in the counts alone.', {
        wins: unknown,
      }),
    );
  }
}

function line(of: Said): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [of] };
}

function range({ low, high }: { readonly low: number; readonly high: number }): Cell {
  return phrase([percent(low), '–', percent(high)]);
}

/** A figure with the number of deals behind it. */
function withCount(of: number | Decimal | null, count: number): Cell {
  if (of === null) return text('–');
  return phrase([typeof of === 'number' ? String(of) : wholeMoney(of), ` (${count})`]);
}

/** A row's name below that of its indicator. */
function below(message: Message): Cell {
  return phrase(['    ', say(message)]);
}

function percent(share: number): Cell {
  return { kind: 'share', share };
}

function signed(amount: Decimal): Cell {
  return wholeMoney(amount, true);
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
