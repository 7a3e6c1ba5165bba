// The page of `pipeline stale`: how many, the list with its sum, freshness by owner or stage, and the rest of what is not fresh.

import type { StaleDeal, StaleView } from '../report/stale.ts';
import { notEvaluatedLines, plural, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import { freshnessTable } from './freshness-table.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page, Records } from './page.ts';

const SHORT = {
  error: { text: 'error', tone: 'bad' },
  warning: { text: 'warn', tone: 'warn' },
  info: { text: 'info', tone: 'muted' },
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
 * The answer first, then the list, then the index by owner or stage.
 * @param fix the command that walks through what is not fresh; undefined where there is none
 */
export function stalePage(view: StaleView, look: Look, fix?: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, fix)] };
}

/** The answer, the first few of the list, and the index: what a meeting needs. */
export function* staleInShort(view: StaleView, look: Look, most: number): Generator<Block> {
  yield { kind: 'heading', parts: heading(view, look) };
  if (view.freshness.open.count === 0) return;
  yield { kind: 'blank' };
  if (view.deals.length > 0) {
    yield listOf(view, look, most);
    yield { kind: 'blank' };
  }
  yield freshnessTable(view.by, view.groups, view.freshness, look);
  yield { kind: 'blank' };
  yield* unreadableLines(view.unreadable);
  yield {
    kind: 'next',
    text: view.deals.length > most ? 'All of them' : 'Day by day',
    command: 'pipeline stale',
  };
}

function* blocksOf(view: StaleView, look: Look, fix: string | undefined): Generator<Block> {
  yield { kind: 'heading', parts: heading(view, look) };
  const hasDeals = view.freshness.open.count > 0;
  if (hasDeals || view.unreadable.length > 0) yield { kind: 'blank' };
  if (view.deals.length > 0) {
    yield listOf(view, look);
    yield { kind: 'blank' };
  }
  if (hasDeals) {
    yield freshnessTable(view.by, view.groups, view.freshness, look);
    yield { kind: 'blank' };
  }
  yield* withoutValueLines(view.freshness);
  yield* notEvaluatedLines(view.not_evaluated);
  yield* unreadableLines(view.unreadable);
  if (hasDeals) yield* restOf(view, fix);
}

function heading(view: StaleView, look: Look): (string | Cell)[] {
  const { judged, stale, scope, as_of } = view;
  const { open } = view.freshness;
  const whose = scope.owners.length === 0 ? '' : ` of ${scope.owners.map(look.ownerLabel).join(', ')}`;
  const due = scope.closing === null ? '' : ` due in ${scope.closing}`;
  const when: (string | Cell)[] = as_of === null ? [] : [' on ', { kind: 'day', day: as_of }];
  const deals = `open ${open.count === 1 ? 'deal' : 'deals'}${whose}${due}`;
  const count: Cell = { kind: 'count', count: open.count };
  if (open.count === 0) return [`There are no ${deals}`, ...when];
  if (judged === 0) return ['Signs of life of the ', count, ` ${deals} are not judged`, ...when];
  const days = scope.days === null ? '' : ` for ${plural(scope.days, 'day')} or more`;
  return [
    { kind: 'count', count: stale.count },
    ' of ',
    count,
    ` ${deals} ${stale.count === 1 ? 'shows' : 'show'} no sign of life${days}`,
    ...when,
    ' · ',
    { kind: 'money', amount: stale.value },
    ' of ',
    { kind: 'money', amount: open.value },
    ` ${view.currency}`,
    ...(stale.share === null ? [] : [' (', { kind: 'share', share: stale.share } satisfies Cell, ')']),
  ];
}

