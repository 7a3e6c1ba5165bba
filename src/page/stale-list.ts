// The list of `pipeline stale`: a row a deal, and their sum.

import { fromMinor, type Minor, sumMinor, toMinor } from '../base/money.ts';
import type { StaleDeal, StaleView } from '../report/stale.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column } from './page.ts';
import { count, say } from './say.ts';
import { signCell } from './sign-words.ts';
import { stageCell } from './stage-cell.ts';

const SHORT = {
  error: say('error', {}, 'bad'),
  warning: say('warn', {}, 'warn'),
  info: say('info', {}, 'muted'),
} as const;

const COLUMNS: readonly Column[] = [
  { key: 'severity', title: '' },
  { key: 'id', title: 'Deal', shrinkTo: 14 },
  { key: 'name', title: 'Name', shrinkTo: 12, dropRank: 4 },
  { key: 'owner', title: 'Owner', shrinkTo: 8 },
  { key: 'stage', title: 'Stage', shrinkTo: 8, dropRank: 2 },
  { key: 'days', title: 'Days', align: 'right' },
  { key: 'event', title: 'Since', shrinkTo: 9, dropRank: 1 },
  { key: 'since', title: '' },
  { key: 'value', title: 'Value', align: 'right' },
];
const WAIVED: Column = { key: 'waived', title: 'Waived until', dropRank: 3 };

/**
 * The deals with their sum.
 * @param most rows, of more deals those worth most; the others are summed up in one more row
 */
export function staleList(view: StaleView, look: Look, most = Number.POSITIVE_INFINITY): Block {
  const isWaived = view.deals.some(({ waived_until }) => waived_until !== null);
  const columns = isWaived ? [...COLUMNS, WAIVED] : COLUMNS;
  const isCut = view.deals.length > most;
  const deals = isCut ? byValue(view.deals, look) : view.deals;
  const others = deals.slice(most);
  return {
    kind: 'table',
    columns,
    rows: [
      ...deals.slice(0, most).map((deal) => columns.map(({ key }) => cellOf(deal, key, look))),
      ...(isCut
        ? [
            columns.map(({ key }): Cell => {
              if (key === 'id') return say('{more} more', { more: count(others.length) });
              return key === 'value' ? sumOf(others, look) : { kind: 'none' };
            }),
          ]
        : []),
    ],
    totals: [
      columns.map(({ key }): Cell => {
        if (key === 'id') return say('Sum');
        return key === 'value' ? { kind: 'money', amount: view.stale.listed.value } : { kind: 'none' };
      }),
    ],
  };
}

/** What is silent longest may be worth least. */
function byValue(deals: readonly StaleDeal[], look: Look): readonly StaleDeal[] {
  return deals.toSorted((a, b) => minorOf(b, look) - minorOf(a, look));
}

function sumOf(deals: readonly StaleDeal[], look: Look): Cell {
  const minor = deals.map((deal) => minorOf(deal, look));
  return { kind: 'money', amount: fromMinor(sumMinor(minor), look.digits) };
}

function minorOf({ value }: StaleDeal, { digits }: Look): Minor {
  return value === null ? 0 : toMinor(value, digits);
}

function cellOf(deal: StaleDeal, key: string, look: Look): Cell {
  switch (key) {
    case 'severity':
      return deal.waived_until === null ? SHORT[deal.severity] : say('waived', {}, 'muted');
    case 'name':
      return { kind: 'text', text: deal.name };
    case 'owner':
      return { kind: 'text', text: look.ownerLabel(deal.owner) };
    case 'stage':
      return stageCell(deal.stage, look);
    case 'days':
      return { kind: 'count', count: deal.days };
    case 'event':
      return signCell(deal.since.event);
    case 'since':
      return { kind: 'day', day: deal.since.date };
    case 'value':
      return deal.value === null ? { kind: 'none' } : { kind: 'money', amount: deal.value };
    case 'waived':
      return deal.waived_until === null ? { kind: 'none' } : { kind: 'day', day: deal.waived_until };
    default:
      return { kind: 'text', text: deal.id };
  }
}
