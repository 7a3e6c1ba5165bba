// pipeline/clean/1: what a clean-up proposes: finished deals, forgotten ones, and those that look alike.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import type { Proposal } from '../cleanup/proposal.ts';
import type { Reason } from '../freshness/alike-reasons.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import { type CountAndMoney, countAndMoney } from './freshness.ts';

export interface CleanDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly value: Decimal | null;
}

export interface CleanView {
  readonly schema: 'pipeline/clean/1';
  readonly today: Day;
  readonly quarter: Period;
  readonly currency: string;
  /** Days: the limits that the proposal goes by. */
  readonly closed_after: number;
  readonly forgotten_after: number;
  readonly finished: {
    readonly won: CountAndMoney;
    readonly lost: CountAndMoney;
    readonly deals: readonly (CleanDeal & { readonly closed: Day; readonly days: number })[];
  };
  readonly forgotten: CountAndMoney & {
    readonly deals: readonly (CleanDeal & {
      readonly days: number;
      readonly since: { readonly date: Day | null; readonly event: string };
    })[];
  };
  readonly duplicates: readonly {
    readonly keep: CleanDeal;
    readonly other: CleanDeal;
    /** 0–1. */
    readonly score: number;
    readonly reasons: readonly Reason[];
  }[];
  /** Closed deals without the day: in no group. */
  readonly undated: readonly string[];
  /** Forgotten ones that a waiver in force keeps. */
  readonly kept: readonly string[];
  /** Deals that cannot be read: in no group. */
  readonly unreadable: readonly string[];
}

/** @throws Failure `sum-too-large` */
export function cleanView(proposal: Proposal, book: Book): CleanView {
  const { digits, reportingCurrency, deals } = book.state;
  const { finished, forgotten } = proposal;
  const rows = new Map(deals.map((row) => [row.id, row]));
  const dealOf = (row: DealRow) => cleanDeal(row, digits);
  const named = (id: string) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`${id} is no deal of the book`);
    return dealOf(row);
  };
  const total = (of: readonly DealRow[]) => countAndMoney({ count: of.length, value: worthOf(of) }, digits);
  const ended = (stage: string) =>
    total(finished.filter(({ row }) => row.stage === stage).map(({ row }) => row));
  return {
    schema: 'pipeline/clean/1',
    today: proposal.on,
    quarter: proposal.quarter,
    currency: reportingCurrency,
    closed_after: book.settings.clean.closedAfter,
    forgotten_after: book.settings.clean.forgottenAfter,
    finished: {
      won: ended('won'),
      lost: ended('lost'),
      deals: finished.map(({ row, closedOn, days }) => ({ ...dealOf(row), closed: closedOn, days })),
    },
    forgotten: {
      ...total(forgotten.map(({ row }) => row)),
      deals: forgotten.map(({ row, days }) => ({
        ...dealOf(row),
        days,
        since: { date: row.lastSignOfLife ?? null, event: row.lastSignEvent },
      })),
    },
    duplicates: proposal.duplicates.map(({ a, b, score, reasons }) => ({
      keep: named(a),
      other: named(b),
      score,
      reasons,
    })),
    undated: proposal.undated.map(({ id }) => id),
    kept: proposal.kept.map(({ id }) => id),
    unreadable: unreadableDeals(book),
  };
}

/** A deal in the few words that a clean-up names it by. */
export function cleanDeal({ id, name, account, owner, stage, value }: DealRow, digits: number): CleanDeal {
  return {
    ...{ id, name, account, owner, stage },
    value: value === undefined ? null : fromMinor(value, digits),
  };
}
