// The page of `pipeline stale`: how many, the list with its sum, freshness by owner or stage, and the rest of what is not fresh.

import type { StaleView } from '../report/stale.ts';
import { notEvaluatedLines, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import { freshnessTable } from './freshness-table.ts';
import type { Look } from './look.ts';
import { dotted, listed } from './names.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { partlyJudged } from './partly-judged.ts';
import { count, type Said, say } from './say.ts';
import { staleList } from './stale-list.ts';
import { withoutRateLines } from './without-rate.ts';

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
    yield staleList(view, look, most);
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
    yield staleList(view, look);
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
