// The kinds of values in pipeline.yaml that speak of days, money and places. Amounts are read from the text as
// it stands and never pass through a float.

import Big from 'big.js';
import { toDay } from '../base/day.ts';
import { type Decimal, isCurrency, toDecimal } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { parsePeriod } from '../base/period.ts';
import { type Sayable, said } from '../base/said.ts';
import { parseRhythm, RHYTHM_FORMS } from './rhythm.ts';
import { leaf } from './settings-leaf.ts';

export const month = () =>
  leaf({ mustBe: 'must be a month, 1 to 12', json: { type: 'integer', minimum: 1, maximum: 12 } }, (given) =>
    /^(?:0?[1-9]|1[0-2])$/.test(given) ? Number(given) : undefined,
  );

/** A share from 0 to 1, written `5%` or `0.05`. */
export const share = () =>
  leaf(
    {
      mustBe: 'must be a share between 0% and 100%',
      hint: (given) =>
        /^[1-9]\d?$/.test(given)
          ? said('Write {given}% or {Number}.', { given, Number: Number(given) / 100 })
          : 'Write 5% or 0.05.',
      json: { type: ['string', 'number'], pattern: '^\\d+(\\.\\d+)?%?$', minimum: 0, maximum: 1 },
    },
    (given) => {
      const match = /^(\d{1,3}(?:\.\d{1,9})?)( ?%)?$/.exec(given);
      if (match?.[1] === undefined) return undefined;
      const found = new Big(match[1]).div(match[2] === undefined ? 1 : 100).toNumber();
      return found <= 1 ? found : undefined;
    },
  );

export const dayOf = () =>
  leaf(
    {
      mustBe: 'must be a day that exists',
      hint: 'Write it as 2026-11-23.',
      json: { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    },
    toDay,
  );

/** Plain decimal above 0, read from the text as it stands. */
export const decimal = () =>
  leaf(
    {
      mustBe: 'must be a plain decimal above 0',
      hint: plainDecimal,
      json: { type: ['string', 'number'], pattern: '^\\d+(\\.\\d+)?$', exclusiveMinimum: 0 },
    },
    (given): Decimal | undefined =>
      /^\d{1,12}(?:\.\d{1,12})?$/.test(given) && /[1-9]/.test(given) ? toDecimal(given) : undefined,
  );

/** How a number that somebody wrote otherwise is to be written. */
function plainDecimal(given: string): Sayable {
  const write = (word: string) => said('Write {word}.', { word });
  const bare = given.replace(/[\s_']/g, '');
  if (/^\d+,\d{1,2}$/.test(bare)) return write(bare.replace(',', '.'));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return write(bare.replaceAll(',', ''));
  if (/^\d+(?:\.\d+)?$/.test(bare) && bare.length < 20 && bare !== given) return write(bare);
  return 'Write digits with a point for the decimals, like 4.25: no separators, no exponent, no sign.';
}

/** One of a few words, or any text of the form `custom.KEY`. */
export const field = (words: readonly string[]) =>
  leaf(
    {
      mustBe: 'must be a field of deals, or custom.KEY',
      hint: (given) => didYouMean(given, words, said('The fields are {words}.', { words: words.join(', ') })),
    },
    (given) => (words.includes(given) || /^custom\.\S/.test(given) ? given : undefined),
  );

export const customField = () =>
  leaf(
    {
      mustBe: 'must be custom.KEY',
      hint: (given) => said('Write custom.{given}.', { given }),
      json: { pattern: '^custom\\..+' },
    },
    (given) => (/^custom\.\S/.test(given) ? given : undefined),
  );

/** A key under `custom`, without `custom.` before it. */
export const customKey = () =>
  leaf(
    {
      mustBe: 'must be the key of a custom field alone',
      hint: (given) =>
        given.startsWith('custom.')
          ? said('Write {given}.', { given: given.slice('custom.'.length) })
          : undefined,
      json: { minLength: 1 },
    },
    (given) =>
      given.trim() !== '' && given.length <= 80 && !given.startsWith('custom.') && !(given in {})
        ? given
        : undefined,
  );

export const currency = () =>
  leaf(
    {
      mustBe: 'must be a currency code of three capitals',
      hint: (given) =>
        isCurrency(given.toUpperCase())
          ? said('Write {toUpperCase}.', { toUpperCase: given.toUpperCase() })
          : 'The codes are those of ISO 4217: EUR, USD, GBP, PLN.',
      json: { pattern: '^[A-Z]{3}$' },
    },
    (given) => (isCurrency(given) ? given : undefined),
  );

export const locale = () =>
  leaf(
    { mustBe: 'must be a locale', hint: 'A language, with a country where wanted: pl, en-GB, de-AT.' },
    (given) => {
      try {
        return Intl.NumberFormat.supportedLocalesOf([given]).length > 0 ? given : undefined;
      } catch {
        return undefined; // not even the form of one
      }
    },
  );

export const timeZone = () =>
  leaf(
    {
      mustBe: 'must be a time zone',
      hint: (given) =>
        didYouMean(
          given,
          Intl.supportedValuesOf('timeZone'),
          'The names are like Europe/Warsaw, America/New_York or UTC.',
        ),
    },
    (given) => {
      if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(given)) return undefined;
      try {
        return new Intl.DateTimeFormat('en', { timeZone: given }) && given;
      } catch {
        return undefined;
      }
    },
  );

export const rhythm = () => leaf({ mustBe: 'must be a rhythm', hint: RHYTHM_FORMS }, parseRhythm);

/** A period that does not depend on today. @param fiscalYearStarts is not needed to know that it is one */
export const period = () =>
  leaf(
    {
      mustBe: 'must be a period',
      hint: 'Write 2026-Q4, 2026-11, 2026-W48, 2026, or 2026-10-01..2026-12-31.',
      json: { examples: ['2026-Q4', '2026-11', '2026'] },
    },
    (given) => (isFixedPeriod(given) ? given : undefined),
  );

function isFixedPeriod(given: string): boolean {
  const today = toDay('2000-01-01');
  if (today === undefined || /^[a-z]/.test(given)) return false; // this-quarter is another one tomorrow
  try {
    return parsePeriod(given, { today, fiscalYearStarts: 1 }).name !== '';
  } catch {
    return false;
  }
}

/** A number of days, or the P75 of deals later won. */
export const daysOrP75 = () =>
  leaf(
    {
      mustBe: 'must be a whole number of days, or p75',
      json: { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'p75' }], type: undefined },
    },
    (given): number | 'p75' | undefined => {
      if (given === 'p75') return given;
      return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : undefined;
    },
  );
