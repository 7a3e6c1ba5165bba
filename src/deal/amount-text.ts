// Amounts as people write them, and the plain decimal that each should have been.

import Big from 'big.js';
import { type Decimal, decimalsOf, isCountable, toDecimal } from '../base/money.ts';
import { inTurn, said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import { shortened, type Wrong } from './source-text.ts';

const HINT =
  'An amount is digits with a point before the decimals, nothing else; the currency has its own key.';

/** Nobody means a longer text as an amount, and it takes time to look at. */
const LONGEST = 40;

/**
 * What is wrong with an amount; undefined where it is plain decimal that the currency can hold.
 * @param digits after the point that the currency has; undefined where the currency is not known
 */
export function amountTrouble(text: string, currency: string, digits: number | undefined): Wrong | undefined {
  const amount = text.length > LONGEST ? undefined : toDecimal(text);
  if (amount === undefined) return notPlain(text, digits);
  if (!isCountable(amount)) {
    const message = said('amount: {text} has more than 12 digits before the point: write a smaller one.', {
      text,
    });
    return { message, hint: 'Is it mistyped? Sums of larger amounts are not exact.' };
  }
  if (digits === undefined || decimalsOf(amount) <= digits) return undefined;
  const fix = new Big(amount).round(digits, Big.roundHalfEven).toFixed(digits);
  const values = { text, decimals: decimalsOf(amount), currency, digits, fix };
  return {
    message: said(
      'amount: {text} has {decimals} decimals, {currency} has {digits, plural, =0 {no decimals} one {1 decimal} other {{digits} decimals}}: write {fix}.',
      values,
    ),
    hint: HINT,
  };
}

function notPlain(text: string, digits: number | undefined): Wrong {
  const meant = amountsMeant(text);
  const fitting = meant.filter((fix) => digits === undefined || decimalsOf(fix) <= digits);
  const fixes = fitting.length > 0 ? fitting : meant;
  const shown = shortened(text);
  if (fixes.length === 0) {
    return {
      message: said('amount: "{shown}" is not a plain decimal.', { shown }),
      hint: inTurn(HINT, 'Leave the key out while the amount is unknown.'),
    };
  }
  const message = said('amount: "{shown}" is not a plain decimal: write {fixes}.', {
    shown,
    fixes: anyOf(fixes),
  });
  return { message, hint: HINT };
}

/** The plain decimals that a text may have meant, the likeliest first; none where it is no number. */
export function amountsMeant(text: string): Decimal[] {
  if (text.length > LONGEST) return [];
  const bare = text
    .trim()
    .replace(/^(?:\p{Sc}|[A-Za-z]{3}(?=[\s\d]))\s*/u, '')
    .replace(/\s*(?:\p{Sc}|[A-Z]{3}|zł)$/u, '')
    .replace(/^\+/, '');
  const meant = whole(bare) ?? scientific(bare) ?? multiplied(bare) ?? separated(bare);
  return [...new Set(meant)].map((fix) => toDecimal(fix)).filter((fix) => fix !== undefined);
}

/** 0x10, 0o17, 0b11: as many digits as are exact. */
function whole(text: string): string[] | undefined {
  return /^0(?:x[\da-f]{1,12}|o[0-7]{1,16}|b[01]{1,50})$/i.test(text) ? [String(Number(text))] : undefined;
}

/** 1e3. Exponents of three digits are no amounts, and would fill the memory. */
function scientific(text: string): string[] | undefined {
  return /^-?(?:\d+\.?\d*|\.\d+)e[-+]?\d{1,2}$/i.test(text) ? [new Big(tidy(text)).toFixed()] : undefined;
}

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, tys: 1e3, m: 1e6, mln: 1e6, mio: 1e6 };

/** 120k, 1.5m, 1,5 mln. */
function multiplied(text: string): string[] | undefined {
  const match = /^(-?\d+(?:[.,]\d+)?)\s*(k|tys|m|mln|mio)\.?$/i.exec(text);
  if (match === null) return undefined;
  const factor = FACTORS[(match[2] ?? '').toLowerCase()] ?? 1;
  return [new Big((match[1] ?? '').replace(',', '.')).times(factor).toFixed()];
}

/** Spaces, underscores and apostrophes part thousands; of comma and point the last one parts decimals. */
function separated(text: string): string[] {
  const dense = text.replace(/(?<=\d)[\s_'’\u00a0\u202f](?=\d)/gu, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(dense)) return [];
  const comma = dense.lastIndexOf(',');
  const point = dense.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    const decimal = comma > point ? ',' : '.';
    const rest = decimal === ',' ? '.' : ',';
    return [tidy(dense.replaceAll(rest, '').replace(decimal, '.'))];
  }
  const separator = comma >= 0 ? ',' : '.';
  const parts = dense.split(separator);
  if (parts.length > 2) return [parts.join('')];
  const asDecimal = tidy(dense.replace(separator, '.'));
  return /^-?\d{1,3},\d{3}$/.test(dense) ? [parts.join(''), asDecimal] : [asDecimal];
}

/** A digit on both sides of the point: .5 → 0.5, 5. → 5. */
function tidy(text: string): string {
  return text.replace(/^(-?)\./, '$10.').replace(/\.(?=e|$)/i, '');
}
