// An amount as a person types it → a plain decimal and its currency: 120k, 1,2 mln, 1 200 000,50 zł, €1,200.50.
// Where a point or comma can be read in two ways and the locale does not tell, it is an error that names both.

import Big from 'big.js';
import { type DecimalSign, narrowSign, plainDecimal, shownSign } from '../base/decimal-sign.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, decimalsOf, digitsOf } from '../base/money.ts';
import { said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import { type AmountText, readAmountText } from '../base/written-amount.ts';
import { amountsMeant, amountTrouble } from '../deal/amount-text.ts';
import { shortened } from '../deal/source-text.ts';

/** What an amount is read by. */
export interface TypedMoney {
  /** Tells which of point and comma parts decimals where both could. */
  readonly locale: string;
  /** The deal's, or the workspace's: of an amount that names none, and of a sign that several share. */
  readonly currency: string;
}

export interface TypedAmount {
  /** With no decimals, or as many as the currency has. */
  readonly amount: Decimal;
  readonly currency: string;
}

const MULTIPLIED =
  /(?<=\d)\s*(?:(k|tys|tysi[aą]c(?:e|y)?|thousand)|(mln|mio|m|milion(?:y|[oó]w)?|millions?)|(bn|mld|mrd|miliard(?:y|[oó]w)?|billions?))\.?(?!\p{L})/iu;
const FORMS = 'Write it like 120000, 120k, 1.2m, 1,2 mln, 1 200 000,50 or 120000 EUR.';

/**
 * The amount that a person means. Three digits behind a single point or comma are thousands or decimals: what the
 * locale uses the sign for, as long as the currency has as many decimals.
 * @throws Failure `bad-amount` with both readings where there are two, with the fix where it has too many decimals,
 * else with the forms that there are
 */
export function readTypedAmount(text: string, money: TypedMoney): TypedAmount {
  if (text.trim() === '') throw new Failure('bad-amount', 'The amount is empty.', { hint: FORMS });
  const multiplied = MULTIPLIED.exec(text);
  const zeros =
    multiplied === null ? 0 : [3, 6, 9][multiplied.slice(1).findIndex((unit) => unit !== undefined)];
  const read = readAmountText(text.replace(MULTIPLIED, ''));
  if (read === undefined || read === 'unreadable' || !isGroupedByThree(read.digits, money.locale))
    throw notAnAmount(text);
  const currency = currencyOf(read, text, money);
  const digits = digitsOf(currency);
  const inFull = (sign: DecimalSign) => multipliedBy(zeros ?? 0, plainDecimal(read, sign));
  const [amount, other] = signsOf(read, money.locale).map(inFull);
  if (amount === undefined) throw notAnAmount(text);
  const isDoubtful = decimalsOf(amount) > digits && typeof shownSign(read) === 'object';
  if (other !== undefined || isDoubtful) throw twoWays(text, [inFull('.'), inFull(',')], digits);
  const trouble = amountTrouble(amount, currency, digits);
  if (trouble !== undefined) throw new Failure('bad-amount', trouble.message, { hint: FORMS });
  const decimals = decimalsOf(amount) === 0 ? 0 : digits;
  return { amount: new Big(amount).toFixed(decimals) as Decimal, currency };
}

/** A sign that stands twice groups thousands; in India the others by two digits. */
function isGroupedByThree(digits: string, locale: string): boolean {
  const isTwice = /([.,]).*\1/.test(digits);
  const inGroups = locale.endsWith('-IN')
    ? /^\d{1,3}(?:([.,])\d{2,3})*(?:[.,]\d+)?$/
    : /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
  return !isTwice || inGroups.test(digits);
}

/** The signs that may part the decimals: the one that is shown, the locale's, or either. */
function signsOf(read: AmountText, locale: string): readonly DecimalSign[] {
  const shown = shownSign(read);
  if (shown === undefined) return ['.'];
  if (typeof shown === 'string') return [shown];
  const { decimal, group } = signsOfLocale(locale);
  const other = shown.grouping === '.' ? ',' : '.';
  if (decimal === shown.grouping) return [decimal];
  return group === shown.grouping ? [other] : [other, shown.grouping];
}

function signsOfLocale(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal'), group: sign('group') };
}

/** The point moves to the right, digit by digit: 1.2 and six zeros are 1200000. */
function multipliedBy(zeros: number, amount: Decimal | undefined): Decimal | undefined {
  if (amount === undefined) return undefined;
  const decimals = Math.max(0, decimalsOf(amount) - zeros);
  return new Big(amount).times(new Big(10).pow(zeros)).toFixed(decimals) as Decimal;
}

/** A sign that several currencies share means one's own; a dollar is else the American, of others nobody knows. */
function currencyOf(
  { currency, sharedSign }: AmountText,
  text: string,
  { currency: own }: TypedMoney,
): string {
  if (currency === '' || (sharedSign !== '' && sharedSign === narrowSign(own))) return own;
  if (sharedSign === '' || sharedSign.endsWith('$')) return currency;
  throw new Failure(
    'bad-amount',
    said('"{text}": several currencies have the sign {sharedSign}.', { text: shortened(text), sharedSign }),
    {
      hint: said("Write the currency's code, like 1200 {currency}.", { currency }),
    },
  );
}

/** Both as they can be written in the currency. */
function twoWays(text: string, amounts: readonly (Decimal | undefined)[], digits: number): Failure {
  const ways = amounts
    .filter((amount) => amount !== undefined)
    .map((amount) => new Big(amount).toFixed(Math.min(decimalsOf(amount), digits), Big.roundHalfEven));
  return new Failure(
    'bad-amount',
    said('"{trimmed}" can be {one}.', { trimmed: shortened(text), one: anyOf(ways) }),
    {
      hint: said('Write the one that is meant: {one}.', { one: anyOf(ways) }),
    },
  );
}

function notAnAmount(text: string): Failure {
  const meant = /\p{L}{3}/u.test(text) ? [] : amountsMeant(text); // it would leave out a currency that stands there
  const hint = meant.length === 0 ? FORMS : said('Write {one}.', { one: anyOf(meant) });
  return new Failure('bad-amount', said('"{text}" is not an amount.', { text: shortened(text.trim()) }), {
    hint,
  });
}
