// Typed cells as people read them in a locale. Machine formats never come here.

import type { Day } from '../base/day.ts';
import { decimalsOf } from '../base/money.ts';
import type { Cell, Page, Table, Title } from '../page/page.ts';
import { dayWriter, numberWriter } from '../words/locale-signs.ts';
import { type Language, speak } from '../words/speak.ts';
import { saidParts } from './said.ts';

export interface Words {
  cell(cell: Cell, decimals: number): string;
  day(day: Day): string;
  /** Of a column, or what a command is for. */
  title(title: Title): string;
}

/** How a page's cells read in a language. `decimals`: of money, as `moneyDecimals` finds for a whole column. */
export function wordsOf(language: Language): Words {
  const { locale } = language;
  const format = numberWriter(locale);
  const shownDay = dayWriter(locale);
  const joined = (parts: readonly (string | Cell)[]): string => {
    const own = phraseDecimals(parts);
    return parts.map((part) => (typeof part === 'string' ? part : words.cell(part, own))).join('');
  };
  const words: Words = {
    day: shownDay,
    title(title) {
      if (title === '') return '';
      if (typeof title === 'string') return joined(speak<Cell>(title, {}, language));
      if (title.kind === 'data') return title.text;
      if (title.kind === 'said') return words.cell(title, 0);
      const word = joined(speak<Cell>(title.message, {}, language));
      return `${word.charAt(0).toLocaleUpperCase(locale)}${word.slice(1)}`;
    },
    cell(cell, decimals) {
      switch (cell.kind) {
        case 'text':
          return cell.text;
        case 'count':
          return format(String(cell.count), 0);
        case 'money': {
          const text = format(cell.amount, Math.max(decimals, 0));
          return cell.signed === true && !cell.amount.startsWith('-') && /[1-9]/.test(cell.amount)
            ? `+${text}`
            : text;
        }
        case 'day':
          return shownDay(cell.day);
        case 'share':
          return `${format(String(cell.share * 100), cell.decimals ?? 0)} %`;
        case 'number':
          return format(String(cell.number), cell.decimals);
        case 'phrase':
          return cell.isUnbroken ? joined(cell.parts).replaceAll(' ', '\u00a0') : joined(cell.parts);
        case 'said':
          return joined(saidParts(cell, language));
        case 'bar':
        case 'range':
        case 'none':
          return '';
      }
    },
  };
  return words;
}

/** None where every amount is whole, else as many as the longest has. */
function phraseDecimals(parts: readonly (string | Cell)[]): number {
  const shown = parts.map((part) => {
    const isWhole = typeof part === 'string' || part.kind !== 'money' || !/\.\d*[1-9]/.test(part.amount);
    return isWhole ? 0 : decimalsOf(part.amount);
  });
  return Math.max(0, ...shown);
}

/** The decimals that money is shown with: none where every amount given is whole, else the currency's. */
export function moneyDecimals(cells: Iterable<Cell>, page: Pick<Page, 'digits'>): number {
  for (const cell of cells) if (isBroken(cell)) return page.digits;
  return 0;
}

/** Whether it is an amount that is not whole. */
function isBroken(cell: Cell | undefined): boolean {
  return cell?.kind === 'money' && decimalsOf(cell.amount) > 0 && !/\.0+$/.test(cell.amount);
}

/** The same for each column of a table, its totals included. */
export function columnDecimals(
  { columns, rows, totals = [] }: Table,
  page: Pick<Page, 'digits'>,
): readonly number[] {
  const shown = [...rows, ...totals];
  return columns.map((_, index) => (shown.some((row) => isBroken(row[index])) ? page.digits : 0));
}
