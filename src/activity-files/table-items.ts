// A table of activities → what happened, row by row.

import { calendarIn } from '../base/calendar.ts';
import { fold } from '../base/fold.ts';
import { asValue, type Said, said } from '../base/said.ts';
import { whyBroken } from '../crm-import/broken-row.ts';
import { orderSaid, settleDateOrders } from '../crm-import/date-order.ts';
import type { ColumnOrder } from '../crm-import/date-text.ts';
import { type DayReader, dayReader } from '../crm-import/days.ts';
import { readFlag } from '../crm-import/flags.ts';
import { cellAt, type Table, type TableRow } from '../crm-import/table.ts';
import { typeMeant } from '../entry/activity-types.ts';
import { address } from '../entry/deal-clues.ts';
import {
  type FileItem,
  type Happened,
  madeRef,
  shortRef,
  type Told,
  type WhyLeftOut,
} from '../entry/happened.ts';
import { type ActivityColumns, activityColumns, type ColumnName } from './table-columns.ts';
import { outside, type Window } from './window.ts';
import { lookedAt, noteOf } from './words.ts';

export interface TableContext {
  /** Of rows that say none. */
  readonly type: string;
  readonly activityTypes: readonly string[];
  readonly timeZone: string;
  readonly locale: string;
  readonly dates: ColumnOrder | undefined;
  readonly window: Window;
  /** Whether a text is what a deal is called by: it tells what a column `id` is of. */
  isDeal(text: string): boolean;
}

export interface TableRead {
  readonly items: readonly FileItem[];
  /** How it was read, where that had to be decided; a sentence each. */
  readonly decisions: readonly Said[];
}

/** @throws Failure `mapping-needed` where a column is missing, or its dates can be read in two ways */
export function tableItems(table: Table, context: TableContext): TableRead {
  const columns = activityColumns(table);
  const { column } = columns;
  const header = table.headers[column.day] ?? '';
  const orders = settleDateOrders(
    [{ field: 'day', header, texts: new Set(table.rows.map((row) => cellAt(row, column.day))) }],
    { asked: context.dates, locale: context.locale },
  );
  const { order, why } = orders.get('day') ?? { order: 'dmy' as const, why: '' as const };
  const idIsDeal =
    column.deal < 0 && column.id >= 0 && table.rows.some((row) => context.isDeal(cellAt(row, column.id)));
  const reading: TableReading = {
    ...{ table, columns, context, idIsDeal },
    day: dayReader(order, calendarIn(context.timeZone)),
  };
  const decisions: Said[] = [];
  if (why !== '')
    decisions.push(said('{header}: {what}, {why}.', { header, what: orderSaid(order), why: asValue(why) }));
  if (idIsDeal) decisions.push(said("{header} is the deal's.", { header: table.headers[column.id] ?? '' }));
  const items = table.rows.map((row) => itemOf(row, reading));
  if (column.type < 0 && items.some(({ kind }) => kind === 'happened'))
    decisions.push(
      said('No column says the type, so each is a {type}; --type says another.', { type: context.type }),
    );
  return { items, decisions };
}

interface TableReading {
  readonly table: Table;
  readonly columns: ActivityColumns;
  readonly context: TableContext;
  readonly idIsDeal: boolean;
  readonly day: DayReader;
}

function itemOf(row: TableRow, reading: TableReading): FileItem {
  const { table, columns, context } = reading;
  const cell = (name: ColumnName) => cellAt(row, columns.column[name]);
  const [subject, text, typed] = [cell('subject'), cell('note'), cell('type')];
  const isPrivate = readFlag(cell('private')) === true;
  const type = typed === '' ? { type: context.type } : typeMeant(typed, context.activityTypes);
  const note = noteOf(subject, text) || ('type' in type ? type.type : typed);
  const place: Told = { file: row.file ?? table.file, line: row.line, note: isPrivate ? '' : note };
  const on = reading.day(cell('day'));
  const rejected = (why: Said): FileItem => ({
    ...place,
    kind: 'rejected',
    on: on === 'unreadable' ? undefined : on,
    why,
  });
  const broken = whyBroken(row);
  if (broken !== undefined) return rejected(broken);
  if (on === 'unreadable') return rejected(said('"{text}" is no date', { text: cell('day').slice(0, 40) }));
  const why = isPrivate ? 'private' : standing(cell, columns);
  if (why !== undefined) return { ...place, kind: 'left-out', on, why };
  if (on === undefined) return rejected(said('it has no date'));
  const out = outside(on, context.window);
  if (out !== undefined) return { ...place, kind: 'left-out', on, why: out };
  if ('why' in type) return rejected(type.why);
  const deal = reading.idIsDeal ? cell('id') : cell('deal');
  const clues = {
    ...{ deal, account: cell('account'), subject: lookedAt(subject), text: lookedAt(text) },
    addresses: addressesIn(columns.addresses.map((column) => cellAt(row, column))),
  };
  const id = reading.idIsDeal ? '' : cell('id');
  const told = [on, typed, note, deal, clues.account, ...clues.addresses].join('\n');
  return { ...place, kind: 'happened', on, type: type.type, ...refsOf(id, told), clues };
}

/** @param told what the row says, where it has no id */
function refsOf(id: string, told: string): Pick<Happened, 'ref' | 'formerRef'> {
  if (id === '') return { ref: madeRef(told) };
  return id.length <= LONGEST_ID ? { ref: id } : { ref: shortRef(id), formerRef: madeRef(id) };
}

const LONGEST_ID = 120;
const CANCELLED = new Set([
  ...[
    'cancelled',
    'canceled',
    'no show',
    'deleted',
    'anulowane',
    'anulowany',
    'anulowana',
    'odwolane',
    'odwolany',
  ],
  ...['odwolana'],
]);
const NOT_DONE = new Set([
  ...['not started', 'open', 'planned', 'scheduled', 'to do', 'todo', 'in progress', 'deferred', 'waiting'],
  ...['waiting on someone else', 'not done', 'zaplanowane', 'zaplanowany', 'zaplanowana', 'do zrobienia'],
  ...['nie rozpoczeto', 'w toku', 'otwarte', 'odroczone', 'niewykonane'],
]);

/** Why a row is nothing that happened. */
function standing(cell: (name: ColumnName) => string, { column }: ActivityColumns): WhyLeftOut | undefined {
  const words = [fold(cell('status')), fold(cell('done'))];
  if (readFlag(cell('deleted')) === true || words.some((word) => CANCELLED.has(word))) return 'cancelled';
  const isOpen = column.done >= 0 && readFlag(cell('done')) === false;
  return isOpen || words.some((word) => NOT_DONE.has(word)) ? 'not-done' : undefined;
}

const ADDRESS = /[^\s<>()[\]",;:@]{1,64}@[^\s<>()[\]",;:@]{1,255}/g;
const LONGEST_CELL = 10_000;

function addressesIn(cells: readonly string[]): string[] {
  const found = cells.flatMap((cell) => cell.slice(0, LONGEST_CELL).match(ADDRESS) ?? []);
  return [...new Set(found.map(address))];
}
