// Whether a column writes day/month or month/day: settled by the whole column, never by a single cell.

import { Failure } from '../base/failure.ts';
import { type DateOrder, orderOfLocale } from '../base/locale-order.ts';
import { type Said, type Sayable, said } from '../base/said.ts';
import { readDateText } from './date-text.ts';

export interface DateColumn {
  readonly field: string;
  readonly header: string;
  /** The column's distinct texts. */
  readonly texts: Iterable<string>;
}

export interface SettledOrder {
  readonly order: DateOrder;
  /** What decided it, for the report; '' where the column has no date that can be read in two ways. */
  readonly why: Sayable;
}

interface Evidence {
  /** Texts that only this order can read. */
  readonly dmy: number;
  readonly mdy: number;
  /** The first text that each order reads as another day. */
  readonly ambiguous: string | undefined;
}

/** As a report calls it. */
export function orderSaid(order: DateOrder): Said {
  return said(order === 'dmy' ? 'day/month' : 'month/day');
}

/**
 * The order of each column's dates. What decides, in this order: what a person asked for; the column's own dates
 * above 12, the order that reads more of them; the other date columns of the export, where they agree; the
 * locale, where it names a region or is not English.
 * @throws Failure `mapping-needed` with both readings where nothing decides
 */
export function settleDateOrders(
  columns: readonly DateColumn[],
  options: { readonly asked?: DateOrder | undefined; readonly locale: string },
): Map<string, SettledOrder> {
  const evidence = new Map(columns.map((column) => [column, evidenceOf(column.texts)]));
  const own = new Map([...evidence].map(([column, found]) => [column, byMajority(found)]));
  const settled = new Map<string, SettledOrder>();
  for (const [column, found] of evidence) settled.set(column.field, settle(column, found, own, options));
  return settled;
}

function settle(
  column: DateColumn,
  found: Evidence,
  own: ReadonlyMap<DateColumn, DateOrder | undefined>,
  options: { readonly asked?: DateOrder | undefined; readonly locale: string },
): SettledOrder {
  if (options.asked !== undefined) return { order: options.asked, why: 'as asked for' };
  const byItself = own.get(column);
  if (byItself !== undefined) return { order: byItself, why: 'by its dates above 12' };
  if (found.dmy === 0 && found.ambiguous === undefined) return { order: 'dmy', why: '' };
  const others = [...own].filter(([other, order]) => other !== column && order !== undefined);
  const agreed = new Set(others.map(([, order]) => order));
  const [order] = agreed;
  if (agreed.size === 1 && order !== undefined) {
    return { order, why: said('as in the column {header}', { header: others[0]?.[0].header ?? '' }) };
  }
  const byLocale = orderOfLocale(options.locale);
  if (byLocale !== undefined && found.dmy === 0)
    return { order: byLocale, why: said('by the locale {locale}', { locale: options.locale }) };
  throw undecided(column, found);
}

function undecided(column: DateColumn, found: Evidence): Failure {
  const text = found.ambiguous ?? '';
  const message =
    found.dmy > 0
      ? said(
          'The column "{header}" has dates that only day/month reads and as many that only month/day does.',
          { header: column.header },
        )
      : said('The dates of the column "{header}" can be read in two ways: {text} is {one} or {other}.', {
          header: column.header,
          text,
          one: spoken(text, 'dmy'),
          other: spoken(text, 'mdy'),
        });
  return new Failure('mapping-needed', message, {
    hint: 'Say which: --dates dmy (day first) or --dates mdy (month first).',
  });
}

function byMajority({ dmy, mdy }: Evidence): DateOrder | undefined {
  if (dmy === mdy) return undefined;
  return dmy > mdy ? 'dmy' : 'mdy';
}

function evidenceOf(texts: Iterable<string>): Evidence {
  let dmy = 0;
  let mdy = 0;
  let ambiguous: string | undefined;
  for (const text of texts) {
    const date = readDateText(text);
    if (date?.kind !== 'two' || date.first === date.second) continue;
    if (date.first > 12 && date.second <= 12) dmy++;
    else if (date.second > 12 && date.first <= 12) mdy++;
    else ambiguous ??= text.trim();
  }
  return { dmy, mdy, ambiguous };
}

function spoken(text: string, order: DateOrder): string {
  const date = readDateText(text);
  if (date?.kind !== 'two') return text;
  const [day, month] = order === 'dmy' ? [date.first, date.second] : [date.second, date.first];
  return `${date.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
