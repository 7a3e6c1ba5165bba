// One row of an export → what it says about one deal, or why it can't be taken.

import type { Day } from '../base/day.ts';
import { fold } from '../base/fold.ts';
import type { Decimal } from '../base/money.ts';
import { type Said, said } from '../base/said.ts';
import { withSemicolons } from '../base/said-lists.ts';
import { type Outcome, outcomeOf } from '../deal/deal.ts';
import type { Settings } from '../workspace/settings.ts';
import { whyBroken } from './broken-row.ts';
import type { CurrencyReader } from './currencies.ts';
import { fittedAmount } from './fitted-amount.ts';
import { type Complaints, type RowValues, shortened } from './row-values.ts';
import { type StageDay, type StageDayContext, stageDaysOf } from './stage-days.ts';
import { outcomeNamed } from './stage-values.ts';
import { statusFrom } from './status.ts';
import type { TableRow } from './table.ts';

/** What a row says. Undefined and '' are empty cells, which change nothing. */
export interface ExportedDeal {
  readonly row: TableRow;
  /** The record's id; of an export without ids the name, with the account where there is one. */
  readonly key: string;
  readonly name: string;
  /** What a new deal without a name is called: its product, else its account, else the record's id. */
  readonly calledElse: string;
  readonly account: string;
  readonly owner: string;
  /** A stage's id, or an outcome; '' where the cell is empty. */
  readonly stage: string;
  readonly amount: Decimal | undefined;
  readonly currency: string;
  readonly created: Day | undefined;
  readonly close: Day | undefined;
  readonly lostReason: string;
  readonly nextStep: string;
  readonly nextStepBy: Day | undefined;
  readonly lastActivity: Day | undefined;
  /** Stages with the day on which the export says they were entered, ascending. */
  readonly stageDays: readonly StageDay[];
  /** By key without `custom.`; only cells that hold something. */
  readonly custom: ReadonlyMap<string, string>;
}

export type RowReading =
  | { readonly kind: 'deal'; readonly deal: ExportedDeal }
  | { readonly kind: 'rejected'; readonly row: TableRow; readonly key: string; readonly reason: Said }
  /** Deleted in the CRM, or a former version of a record: no row of the export's deals. */
  | { readonly kind: 'left-out'; readonly row: TableRow; readonly why: 'deleted' | 'superseded' };

export interface RowContext extends StageDayContext {
  readonly customKeys: readonly string[];
  readonly currencies: CurrencyReader;
  readonly owners: (name: string) => string;
  /** The id of the record that the workspace knows, of one as the export writes it. */
  readonly recordOf: (written: string) => string;
  readonly settings: Settings;
}

/** Reads one row; everything that is wrong with it is in the reason. */
export function readRow(row: TableRow, context: RowContext): RowReading {
  const { values } = context;
  const broken = whyBroken(row);
  if (broken !== undefined && row.cutOff === true) return { kind: 'rejected', row, key: '', reason: broken };
  const complaints: Complaints = [...(broken === undefined ? [] : [broken]), ...values.errors(row)];
  if (values.flag(row, 'is_deleted', complaints) === true) return { kind: 'left-out', row, why: 'deleted' };
  if (values.has('is_current') && values.flag(row, 'is_current', complaints) === false) {
    return { kind: 'left-out', row, why: 'superseded' };
  }
  const status = statusFrom(row, context, complaints);
  if (status === 'deleted') return { kind: 'left-out', row, why: 'deleted' };
  const key = context.recordOf(keyOf(row, values));
  if (key === '') complaints.push(said(values.has('id') ? 'it has no id' : 'it has no name'));
  const stage = stageOf(row, status, context, complaints);
  const deal = dealFrom(row, { key, stage }, context, complaints);
  return complaints.length === 0
    ? { kind: 'deal', deal }
    : { kind: 'rejected', row, key, reason: withSemicolons(complaints) };
}

/** What identifies the row's deal in this system, as it is written there; '' where nothing does. */
export function keyOf(row: TableRow, values: RowValues): string {
  if (values.has('id')) return oneLine(values.text(row, 'id'));
  const name = oneLine(values.text(row, 'name'));
  const account = oneLine(values.text(row, 'account'));
  return name === '' || account === '' ? name : `${account} / ${name}`;
}

