// pipeline/rules/1: every rule with what is in force of it here, and whether anything is judged by it.

import type { Day } from '../base/day.ts';
import type { Severity } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { withCommas } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import type { Findings, NotEvaluated } from '../freshness/finding.ts';
import { findingsOf } from '../freshness/findings.ts';
import { INDEX_RULES } from '../freshness/freshness-index.ts';
import type { Rule } from '../freshness/rule.ts';
import { settingsOfRule } from '../freshness/rule-settings.ts';
import { isOff } from '../freshness/severity.ts';
import { isOfWorkspace, type RuleId } from '../workspace/rule-ids.ts';
import { rulesNamed } from './check-scope.ts';
import { type RuleInForce, ruleInForce, type SettingLines } from './rules-in-force.ts';

/** Whether a rule judges anything here, and why not. */
export type Standing = 'evaluated' | 'off' | 'nothing-to-look-at' | 'not-evaluated';

export interface RuleEntry extends RuleInForce {
  readonly rule: RuleId;
  readonly title: string;
  readonly about: 'open-deals' | 'deals' | 'workspace';
  /** Whether it is behind the freshness index. */
  readonly in_index: boolean;
  readonly default_severity: Severity;
  /** The default of its gravest findings, where it graduates by itself. */
  readonly default_gravest: Severity | null;
  readonly standing: Standing;
  /** Why it is not evaluated; '' where it is. */
  readonly reason: Sayable;
  /** Deals for which it is not evaluated, where it is for others. */
  readonly not_evaluated: readonly Omit<NotEvaluated, 'rule'>[];
  readonly findings: { readonly open: number; readonly waived: number };
}

export interface RulesView {
  readonly schema: 'pipeline/rules/1';
  readonly today: Day;
  readonly as_of: Day | null;
  readonly rules: readonly RuleEntry[];
}

/**
 * The rules that the words name, all without words.
 * @throws Failure `usage` with "did you mean"
 */
export function rulesView(book: Book, words: readonly string[], lines: SettingLines): RulesView {
  const rules = [...new Set(rulesNamed(words))];
  const found = findingsOf(book, { rules });
  return {
    schema: 'pipeline/rules/1',
    today: book.today,
    as_of: book.past ? book.state.on : null,
    rules: rules.map((rule) => ruleEntry(rule, book, found, lines)),
  };
}

/** One rule. @param found what the rules say, this one among them */
export function ruleEntry(rule: Rule, book: Book, found: Findings, lines: SettingLines): RuleEntry {
  const own = found.findings.filter((finding) => finding.rule === rule.id);
  const skipped = found.notEvaluated.filter((entry) => entry.rule === rule.id);
  const waived = own.filter((finding) => finding.waived !== undefined).length;
  return {
    rule: rule.id,
    title: rule.title,
    about: isOfWorkspace(rule.id) ? 'workspace' : rule.over === 'open deals' ? 'open-deals' : 'deals',
    in_index: INDEX_RULES.some((id) => id === rule.id),
    default_severity: rule.severity,
    default_gravest: rule.gravest ?? null,
    ...ruleInForce(rule, book.settings, lines),
    ...standingOf(rule, book, found, skipped),
    not_evaluated: skipped.map(({ rule: _, ...entry }) => entry),
    findings: { open: own.length - waived, waived },
  };
}

function standingOf(
  rule: Rule,
  { settings }: Book,
  found: Findings,
  skipped: readonly NotEvaluated[],
): Pick<RuleEntry, 'standing' | 'reason'> {
  if (isOff(rule.id, settings)) return { standing: 'off', reason: said('off in pipeline.yaml') };
  if (rule.isMoot?.(settings) === true) {
    const needed = settingsOfRule(rule.id)[0]?.split('.').at(-1);
    const reason =
      needed === undefined
        ? said('nothing is set that it could judge by')
        : said('{setting} is not set', { setting: needed });
    return { standing: 'nothing-to-look-at', reason };
  }
  if (found.evaluated.has(rule.id)) return { standing: 'evaluated', reason: '' };
  const reasons = [...new Map(skipped.map(({ reason }) => [String(reason), reason])).values()];
  if (reasons.length > 0) return { standing: 'not-evaluated', reason: withCommas(reasons) };
  return {
    standing: 'nothing-to-look-at',
    reason: said(rule.over === 'open deals' ? 'no open deals' : 'no deals'),
  };
}
