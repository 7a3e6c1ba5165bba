// Typed reading of a table's cells by field: every column's dates and decimal signs are settled once, for the
// whole column, before the first row is read.

import type { Calendar } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import { narrowSign } from '../base/decimal-sign.ts';
import { digitsOf, toDecimal } from '../base/money.ts';
import { type Said, type Sayable, said } from '../base/said.ts';
import {
  type Amount,
  type AmountReader,
  amountReader,
  type SettledSign,
  settleDecimalSign,
} from './amounts.ts';
import type { MappedColumn } from './columns.ts';
import type { CurrencyReader } from './currencies.ts';
import { type DateColumn, orderSaid, settleDateOrders } from './date-order.ts';
import type { ColumnOrder } from './date-text.ts';
import { type DayReader, dayReader } from './days.ts';
import { FIELDS, type FieldKind, isFieldKey } from './fields.ts';
import { readFlag } from './flags.ts';
import { cellAt, type Table, type TableRow } from './table.ts';
import { UNCOMPUTED } from './uncomputed.ts';

/** How a column was read, where that had to be decided. */
export interface Decision {
  readonly header: string;
  /** `day/month`, `decimal commas`, … */
  readonly what: Said;
  readonly why: Sayable;
}

/** Collects what is wrong with one row. */
export type Complaints = Said[];

export interface ColumnContext {
  readonly calendar: Calendar;
  readonly locale: string;
  readonly dates: ColumnOrder | undefined;
  /** The workspace's. */
  readonly currency: string;
  /** Currencies of the column `currency` by their cells' texts; only where there is such a column. */
  readonly currencies?: CurrencyReader;
  /** Whether it is a list that pipeline wrote: a point is the decimal sign, whatever stands behind it. */
  readonly ownList?: boolean;
}

export class RowValues {
  readonly decisions: readonly Decision[];
  readonly #columns = new Map<string, MappedColumn>();
  readonly #days = new Map<string, DayReader>();
  readonly #amounts = new Map<string, AmountReader>();
  readonly #isOwnList: boolean;

  /** @throws Failure `mapping-needed` where a column can be read in two ways */
  constructor(table: Table, columns: readonly MappedColumn[], context: ColumnContext) {
    for (const column of columns) this.#columns.set(column.key, column);
    this.#isOwnList = context.ownList === true;
    const decisions: Decision[] = [];
    const dateColumns = columns.filter(({ key }) => kindOf(key) === 'day');
    const orders = settleDateOrders(
      dateColumns.map((column) => dateColumn(table, column)),
      { asked: context.dates, locale: context.locale },
    );
    for (const { key, header } of dateColumns) {
      const settled = orders.get(key);
      this.#days.set(key, dayReader(settled?.order ?? 'dmy', context.calendar));
      if (settled === undefined || settled.why === '') continue;
      decisions.push({ header, what: orderSaid(settled.order), why: settled.why });
    }
    for (const column of columns.filter(({ key }) => kindOf(key) === 'amount')) {
      const settled = settleDecimalSign(this.#texts(table, column.column), column.header, {
        threeDigits: this.#mayHaveThreeDigits(table, context),
      });
      this.#amounts.set(column.key, amountReader(settled.sign, context.currency));
      decisions.push(...amountDecisions(column.header, settled, context.currency));
    }
    this.decisions = decisions;
  }

  /** The distinct texts of a column of amounts whose decimal sign is a question. */
  #texts(table: Table, column: number): Set<string> {
    return textsOf({ ...table, rows: table.rows.filter((row) => !this.#isPlain(row, column)) }, column);
  }

  /** Whether a point in the cell is decimal without asking: in a workbook's number, in what our list wrote. */
  #isPlain(row: TableRow, column: number): boolean {
    return (
      row.typed?.has(column) === true || (this.#isOwnList && toDecimal(cellAt(row, column)) !== undefined)
    );
  }

  /** Whether amounts may be of a currency with three digits, where `1.234` need not be a thousand. */
  #mayHaveThreeDigits(table: Table, { currency, currencies }: ColumnContext): boolean {
    const column = this.#columns.get('currency');
    const named = column === undefined ? [] : [...textsOf(table, column.column)];
    return [currency, ...named.map((text) => currencies?.(text) ?? '')].some(
      (code) => code !== '' && digitsOf(code) === 3,
    );
  }

  has(key: string): boolean {
    return this.#columns.has(key);
  }

  /** The cell's text, trimmed; '' where there is no such column. */
  text(row: TableRow, key: string): string {
    const column = this.#columns.get(key);
    return column === undefined ? '' : cellAt(row, column.column);
  }

  /** What is wrong with cells that hold an error in place of a value. */
  errors({ errors = new Map() }: TableRow): Said[] {
    return [...this.#columns.values()].flatMap(({ column, header }) => {
      const error = errors.get(column);
      if (error === undefined) return [];
      return error === UNCOMPUTED
        ? [
            said('{header}: the workbook has a formula there without its value: open it and save it', {
              header,
            }),
          ]
        : [said('{header}: {error} is an error of the spreadsheet, no value', { header, error })];
    });
  }

  day(row: TableRow, key: string, complaints: Complaints): Day | undefined {
    const text = this.text(row, key);
    if (text === '') return undefined;
    const day = this.#days.get(key)?.(text);
    if (day !== 'unreadable') return day;
    complaints.push(said('{header}: "{text}" is no date', this.#cell(key, text)));
    return undefined;
  }

  amount(row: TableRow, key: string, complaints: Complaints): Amount | undefined {
    const text = this.text(row, key);
    if (text === '') return undefined;
    const column = this.#columns.get(key)?.column ?? -1;
    const amount = this.#amounts.get(key)?.(text, this.#isPlain(row, column));
    if (amount !== 'unreadable') return amount;
    complaints.push(said('{header}: "{text}" is no amount', this.#cell(key, text)));
    return undefined;
  }

  /** Undefined where there is no such column. */
  flag(row: TableRow, key: string, complaints: Complaints): boolean | undefined {
    if (!this.has(key)) return undefined;
    const text = this.text(row, key);
    const flag = readFlag(text);
    if (flag === undefined)
      complaints.push(said('{header}: "{text}" is neither yes nor no', this.#cell(key, text)));
    return flag;
  }

  #cell(key: string, text: string) {
    return { header: this.#columns.get(key)?.header ?? key, text: shortened(text) };
  }
}

function* amountDecisions(
  header: string,
  { sign, why, sharedSigns }: SettledSign,
  own: string,
): Generator<Decision> {
  if (why !== '') {
    yield { header, what: said(sign === ',' ? 'decimal commas' : 'decimal points'), why };
  }
  for (const [shared, currency] of sharedSigns) {
    if (shared === narrowSign(own)) continue;
    yield {
      header,
      what: said('{sign} as {currency}', { sign: shared, currency }),
      why: said('though other currencies have the sign, not {own}', { own }),
    };
  }
}

/** What a column holds: by its field; the day a stage was entered is a day; the rest is text. */
export function kindOf(key: string): FieldKind {
  if (key.startsWith('entered.')) return 'day';
  return isFieldKey(key) ? FIELDS[key].kind : 'text';
}

/** A cell in a message: one line, cut. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

function dateColumn(table: Table, { key, header, column }: MappedColumn): DateColumn {
  return { field: key, header, texts: textsOf(table, column) };
}

/** The distinct texts of a column. */
export function textsOf(table: Table, column: number): Set<string> {
  const texts = new Set<string>();
  for (const row of table.rows) {
    const text = cellAt(row, column);
    if (text !== '') texts.add(text);
  }
  return texts;
}
