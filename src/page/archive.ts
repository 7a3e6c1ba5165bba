// The page of `pipeline archive`: how many deals are in it and what they were worth, a line a folder.

import type { ArchiveSums, ArchiveView } from '../report/archive.ts';
import type { Block, Cell, Column, Page, RecordCell, Records, Title } from './page.ts';
import { type Said, say } from './say.ts';
import { unreadableLine } from './unreadable-line.ts';

/** @param digits of the reporting currency */
export function archivePage(view: ArchiveView, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: ArchiveView): Generator<Block> {
  const { folders, total, currency } = view;
  const newest = folders.at(-1);
  if (newest === undefined) {
    yield* emptyArchive(view);
    return;
  }
  yield {
    kind: 'heading',
    parts: [inArchive(total.deals, view), ` · ${currency}`],
  };
  yield { kind: 'blank' };
  const columns = COLUMNS.filter(({ count }) => count === undefined || count(total) > 0);
  yield {
    kind: 'table',
    columns: columns.map(({ column }) => column),
    rows: folders.map((sums) => columns.map(({ cell }) => cell(sums, sums.folder))),
    totals: [columns.map(({ column, cell }) => (column.key === 'folder' ? say('All') : cell(total, '')))],
  };
  yield { kind: 'blank' };
  yield* unreadableLine(view.unreadable);
  const command = newest.folder === '' ? 'pipeline archive list' : `pipeline archive list ${newest.folder}`;
  yield { kind: 'next', text: say('Deal by deal'), command };
}

/** With the day where it is not today's. */
type AsOf = Pick<ArchiveView, 'as_of'>;

export function* emptyArchive({ as_of: day }: AsOf): Generator<Block> {
  const empty =
    day === null
      ? say('The archive is empty.')
      : say('The archive is empty on {day}.', { day: { kind: 'day', day } });
  yield { kind: 'heading', parts: [empty] };
  yield { kind: 'next', text: say('Deals of the working set'), command: 'pipeline list --all' };
}

/** `12 deals in the archive`. */
export function inArchive(deals: number, { as_of: day }: AsOf): Said {
  return day === null
    ? say('{deals, plural, one {# deal} other {# deals}} in the archive', { deals })
    : say('{deals, plural, one {# deal} other {# deals}} in the archive on {day}', {
        deals,
        day: { kind: 'day', day },
      });
}

interface SumColumn {
  readonly column: Column;
  /** The column is shown where this is more than 0. */
  readonly count?: (of: ArchiveSums) => number;
  cell(of: ArchiveSums, folder: string): Cell;
}

const count = (key: string, title: Title, of: (sums: ArchiveSums) => number, always = false): SumColumn => ({
  column: { key, title, align: 'right' },
  ...(always ? {} : { count: of }),
  cell: (sums) => ({ kind: 'count', count: of(sums) }),
});

const value = (key: 'won' | 'lost' | 'open'): SumColumn => ({
  column: { key: `${key}_value`, title: 'Value', align: 'right' },
  count: (sums) => sums[key].count,
  cell: (sums) => (sums[key].count === 0 ? { kind: 'none' } : { kind: 'money', amount: sums[key].value }),
});

const COLUMNS: readonly SumColumn[] = [
  {
    column: { key: 'folder', title: 'Folder', shrinkTo: 8 },
    cell: (_, folder) => ({ kind: 'text', text: folder === '' ? '–' : folder }),
  },
  count('deals', 'Deals', ({ deals }) => deals, true),
  count('won', 'Won', ({ won }) => won.count),
  value('won'),
  count('lost', 'Lost', ({ lost }) => lost.count),
  value('lost'),
  count('open', 'Open', ({ open }) => open.count),
  value('open'),
  count('merged', 'Merged', ({ merged }) => merged),
  count('unreadable', 'Unreadable', ({ unreadable }) => unreadable),
];

/** A record a folder. */
export function archiveRecords({ folders }: ArchiveView): Records {
  const number = (of: number): RecordCell => ({ kind: 'number', number: of });
  const sum = (of: ArchiveSums['won']): RecordCell[] => [
    number(of.count),
    { kind: 'decimal', decimal: of.value },
  ];
  return {
    columns: [
      ...['folder', 'deals', 'won', 'won_value', 'lost', 'lost_value', 'open', 'open_value', 'merged'],
      'unreadable',
    ],
    rows: folders.map(({ folder, deals, won, lost, open, merged, unreadable }) => [
      { kind: 'text', text: folder },
      number(deals),
      ...[won, lost, open].flatMap(sum),
      number(merged),
      number(unreadable),
    ]),
  };
}
