// The fields of a deal that a person can name in --where, --sort and --columns: a snapshot's columns, and a few
// that follow from them. One table for all three, so that what can be shown can be asked for.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { type CustomValue, type Deal, outcomeOf } from '../deal/deal.ts';
import type { Leaning } from '../entry/day-form.ts';
import type { Understood } from '../entry/understood.ts';
import { writeCounts, writeLogged, writeStages, writeWaived, writeWords } from '../snapshot/csv-cells.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { WordTest } from './where-words.ts';

/** What a field holds in one row. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'decimal'; readonly decimal: Decimal }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'none' };

/** What a field is compared as; `any` is what `custom` holds: a number, a day or text, by its looks. */
type FieldKind = 'text' | 'decimal' | 'number' | 'day' | 'any';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** Of a day: where one is looked for that was typed without its year. */
  readonly leans: Leaning;
  read(row: DealRow): FieldValue;
}

/** What fields need to know beside the row. */
export interface FieldContext {
  /** Of the reporting currency. */
  readonly digits: number;
  /** The deals' files; empty for the past, where rows carry the custom fields that snapshots keep. */
  readonly deals: ReadonlyMap<string, Deal>;
  /** The keys under `custom` that any deal has; of the past, those that the snapshot keeps. */
  customKeys(): ReadonlySet<string>;
  /** Whether it is a snapshot that is asked. */
  readonly past: boolean;
  groupOf(owner: string): string;
  /** The reporting currency. */
  readonly currency: string;
  /** Reads amounts and days as people type them, and remembers what each was taken for. */
  readonly understood: Understood;
  /** See {@link wordMeant}. */
  wordMeant(field: string, word: string): WordTest | 'none' | undefined;
  /** What the value of a field is called, '' where it has no other name than itself. */
  labelOf(field: string, value: string): string;
}

/** Days that lie ahead more often than behind: `fri` is the next one. */
const AHEAD: readonly string[] = ['close', 'close_first', 'next_step_by'];

const NONE: FieldValue = { kind: 'none' };
const text = (of: string): FieldValue => (of === '' ? NONE : { kind: 'text', text: of });
const decimal = (of: Decimal | undefined): FieldValue =>
  of === undefined ? NONE : { kind: 'decimal', decimal: of };
const number = (of: number): FieldValue => ({ kind: 'number', number: of });
const day = (of: Day | undefined): FieldValue => (of === undefined ? NONE : { kind: 'day', day: of });

interface FieldSpec {
  readonly kind: Exclude<FieldKind, 'any'>;
  read(row: DealRow, context: FieldContext): FieldValue;
}

const FIELDS = {
  id: { kind: 'text', read: (row) => text(row.id) },
  name: { kind: 'text', read: (row) => text(row.name) },
  account: { kind: 'text', read: (row) => text(row.account) },
  owner: { kind: 'text', read: (row) => text(row.owner) },
  group: { kind: 'text', read: (row, { groupOf }) => text(groupOf(row.owner)) },
  stage: { kind: 'text', read: (row) => text(row.stage) },
  outcome: { kind: 'text', read: (row) => text(row.stage === '' ? '' : outcomeOf(row.stage)) },
  amount: { kind: 'decimal', read: (row) => decimal(row.amount) },
  currency: { kind: 'text', read: (row) => text(row.currency) },
  value: {
    kind: 'decimal',
    read: ({ value }, { digits }) => decimal(value === undefined ? undefined : fromMinor(value, digits)),
  },
  created: { kind: 'day', read: (row) => day(row.created) },
  recorded: { kind: 'day', read: (row) => day(row.recorded) },
  close: { kind: 'day', read: (row) => day(row.close) },
  close_first: { kind: 'day', read: (row) => day(row.closeFirst) },
  close_moves: { kind: 'number', read: (row) => number(row.closeMoves) },
  last_activity: { kind: 'day', read: (row) => day(row.lastActivity) },
  last_activity_type: { kind: 'text', read: (row) => text(row.lastActivityType) },
  last_sign_of_life: { kind: 'day', read: (row) => day(row.lastSignOfLife) },
  last_sign_event: { kind: 'text', read: (row) => text(row.lastSignEvent) },
  next_step: { kind: 'text', read: (row) => text(row.nextStep) },
  next_step_by: { kind: 'day', read: (row) => day(row.nextStepBy) },
  next_step_agreed: { kind: 'day', read: (row) => day(row.nextStepAgreed) },
  stages: { kind: 'text', read: (row) => text(writeStages(row.stages)) },
  stages_logged: { kind: 'text', read: (row) => text(writeLogged(row.stages)) },
  activities: { kind: 'text', read: (row) => text(writeCounts(row.activities)) },
  late_logs: { kind: 'number', read: (row) => number(row.lateLogs) },
  lost_reason: { kind: 'text', read: (row) => text(row.lostReason) },
  category: { kind: 'text', read: (row) => text(row.category) },
  important: { kind: 'text', read: (row) => text(row.important) },
  waived: { kind: 'text', read: (row) => text(writeWaived(row.waived)) },
  checklist: { kind: 'text', read: (row) => text(writeWords(row.checklist)) },
  missing: { kind: 'day', read: (row) => day(row.missing) },
  source: { kind: 'text', read: (row) => text(row.source) },
  was: { kind: 'text', read: (row) => text(row.was) },
  merged_into: { kind: 'text', read: (row) => text(row.mergedInto) },
  problem: { kind: 'text', read: (row) => text(row.problem) },
} as const satisfies Record<string, FieldSpec>;

export type FieldName = keyof typeof FIELDS;

/** The names of all fields but the custom ones. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** The field of that name; `custom.KEY` is one for any key, `segment` is short for `custom.segment`. */
export function fieldNamed(name: string, context: FieldContext): Field | undefined {
  if (name === 'segment') return { ...customField('segment', context), name };
  if (name.startsWith('custom.') && name.length > 'custom.'.length) {
    return customField(name.slice('custom.'.length), context);
  }
  if (!Object.hasOwn(FIELDS, name)) return undefined;
  const spec: FieldSpec = FIELDS[name as FieldName];
  const leans = AHEAD.includes(name) ? 'future' : 'past';
  return { name, kind: spec.kind, leans, read: (row) => spec.read(row, context) };
}

function customField(key: string, { deals }: FieldContext): Field {
  return {
    name: `custom.${key}`,
    kind: 'any',
    leans: 'past',
    read(row) {
      const held = deals.get(row.id)?.custom ?? row.custom;
      return customCell(Object.hasOwn(held, key) ? held[key] : undefined);
    },
  };
}

function customCell(value: CustomValue | undefined): FieldValue {
  if (value === undefined || value === null) return NONE;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return text(value);
  return text(typeof value === 'boolean' ? String(value) : JSON.stringify(value));
}
