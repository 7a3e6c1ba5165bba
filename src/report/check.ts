// pipeline/check/1: what the rules found, the freshness index, and whether that passes the gate.

import type { Day } from '../base/day.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Book } from '../book/book.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Finding, Findings, NotEvaluated } from '../freshness/finding.ts';
import { findingsOf } from '../freshness/findings.ts';
import { freshnessIndex, INDEX_RULES } from '../freshness/freshness-index.ts';
import { isOpen } from '../freshness/open-deals.ts';
import { RULES } from '../freshness/registry.ts';
import type { Rule } from '../freshness/rule.ts';
import { SEVERITY_RANK } from '../freshness/severity.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { type DealScope, dealsToCheck, expectEvaluated, rulesNamed } from './check-scope.ts';
import { type FreshnessFields, freshnessFields } from './freshness.ts';

export interface CheckOptions extends DealScope {
  /** None: all rules. */
  readonly rules: readonly string[];
  readonly gate: 'error' | 'warning';
  /** Share 0–1. */
  readonly minFreshness: number | undefined;
}

export interface CheckFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** '' where it is about the workspace. */
  readonly id: string;
  readonly owner: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly hint: string;
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
  /** null: it is not waived. */
  readonly waived: { readonly until: Day; readonly why: string | null } | null;
}

/** Numbers of findings; waived ones are counted apart. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly waived: number;
}

export interface CheckView {
  readonly schema: 'pipeline/check/1';
  readonly today: Day;
  /** The day of the snapshot that it shows; null for the working set. */
  readonly as_of: Day | null;
  readonly currency: string;
  readonly scope: {
    readonly rules: readonly string[];
    readonly owners: readonly string[];
    readonly stages: readonly string[];
  };
  readonly gate: 'error' | 'warning';
  readonly min_freshness: number | null;
  /** Readable deals that were looked at. */
  readonly deals: { readonly open: number; readonly closed: number; readonly with_findings: number };
  readonly freshness: FreshnessFields;
  /** The rules asked for that looked at something, in the order of the table of rules. */
  readonly evaluated: readonly RuleId[];
  readonly not_evaluated: readonly NotEvaluated[];
  /** Ids of deals that cannot be read, whatever the scope: they may be anybody's. */
  readonly unreadable: readonly string[];
  readonly counts: Counts & { readonly at_gate: number };
  /** Only rules with findings, in the order of the table of rules. */
  readonly rules: readonly (Counts & { readonly rule: RuleId; readonly title: string })[];
  readonly passed: {
    readonly gate: boolean;
    /** null: there is no limit. */
    readonly freshness: boolean | null;
  };
  readonly exit_status: ExitStatus;
  readonly findings: readonly CheckFinding[];
}

/**
 * Runs the rules over what is in scope.
 * @throws Failure `usage`, `nothing-to-look-at`, `sum-too-large`
 */
export function checkView(book: Book, options: CheckOptions): CheckView {
  const { digits, reportingCurrency } = book.state;
  const rules = rulesNamed(options.rules);
  const { deals, archived } = dealsToCheck(book, options);
  const needed = [...new Set([...rules, ...INDEX_RULES.map((rule) => RULES[rule])])];
  const all = findingsOf(book, { rules: needed, rows: deals, archived });
  const found = only(all, rules);
  expectEvaluated(rules, found, book);

  const unreadable = unreadableDeals(book);
  const findings = inScope(
    found.findings,
    options,
    new Set([...[...deals, ...archived].map(({ id }) => id), ...unreadable]),
  );
  const freshness = freshnessFields(freshnessIndex(deals.filter(isOpen), all, book.settings), digits);
  const counts = countsOf(findings);
  const at_gate = findings.filter((finding) => isAtGate(finding, options.gate)).length;
  const passed = { gate: at_gate === 0, freshness: isFreshEnough(freshness, options.minFreshness) };
  return {
    schema: 'pipeline/check/1',
    today: book.today,
    as_of: book.past ? book.state.on : null,
    currency: reportingCurrency,
    scope: { rules: options.rules, owners: options.owners, stages: options.stages },
    gate: options.gate,
    min_freshness: options.minFreshness ?? null,
    deals: {
      open: deals.filter(isOpen).length,
      closed: deals.filter(({ stage }) => outcomeOf(stage) !== 'open').length,
      with_findings: new Set(findings.flatMap(({ id }) => (id === '' ? [] : [id]))).size,
    },
    freshness,
    evaluated: rules.flatMap(({ id }) => (found.evaluated.has(id) ? [id] : [])),
    not_evaluated: found.notEvaluated,
    unreadable,
    counts: { ...counts, at_gate },
    rules: rules.flatMap(({ id, title }) => {
      const own = findings.filter(({ rule }) => rule === id);
      return own.length === 0 ? [] : [{ rule: id, title, ...countsOf(own) }];
    }),
    passed,
    exit_status: exitStatus(unreadable, passed, isIndexNeeded(freshness, options.minFreshness)),
    findings: findings.map((finding) => ({
      ...findingFields(finding, digits),
      at_gate: isAtGate(finding, options.gate),
    })),
  };
}

/** Whether the finding counts against the gate: as severe or more, and not waived. */
function isAtGate({ severity, waived }: Finding, gate: 'error' | 'warning'): boolean {
  return waived === undefined && SEVERITY_RANK[severity] <= SEVERITY_RANK[gate];
}

function only(found: Findings, rules: readonly Rule[]): Findings {
  const asked = new Set(rules.map(({ id }) => id));
  return {
    findings: found.findings.filter(({ rule }) => asked.has(rule)),
    notEvaluated: found.notEvaluated.filter(({ rule }) => asked.has(rule)),
    evaluated: found.evaluated,
  };
}

/** Of some owners or stages: what is about their deals, and about the workspace, which concerns everybody. */
function inScope(
  findings: readonly Finding[],
  scope: DealScope,
  ids: ReadonlySet<string>,
): readonly Finding[] {
  if (scope.owners.length === 0 && scope.stages.length === 0) return findings;
  return findings.filter(({ id }) => id === '' || ids.has(id));
}

function countsOf(findings: readonly Finding[]): Counts {
  const unwaived = findings.filter(({ waived }) => waived === undefined);
  const count = (severity: Severity) => unwaived.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    waived: findings.length - unwaived.length,
  };
}

function isIndexNeeded(freshness: FreshnessFields, least: number | undefined): boolean {
  return least !== undefined && freshness.by_value === null;
}

function isFreshEnough({ by_value }: FreshnessFields, least: number | undefined): boolean | null {
  if (least === undefined) return null;
  return by_value !== null && by_value >= least;
}

/** Unreadable deals win; then a limit on an index that does not exist; then the gate and the limit. */
function exitStatus(
  unreadable: readonly string[],
  passed: CheckView['passed'],
  isIndexMissing: boolean,
): ExitStatus {
  if (unreadable.length > 0) return ExitStatus.rejected;
  if (isIndexMissing) return ExitStatus.usage;
  return passed.gate && passed.freshness !== false ? ExitStatus.done : ExitStatus.findings;
}

function findingFields(finding: Finding, digits: number): Omit<CheckFinding, 'at_gate'> {
  const { place, since, waived } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    id: finding.id,
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
    waived: waived === undefined ? null : { until: waived.until, why: waived.why ?? null },
  };
}
