// pipeline/list/1: the deals that meet what was asked for, in order, with their sum.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { isIn } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import type { Outcome } from '../deal/deal.ts';
import { Understood } from '../entry/understood.ts';
import { memberOf } from '../freshness/owner.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { DealRow } from '../snapshot/row.ts';
import { type WithoutRate, withoutRate } from '../snapshot/without-rate.ts';
import { outcomeOfRow, ownedBy, stagesNamed } from './chosen.ts';
import type { Field, FieldContext, FieldValue } from './row-fields.ts';
import { sortedBy } from './sort.ts';
import { type UnderstoodView, understoodView } from './understood.ts';
import { type Condition, containing, knownField, parseCondition, textOf } from './where.ts';
import { labelOf, wordMeant } from './where-words.ts';

export interface ListOptions {
  readonly owners: readonly string[];
  readonly stages: readonly string[];
  /** Part of the account's name. */
  readonly account: string | undefined;
  /** None: those that --stage names, else open. */
  readonly outcomes: readonly Outcome[];
  readonly closing: Period | undefined;
  readonly where: readonly string[];
  /** `FIELD` or `FIELD:desc`; by value, largest first, where left out. */
  readonly sort: string | undefined;
  /** Further fields to show, or [] for the usual ones. */
  readonly columns: readonly string[];
}

interface ListedDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly outcome: Outcome | null;
  readonly amount: Decimal | null;
  readonly currency: string;
  readonly value: Decimal | null;
  readonly created: Day | null;
  readonly close: Day | null;
  /** Further columns that were asked for. */
  readonly [field: string]: string | number | null;
}

export interface ListView {
  readonly schema: 'pipeline/list/1';
  readonly today: Day;
  /** The snapshot that it shows; null for the working set. */
  readonly as_of: Day | null;
  /** Of values. */
  readonly currency: string;
  readonly scope: {
    readonly owners: readonly string[];
    readonly stages: readonly string[];
    readonly account: string | null;
    readonly closing: string | null;
    readonly where: readonly string[];
  };
  /** Days and amounts of conditions, where they were not typed as files have them. */
  readonly understood: readonly UnderstoodView[];
  /** What was listed: `open`, `open and won`, … */
  readonly outcomes: readonly Outcome[];
  readonly total: {
    readonly count: number;
    /** null where the sum is too large to be exact. */
    readonly value: Decimal | null;
    /** Deals without a value: no amount, or no rate. */
    readonly without_value: number;
    /** Those of them that have an amount, which no rate converts. */
    readonly without_rate: WithoutRate;
  };
  /** How many more meet everything but the outcome. */
  readonly others: number;
  /** What the archive holds of what was asked, without what was merged into another deal. */
  readonly archived: { readonly count: number; readonly value: Decimal | null };
  /** How many deals there are, whatever was asked. */
  readonly in_all: number;
  /** Ids of deals whose files cannot be read: each stands as the last snapshot has it, or is left out. */
  readonly unreadable: readonly string[];
  readonly deals: readonly ListedDeal[];
}

export interface Listing {
  readonly view: ListView;
  readonly rows: readonly DealRow[];
  /** The columns for people. */
  readonly shown: readonly Field[];
  /** The columns for machines, without the deal's version. */
  readonly recorded: readonly Field[];
}

const SHOWN = ['id', 'name', 'account', 'owner', 'stage', 'value', 'close'] as const;
const RECORDED = [
  'id',
  'name',
  'account',
  'owner',
  'stage',
  'outcome',
  'amount',
  'currency',
  'value',
  'created',
  'close',
] as const;

