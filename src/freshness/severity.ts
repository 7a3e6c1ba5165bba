// How severe a rule's findings are, and by which of its numbers it judges: what pipeline.yaml says, for the
// owner's group first, then for the stage, then for the rule.

import type { Severity } from '../base/problem.ts';
import { stageCalled } from '../deal/process.ts';
import type { DealRow } from '../snapshot/row.ts';
import { RULE_NUMBERS, type RuleId } from '../workspace/rule-ids.ts';
import type { RuleSetting, RuleValues, Settings } from '../workspace/settings.ts';
import { memberOf } from './owner.ts';

export const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** What a deal is judged by; of the workspace both are ''. */
export type Whose = Pick<DealRow, 'owner' | 'stage'>;

type SettingsOfRules = Pick<Settings, 'rules' | 'team' | 'process'>;

/** What pipeline.yaml sets for the rule and such a deal; undefined: nothing, the rule's own holds. */
export function configuredSeverity(
  rule: RuleId,
  whose: Whose,
  settings: SettingsOfRules,
): Severity | 'off' | undefined {
  const setting = settings.rules[rule];
  if (setting === undefined) return undefined;
  return closest(setting, whose, settings, ({ severity }) => severity);
}

/** A number of the rule's own (`rules.pushed.times`) as it holds for such a deal, by default where nothing is set. */
export function numberInForce<Rule extends keyof typeof RULE_NUMBERS>(
  rule: Rule,
  name: keyof (typeof RULE_NUMBERS)[Rule] & string,
  whose: Whose,
  settings: SettingsOfRules,
): number {
  const defaults: Readonly<Record<string, number>> = RULE_NUMBERS[rule];
  const setting = settings.rules[rule];
  const set = setting && closest(setting, whose, settings, ({ numbers }) => numbers[name]);
  return set ?? defaults[name] ?? 0;
}

/** The value that is set most closely: of the owner's group, else of the stage, else of the rule. */
function closest<Value>(
  setting: RuleSetting,
  whose: Whose,
  settings: SettingsOfRules,
  valueIn: (values: RuleValues) => Value | undefined,
): Value | undefined {
  const { groups, stages } = setting;
  const ofGroup = hasNone(groups)
    ? undefined
    : held(groups, memberOf(settings.team, whose.owner)?.group ?? '');
  const ofStage = hasNone(stages)
    ? undefined
    : (held(stages, whose.stage) ??
      held(stages, stageCalled(settings.process.stages, whose.stage)?.id ?? ''));
  return (ofGroup && valueIn(ofGroup)) ?? (ofStage && valueIn(ofStage)) ?? valueIn(setting);
}

function held(values: Readonly<Record<string, RuleValues>>, name: string): RuleValues | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Asked once a deal and rule: a list of the keys each time is what a large book would wait for. */
function hasNone(values: object): boolean {
  for (const _ in values) return false;
  return true;
}

/** Whether nobody's deals are looked at: off, and no group and no stage has another severity. */
export function isOff(rule: RuleId, settings: Pick<Settings, 'rules'>): boolean {
  const setting = settings.rules[rule];
  if (setting?.severity !== 'off') return false;
  const differing = [...Object.values(setting.groups), ...Object.values(setting.stages)];
  return differing.every(({ severity }) => severity === undefined || severity === 'off');
}
