// How a column writes its dates, day/month, month/day or the year first: settled by the whole column, never by a single
// cell.

import { Failure } from '../base/failure.ts';
import { dateSignOfLocale, orderOfLocale } from '../base/locale-order.ts';
import { type Said, type Sayable, said } from '../base/said.ts';
import { COLUMN_ORDERS, type ColumnOrder, type DateParts, partsIn, readDateText } from './date-text.ts';

export interface DateColumn {
  readonly field: string;
  readonly header: string;
  /** The column's distinct texts. */
  readonly texts: readonly string[] | ReadonlySet<string>;
}

export interface SettledOrder {
  readonly order: ColumnOrder;
  /** What decided it, for the report; '' where the column has no date that can be read in several ways. */
  readonly why: Sayable;
}

interface OrderOptions {
  readonly asked?: ColumnOrder | undefined;
  readonly locale: string;
}

interface Evidence {
  /** The orders that read most of the column's dates; none where it has no date of that kind. */
  readonly orders: readonly ColumnOrder[];
  /** Whether either end of a date may be the year. */
  readonly hasShortYears: boolean;
}

/** Of orders that read as many dates of a column. */
interface Doubt {
  /** The first date that they read as different days. */
  readonly text: string;
  /** What stands between the numbers of such dates. */
  readonly signs: ReadonlySet<string>;
  /** Whether each reads dates that another one can't. */
  readonly isTorn: boolean;
}

const NAMES = {
  dmy: 'day/month',
  mdy: 'month/day',
  ymd: 'year/month/day',
} as const satisfies Record<ColumnOrder, string>;

/** As a report calls it. */
export function orderSaid(order: ColumnOrder): Said {
  return said(NAMES[order]);
}

/**
 * The order of each column's dates. What decides, in this order: what a person asked for; the column's own dates, the
 * order that reads more of them; the other date columns of the export, where they agree; the locale, where it names a
 * region or is not English, and between the two ends for a year only where the dates are written with its sign.
 * @throws Failure `mapping-needed` with the readings where nothing decides
 */
export function settleDateOrders(
  columns: readonly DateColumn[],
  options: OrderOptions,
): Map<string, SettledOrder> {
  const evidence = new Map(columns.map((column) => [column, evidenceOf(column.texts)]));
  return new Map(columns.map((column) => [column.field, settle(column, evidence, options)]));
}

function settle(
  column: DateColumn,
  evidence: ReadonlyMap<DateColumn, Evidence>,
  { asked, locale }: OrderOptions,
): SettledOrder {
  const { orders = [] } = evidence.get(column) ?? {};
  const isAskable = asked !== 'ymd' || orders.length === 0 || orders.includes('ymd');
  if (asked !== undefined && isAskable) return { order: asked, why: 'as asked for' };
  const [first = 'dmy', second] = orders;
  if (second === undefined) return { order: first, why: orders.length === 0 ? '' : byItself(first) };
  if (doubtOf(column.texts, orders) === undefined) return { order: first, why: '' };
  const told = toldByOthers(column, orders, evidence);
  const doubt = doubtOf(column.texts, told.orders);
  if (doubt === undefined) {
    return { order: told.orders[0] ?? first, why: said('as in the column {header}', { header: told.by }) };
  }
  const byLocale = orderOfLocale(locale);
  const mayDecide = !told.orders.includes('ymd') || [...doubt.signs].join() === dateSignOfLocale(locale);
  if (byLocale !== undefined && told.orders.includes(byLocale) && mayDecide && !doubt.isTorn)
    return { order: byLocale, why: said('by the locale {locale}', { locale }) };
  throw undecided(column, told.orders, doubt);
}

function byItself(order: ColumnOrder): Sayable {
  return order === 'ymd' ? 'by its numbers above 31' : 'by its dates above 12';
}

