// The page of `pipeline history --field`: each date or amount that was said, who said it and when.

import type { HistoryView } from '../report/history.ts';
import type { Said, SaidTime } from '../report/history-said.ts';
import type { Standing } from '../report/standing.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column } from './page.ts';
import { say } from './say.ts';

export function* saidBlocks(
  { field, times }: Said,
  { deal, currency }: HistoryView,
  look: Look,
): Generator<Block> {
  if (times.length === 0) {
    yield {
      kind: 'line',
      parts: [say(field === 'close' ? 'No close date was ever promised.' : 'No amount was ever told.')],
    };
  } else {
    const columns = columnsOf(field, times);
    yield {
      kind: 'table',
      columns,
      rows: times.map((time) => columns.map(({ key }) => cellOf(key, time, currency, look))),
    };
  }
  yield { kind: 'blank' };
  yield { kind: 'next', text: say('All that happened to it'), command: `pipeline history ${deal.id}` };
}

/** Who set it and in which commit only where git tells. */
function columnsOf(field: Said['field'], times: readonly SaidTime[]): readonly Column[] {
  const committed: readonly Column[] = [
    { key: 'author', title: 'Who set it', shrinkTo: 8 },
    { key: 'commit', title: 'Commit', dropRank: 2 },
  ];
  return [
    field === 'close'
      ? { key: 'close', title: 'Close date' }
      : { key: 'amount', title: 'Amount', align: 'right' },
    { key: 'owner', title: 'Said by', shrinkTo: 6 },
    { key: 'on', title: 'Since' },
    { key: 'snapshot', title: 'First in', dropRank: 1 },
    ...(times.some(({ commit }) => commit !== null) ? committed : []),
  ];
}

function cellOf(key: string, time: SaidTime, currency: string, look: Look): Cell {
  switch (key) {
    case 'close':
      return time.close === null ? say('none') : { kind: 'day', day: time.close };
    case 'amount':
      return amountOf(time, currency);
    case 'owner':
      return text(look.ownerLabel(time.owner));
    case 'on':
      return { kind: 'day', day: time.on };
    case 'author':
      return text(time.author ?? '–');
    case 'commit':
      return text(time.commit?.slice(0, 12) ?? '–');
    default:
      return snapshotOf(time);
  }
}

function snapshotOf({ snapshot, origin }: SaidTime): Cell {
  if (snapshot === null) return say('no snapshot');
  return text(origin === 'taken' ? snapshot : `${snapshot} (${origin})`);
}

/** With its currency where that is not the page's. */
export function amountOf(
  { amount, currency: own }: Pick<Standing, 'amount' | 'currency'>,
  currency: string,
): Cell {
  if (amount === null) return text('–');
  const cell: Cell = { kind: 'money', amount };
  return own === currency ? cell : { kind: 'phrase', parts: [cell, ` ${own}`] };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
