// Which settings of pipeline.yaml a rule goes by, beside those under `rules:`. Where the first one leaves a rule
// nothing to look at, it is named as the reason.

import type { RuleId } from '../workspace/rule-ids.ts';
import type { SettingPath } from '../workspace/settings-explained.ts';

const RULE_SETTINGS: Partial<Record<RuleId, readonly SettingPath[]>> = {
  stale: [
    'freshness.warn_after',
    'freshness.error_after',
    'process.stages[].stale.warn_after',
    'process.stages[].stale.error_after',
    'freshness.signs',
    'freshness.not_activities',
  ],
  'missing-rate': ['rates'],
  'stage-age': ['process.stages[].max_days'],
  forgotten: ['clean.forgotten_after', 'freshness.signs', 'freshness.not_activities'],
  'placeholder-close': ['fiscal_year_starts'],
  'missing-field': ['process.stages[].requires.fields', 'process.stages[].requires.activities'],
  'late-entry': ['documented_since'],
  'skipped-stage': ['documented_since', 'process.stages[].allow_skip'],
  'late-log': ['documented_since'],
  'undocumented-stage': ['documented_since'],
  'closed-without-reason': ['lost_reasons'],
  'unknown-stage': ['process.stages'],
  'unknown-owner': ['team'],
  'import-overdue': ['source_of_record', 'rhythm.import'],
  'snapshot-overdue': ['rhythm.snapshot', 'documented_since'],
  'review-overdue': ['rhythm.review', 'documented_since'],
  'clean-overdue': ['rhythm.clean', 'documented_since'],
  'plan-missing': ['plan.targets', 'fiscal_year_starts', 'rhythm.plan', 'documented_since'],
};

/** The settings that the rule goes by, the one that matters most first. */
export function settingsOfRule(rule: RuleId): readonly SettingPath[] {
  return RULE_SETTINGS[rule] ?? [];
}
