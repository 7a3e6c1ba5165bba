// The page of a clean-up's proposal: three groups, each with its sum, and where a person decides.

import type { CleanDeal, CleanView } from '../report/clean.ts';
import type { CountAndMoney } from '../report/freshness.ts';
import type { Message } from '../words/message.ts';
import { unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import { listed, sayNames } from './names.ts';
import type { Block, Cell, Column, Page, RecordCell, Records } from './page.ts';
import { count, say } from './say.ts';

/** More of a group are in the plan file. */
const MOST_LISTED = 10;

const DEAL: readonly Column[] = [
  { key: 'id', title: 'Deal', shrinkTo: 14 },
  { key: 'name', title: 'Name', shrinkTo: 12, dropRank: 2 },
  { key: 'owner', title: 'Owner', shrinkTo: 8 },
  { key: 'stage', title: 'Stage', shrinkTo: 8 },
];
const DAYS: Column = { key: 'days', title: 'Days', align: 'right' };
const VALUE: Column = { key: 'value', title: 'Value', align: 'right' };

/** Where a person decides: in the plan file that was written; undefined: no file was. */
export interface DecideIn {
  readonly plan: string | undefined;
}

/** @param next undefined where the decisions are asked for at once */
export function cleanPage(view: CleanView, look: Look, next: DecideIn | undefined): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, next)] };
}

/** Whether there is anything to decide on. */
export function isAllClean({ finished, forgotten, duplicates }: CleanView): boolean {
  return finished.deals.length + forgotten.deals.length + duplicates.length === 0;
}

function* blocksOf(view: CleanView, look: Look, next: DecideIn | undefined): Generator<Block> {
  const { finished, forgotten, duplicates, quarter } = view;
  yield {
    kind: 'heading',
    parts: [say('Clean-up {quarter}', { quarter: quarter.name }), ' · ', { kind: 'day', day: view.today }],
  };
  yield { kind: 'blank' };
  if (isAllClean(view)) yield { kind: 'line', parts: [say('Nothing to clean up.')] };
  if (finished.deals.length > 0) {
    yield* finishedGroup(view, look);
    yield { kind: 'blank' };
  }
  if (forgotten.deals.length > 0) {
    yield* forgottenGroup(view, look);
    yield { kind: 'blank' };
  }
  if (duplicates.length > 0) {
    yield* alikeGroup(view, look);
    yield { kind: 'blank' };
  }
  yield* leftOut(view);
  if (next !== undefined) yield nextStep(next, isAllClean(view));
}

function nextStep({ plan }: DecideIn, isClean: boolean): Block {
  if (plan !== undefined) {
    const text = say('Decide in {plan}, and carry it out', { plan });
    return { kind: 'next', text, command: `pipeline clean --apply ${plan}` };
  }
  if (isClean) {
    const command = 'pipeline clean --plan clean.yaml && pipeline clean --apply clean.yaml';
    return { kind: 'next', text: say('To write down that it was looked at'), command };
  }
  const text = say('Nothing is changed yet. Decide in a file');
  return { kind: 'next', text, command: 'pipeline clean --plan clean.yaml' };
}

const FINISHED =
  '{deals, plural, one {# deal} other {# deals}} closed more than {days} days ago, to {folder}: {outcomes}' satisfies Message;
const FORGOTTEN =
  '{deals, plural, one {# open deal} other {# open deals}} without a sign of life for {days} days or more, {value}: revive, lost or keep' satisfies Message;
const LOOK_ALIKE =
  '{pairs, plural, one {# pair} other {# pairs}} of open deals that look alike: merge or distinct' satisfies Message;
const UNDATED =
  '{deals, plural, one {# closed deal does not say when it was closed} other {# closed deals do not say when they were closed}}: {names}.' satisfies Message;
const KEPT =
  '{deals, plural, one {# forgotten deal is kept by a waiver} other {# forgotten deals are kept by waivers}}: {names}.' satisfies Message;

function* finishedGroup({ finished, closed_after, quarter }: CleanView, look: Look): Generator<Block> {
  const { won, lost, deals } = finished;
  yield {
    kind: 'heading',
    parts: [
      say(FINISHED, {
        deals: deals.length,
        days: count(closed_after),
        folder: `archive/${quarter.name}/`,
        outcomes: outcomes(won, lost),
      }),
    ],
  };
  yield {
    kind: 'table',
    columns: [...DEAL, { key: 'closed', title: 'Closed' }, DAYS, VALUE],
    rows: deals
      .slice(0, MOST_LISTED)
      .map((deal) => [
        ...dealCells(deal, look),
        { kind: 'day', day: deal.closed },
        count(deal.days),
        money(deal),
      ]),
  };
  yield* more(deals.length);
}

