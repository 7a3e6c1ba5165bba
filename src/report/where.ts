// `--where 'FIELD OP VALUE'`: conditions on a deal's fields. An empty field matches only `FIELD=`.

import Big from 'big.js';
import { toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { toDecimal } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
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
 * The condition that the text states. Amounts and numbers are compared as such, days as days, the rest as text
 * (`=` exactly; `~` without case and accents); a custom field as what both sides look like.
 * @throws Failure `bad-condition` with what was not understood
 */
export function parseCondition(source: string, context: FieldContext): Condition {
  const match = FORM.exec(source);
  const operator = OPERATORS.find((known) => known === match?.[2]);
  if (match === null || operator === undefined) {
    throw new Failure('bad-condition', `"${source}" is not a condition.`, { hint: HELP });
  }
  const field = knownField(match[1] ?? '', context);
  const wanted = (match[3] ?? '').normalize('NFC');
  if (wanted === '') return emptiness(field, operator, source);
  const meets = comparison(field, operator, wanted, source);
  return (row) => {
    const cell = field.read(row);
    return cell.kind !== 'none' && meets(cell);
  };
}

/** The field of that name. @throws Failure `bad-condition` with "did you mean" */
export function knownField(name: string, context: FieldContext): Field {
  const field = fieldNamed(name, context);
  if (field === undefined) {
    throw new Failure('bad-condition', `There is no field "${name}".`, {
      hint: didYouMean(name, FIELD_NAMES, `Fields: ${FIELD_NAMES.join(', ')}, and custom.KEY.`),
    });
  }
  if (field.name.startsWith('custom.')) expectUsed(field.name, context);
  return field;
}

/** A key that no deal has is a typo, and one that a snapshot does not keep no answer: both would match nothing in silence. */
function expectUsed(name: string, { customKeys, past }: FieldContext): void {
  const known = [...customKeys()].map((key) => `custom.${key}`).sort();
  if (known.includes(name)) return;
  const message = past ? `The snapshot keeps no field "${name}".` : `No deal has a field "${name}".`;
  const none = past
    ? 'pipeline.yaml names what snapshots keep: snapshot: {custom: [KEY]}'
    : 'No deal has custom fields.';
  const some = known.length === 0 ? none : `There are: ${known.join(', ')}.`;
  throw new Failure('bad-condition', message, { hint: didYouMean(name, known, some) });
}

function emptiness(field: Field, operator: Operator, source: string): Condition {
  if (operator === '=') return (row) => field.read(row).kind === 'none';
  if (operator === '!=') return (row) => field.read(row).kind !== 'none';
  throw new Failure('bad-condition', `"${source}" compares with nothing.`, { hint: HELP });
}

function comparison(
  field: Field,
  operator: Operator,
  wanted: string,
  source: string,
): (cell: FieldValue) => boolean {
  if (operator === '~') {
    const isIn = containing(wanted);
    return (cell) => isIn(textOf(cell));
  }
  const meets = MEETS[operator];
  const asNumber = numberIn(wanted);
  const asDay = toDay(wanted);
  if ((field.kind === 'decimal' || field.kind === 'number') && asNumber === undefined) {
    throw new Failure('bad-condition', `"${source}": ${field.name} is a number, "${wanted}" is none.`, {
      hint: 'Write it plainly: 120000.00',
    });
  }
  if (field.kind === 'day' && asDay === undefined) {
    throw new Failure('bad-condition', `"${source}": ${field.name} is a day, "${wanted}" is none.`, {
      hint: 'Write it as 2026-11-23.',
    });
  }
  return (cell) => {
    const held = textOf(cell);
    if (asNumber !== undefined && field.kind !== 'text') {
      const heldNumber = numberIn(held);
      if (heldNumber !== undefined) return meets(heldNumber.cmp(asNumber));
      // What is no number is neither more nor less than one.
      return operator === '!=';
    }
    if (asDay !== undefined && field.kind === 'any' && toDay(held) === undefined) return operator === '!=';
    return meets(orderOf(held.normalize('NFC'), wanted));
  };
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
