// The ids of all rules that docs/method.md names: what pipeline.yaml and waivers may speak of.

export const RULE_IDS = [
  'stale',
  'past-close',
  'no-next-step',
  'overdue-next-step',
  'date-order',
  'missing-rate',
  'stage-age',
  'forgotten',
  'pushed',
  'placeholder-close',
  'missing-field',
  'late-entry',
  'skipped-stage',
  'late-log',
  'undocumented-stage',
  'duplicate',
  'closed-without-reason',
  'invalid-file',
  'duplicate-id',
  'conflict-markers',
  'unknown-stage',
  'unknown-owner',
  'future-date',
  'unknown-key',
  'unused-setting',
  'expired-waiver',
  'snapshot-overdue',
  'import-overdue',
  'review-overdue',
  'clean-overdue',
  'plan-missing',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** About the workspace and not about a deal: no stage and no owner makes a difference. */
const WORKSPACE_RULES = [
  'unused-setting',
  'snapshot-overdue',
  'import-overdue',
  'review-overdue',
  'clean-overdue',
  'plan-missing',
] as const satisfies readonly RuleId[];

/** Whether the rule's findings are about the workspace rather than a deal. */
export function isOfWorkspace(rule: string): boolean {
  return WORKSPACE_RULES.some((id) => id === rule);
}

/** The numbers of their own that rules take under `rules:`, with the value where the configuration is silent. */
export const RULE_NUMBERS = {
  'late-log': { after: 2 },
  pushed: { times: 3 },
} as const satisfies Partial<Record<RuleId, Readonly<Record<string, number>>>>;
