// One row of an export → what it says about one deal, or why it can't be taken.

import type { Day } from '../base/day.ts';
import { fold } from '../base/fold.ts';
import type { Decimal } from '../base/money.ts';
import { type Outcome, outcomeOf } from '../deal/deal.ts';
import type { Settings } from '../workspace/settings.ts';
import type { CurrencyReader } from './currencies.ts';
import { fittedAmount } from './fitted-amount.ts';
import { type Complaints, type RowValues, shortened } from './row-values.ts';
import { outcomeNamed, type StageResolver, statusOf } from './stage-values.ts';
import type { Table, TableRow } from './table.ts';

export interface StageDay {
  readonly stage: string;
  readonly on: Day;
}

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
  | { readonly kind: 'rejected'; readonly row: TableRow; readonly key: string; readonly reason: string }
  /** Deleted in the CRM, or a former version of a record: no row of the export's deals. */
  | { readonly kind: 'left-out'; readonly row: TableRow; readonly why: 'deleted' | 'superseded' };

export interface RowContext {
  readonly values: RowValues;
  readonly customKeys: readonly string[];
  /** Stages with a column of their own: `entered.VALUE` by the stage's id. */
  readonly stageColumns: readonly { readonly key: string; readonly value: string }[];
  readonly resolve: StageResolver;
  /** A stage's place in the process; outcomes behind all stages. */
  readonly rank: (stage: string) => number;
  readonly currencies: CurrencyReader;
  readonly owners: (name: string) => string;
  readonly settings: Settings;
  /** The day that the export shows. */
  readonly exportDay: Day;
}

/** Reads one row; everything that is wrong with it is in the reason. */
export function readRow(row: TableRow, context: RowContext): RowReading {
  const { values } = context;
  const complaints: Complaints = [];
  if (values.flag(row, 'is_deleted', complaints) === true) return { kind: 'left-out', row, why: 'deleted' };
  if (values.has('is_current') && values.flag(row, 'is_current', complaints) === false) {
    return { kind: 'left-out', row, why: 'superseded' };
  }
  const status = statusFrom(row, context, complaints);
  if (status === 'deleted') return { kind: 'left-out', row, why: 'deleted' };
  const key = keyOf(row, values);
  if (key === '') complaints.push(values.has('id') ? 'it has no id' : 'it has no name');
  const stage = stageOf(row, status, context, complaints);
  const deal = dealFrom(row, { key, stage }, context, complaints);
  return complaints.length === 0
    ? { kind: 'deal', deal }
    : { kind: 'rejected', row, key, reason: complaints.join('; ') };
}

/** What identifies the row's deal in this system; '' where nothing does. */
export function keyOf(row: TableRow, values: RowValues): string {
  if (values.has('id')) return oneLine(values.text(row, 'id'));
  const name = oneLine(values.text(row, 'name'));
  const account = oneLine(values.text(row, 'account'));
  return name === '' || account === '' ? name : `${account} / ${name}`;
}

/** What the status columns say; undefined where there are none, or the cell is empty. */
export function statusFrom(
  row: TableRow,
  { values }: Pick<RowContext, 'values'>,
  complaints: Complaints,
): Outcome | 'deleted' | undefined {
  const won = values.flag(row, 'is_won', complaints);
  const closed = values.flag(row, 'is_closed', complaints);
  if (won === true) return 'won';
  if (closed !== undefined) return closed ? 'lost' : 'open';
  const text = values.text(row, 'status');
  if (text === '') return undefined;
  const status = statusOf(text);
  if (status === undefined) complaints.push(`"${shortened(text)}" says neither open, won nor lost`);
  return status;
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
      complaints.push(`its stage is "${shortened(value)}", but it is marked as ${status}`);
    }
    return status;
  }
  if (value === '') return '';
  if (stage === undefined) complaints.push(`the process has no stage "${shortened(value)}"`);
  else if (status === 'open' && outcomeOf(stage) !== 'open') {
    complaints.push(`its stage is "${shortened(value)}", but it is marked as open`);
  }
  return stage ?? '';
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
  if (row.excess === true) complaints.push('it has more cells than there are headers');
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
  const actual = outcome === 'won' ? values.amount(row, 'amount_closed', complaints) : undefined;
  const money = actual ?? values.amount(row, 'amount', complaints);
  const named = values.text(row, 'currency');
  const currency = named === '' ? (money?.currency ?? '') : currencies(named);
  if (currency === undefined) {
    complaints.push(`"${shortened(named)}" is no currency`);
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

/**
 * The days on which stages were entered, as far as the export says so and not after its own day: columns of
 * single stages, the day of the present stage, and for an outcome the day of closing.
 */
function stageDaysOf(
  row: TableRow,
  { stage, close }: { readonly stage: string; readonly close: Day | undefined },
  { values, stageColumns, resolve, rank, exportDay }: RowContext,
  complaints: Complaints,
): StageDay[] {
  const days = new Map<string, Day>();
  for (const column of stageColumns) {
    const on = values.day(row, column.key, complaints);
    const entered = resolve(column.value);
    if (on !== undefined && entered !== undefined) days.set(entered, on);
  }
  // Where a status closes the deal, the stage column and its day are those of the last open stage.
  const last = resolve(values.text(row, 'stage')) ?? stage;
  const own = values.day(row, 'stage_entered', complaints);
  if (own !== undefined && last !== '') days.set(last, own);
  const closed = outcomeOf(stage) === 'open' ? undefined : (close ?? days.get(stage));
  if (closed !== undefined) {
    const on = closed > exportDay ? exportDay : closed;
    for (const [entered, day] of days) if (day > on) days.delete(entered);
    days.set(stage, on);
  }
  return [...days]
    .map(([entered, on]) => ({ stage: entered, on }))
    .filter(({ on }) => on <= exportDay)
    .sort((a, b) => (a.on === b.on ? rank(a.stage) - rank(b.stage) : a.on < b.on ? -1 : 1));
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

/** The rows of a table whose stage has to be found in the process: neither closed by status nor left out. */
export function* openStageValues(table: Table, context: Pick<RowContext, 'values'>): Iterable<string> {
  for (const row of table.rows) {
    const complaints: Complaints = [];
    if (context.values.flag(row, 'is_deleted', complaints) === true) continue;
    if (context.values.has('is_current') && context.values.flag(row, 'is_current', complaints) === false)
      continue;
    const status = statusFrom(row, context, complaints);
    if (status === 'won' || status === 'lost' || status === 'deleted') continue;
    const value = context.values.text(row, 'stage');
    if (value !== '') yield value;
  }
}
