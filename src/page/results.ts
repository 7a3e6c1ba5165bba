// The page of `pipeline results`: the indicators of a period, beside another one, and why won value changed.

import type { Decimal } from '../base/money.ts';
import { rateOf } from '../report/rate.ts';
import type { PeriodResults, ResultsView } from '../report/results.ts';
import type { Settings } from '../workspace/settings.ts';
import { plural } from './freshness-lines.ts';
import { groupTitle } from './group-title.ts';
import type { Look } from './look.ts';
import { multiplierCell } from './multiplier-cell.ts';
import type { Block, Cell, Column, Page, Title } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { changeBlocks } from './results-change.ts';
import { changedBlocks } from './results-since.ts';
import { ownTitle } from './say.ts';
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
    rows: rowsOf(labels).map(([what, cellOf]) => [text(what), ...periods.map(cellOf)]),
  };
  yield { kind: 'blank' };
  for (const { period, to, records_begin: begin } of periods) {
    if (begin === null) continue;
    yield partial(period, begin, begin > to);
    yield { kind: 'blank' };
  }
  yield* changeBlocks(view);
  yield* groupBlocks(view, look, labels);
  yield* changedBlocks(view, look);
  yield* leftOut(view);
  yield {
    kind: 'paragraph',
    tone: 'muted',
    parts: [
      `Intervals hold in 9 of 10 cases: that of the win rate is Wilson's, that of amounts a bootstrap of seed ${view.seed}${compared === null ? '' : ", that of two rates' difference Newcombe's"}.`,
      ' EZ, TP, KK: our reading of the method; their words stand in pipeline.yaml under labels.',
    ],
  };
  yield compared === null
    ? {
        kind: 'next',
        text: 'Beside another period',
        command: `pipeline results ${view.period} --compare ${view.before}`,
      }
    : { kind: 'next', text: 'Deal by deal', command: `pipeline list --won --closing ${view.period}` };
}

function heading({ period, running, compared, owner, as_of }: ResultsView, look: Look): Part[] {
  const asOf: Part[] = as_of === null ? [] : [' · as of ', { kind: 'day', day: as_of }];
  return [
    `Results ${period}`,
    owner === null ? '' : ` · ${look.ownerLabel(owner)}`,
    running ? ' so far' : '',
    compared === null ? '' : `, beside ${compared.period}`,
    ...asOf,
  ];
}

/** That a period may have had closings that nobody wrote down here. */
function partial(period: string, begin: PeriodResults['from'], isAll: boolean): Block {
  return {
    kind: 'paragraph',
    tone: 'warn',
    parts: [
      'The first closing on record is of ',
      { kind: 'day', day: begin },
      isAll
        ? `, after ${period}: of it nothing is known.`
        : `: what closed in ${period} before that is not in it.`,
    ],
  };
}

type Row = readonly [what: string, cellOf: (of: PeriodResults) => Cell];

function rowsOf({ MP, TP, EZ, KK }: Settings['labels']): Row[] {
  return [
    ['Won', ({ won }) => money(won.value)],
    ['', ({ won }) => text(plural(won.count, 'deal'))],
    ['Lost', ({ lost }) => phrase([money(lost.value), ` · ${plural(lost.count, 'deal')}`])],
    [`EZ  ${EZ}, by count`, ({ win_rate }) => rateCell(win_rate)],
    ['    90 % interval', ({ win_rate: { interval } }) => (interval === null ? text('–') : range(interval))],
    ['    by value', ({ win_rate: { by_value } }) => (by_value === null ? text('–') : percent(by_value))],
    [`TP  ${TP}, median days`, ({ cycle: { median, count } }) => counted(median, count)],
    ['    P75', ({ cycle: { p75 } }) => (p75 === null ? text('–') : { kind: 'count', count: p75 })],
    [`KK  ${KK}, mean`, ({ average: { mean, count } }) => counted(mean, count)],
    ['    median', ({ average: { median } }) => (median === null ? text('–') : wholeMoney(median))],
    [
      '    90 % interval of the mean',
      ({ average: { interval } }) =>
        interval === null
          ? text('too few')
          : phrase([wholeMoney(interval.low), '–', wholeMoney(interval.high)]),
    ],
    [`MP  ${MP}, at the period's start`, ({ multiplier_at_start: mp }) => multiplierCell(mp)],
    ['Sales velocity, a day', ({ velocity }) => (velocity === null ? text('–') : wholeMoney(velocity))],
  ];
}

function* groupBlocks(
  { by, groups, lost_from: lostFrom, lost }: ResultsView,
  look: Look,
  { EZ }: Settings['labels'],
): Generator<Block> {
  if (by === null) return;
  const right = (key: string, title: Title, dropRank?: number): Column => ({
    ...{ key, title, align: 'right' },
    ...(dropRank === undefined ? {} : { dropRank }),
  });
  if (by === 'stage-lost') {
    yield {
      kind: 'table',
      columns: [
        { key: 'stage', title: 'Lost from', shrinkTo: 10 },
        right('deals', 'Deals'),
        right('value', 'Value'),
      ],
      rows: lostFrom.map(({ stage, label, count, value }) => [
        text(stage === '' ? 'not on record' : label),
        rateCell(rateOf(count, lost.count)),
        money(value),
      ]),
    };
  } else {
    yield {
      kind: 'table',
      columns: [
        { key: 'group', title: groupTitle(by), shrinkTo: 8 },
        right('won', 'Won'),
        right('deals', 'Deals', 2),
        right('win_rate', ownTitle(`EZ, ${EZ}`)),
        right('cycle', 'TP, days', 1),
        right('average', 'KK, mean'),
      ],
      rows: groups.map((group) => [
        text(by === 'owner' ? look.ownerLabel(group.key) : group.key === '' ? '–' : group.key),
        money(group.won.value),
        { kind: 'count', count: group.won.count },
        rateCell(group.win_rate),
        counted(group.cycle.median, group.cycle.count),
        counted(group.average.mean, group.average.count),
      ]),
    };
  }
  yield { kind: 'blank' };
}

function* leftOut({
  undated,
  without_value: unvalued,
  rate_difference: difference,
}: ResultsView): Generator<Block> {
  if (difference !== null) {
    yield {
      kind: 'paragraph',
      parts: [
        'Wins count at the rate of the day of closing; at the rates of today: ',
        signed(difference),
        '.',
      ],
    };
  }
  if (undated.length > 0) {
    yield line(`${plural(undated.length, 'closed deal')} without a close date: in no period.`);
  }
  if (unvalued.length > 0) {
    yield line(`${plural(unvalued.length, 'win')} without a value: in the counts alone.`);
  }
}

function line(of: string): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [of] };
}

function range({ low, high }: { readonly low: number; readonly high: number }): Cell {
  return phrase([percent(low), '–', percent(high)]);
}

/** A figure with the number of deals behind it. */
function counted(of: number | Decimal | null, count: number): Cell {
  if (of === null) return text('–');
  return phrase([typeof of === 'number' ? String(of) : wholeMoney(of), ` (${count})`]);
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
