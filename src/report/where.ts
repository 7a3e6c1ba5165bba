// `--where 'FIELD OP VALUE'`: conditions on a deal's fields. An empty field matches only `FIELD=`.
// Which stage, owner or other known word a value means: where-words.ts.

import Big from 'big.js';
import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { type Decimal, decimalsOf, toDecimal } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { DealRow } from '../snapshot/row.ts';
import { FIELD_NAMES, type Field, type FieldContext, type FieldValue, fieldNamed } from './row-fields.ts';

/** The comparisons, longer signs before those that they begin with. */
const OPERATORS = ['!=', '<=', '>=', '=', '<', '>', '~'] as const;
type Operator = (typeof OPERATORS)[number];

/** Whether the order of a field's value and the one asked for, as a comparison gives it, meets the operator. */
const MEETS = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
} as const satisfies Record<Exclude<Operator, '~'>, (order: number) => boolean>;

const FORM = /^\s*([^=!<>~]+?)\s*(!=|<=|>=|=|<|>|~)\s*(.*?)\s*$/su;
const HELP =
  "Write 'FIELD OP VALUE' with = != < <= > >= or ~ (contains), as in 'amount >= 50000' or 'next_step='.";

export type Condition = (row: DealRow) => boolean;

/**
 * The condition that the text states. Amounts and days are read as people type them; a stage, an owner and whatever
 * has a list of words is the one that is meant; the rest is compared as text (`=` exactly, `~` without case and
 * accents), and a custom field as what both sides look like.
 * @throws Failure `bad-condition`, `bad-amount`, `bad-date`, and `usage` for a stage or an owner that there is not
 */
export function parseCondition(source: string, context: FieldContext): Condition {
  const match = FORM.exec(source);
  const operator = OPERATORS.find((known) => known === match?.[2]);
  if (match === null || operator === undefined) {
    throw new Failure('bad-condition', said('"{source}" is not a condition.', { source }), { hint: HELP });
  }
  const field = knownField(match[1] ?? '', context);
  const wanted = (match[3] ?? '').normalize('NFC');
  if (wanted === '') return emptiness(field, operator, source);
  const isMeant = operator === '=' || operator === '!=' ? context.wordMeant(field.name, wanted) : undefined;
  if (isMeant === 'none') return emptiness(field, operator, source);
  const meets =
    isMeant === undefined
      ? comparison(field, operator, wanted, context)
      : (cell: FieldValue) => isMeant(textOf(cell)) === (operator === '=');
  return (row) => {
    const cell = field.read(row);
    return cell.kind !== 'none' && meets(cell);
  };
}

/** The field of that name. @throws Failure `bad-condition` with "did you mean" */
export function knownField(name: string, context: FieldContext): Field {
  const field = fieldNamed(name, context);
  if (field === undefined) {
    throw new Failure('bad-condition', said('There is no field "{name}".', { name }), {
      hint: didYouMean(
        name,
        FIELD_NAMES,
        said('Fields: {field_names}, and custom.KEY.', { field_names: FIELD_NAMES.join(', ') }),
      ),
    });
  }
  if (field.name.startsWith('custom.')) expectUsed(field.name, context);
  return field;
}

/** A key that no deal has is a typo, and one that a snapshot does not keep no answer: both would match nothing in silence. */
function expectUsed(name: string, { customKeys, past }: FieldContext): void {
  const known = [...customKeys()].map((key) => `custom.${key}`).sort();
  if (known.includes(name)) return;
  const message = past
    ? said('The snapshot keeps no field "{name}".', { name })
    : said('No deal has a field "{name}".', { name });
  const none = past
    ? said('pipeline.yaml names what snapshots keep: {example}', { example: 'snapshot: {custom: [KEY]}' })
    : 'No deal has custom fields.';
  const some = known.length === 0 ? none : said('There are: {known}.', { known: known.join(', ') });
  throw new Failure('bad-condition', message, { hint: didYouMean(name, known, some) });
}

