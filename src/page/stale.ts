// The page of `pipeline stale`: how many, the list with its sum, freshness by owner or stage, and the rest of what is not fresh.

import { fromMinor, sumMinor, toMinor } from '../base/money.ts';
import type { StaleDeal, StaleView } from '../report/stale.ts';
import { notEvaluatedLines, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import { freshnessTable } from './freshness-table.ts';
import type { Look } from './look.ts';
import { dotted, listed } from './names.ts';
import type { Block, Cell, Column, Page, Records } from './page.ts';
import { partlyJudged } from './partly-judged.ts';
import { count, type Said, say } from './say.ts';
import { signCell } from './sign-words.ts';
import { stageCell } from './stage-cell.ts';
import { withoutRateLines } from './without-rate.ts';

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
  yield* withoutRateLines(view.freshness.without_rate, view);
  yield* unreadableLines(view.unreadable);
  yield* restOf(view, 'pipeline fix');
  if (view.deals.length > most) yield { kind: 'next', text: say('All of them'), command: 'pipeline stale' };
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
  yield* withoutValueLines(view.freshness, view);
  yield* notEvaluatedLines(view.not_evaluated);
  yield* unreadableLines(view.unreadable);
  if (hasDeals) yield* restOf(view, fix);
}

function heading(view: StaleView, look: Look): readonly (string | Cell)[] {
  const { judged, stale, as_of, currency } = view;
  const { open } = view.freshness;
  const answer = answerOf(view, look);
  const dated =
    as_of === null ? answer : say('{answer} on {day}', { answer, day: { kind: 'day', day: as_of } });
  if (open.count === 0 || judged === 0) return [dated];
  const values = {
    value: { kind: 'money', amount: stale.value },
    open: { kind: 'money', amount: open.value },
    currency,
  } as const;
  const { share } = stale;
  return dotted([
    dated,
    share === null
      ? say('{value} of {open} {currency}', values)
      : say('{value} of {open} {currency} ({share})', { ...values, share: { kind: 'share', share } }),
    ...partlyJudged(view.freshness),
  ]);
}

function answerOf({ judged, stale, scope, freshness }: StaleView, look: Look): Said {
  const open = freshness.open.count;
  const deals = dealsAsked(scope, open, look);
  if (open === 0) return say('There are no {deals}', { deals });
  if (judged === 0) {
    return say('Signs of life of the {open} {deals} are not judged', { open: count(open), deals });
  }
  const values = { stale: stale.count, open: count(open), deals };
  return scope.days === null
    ? say(
        '{stale, plural, one {# of {open} {deals} shows} other {# of {open} {deals} show}} no sign of life',
        values,
      )
    : say(
        '{stale, plural, one {# of {open} {deals} shows} other {# of {open} {deals} show}} no sign of life for {days, plural, one {# day} other {# days}} or more',
        { ...values, days: scope.days },
      );
}

/** `open deals of Anna Nowak due in 2026-Q4`. */
function dealsAsked({ owners, closing }: StaleView['scope'], open: number, look: Look): Said {
  let deals = say('{open, plural, one {open deal} other {open deals}}', { open });
  if (owners.length > 0) {
    deals = say('{deals} of {owners}', { deals, owners: listed(owners.map(look.ownerLabel)) });
  }
  return closing === null ? deals : say('{deals} due in {period}', { deals, period: closing });
}

/** @param most rows, of more deals those worth most; the others are summed up in one more row */
function listOf(view: StaleView, look: Look, most = Number.POSITIVE_INFINITY): Block {
  const isWaived = view.deals.some(({ waived_until }) => waived_until !== null);
  const columns = isWaived ? [...COLUMNS, WAIVED] : COLUMNS;
  const isCut = view.deals.length > most;
  const deals = isCut ? byValue(view.deals) : view.deals;
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
function byValue(deals: readonly StaleDeal[]): readonly StaleDeal[] {
  return deals.toSorted((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0));
}

function sumOf(deals: readonly StaleDeal[], { digits }: Look): Cell {
  const minor = deals.map(({ value }) => (value === null ? 0 : toMinor(value, digits)));
  return { kind: 'money', amount: fromMinor(sumMinor(minor), digits) };
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

/** What makes list and figure agree: the stale ones, and those that only the other rules found. */
function* restOf({ not_fresh, freshness, stale }: StaleView, fix: string | undefined): Generator<Block> {
  if (freshness.by_count === null) {
    yield { kind: 'next', text: say('What else was found'), command: 'pipeline check' };
    return;
  }
  const values = { count: count(not_fresh.count), open: freshness.open.count, stale: count(not_fresh.stale) };
  const notFresh =
    stale.listed.count < stale.count
      ? say(
          'Not fresh: {count} of {open, plural, one {# deal} other {# deals}}, {stale} of them stale ({listed} listed).',
          { ...values, listed: count(stale.listed.count) },
        )
      : say(
          'Not fresh: {count} of {open, plural, one {# deal} other {# deals}}, {stale} of them stale.',
          values,
        );
  yield { kind: 'line', parts: [notFresh] };
  const command = not_fresh.count === 0 ? undefined : fix;
  yield { kind: 'next', text: nextText(not_fresh, command), command: command ?? 'pipeline check' };
}

function nextText({ others, by_rule }: StaleView['not_fresh'], command: string | undefined): Said {
  if (others === 0) return say(command === undefined ? 'All findings' : 'Mend them one by one');
  const rules = Object.entries(by_rule)
    .filter(([, found]) => found > 0)
    .map(([rule, found]) => `${rule} ${found}`);
  return say('The other {others}: {rules}', { others: count(others), rules: rules.join(', ') });
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
