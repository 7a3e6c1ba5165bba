// One amount as an export or a person writes it → sign, digits and currency. Whether a single point or comma is the
// decimal sign is not decided here: a column knows by its other cells, a person by the locale (decimal-sign.ts).

import { isCurrency } from './money.ts';

export interface AmountText {
  readonly negative: boolean;
  /** Digits, points and commas; spaces and apostrophes that group digits are gone. */
  readonly digits: string;
  /** Whether spaces or apostrophes grouped the digits: a point or comma is then the decimal sign. */
  readonly grouped: boolean;
  /** An ISO code that stands beside the number, or that its sign means; '' where there is none. */
  readonly currency: string;
  /** The sign that the currency was read from, where several currencies share it; else ''. */
  readonly sharedSign: string;
}

/** Signs that stand for one currency. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  zł: 'PLN',
  zl: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  '₽': 'RUB',
  '₴': 'UAH',
  '₹': 'INR',
  '₺': 'TRY',
  '₪': 'ILS',
};

/** Signs that several currencies share, with the one that they mean where nothing else is said. */
const SHARED_SIGNS: Readonly<Record<string, string>> = { $: 'USD', '¥': 'JPY', us$: 'USD', kr: 'SEK' };

const NOTHING = new Set(['', '-', '–', '—', 'null', 'n/a', '\\n', 'none']);
const LONGEST = 60;
const AROUND = /^([^\d.,()-]*)(-?)([^\d.,()-]*)((?:\d|[.,](?=\d)).*?)(-?)(\P{Nd}*)$/u;
const CONVERTED = /^(.*\d)\s*\([A-Z]{3}\s[-\d.,\s]+\)$/;
const SPACES = /[\s\u00a0\u202f\u2007\u2009]/gu;
const GROUPING = /[\s\u00a0\u202f\u2007\u2009'’](?=\d{3}(?!\d))/gu;

/** The parts of an amount; undefined where the cell says none, 'unreadable' where it is no number. */
export function readAmountText(text: string): AmountText | undefined | 'unreadable' {
  const trimmed = text.trim();
  if (NOTHING.has(trimmed.toLowerCase())) return undefined;
  if (trimmed.length > LONGEST) return 'unreadable';
  const inBrackets = /^\((.*)\)$/.exec(trimmed); // bookkeepers' minus
  const single = CONVERTED.exec(inBrackets?.[1] ?? trimmed)?.[1] ?? inBrackets?.[1] ?? trimmed;
  const around = AROUND.exec(single.replaceAll('−', '-').trim());
  if (around === null) return 'unreadable';
  const money = currencyOf(`${around[1]} ${around[3]} ${around[6]}`);
  if (money === undefined) return 'unreadable';
  const number = (around[4] ?? '').trim();
  const digits = number.replace(GROUPING, '');
  if (digits === '' || !/^\d*(?:[.,]\d+)*$/.test(digits)) return 'unreadable';
  const minuses = [inBrackets === null ? '' : '-', around[2], around[5]].filter((sign) => sign === '-');
  if (minuses.length > 1) return 'unreadable';
  return { negative: minuses.length === 1, digits, grouped: digits !== number, ...money };
}

function currencyOf(around: string): { currency: string; sharedSign: string } | undefined {
  const words = around
    .split(SPACES)
    .map((word) => word.trim().replace(/\.$/, ''))
    .filter((word) => word !== '' && word !== '+');
  if (words.length === 0) return { currency: '', sharedSign: '' };
  const [word = '', more] = words;
  if (more !== undefined) return undefined;
  if (isCurrency(word.toUpperCase())) return { currency: word.toUpperCase(), sharedSign: '' };
  const sign = SIGNS[word.toLowerCase()];
  if (sign !== undefined) return { currency: sign, sharedSign: '' };
  const shared = SHARED_SIGNS[word.toLowerCase()];
  return shared === undefined ? undefined : { currency: shared, sharedSign: word.toLowerCase() };
}
