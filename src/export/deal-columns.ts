// How a deal stands at a moment, column by column: what `deals` and `snapshots` have in common.

import { type Decimal, fromMinor } from '../base/money.ts';
import { type CustomValue, outcomeOf } from '../deal/deal.ts';
import { rankOf } from '../deal/process.ts';
import { ownRate } from '../movement/side.ts';
import { writeCounts, writeLogged, writeStages, writeWaived, writeWords } from '../snapshot/csv-cells.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import type { SnapshotHeader } from '../snapshot/snapshot.ts';
import type { ColumnSpecs } from './table.ts';

/** A deal's row with the moment that it is of. */
export interface DealState {
  readonly row: DealRow | ArchivedRow;
  readonly header: SnapshotHeader;
  readonly custom: Readonly<Record<string, CustomValue>>;
}

/** Where an archived deal lies; undefined for one that is not archived. */
function folderOf(row: DealState['row']): string | undefined {
  return 'archived' in row ? row.archived : undefined;
}

/** Archived while open, or known by nothing but its id: neither open nor closed (docs/method.md). */
function outcome({ row }: DealState): string | undefined {
  if (row.stage === '') return undefined;
  const found = outcomeOf(row.stage);
  return found === 'open' && 'archived' in row ? undefined : found;
}

function rank({ row, header }: DealState): number | undefined {
  const place = rankOf(header.process, row.stage);
  return place < 0 ? undefined : place + 1;
}

function rate({ row, header }: DealState): Decimal | undefined {
  return row.currency === header.reportingCurrency ? ('1' as Decimal) : ownRate(header.rates, row.currency);
}

export const DEAL_COLUMNS = {
  id: { type: 'text', text: "the deal's id", read: ({ row }) => row.id },
  name: { type: 'text', text: 'what it is about', read: ({ row }) => row.name },
  account: { type: 'text', text: 'the customer', read: ({ row }) => row.account },
  owner: { type: 'text', text: 'whose it is; missing: nobody', read: ({ row }) => row.owner },
  stage: {
    type: 'text',
    text: "a stage's id, `won` or `lost`; `?` where it is open and its stage is not known",
    read: ({ row }) => row.stage,
  },
  stage_rank: {
    type: 'integer',
    text: 'the place of the stage in the process that was in force, from 1; missing for an outcome',
    read: rank,
  },
  outcome: {
    type: 'text',
    text: '`open`, `won` or `lost`; missing where it was archived while open, which is neither',
    read: outcome,
  },
  archived: {
    type: 'text',
    text: 'the folder in archive/, `2026-Q3`; missing: it is not archived',
    read: ({ row }) => folderOf(row),
  },
  amount: { type: 'money', unit: '`currency`', text: 'as written', read: ({ row }) => row.amount },
  currency: { type: 'text', unit: 'ISO 4217', text: 'of the amount', read: ({ row }) => row.currency },
  value: {
    type: 'money',
    unit: '`reporting_currency`',
    text: 'amount × rate, rounded half even; missing without an amount or a rate',
    read: ({ row, header }) => (row.value === undefined ? undefined : fromMinor(row.value, header.digits)),
  },
  reporting_currency: {
    type: 'text',
    unit: 'ISO 4217',
    text: 'of the value',
    read: ({ header }) => header.reportingCurrency,
  },
  rate: {
    type: 'rate',
    unit: '`reporting_currency` for one `currency`',
    text: 'in force that day; missing: there was none',
    read: rate,
  },
  created: { type: 'date', text: 'when it began', read: ({ row }) => row.created },
  recorded: { type: 'date', text: 'when it was first written down', read: ({ row }) => row.recorded },
  close: { type: 'date', text: 'expected; once closed, actual', read: ({ row }) => row.close },
  close_first: { type: 'date', text: 'the first that a snapshot saw', read: ({ row }) => row.closeFirst },
  close_moves: {
    type: 'integer',
    unit: 'times',
    text: 'how often it moved, later or earlier, from snapshot to snapshot',
    read: ({ row }) => row.closeMoves,
  },
  last_activity: { type: 'date', text: 'of the newest activity', read: ({ row }) => row.lastActivity },
  last_activity_type: { type: 'text', text: 'its type', read: ({ row }) => row.lastActivityType },
  last_sign_of_life: {
    type: 'date',
    text: 'the day that the freshness clock runs from',
    read: ({ row }) => row.lastSignOfLife,
  },
  last_sign_event: {
    type: 'text',
    text: 'what happened then: `activity:meeting`, `stage:proposal`, `amount`, …',
    read: ({ row }) => row.lastSignEvent,
  },
  next_step_by: { type: 'date', text: 'until when the next step is due', read: ({ row }) => row.nextStepBy },
  next_step: { type: 'text', text: 'what the owner will do', read: ({ row }) => row.nextStep },
  next_step_agreed: { type: 'date', text: 'when that was agreed', read: ({ row }) => row.nextStepAgreed },
  stages: {
    type: 'text',
    text: 'every stage entered, with the day: `lead@2026-09-01 proposal@2026-10-20`',
    read: ({ row }) => writeStages(row.stages),
  },
  stages_logged: {
    type: 'text',
    text: 'the same stages with the day that was written down; nothing after @ where unknown',
    read: ({ row }) => writeLogged(row.stages),
  },
  activities: {
    type: 'text',
    text: 'how many in each stage: `lead:3 proposal:1`',
    read: ({ row }) => writeCounts(row.activities),
  },
  late_logs: {
    type: 'integer',
    unit: 'activities',
    text: 'written down later than the rule `late-log` allows',
    read: ({ row }) => row.lateLogs,
  },
  lost_reason: { type: 'text', text: 'why it was lost', read: ({ row }) => row.lostReason },
  category: { type: 'text', text: "the seller's own call", read: ({ row }) => row.category },
  important: { type: 'text', text: 'why it is; missing: nobody said so', read: ({ row }) => row.important },
  waived: {
    type: 'text',
    text: 'rules that are waived, until when: `stale:2026-12-31`',
    read: ({ row }) => writeWaived(row.waived),
  },
  checklist: {
    type: 'text',
    text: 'exit criteria that are met, by spaces',
    read: ({ row }) => writeWords(row.checklist),
  },
  missing: {
    type: 'date',
    text: 'mirror: the day of the first complete export that lacked it',
    read: ({ row }) => row.missing,
  },
  source: {
    type: 'text',
    text: 'where an import found it: `salesforce:0065g…`',
    read: ({ row }) => row.source,
  },
  was: {
    type: 'text',
    text: 'its former ids, the latest first, with spaces between',
    read: ({ row }) => row.was,
  },
  merged_into: { type: 'text', text: 'the deal that took it in', read: ({ row }) => row.mergedInto },
  problem: {
    type: 'text',
    text: 'why its file could not be read; the rest is then what was last known',
    read: ({ row }) => row.problem,
  },
  custom: {
    type: 'json',
    text: 'further fields by their keys; of a snapshot those named under snapshot.custom',
    read: ({ custom }) => (Object.keys(custom).length === 0 ? undefined : JSON.stringify(custom)),
  },
} as const satisfies ColumnSpecs<DealState>;
