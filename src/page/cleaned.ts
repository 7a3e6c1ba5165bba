// The page of a clean-up that was carried out: what was done, whose it was, why, and the open pipeline before and
// after. The report in cleanups/ is the same page with every deal.

import { type CleanedDeal, type CleanedView, DECIDED } from '../report/cleaned.ts';
import type { Message } from '../words/message.ts';
import { addsUp, waterfall } from './diff-bridge.ts';
import { unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { atFirst, count, say, spoken } from './say.ts';

/** On a screen; the rest is in the report. */
const MOST_LISTED = 12;

const WORDS = {
  archive: 'archived',
  revive: 'revived, with a next step',
  lost: 'closed as lost',
  keep: 'kept, with a waiver',
  merge: 'merged into another',
  distinct: 'distinct, with a waiver',
} as const satisfies Record<CleanedDeal['do'], Message>;

const SHORT = {
  archive: 'archived',
  revive: 'revived',
  lost: 'lost',
  keep: 'kept',
  merge: 'merged',
  distinct: 'distinct',
} as const satisfies Record<CleanedDeal['do'], Message>;

export function cleanedPage(view: CleanedView, look: Look): Page {
  return {
    currency: view.currency,
    digits: look.digits,
    blocks: [...blocksOf(view, look, MOST_LISTED), ...nextBlocks(view)],
  };
}

/** Every deal, for the file in cleanups/. Its first line ends in the day. */
export function cleanupReport(view: CleanedView, look: Look): Page {
  const blocks = [...blocksOf(view, look, view.deals.length)];
  return { currency: view.currency, digits: look.digits, blocks };
}

function* blocksOf(view: CleanedView, look: Look, most: number): Generator<Block> {
  yield {
    kind: 'heading',
    // The report's first line is read again: its day is ISO in every locale.
    parts: dotted([
      ...(view.dry_run ? [atFirst(say('dry run, nothing is written'))] : []),
      say('Clean-up {quarter}', { quarter: view.quarter }),
      `${view.workspace} · ${view.today}`,
    ]),
  };
  yield { kind: 'blank' };
  yield doneTable(view);
  yield { kind: 'blank' };
  if (view.deals.length > 0) {
    yield* dealsTable(view, look, most);
    yield { kind: 'blank' };
    if (view.owners.length > 1) {
      yield ownersTable(view, look);
      yield { kind: 'blank' };
    }
    yield {
      kind: 'heading',
      parts: [say('The open pipeline before and after, {currency}', { currency: view.currency })],
    };
    yield { kind: 'blank' };
    yield waterfall(view);
    yield { kind: 'blank' };
    yield addsUp(view);
  }
  yield* refusedLines(view);
  yield* unreadableLines(view.unreadable);
}

function doneTable({ done, undecided, done_before }: CleanedView): Block {
  const rows = DECIDED.filter((choice) => done[choice].count > 0).map((choice): Cell[] => [
    say(WORDS[choice]),
    count(done[choice].count),
    { kind: 'money', amount: done[choice].value },
  ]);
  const bare = (label: Message, deals: number): Cell[][] =>
    deals === 0 ? [] : [[say(label), count(deals), { kind: 'none' }]];
  return {
    kind: 'table',
    columns: [
      { key: 'what', title: '' },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: 'Value', align: 'right' },
    ],
    rows: [...rows, ...bare('done before', done_before), ...bare('not decided', undecided)],
  };
}

function* dealsTable({ deals }: CleanedView, look: Look, most: number): Generator<Block> {
  // What was decided deal by deal is worth more of a screen than what is only finished.
  const shown = deals.length <= most ? deals : [...deals].sort(finishedLast).slice(0, most);
  yield {
    kind: 'table',
    columns: [
      { key: 'do', title: '' },
      { key: 'id', title: 'Deal', shrinkTo: 14 },
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      { key: 'stage', title: 'Stage', shrinkTo: 8, dropRank: 1 },
      { key: 'why', title: 'Why', shrinkTo: 12 },
      { key: 'until', title: 'Until' },
      { key: 'value', title: 'Value', align: 'right' },
    ],
    rows: shown.map((deal) => [
      say(SHORT[deal.do]),
      text(deal.id),
      text(look.ownerLabel(deal.owner)),
      text(look.stageLabel(deal.stage)),
      whyCell(deal),
      deal.until === null ? { kind: 'none' } : { kind: 'day', day: deal.until },
      deal.value === null ? { kind: 'none' } : { kind: 'money', amount: deal.value },
    ]),
  };
  if (shown.length < deals.length) {
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [say('… and {more} more', { more: count(deals.length - shown.length) })],
    };
  }
}

function whyCell({ do: choice, why }: CleanedDeal): Cell {
  if (choice === 'merge') return say('into {deal}', { deal: why });
  return choice === 'distinct' ? say('from {deal}', { deal: why }) : text(why);
}

function finishedLast(a: CleanedDeal, b: CleanedDeal): number {
  return Number(a.do === 'archive') - Number(b.do === 'archive');
}

function ownersTable({ owners, done }: CleanedView, look: Look): Block {
  const shown = DECIDED.filter((choice) => done[choice].count > 0);
  return {
    kind: 'table',
    columns: [
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      ...shown.map((choice) => ({ key: choice, title: SHORT[choice], align: 'right' as const })),
      { key: 'value', title: 'Value', align: 'right' },
    ],
    rows: owners.map((own) => [
      text(look.ownerLabel(own.owner)),
      ...shown.map((choice): Cell => ({ kind: 'count', count: own[choice] })),
      { kind: 'money', amount: own.value },
    ]),
  };
}

const REFUSED =
  '{decisions, plural, one {# decision} other {# decisions}} could not be carried out:' satisfies Message;

function* refusedLines({ refused }: CleanedView): Generator<Block> {
  if (refused.length === 0) return;
  yield { kind: 'blank' };
  yield { kind: 'line', tone: 'bad', parts: [say(REFUSED, { decisions: refused.length })] };
  for (const { id, do: choice, reason } of refused) {
    yield { kind: 'line', parts: [`  ${id}: ${choice}: `, spoken(reason)] };
  }
}

function* nextBlocks(view: CleanedView): Generator<Block> {
  yield { kind: 'blank' };
  if (view.report !== '') {
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [
        say(view.dry_run ? 'Would be written down in {file}.' : 'Written down in {file}.', {
          file: view.report,
        }),
      ],
    };
  }
  if (view.refused.length > 0) {
    yield { kind: 'next', text: say('Propose what is left'), command: 'pipeline clean --plan clean.yaml' };
  } else if (!view.dry_run) {
    yield { kind: 'next', text: say('What this changed'), command: 'pipeline diff' };
  }
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

/** A record a deal that something was done about. */
export function cleanedRecords({ deals, quarter }: CleanedView): Records {
  return {
    columns: ['do', 'id', 'name', 'account', 'owner', 'stage', 'value', 'why', 'until', 'quarter'],
    rows: deals.map((deal): RecordCell[] => [
      ...[deal.do, deal.id, deal.name, deal.account, deal.owner, deal.stage].map(recorded),
      deal.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: deal.value },
      recorded(deal.why),
      deal.until === null ? { kind: 'none' } : { kind: 'day', day: deal.until },
      recorded(quarter),
    ]),
  };
}

function recorded(of: string): RecordCell {
  return { kind: 'text', text: of };
}
