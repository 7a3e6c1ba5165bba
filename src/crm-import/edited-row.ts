// A row of an edited list → what changes in its deal, or why nothing may.

import type { Day } from '../base/day.ts';
import { didYouMean } from '../base/nearest.ts';
import { asValue, type Said, said } from '../base/said.ts';
import { withSemicolons } from '../base/said-lists.ts';
import type { DealChange, ScalarKey } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { dealVersion } from '../deal/version.ts';
import type { Settings } from '../workspace/settings.ts';
import { whyBroken } from './broken-row.ts';
import { type CompareContext, compare, type FieldChange } from './compare.ts';
import type { CurrencyReader } from './currencies.ts';
import type { ExportedDeal } from './exported-deal.ts';
import { fittedAmount } from './fitted-amount.ts';
import type { PlannedUpdate, RejectedRow } from './plan.ts';
import { unescaped } from './rejected-file.ts';
import { type Complaints, type RowValues, shortened } from './row-values.ts';
import type { StageResolver } from './stage-values.ts';
import type { TableRow } from './table.ts';

export interface EditContext extends CompareContext {
  readonly values: RowValues;
  readonly customKeys: readonly string[];
  /** Whether `'` guards cells that a spreadsheet would take for formulas: in text; a workbook needs none. */
  readonly guarded: boolean;
  readonly deals: ReadonlyMap<string, Deal>;
  readonly resolve: StageResolver;
  readonly currencies: CurrencyReader;
  readonly owners: (name: string) => string;
  readonly settings: Settings;
  readonly today: Day;
  /** Takes rows of deals that have changed since, or that have no version. */
  readonly force: boolean;
  /** The fields that a mirrored CRM holds; empty where the deal is ours. */
  readonly mirrored: (deal: Deal) => ReadonlySet<string>;
}

export type EditReading =
  | { readonly kind: 'update'; readonly update: PlannedUpdate }
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'rejected' } & RejectedRow);

/** Reads one row against the deal that it names. */
export function readEdit(row: TableRow, context: EditContext): EditReading {
  const { values, deals } = context;
  const broken = whyBroken(row);
  if (broken !== undefined) return { kind: 'rejected', row, reason: broken };
  const errors = values.errors(row);
  if (errors.length > 0) return { kind: 'rejected', row, reason: withSemicolons(errors) };
  const id = values.text(row, 'id');
  const deal = deals.get(id);
  if (deal === undefined) return { kind: 'rejected', row, reason: unknownDeal(id, deals) };
  const reason = outdated(row, deal, context);
  if (reason !== undefined) return { kind: 'rejected', row, reason };
  const complaints: Complaints = [];
  const edited = editedDeal(row, deal, context, complaints);
  if (complaints.length > 0) return { kind: 'rejected', row, reason: withSemicolons(complaints) };
  const { changes, listed } = changesOf(deal, edited, row, context);
  const refusal = mirroredRefusal(deal, listed, context);
  if (refusal !== undefined) return { kind: 'rejected', row, reason: refusal };
  if (changes.length === 0) return { kind: 'unchanged' };
  return { kind: 'update', update: { row, deal, changes, listed, restored: false } };
}

function unknownDeal(id: string, deals: ReadonlyMap<string, Deal>): Said {
  if (id === '') return said('it has no id');
  return said('there is no deal {id}. {hint}', {
    id: shortened(id),
    hint: asValue(didYouMean(id, deals.keys(), 'It may be archived, or unreadable')),
  });
}

function outdated(row: TableRow, deal: Deal, { values, force }: EditContext): Said | undefined {
  if (force) return undefined;
  const version = values.text(row, 'version');
  if (version === '') return said('it has no version: nobody can tell whether its deal has changed since');
  return version === dealVersion(deal)
    ? undefined
    : said('changed since: its deal is not the one that the list was made of');
}

function changesOf(
  deal: Deal,
  edited: ExportedDeal,
  row: TableRow,
  context: EditContext,
): { changes: DealChange[]; listed: FieldChange[] } {
  const { changes, listed } = compare({ ...deal, missing: undefined }, edited, context);
  const all = { changes: [...changes], listed: [...listed] };
  const own: readonly [ScalarKey, string][] = [
    ['category', deal.category],
    ['important', deal.important],
  ];
  for (const [key, old] of own) {
    const now = textOf(row, key, context);
    if (now === '' || now === old) continue;
    all.changes.push({ kind: 'set', key, value: now });
    all.listed.push({ field: key, old, new: now });
  }
  return all;
}

/** The cells as an export would say them; those that say what the deal says anyway are left empty. */
function editedDeal(row: TableRow, deal: Deal, context: EditContext, complaints: Complaints): ExportedDeal {
  const { values, settings } = context;
  const text = (key: string) => textOf(row, key, context);
  const owner = text('owner');
  const currency = currencyOf(text('currency'), context, complaints);
  const own = currency || deal.currency || settings.currency;
  const money = values.amount(row, 'amount', complaints);
  return {
    row,
    key: deal.id,
    name: text('name'),
    calledElse: '',
    account: text('account'),
    owner: owner === deal.owner ? '' : context.owners(owner),
    stage: stageOf(text('stage'), deal, context, complaints),
    amount: money === undefined ? undefined : fittedAmount(money.amount, own, complaints),
    currency,
    created: values.day(row, 'created', complaints),
    close: values.day(row, 'close', complaints),
    lostReason: text('lost_reason'),
    nextStep: text('next_step'),
    nextStepBy: values.day(row, 'next_step_by', complaints),
    lastActivity: undefined,
    stageDays: [],
    custom: customOf(row, context),
  };
}

/** A cell of text without the sign that guards a formula. */
function textOf(row: TableRow, key: string, { values, guarded }: EditContext): string {
  const text = values.text(row, key);
  return guarded ? unescaped(text).trim() : text;
}

function stageOf(value: string, deal: Deal, { resolve }: EditContext, complaints: Complaints): string {
  if (value === '' || value === deal.stage) return '';
  const stage = resolve(value);
  if (stage === undefined)
    complaints.push(said('the process has no stage "{stage}"', { stage: shortened(value) }));
  return stage ?? '';
}

function currencyOf(named: string, { currencies }: EditContext, complaints: Complaints): string {
  if (named === '') return '';
  const code = currencies(named);
  if (code === undefined) complaints.push(said('"{text}" is no currency', { text: shortened(named) }));
  return code ?? '';
}

function customOf(row: TableRow, context: EditContext): Map<string, string> {
  const custom = new Map<string, string>();
  for (const key of context.customKeys) {
    const text = textOf(row, key, context);
    if (text !== '') custom.set(key.slice('custom.'.length), text);
  }
  return custom;
}

/** A mirrored field is changed in the CRM, or the next export would change it back. */
function mirroredRefusal(
  deal: Deal,
  listed: readonly FieldChange[],
  { mirrored }: Pick<EditContext, 'mirrored'>,
): Said | undefined {
  const held = mirrored(deal);
  const fields = listed.map(({ field }) => field).filter((field) => held.has(field));
  if (fields.length === 0) return undefined;
  return said('{fields} belongs to {system}: change it there, in record {record}', {
    fields: fields.join(', '),
    system: deal.source?.system ?? '',
    record: deal.source?.id ?? '',
  });
}
