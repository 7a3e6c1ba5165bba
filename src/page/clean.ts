// The page of a clean-up's proposal: three groups, each with its sum, and where a person decides.

import { named } from '../base/named.ts';
import type { CleanDeal, CleanView } from '../report/clean.ts';
import type { CountAndMoney } from '../report/freshness.ts';
import { plural, unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page, RecordCell, Records } from './page.ts';

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
  yield { kind: 'heading', parts: [`Clean-up ${quarter.name} · `, { kind: 'day', day: view.today }] };
  yield { kind: 'blank' };
  if (isAllClean(view)) yield { kind: 'line', parts: ['Nothing to clean up.'] };
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
  if (next === undefined) return;
  if (next.plan === undefined && isAllClean(view)) {
    const command = 'pipeline clean --plan clean.yaml && pipeline clean --apply clean.yaml';
    yield { kind: 'next', text: 'To write down that it was looked at', command };
    return;
  }
  if (next.plan === undefined) {
    const command = 'pipeline clean --plan clean.yaml';
    yield { kind: 'next', text: 'Nothing is changed yet. Decide in a file', command };
  } else {
    const command = `pipeline clean --apply ${next.plan}`;
    yield { kind: 'next', text: `Decide in ${next.plan}, and carry it out`, command };
  }
}

function* finishedGroup({ finished, closed_after, quarter }: CleanView, look: Look): Generator<Block> {
  const { won, lost, deals } = finished;
  yield {
    kind: 'heading',
    parts: [
      ...counted(deals.length, 'deal'),
      ` closed more than ${closed_after} days ago, to archive/${quarter.name}/: `,
      ...ended([
        [won, 'won'],
        [lost, 'lost'],
      ]),
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
        { kind: 'count', count: deal.days },
        money(deal),
      ]),
  };
  yield* more(deals.length);
}

/** `2 won 105,000, 1 lost 85,000`; without the one that there is none of. */
function ended(outcomes: readonly (readonly [CountAndMoney, string])[]): (string | Cell)[] {
  return outcomes
    .filter(([{ count }]) => count > 0)
    .flatMap(([{ count, value }, outcome], at) => [
      at === 0 ? '' : ', ',
      { kind: 'count', count } as const,
      ` ${outcome} `,
      { kind: 'money', amount: value } as const,
    ]);
}

function* forgottenGroup({ forgotten, forgotten_after }: CleanView, look: Look): Generator<Block> {
  const { deals, value } = forgotten;
  yield {
    kind: 'heading',
    parts: [
      ...counted(deals.length, 'open deal'),
      ` without a sign of life for ${forgotten_after} days or more, `,
      { kind: 'money', amount: value },
      ': revive, lost or keep',
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
        { kind: 'count', count: deal.days },
        money(deal),
      ]),
  };
  yield* more(deals.length);
}

function* alikeGroup({ duplicates }: CleanView, look: Look): Generator<Block> {
  yield {
    kind: 'heading',
    parts: [`${plural(duplicates.length, 'pair')} of open deals that look alike: merge or distinct`],
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

function counted(count: number, noun: string): (string | Cell)[] {
  return [{ kind: 'count', count }, ` ${noun}${count === 1 ? '' : 's'}`];
}

function* more(count: number): Generator<Block> {
  if (count <= MOST_LISTED) return;
  const left: Cell = { kind: 'count', count: count - MOST_LISTED };
  yield { kind: 'line', tone: 'muted', parts: ['… and ', left, ' more'] };
}

function* leftOut({ undated, kept, unreadable }: CleanView): Generator<Block> {
  if (undated.length > 0) {
    const are = undated.length === 1 ? 'does not say when it was' : 'do not say when they were';
    yield {
      kind: 'line',
      parts: [`${plural(undated.length, 'closed deal')} ${are} closed: ${named(undated)}.`],
    };
  }
  if (kept.length > 0) {
    const are = kept.length === 1 ? 'is kept by a waiver' : 'are kept by waivers';
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [`${plural(kept.length, 'forgotten deal')} ${are}: ${named(kept)}.`],
    };
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