/** `2 won 105,000, 1 lost 85,000`; without the one that there is none of. */
function outcomes(won: CountAndMoney, lost: CountAndMoney): Cell {
  const of = (outcome: CountAndMoney, message: Message) =>
    outcome.count === 0
      ? []
      : [say(message, { count: count(outcome.count), value: { kind: 'money', amount: outcome.value } })];
  return listed([...of(won, '{count} won {value}'), ...of(lost, '{count} lost {value}')]);
}

function* forgottenGroup({ forgotten, forgotten_after }: CleanView, look: Look): Generator<Block> {
  const { deals, value } = forgotten;
  yield {
    kind: 'heading',
    parts: [
      say(FORGOTTEN, {
        deals: deals.length,
        days: count(forgotten_after),
        value: { kind: 'money', amount: value },
      }),
    ],
  };
  yield {
    kind: 'table',
    columns: [...DEAL, { key: 'since', title: 'Since' }, DAYS, VALUE],
    rows: deals
      .slice(0, MOST_LISTED)
      .map(({ since, ...deal }) => [
        ...dealCells(deal, look),
        since.date === null ? { kind: 'none' } : { kind: 'day', day: since.date },
        count(deal.days),
        money(deal),
      ]),
  };
  yield* more(deals.length);
}

function* alikeGroup({ duplicates }: CleanView, look: Look): Generator<Block> {
  yield {
    kind: 'heading',
    parts: [say(LOOK_ALIKE, { pairs: duplicates.length })],
  };
  yield {
    kind: 'table',
    columns: [
      { key: 'keep', title: 'Deal', shrinkTo: 14 },
      { key: 'other', title: 'looks like', shrinkTo: 14 },
      { key: 'name', title: 'Name', shrinkTo: 10 },
      { key: 'account', title: 'Account', shrinkTo: 10, dropRank: 2 },
      { key: 'owner', title: 'Owner', shrinkTo: 8, dropRank: 3 },
      { key: 'alike', title: 'Alike', align: 'right' },
      { key: 'why', title: 'because', shrinkTo: 16, dropRank: 1 },
      VALUE,
    ],
    rows: duplicates
      .slice(0, MOST_LISTED)
      .map(({ keep, other, score, reasons }) => [
        text(keep.id),
        text(other.id),
        text(other.name),
        text(other.account),
        text(look.ownerLabel(other.owner)),
        { kind: 'share', share: score },
        text(reasons.map((reason) => reason.text).join(', ')),
        money(other),
      ]),
  };
  yield* more(duplicates.length);
}

function* more(deals: number): Generator<Block> {
  if (deals <= MOST_LISTED) return;
  yield {
    kind: 'line',
    tone: 'muted',
    parts: [say('… and {more} more', { more: count(deals - MOST_LISTED) })],
  };
}

function* leftOut({ undated, kept, unreadable }: CleanView): Generator<Block> {
  if (undated.length > 0) {
    yield { kind: 'line', parts: [say(UNDATED, { deals: undated.length, names: sayNames(undated) })] };
  }
  if (kept.length > 0) {
    const parts = [say(KEPT, { deals: kept.length, names: sayNames(kept) })];
    yield { kind: 'line', tone: 'muted', parts };
  }
  yield* unreadableLines(unreadable);
  if (undated.length + kept.length + unreadable.length > 0) yield { kind: 'blank' };
}

function dealCells(deal: CleanDeal, look: Look): Cell[] {
  return [
    text(deal.id),
    text(deal.name),
    text(look.ownerLabel(deal.owner)),
    text(look.stageLabel(deal.stage)),
  ];
}

function money({ value }: CleanDeal): Cell {
  return value === null ? { kind: 'none' } : { kind: 'money', amount: value };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

/** A record a deal of a group; of a pair one, with the deal that it is like. */
export function cleanRecords(view: CleanView): Records {
  const record = (
    group: string,
    deal: CleanDeal,
    more: { readonly days?: number; readonly like?: string; readonly score?: number },
  ): RecordCell[] => [
    ...[group, deal.id, deal.name, deal.account, deal.owner, deal.stage].map(
      (of): RecordCell => ({ kind: 'text', text: of }),
    ),
    deal.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: deal.value },
    more.days === undefined ? { kind: 'none' } : { kind: 'number', number: more.days },
    { kind: 'text', text: more.like ?? '' },
    more.score === undefined ? { kind: 'none' } : { kind: 'number', number: more.score },
  ];
  return {
    columns: ['group', 'id', 'name', 'account', 'owner', 'stage', 'value', 'days', 'looks_like', 'score'],
    rows: [
      ...view.finished.deals.map((deal) => record('finished', deal, deal)),
      ...view.forgotten.deals.map((deal) => record('forgotten', deal, { days: deal.days })),
      ...view.duplicates.map(({ keep, other, score }) =>
        record('duplicates', other, { like: keep.id, score }),
      ),
    ],
  };
}
