// The tables of `pipeline results --by`: the indicators of each group, or the stages that lost deals were lost from.

import type { Decimal } from '../base/money.ts';
import { rateOf } from '../report/rate.ts';
import type { ResultsView } from '../report/results.ts';
import type { ResultsFigures } from '../report/results-figures.ts';
import type { GroupResults } from '../report/results-groups.ts';
import type { Settings } from '../workspace/settings.ts';
import { groupTitle } from './group-title.ts';
import { indicatorLabel } from './indicator-label.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Title } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { say } from './say.ts';
import { withCount } from './with-count.ts';

/** Nothing where no grouping was asked for. @param labels what the indicators are called in words */
export function* groupBlocks(view: ResultsView, look: Look, labels: Settings['labels']): Generator<Block> {
  if (view.by === null) return;
  yield view.by === 'stage-lost' ? lostFromBlock(view) : groupTable(view, view.by, look, labels);
  yield { kind: 'blank' };
}

function lostFromBlock({ lost_from: lostFrom, lost, period }: ResultsView): Block {
  if (lost.count === 0) return { kind: 'line', parts: [say('No deal was lost in {period}.', { period })] };
  return {
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
}

function groupTable(
  { groups, period, compared }: ResultsView,
  by: string,
  look: Look,
  { EZ }: Settings['labels'],
): Block {
  const label = ({ key }: GroupResults) =>
    text(by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key);
  const ofPeriod = (of: string): Cell[] => (compared === null ? [] : [text(of)]);
  return {
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

function groupCells({ won, win_rate, cycle, average }: ResultsFigures): Cell[] {
  return [
    money(won.value),
    { kind: 'count', count: won.count },
    rateCell(win_rate),
    withCount(cycle.median, cycle.count),
    withCount(average.mean, average.count),
  ];
}

function right(key: string, title: Title, dropRank?: number): Column {
  return { ...{ key, title, align: 'right' }, ...(dropRank === undefined ? {} : { dropRank }) };
}

function money(amount: Decimal): Cell {
  return { kind: 'money', amount };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
