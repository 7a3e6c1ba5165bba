// A diff as rows for spreadsheets: a row a movement; with --bridge a row a bar, with --explain a row a deal of it.

import { type Decimal, toDecimal } from '../base/money.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { DiffView } from '../report/diff.ts';
import type { BetweenView } from '../report/diff-between.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { Explained } from '../report/diff-explain.ts';
import type { MovementView } from '../report/diff-movement.ts';
import type { RecordCell, Records } from './page.ts';

const COLUMNS = [
  'id',
  'name',
  'account',
  'owner',
  'stage',
  'at_stake',
  'kind',
  'days',
  'by',
  'pct',
  'value',
  'from',
  'to',
  'currency',
  'stages',
  'what',
  'period',
  'reason',
] as const;

/**
 * `at_stake` is what the deal is worth, `value` the change that the movement made to it, both in reporting
 * currency; `by` is the change in stages, or in the deal's `currency`.
 */
export function diffRecords(view: DiffView): Records {
  return {
    columns: COLUMNS,
    rows: view.deals.flatMap((deal) =>
      deal.movements.map((movement) => COLUMNS.map((column) => cellOf(column, deal, movement))),
    ),
  };
}

const STEP_COLUMNS = COLUMNS.filter((column) => column !== 'at_stake');

/** With --between: a row a movement of a commit between the two ends. `stage` is where the commit left the deal. */
export function betweenRecords({ deals }: BetweenView): Records {
  return {
    columns: ['on', 'commit', 'author', ...STEP_COLUMNS],
    rows: deals.flatMap(({ steps, ...deal }) =>
      steps.flatMap(({ on, commit, author, stage, movements }) =>
        movements.map((movement) => [
          { kind: 'day', day: on } as const,
          text(commit),
          text(author),
          ...STEP_COLUMNS.map((column) => cellOf(column, { ...deal, stage }, movement)),
        ]),
      ),
    ),
  };
}

function cellOf(
  column: (typeof COLUMNS)[number],
  deal: Pick<DiffDeal, 'id' | 'name' | 'account' | 'owner' | 'stage'> & Partial<Pick<DiffDeal, 'at_stake'>>,
  movement: MovementView,
): RecordCell {
  switch (column) {
    case 'id':
    case 'name':
    case 'account':
    case 'owner':
    case 'stage':
      return text(deal[column]);
    case 'at_stake':
      return decimal(deal.at_stake);
    case 'days':
      return typeof movement.days === 'number' ? { kind: 'number', number: movement.days } : NONE;
    case 'by':
      return typeof movement.by === 'number' ? { kind: 'number', number: movement.by } : decimal(movement.by);
    case 'pct':
    case 'value':
      return decimal(movement[column]);
    case 'from':
    case 'to':
      return toDecimal(movement[column] ?? '') === undefined
        ? text(movement[column])
        : decimal(movement[column]);
    case 'stages':
    case 'what':
      return text(movement[column]?.join(' '));
    default:
      return text(movement[column]);
  }
}

/** Opening, bars in their order, closing. `sign`: whether a bar adds or takes away. */
export function bridgeRecords({ bridge }: DiffView): Records {
  const row = (bar: string, sign: number, deals: number, value: Decimal): RecordCell[] => [
    text(bar),
    { kind: 'number', number: sign },
    { kind: 'number', number: deals },
    decimal(value),
  ];
  return {
    columns: ['bar', 'sign', 'deals', 'value'],
    rows: [
      row('opening', 1, bridge.opening_count, bridge.opening),
      ...BAR_KINDS.flatMap((kind) => {
        const bar = bridge.bars[BARS[kind].key];
        return bar === undefined ? [] : [row(kind, BARS[kind].sign, bar.count, bar.value)];
      }),
      row('closing', 1, bridge.closing_count, bridge.closing),
    ],
  };
}

export function explainRecords({ bar, deals }: Explained): Records {
  return {
    columns: ['bar', 'id', 'name', 'owner', 'stage', 'value'],
    rows: deals.map(({ id, name, owner, stage, value }) => [
      ...[bar, id, name, owner, stage].map(text),
      decimal(value),
    ]),
  };
}

const NONE: RecordCell = { kind: 'none' };

function text(of: string | null | undefined): RecordCell {
  return of === null || of === undefined || of === '' ? NONE : { kind: 'text', text: of };
}

function decimal(of: string | null | undefined): RecordCell {
  return of === null || of === undefined ? NONE : { kind: 'decimal', decimal: of };
}