/** The orders that other columns leave, where they agree; years of four digits tell nothing of where one of two stands. */
function toldByOthers(
  column: DateColumn,
  orders: readonly ColumnOrder[],
  evidence: ReadonlyMap<DateColumn, Evidence>,
): { readonly orders: readonly ColumnOrder[]; readonly by: string } {
  const others = [...evidence].filter(([other, { orders: own }]) => other !== column && own.length === 1);
  const agreed = new Set(others.map(([, { orders: own }]) => own[0]));
  const [order] = agreed;
  if (agreed.size !== 1 || order === undefined) return { orders, by: '' };
  const tellsEnds = others.some(([, { hasShortYears }]) => hasShortYears);
  const left = orders.filter((one) => one === order || (one === 'ymd' && !tellsEnds));
  return left.length === 0 ? { orders, by: '' } : { orders: left, by: others[0]?.[0].header ?? '' };
}

function undecided({ header }: DateColumn, orders: readonly ColumnOrder[], doubt: Doubt): Failure {
  return new Failure('mapping-needed', doubtSaid(header, orders, doubt), {
    hint: orders.includes('ymd')
      ? 'Say which: --dates dmy (day first), mdy (month first) or ymd (year first).'
      : 'Say which: --dates dmy (day first) or --dates mdy (month first).',
  });
}

function doubtSaid(header: string, orders: readonly ColumnOrder[], { text, isTorn }: Doubt): Said {
  const [first = 'dmy', second = 'mdy'] = orders;
  if (isTorn) {
    return said('The column "{header}" has dates that only {one} reads and as many that only {other} does.', {
      header,
      one: orderSaid(first),
      other: orderSaid(second),
    });
  }
  const [one = '', other = '', third] = spoken(text, orders);
  return third === undefined
    ? said('The dates of the column "{header}" can be read in two ways: {text} is {one} or {other}.', {
        ...{ header, text, one, other },
      })
    : said(
        'The dates of the column "{header}" can be read in three ways: {text} is {one}, {other} or {third}.',
        { header, text, one, other, third },
      );
}

function evidenceOf(texts: Iterable<string>): Evidence {
  const read = { dmy: 0, mdy: 0, ymd: 0 };
  let hasShortYears = false;
  for (const text of texts) {
    const date = readDateText(text);
    if (date?.kind !== 'two') continue;
    hasShortYears ||= date.yearFirst !== undefined;
    for (const order of COLUMN_ORDERS) if (isDate(partsIn(date, order))) read[order]++;
  }
  const most = Math.max(...Object.values(read));
  return { orders: most === 0 ? [] : COLUMN_ORDERS.filter((order) => read[order] === most), hasShortYears };
}

function doubtOf(texts: Iterable<string>, orders: readonly ColumnOrder[]): Doubt | undefined {
  let first: string | undefined;
  let isTorn = false;
  const signs = new Set<string>();
  for (const text of texts) {
    const date = readDateText(text);
    if (date?.kind !== 'two') continue;
    const isRead = orders.map((order) => isDate(partsIn(date, order)));
    const isOneSided = isRead.includes(true) && isRead.includes(false);
    isTorn ||= isOneSided;
    if (!isOneSided && spoken(text, orders).length < 2) continue;
    first ??= text.trim();
    signs.add(date.sign);
  }
  return first === undefined ? undefined : { text: first, signs, isTorn };
}

function isDate(parts: DateParts | undefined): boolean {
  if (parts === undefined) return false;
  const { month, day } = parts;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The different days that the orders read. */
function spoken(text: string, orders: readonly ColumnOrder[]): string[] {
  const date = readDateText(text);
  if (date?.kind !== 'two') return [];
  const pad = (number: number) => String(number).padStart(2, '0');
  const days = orders.flatMap((order) => {
    const parts = partsIn(date, order);
    return parts !== undefined && isDate(parts)
      ? [`${parts.year}-${pad(parts.month)}-${pad(parts.day)}`]
      : [];
  });
  return [...new Set(days)];
}