/** @throws Failure where an option names an owner, stage or field that there is not */
export function listDeals(book: Book, options: ListOptions): Listing {
  const context = fieldContext(book);
  const stages = stagesNamed(options.stages, book);
  const outcomes = outcomesAsked(options.outcomes, stages);
  const tests: Condition[] = [
    ownedBy(options.owners, book),
    ...options.where.map((condition) => parseCondition(condition, context)),
  ];
  if (stages.length > 0) tests.push((row) => stages.includes(row.stage));
  const { account, closing } = options;
  if (account !== undefined) {
    const isOfAccount = containing(account);
    tests.push((row) => isOfAccount(row.account));
  }
  if (closing !== undefined) tests.push((row) => isIn(closing, row.close));

  const met = book.state.deals.filter((row) => tests.every((test) => test(row)));
  const listedRows = met.filter((row) => isOf(outcomes, row));
  const archived = book.state.archived.filter(
    (row) =>
      row.problem === '' && row.mergedInto === '' && isOf(outcomes, row) && tests.every((test) => test(row)),
  );
  const rows = sortedBy(options.sort ?? 'value:desc', listedRows, context);
  // Machine formats carry the version anyway.
  const columns = options.columns
    .filter((name) => name !== 'version')
    .map((name) => knownField(name, context));
  const { digits, reportingCurrency } = book.state;
  const view: ListView = {
    schema: 'pipeline/list/1',
    today: book.today,
    as_of: book.past ? book.state.on : null,
    currency: reportingCurrency,
    scope: {
      owners: options.owners,
      stages,
      account: account ?? null,
      closing: closing?.name ?? null,
      where: options.where,
    },
    understood: context.understood.readings.map(understoodView),
    outcomes,
    total: {
      count: rows.length,
      value: totalOf(rows, digits),
      without_value: rows.filter(({ value }) => value === undefined).length,
      without_rate: withoutRate(rows),
    },
    others: met.length - rows.length,
    archived: { count: archived.length, value: totalOf(archived, digits) },
    in_all: book.state.deals.length,
    unreadable: unreadableDeals(book),
    deals: rows.map((row) => listed(row, columns, digits)),
  };
  return {
    view,
    rows,
    shown: columns.length > 0 ? columns : SHOWN.map((name) => knownField(name, context)),
    recorded: columns.length > 0 ? columns : RECORDED.map((name) => knownField(name, context)),
  };
}

/** What fields need to know, of a book. */
export function fieldContext(book: Book): FieldContext {
  const { state, settings, deals, past, today } = book;
  return {
    digits: state.digits,
    deals,
    past,
    customKeys: () => {
      const held = past ? state.deals : deals.values();
      const keys = new Set<string>();
      for (const { custom } of held) for (const key of Object.keys(custom)) keys.add(key);
      return keys;
    },
    groupOf: (owner) => memberOf(settings.team, owner)?.group ?? '',
    currency: state.reportingCurrency,
    understood: new Understood({ today, settings }),
    wordMeant: (field, word) => wordMeant(field, word, book),
    labelOf: (field, value) => labelOf(field, value, book),
  };
}

function outcomesAsked(asked: readonly Outcome[], stages: readonly string[]): readonly Outcome[] {
  if (asked.length > 0) return asked;
  const named = (['open', 'won', 'lost'] as const).filter((outcome) =>
    stages.some((stage) => (stage === 'won' || stage === 'lost' ? stage : 'open') === outcome),
  );
  return named.length > 0 ? named : ['open'];
}

/** A deal of which nothing but the id is known is shown where open ones are: it must not go unseen. */
function isOf(outcomes: readonly Outcome[], row: DealRow): boolean {
  return outcomes.includes(outcomeOfRow(row) ?? 'open');
}

function listed(row: DealRow, columns: readonly Field[], digits: number): ListedDeal {
  const further = columns.map((field) => [field.name, plain(field.read(row))] as const);
  return {
    ...Object.fromEntries(further),
    id: row.id,
    name: row.name,
    account: row.account,
    owner: row.owner,
    stage: row.stage,
    outcome: outcomeOfRow(row) ?? null,
    amount: row.amount ?? null,
    currency: row.currency,
    value: row.value === undefined ? null : fromMinor(row.value, digits),
    created: row.created ?? null,
    close: row.close ?? null,
  };
}

function plain(cell: FieldValue): string | number | null {
  if (cell.kind === 'none') return null;
  return cell.kind === 'number' ? cell.number : textOf(cell);
}

function totalOf(rows: readonly DealRow[], digits: number): Decimal | null {
  try {
    return fromMinor(sumMinor(rows.flatMap(({ value }) => value ?? [])), digits);
  } catch (error) {
    // The list is where one looks for the mistyped amount, so it must still be shown.
    if (error instanceof Failure && error.code === 'sum-too-large') return null;
    throw error;
  }
}