function stageOf(
  row: TableRow,
  status: Outcome | undefined,
  { values, resolve }: RowContext,
  complaints: Complaints,
): string {
  const value = values.text(row, 'stage');
  const stage = value === '' ? undefined : resolve(value);
  if (status === 'won' || status === 'lost') {
    const named = stage === undefined ? undefined : outcomeOf(stage);
    if (named !== undefined && named !== 'open' && named !== status) {
      complaints.push(markedAs(value, status));
    }
    return status;
  }
  if (value === '') return '';
  if (stage === undefined)
    complaints.push(said('the process has no stage "{stage}"', { stage: shortened(value) }));
  else if (status === 'open' && outcomeOf(stage) !== 'open') {
    complaints.push(markedAs(value, status));
  }
  return stage ?? '';
}

function markedAs(stage: string, status: Outcome): Said {
  return said('its stage is "{stage}", but it is marked as {status}', { stage: shortened(stage), status });
}

function dealFrom(
  row: TableRow,
  { key, stage }: { readonly key: string; readonly stage: string },
  context: RowContext,
  complaints: Complaints,
): ExportedDeal {
  const { values, settings } = context;
  const outcome = outcomeOf(stage);
  const close = closeOf(row, outcome, values, complaints);
  const money = moneyOf(row, outcome, context, complaints);
  const account = oneLine(values.text(row, 'account'));
  const product = oneLine(values.text(row, 'custom.product'));
  return {
    row,
    key,
    name: oneLine(values.text(row, 'name')),
    calledElse: product || account || key,
    account,
    owner: context.owners(oneLine(values.text(row, 'owner'))),
    stage,
    ...money,
    created: values.day(row, 'created', complaints),
    close,
    lostReason: outcome === 'lost' ? lostReasonOf(values.text(row, 'lost_reason'), settings) : '',
    nextStep: oneLine(values.text(row, 'next_step')),
    nextStepBy: values.day(row, 'next_step_by', complaints),
    lastActivity: values.day(row, 'last_activity', complaints),
    stageDays: stageDaysOf(row, { stage, close }, context, complaints),
    custom: customOf(row, context),
  };
}

/** While open the expected day; once closed the actual one, where the export has it in a column of its own. */
function closeOf(
  row: TableRow,
  outcome: Outcome,
  values: RowValues,
  complaints: Complaints,
): Day | undefined {
  const own = { open: undefined, won: 'won_on', lost: 'lost_on' }[outcome];
  const columns = own === undefined ? ['close'] : [own, 'closed', 'close'];
  for (const column of columns) {
    const day = values.day(row, column, complaints);
    if (day !== undefined) return day;
  }
  return undefined;
}

function moneyOf(
  row: TableRow,
  outcome: Outcome,
  { values, currencies, settings }: RowContext,
  complaints: Complaints,
): { amount: Decimal | undefined; currency: string } {
  // Of a lost deal the actual revenue is nothing (Dynamics writes 0), and what was lost is its amount.
  const actual = outcome === 'won' ? values.amount(row, 'amount_closed', complaints) : undefined;
  const money = actual ?? values.amount(row, 'amount', complaints);
  const named = values.text(row, 'currency');
  const currency = named === '' ? (money?.currency ?? '') : currencies(named);
  if (currency === undefined) {
    complaints.push(said('"{text}" is no currency', { text: shortened(named) }));
    return { amount: money?.amount, currency: '' };
  }
  const amount =
    money === undefined ? undefined : fittedAmount(money.amount, currency || settings.currency, complaints);
  return { amount, currency };
}

function lostReasonOf(text: string, settings: Settings): string {
  const reason = oneLine(text);
  if (outcomeNamed(reason) !== undefined) return ''; // "Lost" says no reason
  const folded = fold(reason);
  return settings.lostReasons.find((known) => fold(known) === folded) ?? reason;
}

function customOf(row: TableRow, { values, customKeys }: RowContext): Map<string, string> {
  const custom = new Map<string, string>();
  for (const key of customKeys) {
    const text = values.text(row, key);
    if (text !== '') custom.set(key.slice('custom.'.length), text);
  }
  return custom;
}

/** Names and ids stand on one line. */
function oneLine(text: string): string {
  return /[\s\u00a0]/u.test(text) ? text.replace(/[\s\u00a0]+/gu, ' ').trim() : text;
}
