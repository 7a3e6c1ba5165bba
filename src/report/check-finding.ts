// A finding as pipeline/check/1 has it, what keeps it from the gate, and the numbers of them.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Finding } from '../freshness/finding.ts';
import { SEVERITY_RANK } from '../freshness/severity.ts';
import type { RuleId } from '../workspace/rule-ids.ts';

/**
 * What keeps a finding from the gate whatever its severity; of several the first. `old`: it was there before; `untold`:
 * nobody can say whether it was.
 */
export const APART = ['waived', 'baseline', 'old', 'untold'] as const;
export type Apart = (typeof APART)[number];

export interface CheckFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** '' where it is about the workspace. */
  readonly id: string;
  /** Which of several things of the workspace; '' where the rule finds one at most. */
  readonly about: string;
  readonly owner: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: Sayable;
  readonly hint: Sayable;
  readonly value: Decimal | null;
  readonly days: number | null;
  readonly since: {
    readonly date: Day;
    readonly event: string;
    readonly file: string;
    readonly line: number | null;
  } | null;
  /** Whether it counts against the gate. */
  readonly at_gate: boolean;
  /** null: nothing but its severity decides whether it stands at the gate. */
  readonly apart: Apart | null;
  /** null: it is not waived. */
  readonly waived: { readonly until: Day; readonly why: string | null } | null;
}

/** Numbers of findings. Those that something keeps from the gate are counted by that, and not by severity. */
export type Counts = Readonly<Record<Severity | Apart, number>>;

/** A finding, and what keeps it from the gate. */
export interface Judged {
  readonly finding: Finding;
  readonly apart: Apart | null;
}

export function countsOf(judged: readonly Judged[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0, baseline: 0, old: 0, untold: 0 };
  for (const { finding, apart } of judged) counts[apart ?? finding.severity]++;
  return counts;
}

/** Whether the finding counts against the gate: as severe or more, and not kept from it. */
export function isAtGate({ finding, apart }: Judged, gate: 'error' | 'warning'): boolean {
  return apart === null && SEVERITY_RANK[finding.severity] <= SEVERITY_RANK[gate];
}

export function checkFinding(judged: Judged, gate: 'error' | 'warning', digits: number): CheckFinding {
  const { finding, apart } = judged;
  const { place, since, waived } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    id: finding.id,
    about: finding.about,
    owner: finding.owner,
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
    message: finding.message,
    hint: finding.hint,
    value: finding.value === undefined ? null : fromMinor(finding.value, digits),
    days: finding.days ?? null,
    since:
      since === undefined
        ? null
        : {
            date: since.date,
            event: since.event,
            file: since.place.file,
            line: since.place.line ?? null,
          },
    at_gate: isAtGate(judged, gate),
    apart,
    waived: waived === undefined ? null : { until: waived.until, why: waived.why ?? null },
  };
}
