// The page of `pipeline archive list`: the sums first, then a line a deal.

import type { ArchiveListView, ArchiveSums } from '../report/archive.ts';
import type { Message } from '../words/message.ts';
import { emptyArchive, inArchive } from './archive.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { count, type Said, say } from './say.ts';
import { unreadableLine } from './unreadable-line.ts';

type Listed = ArchiveListView['deals'][number];

export function archiveListPage(view: ArchiveListView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ArchiveListView, look: Look): Generator<Block> {
  const { deals, folder, total, currency } = view;
  const first = deals[0];
  if (first === undefined) {
    yield* emptyArchive(view);
    return;
  }
  const held = folder === null ? inArchive(total.deals, view) : inFolder(folder, view);
  yield { kind: 'heading', parts: [held] };
  yield { kind: 'line', parts: dotted(sums(total, currency)) };
  yield { kind: 'blank' };
  yield table(view, look);
  yield { kind: 'blank' };
  yield* unreadableLine(deals.filter(({ problem }) => problem !== '').map(({ id }) => id));
  yield { kind: 'next', text: say('All of one deal'), command: `pipeline archive show ${first.id}` };
}

function inFolder(folder: string, { total: { deals }, as_of: day }: ArchiveListView): Said {
  const values = { deals, folder: `archive/${folder}` };
  return day === null
    ? say('{deals, plural, one {# deal} other {# deals}} in {folder}', values)
    : say('{deals, plural, one {# deal} other {# deals}} in {folder} on {day}', {
        ...values,
        day: { kind: 'day', day },
      });
}

const ENDED = {
  won: 'won {count}, {value} {currency}',
  lost: 'lost {count}, {value} {currency}',
  open: 'open {count}, {value} {currency}',
} as const satisfies Record<string, Message>;

function sums({ merged, unreadable, ...total }: ArchiveSums, currency: string): Said[] {
  const ended = (['won', 'lost', 'open'] as const).filter((outcome) => total[outcome].count > 0);
  return [
    ...ended.map((outcome) => {
      const sum = total[outcome];
      return say(ENDED[outcome], {
        ...{ count: count(sum.count), currency },
        value: { kind: 'money', amount: sum.value },
      });
    }),
    ...(merged > 0 ? [say('merged into others {count}', { count: count(merged) })] : []),
    ...(unreadable > 0 ? [say('unreadable {count}', { count: count(unreadable) })] : []),
  ];
}

function table({ deals, folder }: ArchiveListView, look: Look): Block {
  const hasMerged = deals.some(({ merged_into }) => merged_into !== '');
  return {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 20 },
      { key: 'name', title: 'Name', shrinkTo: 10, dropRank: 3 },
      { key: 'account', title: 'Account', shrinkTo: 10, dropRank: 2 },
      { key: 'owner', title: 'Owner', shrinkTo: 8, dropRank: 1 },
      { key: 'stage', title: 'Stage', shrinkTo: 8 },
      { key: 'value', title: 'Value', align: 'right' },
      { key: 'close', title: 'Close' },
      ...(folder === null ? [{ key: 'archived', title: 'Archived', shrinkTo: 8 } as const] : []),
      ...(hasMerged ? [{ key: 'merged_into', title: 'Merged into', shrinkTo: 12 } as const] : []),
    ],
    rows: deals.map((deal) => [
      text(deal.id),
      text(deal.name),
      text(deal.account),
      text(look.ownerLabel(deal.owner)),
      text(deal.stage === '' ? '' : look.stageLabel(deal.stage)),
      deal.value === null ? { kind: 'none' } : { kind: 'money', amount: deal.value },
      deal.close === null ? { kind: 'none' } : { kind: 'day', day: deal.close },
      ...(folder === null ? [text(deal.archived)] : []),
      ...(hasMerged ? [text(deal.merged_into)] : []),
    ]),
  };
}

function text(of: string): Cell & RecordCell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A record a deal. */
export function archiveListRecords({ deals }: ArchiveListView): Records {
  return {
    columns: [
      ...['id', 'name', 'account', 'owner', 'stage', 'amount', 'currency', 'value', 'created', 'close'],
      ...['lost_reason', 'archived', 'merged_into', 'problem'],
    ],
    rows: deals.map((deal) => [
      ...[deal.id, deal.name, deal.account, deal.owner, deal.stage].map(text),
      decimal(deal.amount),
      text(deal.currency),
      decimal(deal.value),
      day(deal.created),
      day(deal.close),
      ...[deal.lost_reason, deal.archived, deal.merged_into, deal.problem].map(text),
    ]),
  };
}

function decimal(of: Listed['value']): RecordCell {
  return of === null ? { kind: 'none' } : { kind: 'decimal', decimal: of };
}

function day(of: Listed['close']): RecordCell {
  return of === null ? { kind: 'none' } : { kind: 'day', day: of };
}
