// A column of amounts: which sign is the decimal one, settled by the whole column; then text → plain decimal.

import { type DecimalSign, narrowSign, plainDecimal, shownSign } from '../base/decimal-sign.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, digitsOf } from '../base/money.ts';
import { type Sayable, said } from '../base/said.ts';
import { readAmountText } from '../base/written-amount.ts';

export interface SignContext {
  /** Amounts may be of a currency with three digits behind the point: KWD, TND. */
  readonly threeDigits?: boolean;
}

export interface SettledSign {
  readonly sign: DecimalSign;
  /** What decided it, for the report; '' where no cell has a sign, or they show a point, which goes without saying. */
  readonly why: Sayable;
  /** Signs of currencies that several share, with the currency that they are read as. */
  readonly sharedSigns: ReadonlyMap<string, string>;
}

export interface Amount {
  readonly amount: Decimal;
  /** '' where the cell names none. */
  readonly currency: string;
}

/** `isPlain`: the text is a plain decimal, whatever the rest of its column is. */
export type AmountReader = (text: string, isPlain?: boolean) => Amount | undefined | 'unreadable';

/**
 * The decimal sign of a column: the sign that its cells show, by majority. Where every cell has one sign with
 * exactly three digits behind it, the sign groups thousands, since no amount of these currencies has three
 * decimals; where one may have them, nobody can tell.
 * @throws Failure `mapping-needed` where as many cells show the one as the other, or where nobody can tell
 */
export function settleDecimalSign(
  texts: Iterable<string>,
  header: string,
  { threeDigits = false }: SignContext = {},
): SettledSign {
  let points = 0;
  let commas = 0;
  let grouping: DecimalSign | undefined;
  let isOpen = threeDigits;
  const sharedSigns = new Map<string, string>();
  for (const text of texts) {
    const read = readAmountText(text);
    if (read === undefined || read === 'unreadable') continue;
    if (read.sharedSign !== '') sharedSigns.set(read.sharedSign, read.currency);
    isOpen ||= read.currency !== '' && digitsOf(read.currency) === 3;
    const shown = shownSign(read);
    if (shown === '.') points++;
    else if (shown === ',') commas++;
    else if (shown !== undefined) grouping ??= shown.grouping;
  }
  if (points !== commas) {
    const sign = points > commas ? '.' : ',';
    return { sign, why: sign === ',' ? 'as its cells show' : '', sharedSigns };
  }
  if (points > 0) {
    throw new Failure(
      'mapping-needed',
      said('The column "{header}" has decimal points and as many decimal commas.', { header }),
      {
        hint: 'Export it again with one of the two.',
      },
    );
  }
  if (grouping === undefined) return { sign: '.', why: '', sharedSigns };
  if (isOpen) {
    throw new Failure(
      'mapping-needed',
      said(
        'The column "{header}" has three digits behind each {what}: thousands, or decimals of a currency with three?',
        { header, what: grouping === '.' ? 'point' : 'comma' },
      ),
      {
        hint: 'Export it again without signs that group thousands, and with all three decimals beside a comma or point in at least one amount of four digits.',
      },
    );
  }
  return {
    sign: grouping === '.' ? ',' : '.',
    why:
      grouping === '.'
        ? 'three digits behind each point, which so groups thousands'
        : 'three digits behind each comma, which so groups thousands',
    sharedSigns,
  };
}

/**
 * A reader for one column with that decimal sign.
 * @param own the workspace's currency: a sign that it shares with others means it
 */
export function amountReader(sign: DecimalSign, own: string): AmountReader {
  const ownSign = narrowSign(own);
  return (text, isPlain = false) => {
    const read = readAmountText(text);
    if (read === undefined || read === 'unreadable') return read;
    const amount = plainDecimal(read, isPlain ? '.' : sign);
    return amount === undefined
      ? 'unreadable'
      : { amount, currency: read.sharedSign === ownSign ? own : read.currency };
  };
}
