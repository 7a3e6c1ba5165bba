// Commit, best case, pipeline: what sellers call the open deals that are due in the period, as sums beside the forecast.

import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { isIn, type Period } from '../base/period.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';

export interface CategorySum {
  /** As pipeline.yaml has it. */
  readonly category: string;
  readonly deals: number;
  readonly value: Decimal;
  /** Won so far, this category and those before it. */
  readonly with_won: Decimal;
}

export interface CategoriesView {
  /** In the order of pipeline.yaml, the surest first. */
  readonly sums: readonly CategorySum[];
  /** Due and in none of them: in no sum. */
  readonly others: { readonly deals: number; readonly value: Decimal };
  /** Due deals, of a category or not, that no amount is known of: they are counted and add nothing. */
  readonly without_amount: number;
}

export interface CategoriesAsked {
  /** Open ones. */
  readonly deals: readonly DealRow[];
  readonly period: Period;
  /** The names, the surest first. */
  readonly categories: readonly string[];
  readonly won: Minor;
  readonly digits: number;
}

/** Null where no deal that is due in the period has one. @throws Failure `sum-too-large` */
export function categoriesView({
  deals,
  period,
  categories,
  won,
  digits,
}: CategoriesAsked): CategoriesView | null {
  const due = deals.filter(({ close }) => isIn(period, close));
  const others = due.filter(({ category }) => !categories.includes(category));
  if (others.length === due.length) return null;
  let sum = won;
  return {
    sums: categories.map((category): CategorySum => {
      const called = due.filter((row) => row.category === category);
      const value = worthOf(called);
      sum = sumMinor([sum, value]);
      return {
        ...{ category, deals: called.length },
        ...{ value: fromMinor(value, digits), with_won: fromMinor(sum, digits) },
      };
    }),
    others: { deals: others.length, value: fromMinor(worthOf(others), digits) },
    without_amount: due.filter(({ value }) => value === undefined).length,
  };
}
