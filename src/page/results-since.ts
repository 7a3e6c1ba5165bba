// Results that changed after the fact, deal by deal; and a period's results as records.

import type { Decimal } from '../base/money.ts';
import type { PeriodResults, ResultsView } from '../report/results.ts';
import type { ResultsFigures } from '../report/results-figures.ts';
import type { LateChangeView } from '../report/results-since.ts';
import type { LateChange } from '../results/since.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import type { Block, Cell, RecordCell, Records } from './page.ts';
import { say } from './say.ts';
import { stageCell } from './stage-cell.ts';

const SAID: Readonly<Record<LateChange, Message>> = {
  'late-win': 'won, written down late',
  'late-loss': 'lost, written down late',
  'dated-back': 'close date moved into it',
  reopened: 'reopened',
  'dated-elsewhere': 'close date moved out of it',
  removed: 'gone',
  'other-outcome': 'another outcome',
  'other-value': 'another amount',
};

/** What is different from when the period was first over. */
export function* changedBlocks({ since, period }: ResultsView, look: Look): Generator<Block> {
  if (since === null) return;
  const { snapshot, changes } = since;
  if (changes.length === 0) {
    yield {
      kind: 'line',
      parts: [say('Changed since {snapshot}, the first snapshot after it: nothing.', { snapshot })],
    };
    yield { kind: 'blank' };
    return;
  }
  yield {
    kind: 'line',
    tone: 'warn',
    parts: [
      say(
        'Changed since {snapshot}, the first snapshot after {period}: {deals, plural, one {# deal} other {# deals}}',
        { snapshot, period, deals: changes.length },
      ),
    ],
  };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: '', shrinkTo: 16 },
      { key: 'change', title: '', shrinkTo: 12 },
      { key: 'from', title: '', shrinkTo: 10 },
    ],
    rows: changes.map((change) => [
      { kind: 'text', text: change.id, tone: 'strong' },
      say(SAID[change.change]),
      { kind: 'phrase', parts: detail(change, look) },
    ]),
  };
  yield { kind: 'blank' };
}

function detail(of: LateChangeView, look: Look): (string | Cell)[] {
  switch (of.change) {
    case 'dated-back':
    case 'dated-elsewhere':
      return [day(of.close_then), ' → ', day(of.close_now)];
    case 'other-value':
      return [money(of.amount_then), ' → ', money(of.amount_now)];
    case 'removed':
      return [];
    default:
      return [stage(of.stage_then, look), ' → ', stage(of.stage_now, look)];
  }
}

function stage(of: string | null, look: Look): Cell {
  return of === null || of === '' ? { kind: 'text', text: '–' } : stageCell(of, look);
}

function day(of: LateChangeView['close_now']): string | Cell {
  return of === null ? '–' : { kind: 'day', day: of };
}

function money(of: Decimal | null): string | Cell {
  return of === null ? '–' : { kind: 'money', amount: of };
}

const COLUMNS = [
  'won',
  'won_deals',
  'lost',
  'lost_deals',
  'win_rate',
  'win_rate_low',
  'win_rate_high',
  'win_rate_by_value',
  'cycle_median',
  'cycle_p75',
  'cycle_deals',
  'average',
  'average_median',
  'average_low',
  'average_high',
  'velocity',
  'multiplier_at_start',
];

/** A record a period, then one a group; of losses by stage one a stage. */
export function resultsRecords(view: ResultsView): Records {
  if (view.by === 'stage-lost') {
    return {
      columns: ['period', 'stage', 'lost_deals', 'lost'],
      rows: view.lost_from.map(({ stage: from, count, value }) => [
        { kind: 'text', text: view.period },
        { kind: 'text', text: from },
        number(count),
        decimal(value),
      ]),
    };
  }
  const periods: readonly PeriodResults[] = view.compared === null ? [view] : [view, view.compared];
  return {
    columns: ['period', view.by ?? 'group', ...COLUMNS],
    rows: [
      ...periods.map((of): RecordCell[] => [
        { kind: 'text', text: of.period },
        { kind: 'text', text: 'all' },
        ...figures(of),
        of.multiplier_at_start === 'met' ? { kind: 'text', text: 'met' } : number(of.multiplier_at_start),
      ]),
      ...view.groups.flatMap(({ key, compared, ...own }) =>
        [own, ...(compared === null ? [] : [compared])].map((of, at): RecordCell[] => [
          { kind: 'text', text: periods[at]?.period ?? '' },
          { kind: 'text', text: key },
          ...figures(of),
          { kind: 'none' },
        ]),
      ),
    ],
  };
}

function figures({ won, lost, win_rate: rate, cycle, average, velocity }: ResultsFigures): RecordCell[] {
  return [
    decimal(won.value),
    number(won.count),
    decimal(lost.value),
    number(lost.count),
    number(rate.share),
    number(rate.interval?.low ?? null),
    number(rate.interval?.high ?? null),
    number(rate.by_value),
    number(cycle.median),
    number(cycle.p75),
    number(cycle.count),
    decimal(average.mean),
    decimal(average.median),
    decimal(average.interval?.low ?? null),
    decimal(average.interval?.high ?? null),
    decimal(velocity),
  ];
}

function decimal(amount: Decimal | null): RecordCell {
  return amount === null ? { kind: 'none' } : { kind: 'decimal', decimal: amount };
}

function number(of: number | null): RecordCell {
  return of === null ? { kind: 'none' } : { kind: 'number', number: of };
}
