// A finding: what a rule found, with severity, owner and value; and what could not be evaluated.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import type { Minor } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Place, Since } from './rule.ts';
import { SEVERITY_RANK } from './severity.ts';

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The deal; '' where it is about the workspace. */
  readonly id: string;
  /** Which of several things of the workspace it is about; '' where the rule finds one at most. */
  readonly about: string;
  readonly owner: string;
  /** Of the deal, in reporting currency; undefined where it has none. */
  readonly value: Minor | undefined;
  readonly place: Place;
  readonly message: Sayable;
  readonly hint: Sayable;
  readonly days: number | undefined;
  readonly since: Since | undefined;
  /** Waived until that day, and why (undefined in a snapshot): not at the gate, but its deal is not fresh. */
  readonly waived: { readonly until: Day; readonly why: string | undefined } | undefined;
}

/** A rule that was not evaluated: for the open deals of a source, for some deals, or at all. */
export interface NotEvaluated {
  readonly rule: RuleId;
  /** The source's system; '' where it is not about a source. */
  readonly source: string;
  readonly reason: Sayable;
  /** How many deals that concerns; 0 where the rule was not evaluated at all. */
  readonly deals: number;
}

export interface Findings {
  /** By severity, then value at stake, then place. */
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** The rules that looked at something: not off, and not all of it in `notEvaluated`. */
  readonly evaluated: ReadonlySet<RuleId>;
}

/** Order: severity, the larger value first, those without one last, then file, line and rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
    compareValues(a.value, b.value) ||
    compareText(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    compareText(a.id, b.id) ||
    compareText(a.rule, b.rule)
  );
}

function compareValues(a: Minor | undefined, b: Minor | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return b - a;
}