function emptiness(field: Field, operator: Operator, source: string): Condition {
  if (operator === '=') return (row) => field.read(row).kind === 'none';
  if (operator === '!=') return (row) => field.read(row).kind !== 'none';
  throw new Failure('bad-condition', said('"{source}" compares with nothing.', { source }), { hint: HELP });
}

function comparison(
  field: Field,
  operator: Operator,
  wanted: string,
  context: FieldContext,
): (cell: FieldValue) => boolean {
  if (operator === '~') {
    const isIn = containing(wanted);
    return (cell) => isIn(textOf(cell)) || isIn(context.labelOf(field.name, textOf(cell)));
  }
  const meets = MEETS[operator];
  if (field.kind === 'any') return byLooks(wanted, meets, operator === '!=');
  if (field.kind === 'decimal' || field.kind === 'number') {
    const number = new Big(field.kind === 'decimal' ? amountIn(wanted, context) : countIn(wanted, field));
    return (cell) => meets(new Big(textOf(cell)).cmp(number));
  }
  const aim = field.kind === 'day' ? dayIn(wanted, field, context) : wanted;
  return (cell) => meets(orderOf(textOf(cell).normalize('NFC'), aim));
}

/** A custom field, as what both sides look like: numbers, days or text. */
function byLooks(wanted: string, meets: (order: number) => boolean, otherwise: boolean) {
  const asNumber = numberIn(wanted);
  const isDay = toDay(wanted) !== undefined;
  return (cell: FieldValue) => {
    const held = textOf(cell);
    if (asNumber !== undefined) {
      const heldNumber = numberIn(held);
      // What is no number is neither more nor less than one.
      return heldNumber === undefined ? otherwise : meets(heldNumber.cmp(asNumber));
    }
    if (isDay && toDay(held) === undefined) return otherwise;
    return meets(orderOf(held.normalize('NFC'), wanted));
  };
}

/** In the deals' own currencies, or for `value` in the reporting one. @throws Failure `bad-amount`, `bad-condition` */
function amountIn(wanted: string, { understood, currency }: FieldContext): Decimal {
  const plain = toDecimal(wanted);
  // Three decimals may be thousands.
  if (plain !== undefined && decimalsOf(plain) !== 3) return plain;
  const read = understood.amount(wanted, currency);
  if (read.currency === currency) return read.amount;
  throw new Failure(
    'bad-condition',
    said('"{wanted}" is in {currency}.', { wanted, currency: read.currency }),
    {
      hint: said(
        "amount is in each deal's own currency: --where 'amount >= {amount}' --where currency={currency}",
        {
          amount: read.amount,
          currency: read.currency,
        },
      ),
    },
  );
}

/** @throws Failure `bad-condition` */
function countIn(wanted: string, field: Field): Decimal {
  const count = toDecimal(wanted);
  if (count !== undefined) return count;
  throw new Failure(
    'bad-condition',
    said('{field} is a number, "{wanted}" is none.', { field: field.name, wanted }),
    { hint: said('Write it like {example}.', { example: `'${field.name} >= 2'` }) },
  );
}

/** @throws Failure `bad-date` */
function dayIn(wanted: string, field: Field, { understood }: FieldContext): Day {
  return toDay(wanted) ?? understood.day(wanted, field.leans);
}

/** Whether a text contains the one given, without case, accents and punctuation; nothing but those: as it is. */
export function containing(wanted: string): (text: string) => boolean {
  const folded = fold(wanted);
  if (folded === '') return (text) => text.includes(wanted);
  return (text) => fold(text).includes(folded);
}

/** A value as the text that stands in a CSV. */
export function textOf(cell: FieldValue): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.number);
    case 'decimal':
      return cell.decimal;
    case 'day':
      return cell.day;
    case 'none':
      return '';
  }
}

function numberIn(text: string): Big | undefined {
  return toDecimal(text) === undefined ? undefined : new Big(text);
}

function orderOf(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
