// The freshness index: the share of open value whose deal shows no finding of four rules (docs/method.md).

import type { Minor } from '../base/money.ts';
import type { Sayable } from '../base/said.ts';
import { withCommas } from '../base/said-lists.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import { type WithoutRate, withoutRate } from '../snapshot/without-rate.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Findings, NotEvaluated } from './finding.ts';
import { configuredSeverity } from './severity.ts';
import { systemOf } from './source.ts';

/** The rules behind the index. */
export const INDEX_RULES = [
  'stale',
  'past-close',
  'no-next-step',
  'overdue-next-step',
] as const satisfies readonly RuleId[];

export interface CountAndValue {
  readonly count: number;
  /** Deals without a value add nothing. */
  readonly value: Minor;
}

export interface FreshnessIndex {
  /** Share of value 0–1; undefined where nothing was evaluated, or there is no value. */
  readonly byValue: number | undefined;
  /** Share by count 0–1; undefined where nothing was evaluated. */
  readonly byCount: number | undefined;
  readonly fresh: CountAndValue;
  readonly open: CountAndValue;
  /** Open deals without a value: in the counts alone. */
  readonly withoutValue: number;
  /** Those of them that have an amount, which no rate converts. */
  readonly withoutRate: WithoutRate;
  /** Open deals for which `stale` was on and evaluated, and their share of open value; undefined over no value. */
  readonly staleJudged: CountAndValue & { readonly share: number | undefined };
  /** Of the rules behind the index: for how many of these deals each was not evaluated, and why. */
  readonly notEvaluated: readonly Omit<NotEvaluated, 'source'>[];
}

/**
 * The index over open deals (openDeals, or some of them), to be asked for as many groups of them as there are.
 * A waived finding counts as any other, `info` too; a rule at off does not. Where `stale` was evaluated for
 * none of the deals, or every rule is off, there is no index.
 */
export function freshnessIndexOf(
  found: Findings,
  settings: SettingsOfRules,
): (open: readonly DealRow[]) => FreshnessIndex {
  const notFresh = notFreshIds(found);
  const judges = INDEX_RULES.map((rule) => judgeOf(rule, found, settings));
  return (open) => {
    const rules = judges.map((judge) => judged(judge, open));
    const stale = rules.find(({ rule }) => rule === 'stale');
    const isBlind = stale !== undefined && stale.on > 0 && stale.evaluated.length === 0;
    const isKnown = !isBlind && rules.some(({ evaluated }) => evaluated.length > 0);
    const openTotal = totalOf(open);
    const freshTotal = totalOf(open.filter(({ id }) => !notFresh.has(id)));
    const staleTotal = totalOf(stale?.evaluated ?? []);
    return {
      byValue: isKnown ? share(freshTotal.value, openTotal.value) : undefined,
      byCount: isKnown ? share(freshTotal.count, openTotal.count) : undefined,
      fresh: freshTotal,
      open: openTotal,
      withoutValue: open.reduce((count, { value }) => count + Number(value === undefined), 0),
      withoutRate: withoutRate(open),
      staleJudged: { ...staleTotal, share: share(staleTotal.value, openTotal.value) },
      notEvaluated: rules.flatMap(({ rule, on, evaluated, reason }) =>
        evaluated.length < on ? [{ rule, reason, deals: on - evaluated.length }] : [],
      ),
    };
  };
}

/** The ids of all deals with a finding of a rule behind the index. */
export function notFreshIds(found: Findings): ReadonlySet<string> {
  const behind: readonly RuleId[] = INDEX_RULES;
  const ids = new Set<string>();
  for (const { rule, id } of found.findings) if (behind.includes(rule)) ids.add(id);
  return ids;
}

type SettingsOfRules = Pick<Settings, 'rules' | 'team' | 'process'>;

interface Judge {
  readonly rule: RuleId;
  /** undefined: for every deal; likewise below. */
  readonly isOn: ((row: DealRow) => boolean) | undefined;
  readonly isEvaluated: ((row: DealRow) => boolean) | undefined;
  /** Why it was not evaluated where it was not. */
  readonly reason: Sayable;
}

function judgeOf(rule: RuleId, found: Findings, settings: SettingsOfRules): Judge {
  const skipped = found.notEvaluated.filter((entry) => entry.rule === rule);
  const sources = new Set(skipped.map(({ source }) => source));
  return {
    rule,
    isOn: settings.rules[rule] && ((row: DealRow) => configuredSeverity(rule, row, settings) !== 'off'),
    isEvaluated:
      sources.size === 0 ? undefined : (row: DealRow) => !sources.has('') && !sources.has(systemOf(row)),
    reason: withCommas([...new Map(skipped.map(({ reason }) => [String(reason), reason])).values()]),
  };
}

/** For how many of the deals a rule is on, and those for which it was evaluated. */
function judged({ rule, isOn, isEvaluated, reason }: Judge, open: readonly DealRow[]) {
  const on = isOn === undefined ? open : open.filter(isOn);
  return { rule, on: on.length, evaluated: isEvaluated === undefined ? on : on.filter(isEvaluated), reason };
}

function totalOf(rows: readonly DealRow[]): CountAndValue {
  return { count: rows.length, value: worthOf(rows) };
}

/** Within 0 and 1 also where negative amounts would lead out; undefined over nothing. */
function share(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : undefined;
}
