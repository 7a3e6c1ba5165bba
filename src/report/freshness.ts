// The freshness index as views have it: money as decimal text, shares from 0 to 1, null for "–".

import { type Decimal, fromMinor } from '../base/money.ts';
import type { Sayable } from '../base/said.ts';
import type { CountAndValue, FreshnessIndex } from '../freshness/freshness-index.ts';
import type { WithoutRate } from '../snapshot/without-rate.ts';
import type { RuleId } from '../workspace/rule-ids.ts';

export interface CountAndMoney {
  readonly count: number;
  readonly value: Decimal;
}

export interface FreshnessFields {
  /** null: nothing was evaluated, or nothing has a value. */
  readonly by_value: number | null;
  readonly by_count: number | null;
  /** Without a finding; means nothing where `by_count` is null. */
  readonly fresh: CountAndMoney;
  readonly open: CountAndMoney;
  /** Open deals without a value. */
  readonly without_value: number;
  /** Those of them that have an amount, which no rate converts. */
  readonly without_rate: WithoutRate;
  /** Open deals for which `stale` was evaluated, and their share of open value: of the others nobody knows. */
  readonly stale_judged: CountAndMoney & { readonly share: number | null };
  /** Rules behind the index that were not evaluated for some of the open deals. */
  readonly not_evaluated: readonly {
    readonly rule: RuleId;
    readonly reason: Sayable;
    readonly deals: number;
  }[];
}

/** The index with money in the currency's digits. */
export function freshnessFields(index: FreshnessIndex, digits: number): FreshnessFields {
  return {
    by_value: index.byValue ?? null,
    by_count: index.byCount ?? null,
    fresh: countAndMoney(index.fresh, digits),
    open: countAndMoney(index.open, digits),
    without_value: index.withoutValue,
    without_rate: index.withoutRate,
    stale_judged: {
      ...countAndMoney(index.staleJudged, digits),
      share: index.staleJudged.share ?? null,
    },
    not_evaluated: index.notEvaluated,
  };
}

export function countAndMoney({ count, value }: CountAndValue, digits: number): CountAndMoney {
  return { count, value: fromMinor(value, digits) };
}