/** @param most rows; the others are counted in one, and stand in the sum */
function listOf(view: StaleView, look: Look, most = Number.POSITIVE_INFINITY): Block {
  const isWaived = view.deals.some(({ waived_until }) => waived_until !== null);
  const columns = isWaived ? [...COLUMNS, WAIVED] : COLUMNS;
  const others = view.deals.length - most;
  return {
    kind: 'table',
    columns,
    rows: [
      ...view.deals.slice(0, most).map((deal) => columns.map(({ key }) => cellOf(deal, key, look))),
      ...(others > 0
        ? [
            columns.map(
              ({ key }): Cell => (key === 'id' ? { kind: 'text', text: `${others} more` } : { kind: 'none' }),
            ),
          ]
        : []),
    ],
    totals: [
      columns.map(({ key }): Cell => {
        if (key === 'id') return { kind: 'text', text: 'Sum' };
        return key === 'value' ? { kind: 'money', amount: view.stale.listed.value } : { kind: 'none' };
      }),
    ],
  };
}

function cellOf(deal: StaleDeal, key: string, look: Look): Cell {
  switch (key) {
    case 'severity':
      return deal.waived_until === null
        ? { kind: 'text', ...SHORT[deal.severity] }
        : { kind: 'text', text: 'waived', tone: 'muted' };
    case 'name':
      return { kind: 'text', text: deal.name };
    case 'owner':
      return { kind: 'text', text: look.ownerLabel(deal.owner) };
    case 'stage':
      return { kind: 'text', text: look.stageLabel(deal.stage) };
    case 'days':
      return { kind: 'count', count: deal.days };
    case 'event':
      return { kind: 'text', text: eventText(deal.since.event) };
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

/** `activity:call` is a call, `stage:proposal` a stage entered. */
function eventText(event: string): string {
  const [kind = '', detail = ''] = event.split(/:(.*)/su);
  return kind === 'activity' ? detail : kind.replaceAll('-', ' ');
}

/** What makes list and figure agree: the stale ones, and those that only the other rules found. */
function* restOf({ not_fresh, freshness, stale }: StaleView, fix: string | undefined): Generator<Block> {
  if (freshness.by_count === null) {
    yield { kind: 'next', text: 'What else was found', command: 'pipeline check' };
    return;
  }
  const listed = stale.listed.count < stale.count ? ` (${stale.listed.count} listed)` : '';
  const count = (of: number): Cell => ({ kind: 'count', count: of });
  const deals = freshness.open.count === 1 ? 'deal' : 'deals';
  yield {
    kind: 'line',
    parts: [
      'Not fresh: ',
      count(not_fresh.count),
      ' of ',
      count(freshness.open.count),
      ` ${deals}, `,
      count(not_fresh.stale),
      ` of them stale${listed}.`,
    ],
  };
  const byRule = Object.entries(not_fresh.by_rule)
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => `${rule} ${count}`);
  const command = not_fresh.count === 0 ? undefined : fix;
  const all = command === undefined ? 'All findings' : 'Mend them one by one';
  const text = not_fresh.others === 0 ? all : `The other ${not_fresh.others}: ${byRule.join(', ')}`;
  yield { kind: 'next', text, command: command ?? 'pipeline check' };
}

/** A record a deal. */
export function staleRecords(view: StaleView): Records {
  return {
    columns: [
      'severity',
      'id',
      'name',
      'account',
      'owner',
      'stage',
      'days',
      'since',
      'event',
      'file',
      'line',
      'value',
      'waived_until',
    ],
    rows: view.deals.map((deal) => [
      { kind: 'text', text: deal.severity },
      { kind: 'text', text: deal.id },
      { kind: 'text', text: deal.name },
      { kind: 'text', text: deal.account },
      { kind: 'text', text: deal.owner },
      { kind: 'text', text: deal.stage },
      { kind: 'number', number: deal.days },
      { kind: 'day', day: deal.since.date },
      { kind: 'text', text: deal.since.event },
      { kind: 'text', text: deal.since.file },
      deal.since.line === null ? { kind: 'none' } : { kind: 'number', number: deal.since.line },
      deal.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: deal.value },
      deal.waived_until === null ? { kind: 'none' } : { kind: 'day', day: deal.waived_until },
    ]),
  };
}
