// One movement as JSON: the names of the machine output, money as decimal text.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, type Minor } from '../base/money.ts';
import type { FieldChange, Movement, MovementKind } from '../movement/kinds.ts';
import { isDue, type Scope } from '../movement/scope.ts';

/** Fields that a kind of movement does not have are left out; null is "there is none". */
export interface MovementView {
  readonly kind: MovementKind;
  /** Calendar days that a close date moved; null where a date is missing. */
  readonly days?: number | null;
  /** Stages gone up or down; or the change of an amount in the deal's currency. */
  readonly by?: number | Decimal;
  /** Per cent of the old amount's size. */
  readonly pct?: string | null;
  /** The change of value in the view's currency. */
  readonly value?: Decimal;
  /** Stage, outcome, close date, amount, currency or owner: old and new. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** The currency of `from`, `to` and `by`. */
  readonly currency?: string;
  /** Jumped over; or where a late entry was first recorded. */
  readonly stages?: readonly string[];
  /** Which fields were corrected or renamed. */
  readonly what?: readonly string[];
  readonly changes?: readonly FieldChange<string>[];
  /** What a close date's move did to `due_in`. */
  readonly period?: 'left' | 'entered' | null;
  readonly reason?: string;
  /** Of an amount: which end was made later and does not know it. Nobody changed it then. */
  readonly amount_unknown?: 'from' | 'to';
}

/** @param dueIn the period that close dates may have left or entered */
export function movementView(
  movement: Movement,
  digits: number,
  dueIn: NonNullable<Scope['period']>,
): MovementView {
  const money = (value: Minor) => fromMinor(value, digits);
  switch (movement.kind) {
    case 'late-entry':
      return { kind: movement.kind, stages: [movement.stage] };
    case 'lost':
      return movement.reason === '' ? { kind: movement.kind } : movement;
    case 'slipped':
    case 'pulled-in': {
      const { kind, days, from, to } = movement;
      return { kind, days, from: from ?? null, to: to ?? null, period: crossing(from, to, dueIn) };
    }
    case 'shrunk':
    case 'grown': {
      const { kind, by, pct, from, to, currency, value, unknown } = movement;
      const amounts = { kind, by, pct, value: money(value), from: from ?? null, to: to ?? null, currency };
      return unknown === undefined ? amounts : { ...amounts, amount_unknown: unknown };
    }
    case 'revalued':
    case 'currency-changed':
      return { ...movement, value: money(movement.value) };
    case 'corrected':
    case 'renamed':
      return {
        kind: movement.kind,
        what: movement.changes.map((change) => change.what),
        changes: movement.changes,
      };
    default:
      return movement;
  }
}

/** Whether a change of close date takes a deal out of the period or into it. */
export function crossing(
  from: Day | undefined,
  to: Day | undefined,
  period: NonNullable<Scope['period']>,
): 'left' | 'entered' | null {
  const was = isDue(period, from);
  return was === isDue(period, to) ? null : was ? 'left' : 'entered';
}
