// pipeline/forecast-calls/1: what people said that periods will bring, one call a week for the same deals.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Problem } from '../base/problem.ts';
import { type HumanCall, mondayOf, weeklyCalls } from '../human-calls/human-call.ts';

export interface HumanCallView {
  readonly period: string;
  /** The key of the owner; null: of all deals together. */
  readonly owner: string | null;
  readonly on: Day;
  /** The Monday of its week. */
  readonly week: Day;
  readonly amount: Decimal;
  readonly currency: string;
  readonly note: string;
  /** Null where it was written down on the day. */
  readonly logged: Day | null;
}

export interface HumanCallsView {
  readonly schema: 'pipeline/forecast-calls/1';
  readonly today: Day;
  /** The calls that were asked for, by period, owner and day. */
  readonly calls: readonly HumanCallView[];
  readonly mistakes: readonly Problem[];
}

export interface CallChangeView {
  readonly schema: 'pipeline/forecast-call/1';
  readonly today: Day;
  /** `nothing`: it says so already. */
  readonly did: 'added' | 'replaced' | 'nothing';
  readonly call: HumanCallView;
  /** The call of the week that this one takes the place of. */
  readonly replaces: HumanCallView | null;
  /** How what was typed was read; '' where it was typed so. */
  readonly typed: string;
}

export function humanCallView(call: HumanCall): HumanCallView {
  const { period, owner, on, amount, currency, note, logged } = call;
  return {
    ...{ period, owner: owner === '' ? null : owner, on, week: mondayOf(on) },
    ...{ amount, currency, note, logged: logged ?? null },
  };
}

/** @param asked undefined: of every period, of everybody */
export function humanCallsView(
  { calls, problems }: { readonly calls: readonly HumanCall[]; readonly problems: readonly Problem[] },
  asked: { readonly period: string | undefined; readonly owner: string | undefined },
  today: Day,
): HumanCallsView {
  const chosen = weeklyCalls(calls).filter(
    ({ period, owner }) =>
      (asked.period === undefined || period === asked.period) &&
      (asked.owner === undefined || owner === asked.owner),
  );
  const keyOf = ({ period, owner, on }: HumanCall) => `${period}\0${owner}\0${on}`;
  const sorted = [...chosen].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    schema: 'pipeline/forecast-calls/1',
    today,
    calls: sorted.map(humanCallView),
    mistakes: problems,
  };
}
