// `--sort FIELD[:desc]`: the order of a list. What is empty comes last either way; ties go by id.

import { Failure } from '../base/failure.ts';
import { toDecimal } from '../base/money.ts';
import { said } from '../base/said.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { FieldContext, FieldValue } from './row-fields.ts';
import { knownField, textOf } from './where.ts';

/** The rows in the order asked for. @throws Failure where the field or the direction is not known */
export function sortedBy(sort: string, rows: readonly DealRow[], context: FieldContext): DealRow[] {
  const [, name = '', direction = 'asc'] = /^(.*?)(?::([^:]*))?$/su.exec(sort) ?? [];
  if (direction !== 'asc' && direction !== 'desc') {
    throw new Failure('usage', said('--sort: "{sort}" is not understood.', { sort }), {
      hint: 'Write --sort FIELD or --sort FIELD:desc.',
    });
  }
  const field = knownField(name, context);
  const sign = direction === 'desc' ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: field.read(row) }));
  keyed.sort(
    (a, b) =>
      Number(a.key.kind === 'none') - Number(b.key.kind === 'none') ||
      sign * order(a.key, b.key) ||
      (a.row.id < b.row.id ? -1 : 1),
  );
  return keyed.map(({ row }) => row);
}

/** Numbers by size and before text, the rest by its characters. */
function order(a: FieldValue, b: FieldValue): number {
  const [left, right] = [textOf(a), textOf(b)];
  const [numbered, other] = [numberIn(a, left), numberIn(b, right)];
  if (numbered !== undefined && other !== undefined) return numbered - other;
  if (numbered !== undefined || other !== undefined) return numbered === undefined ? 1 : -1;
  return left === right ? 0 : left < right ? -1 : 1;
}

function numberIn(cell: FieldValue, text: string): number | undefined {
  if (cell.kind === 'number') return cell.number;
  return cell.kind !== 'day' && toDecimal(text) !== undefined ? Number(text) : undefined;
}
