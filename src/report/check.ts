// pipeline/check/1: what the rules found, the freshness index, and whether that passes the gate.

import type { Day } from '../base/day.ts';
import { ExitStatus } from '../base/exit-status.ts';
import type { Book } from '../book/book.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Findings, NotEvaluated } from '../freshness/finding.ts';
import { findingsOf } from '../freshness/findings.ts';
import { freshnessIndexOf, INDEX_RULES } from '../freshness/freshness-index.ts';
import { isOpen } from '../freshness/open-deals.ts';
import { RULES } from '../freshness/registry.ts';
import type { Rule } from '../freshness/rule.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { type CheckFinding, type Counts, checkFinding, countsOf, isAtGate } from './check-finding.ts';
import {
  type DealScope,
  type DealsInScope,
  dealsToCheck,
  expectEvaluated,
  rulesNamed,
} from './check-scope.ts';
import {
  type ApartAsked,
  apartIn,
  type BaselineFields,
  baselineFields,
  type SinceFields,
  sinceFields,
} from './check-since.ts';
import { type FreshnessFields, freshnessFields } from './freshness.ts';
import { type FreshnessGroup, openGroups } from './freshness-groups.ts';

export interface CheckOptions extends DealScope, ApartAsked {
  /** None: all rules. */
  readonly rules: readonly string[];
  readonly gate: 'error' | 'warning';
  /** The most warnings that pass; undefined: any number. */
  readonly maxWarnings?: number | undefined;
  /** Share 0–1. Of a change, and of what is new, the index tells nothing: it is not held against it then. */
  readonly minFreshness: number | undefined;
  /** Share 0–1 of open value for which `stale` must have been judged; held as minFreshness is. */
  readonly minJudged?: number | undefined;
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
  /** What a change did, where only its deals are looked at; null: all are. */
  readonly changed: {
    readonly asked: string;
    /** The commit that the work tree is held against. */
    readonly base: string;
    /** Those in scope whose files it touches. */
    readonly deals: readonly string[];
    readonly removed: readonly string[];
    /** pipeline.yaml is another one, so all deals were looked at. */
    readonly settings: boolean;
    /** What is staged was looked at, and not the work tree. */
    readonly staged: boolean;
    /** Deals that the change leaves as unreadable as they were; they fail nothing. */
    readonly unreadable_before: readonly string[];
  } | null;
  /** The moment since which findings must be new to stand at the gate; null: old ones stand there too. */
  readonly since: SinceFields | null;
  readonly baseline: BaselineFields | null;
  readonly gate: 'error' | 'warning';
  readonly max_warnings: number | null;
  readonly min_freshness: number | null;
  readonly min_judged: number | null;
  /** Readable deals that were looked at. */
  readonly deals: { readonly open: number; readonly closed: number; readonly with_findings: number };
  readonly freshness: FreshnessFields;
  /** The rules asked for that looked at something, in the order of the table of rules. */
  readonly evaluated: readonly RuleId[];
  /** Owners by open value, stages in the order of the process. */
  readonly freshness_by: {
    readonly owner: readonly FreshnessGroup[];
    readonly stage: readonly FreshnessGroup[];
  };
  readonly not_evaluated: readonly NotEvaluated[];
  /** Ids of deals that cannot be read, whatever the scope: they may be anybody's. */
  readonly unreadable: readonly string[];
  readonly counts: Counts & { readonly at_gate: number };
  /** Only rules with findings, in the order of the table of rules. */
  readonly rules: readonly (Counts & { readonly rule: RuleId; readonly title: string })[];
  readonly passed: {
    readonly gate: boolean;
    /** null: there is no limit. */
    readonly warnings: boolean | null;
    /** null: there is no limit, or the index is not held against it. */
    readonly freshness: boolean | null;
    /** Whether `stale` was judged for enough of open value; null as above. */
    readonly judged: boolean | null;
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
  const { changed, gate } = options;
  const rules = rulesNamed(options.rules, changed);
  const scope = dealsToCheck(book, options);
  const { deals, unreadable } = scope;
  const needed = [...new Set([...rules, ...INDEX_RULES.map((rule) => RULES[rule])])];
  const all = findingsOf(book, { rules: needed, rows: deals, archived: scope.archived });
  const found = inScope(only(all, rules), options, scope);
  expectEvaluated(rules, found, book, changed);

  const apart = apartIn(found, book, options);
  const judged = found.findings.map((finding) => ({ finding, apart: apart(finding) }));
  const open = deals.filter(isOpen);
  const indexOf = freshnessIndexOf(all, book.settings);
  const index = (of: readonly DealRow[]) => freshnessFields(indexOf(of), digits);
  const freshness = index(open);
  const groups = (by: 'owner' | 'stage') =>
    openGroups(open, by, book).map(([key, of]) => ({ key, ...index(of) }));
  const counts = countsOf(judged);
  const at_gate = judged.filter((one) => isAtGate(one, gate)).length;
  const { maxWarnings, minFreshness, minJudged } = options;
  const isOfAll = changed === undefined && options.since === undefined;
  const atLeast = (share: number | null, least: number | undefined) =>
    least === undefined || !isOfAll ? null : share !== null && share >= least;
  const passed = {
    gate: at_gate === 0,
    warnings: maxWarnings === undefined ? null : counts.warning <= maxWarnings,
    freshness: atLeast(freshness.by_value, minFreshness),
    judged: atLeast(freshness.stale_judged.share, minJudged),
  };
  const isIndexHeld = passed.freshness !== null || passed.judged !== null;
  const isWhole = changed === undefined && !book.past && options.owners.length + options.stages.length === 0;
  return {
    schema: 'pipeline/check/1',
    today: book.today,
    as_of: book.past ? book.state.on : null,
    currency: reportingCurrency,
    scope: { rules: options.rules, owners: options.owners, stages: options.stages },
    changed: changedFields(options, scope),
    since: sinceFields(options.since),
    baseline: baselineFields(options.baseline?.filter(isOf(rules)), found, book, isWhole),
    gate,
    max_warnings: maxWarnings ?? null,
    min_freshness: minFreshness ?? null,
    min_judged: minJudged ?? null,
    deals: {
      open: open.length,
      closed: deals.filter(({ stage }) => outcomeOf(stage) !== 'open').length,
      with_findings: new Set(found.findings.flatMap(({ id }) => (id === '' ? [] : [id]))).size,
    },
    freshness,
    evaluated: rules.flatMap(({ id }) => (found.evaluated.has(id) ? [id] : [])),
    freshness_by: { owner: groups('owner'), stage: groups('stage') },
    not_evaluated: found.notEvaluated,
    unreadable,
    counts: { ...counts, at_gate },
    rules: rules.flatMap(({ id, title }) => {
      const own = judged.filter(({ finding }) => finding.rule === id);
      return own.length === 0 ? [] : [{ rule: id, title, ...countsOf(own) }];
    }),
    passed,
    exit_status: exitStatus(unreadable, passed, isIndexHeld && freshness.by_value === null),
    findings: judged.map((one) => checkFinding(one, gate, digits)),
  };
}

function changedFields(
  { changed }: CheckOptions,
  { deals, archived, unreadable, unreadable_before }: DealsInScope,
): CheckView['changed'] {
  if (changed === undefined) return null;
  const { asked, base, ids, removed, settings, staged } = changed;
  const looked = new Set([...[...deals, ...archived].map(({ id }) => id), ...unreadable]);
  const touched = [...looked].filter((id) => ids.has(id)).sort();
  return { asked, base, deals: touched, removed, settings, staged, unreadable_before };
}

function isOf(rules: readonly Rule[]): (of: { readonly rule: RuleId }) => boolean {
  const asked = new Set(rules.map(({ id }) => id));
  return ({ rule }) => asked.has(rule);
}

function only(found: Findings, rules: readonly Rule[]): Findings {
  const isAsked = isOf(rules);
  return {
    findings: found.findings.filter(isAsked),
    notEvaluated: found.notEvaluated.filter(isAsked),
    evaluated: found.evaluated,
  };
}

/** Of some owners or stages: what is about their deals, and about the workspace, which concerns everybody. */
function inScope(found: Findings, { owners, stages, changed }: CheckOptions, scope: DealsInScope): Findings {
  if (owners.length === 0 && stages.length === 0 && changed === undefined) return found;
  const ids = new Set([...scope.deals, ...scope.archived].map(({ id }) => id));
  for (const id of scope.unreadable) ids.add(id);
  return { ...found, findings: found.findings.filter(({ id }) => id === '' || ids.has(id)) };
}

/** Unreadable deals win; then a limit on an index that does not exist; then the gate and the limits. */
function exitStatus(
  unreadable: readonly string[],
  passed: CheckView['passed'],
  isIndexMissing: boolean,
): ExitStatus {
  if (unreadable.length > 0) return ExitStatus.rejected;
  if (isIndexMissing) return ExitStatus.usage;
  return Object.values(passed).includes(false) ? ExitStatus.findings : ExitStatus.done;
}
