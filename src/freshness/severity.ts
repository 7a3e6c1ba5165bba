// How severe a rule's findings are: what pipeline.yaml says, for the owner's group first.

import type { Severity } from '../base/problem.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Settings } from '../workspace/settings.ts';
import { memberOf } from './owner.ts';

export const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** What pipeline.yaml sets for the rule and a deal of that owner; undefined: nothing, the rule's own holds. */
export function configuredSeverity(
  rule: RuleId,
  owner: string,
  settings: Pick<Settings, 'rules' | 'team'>,
): Severity | 'off' | undefined {
  const setting = settings.rules[rule];
  if (setting === undefined) return undefined;
  if (hasNone(setting.groups)) return setting.severity;
  const group = memberOf(settings.team, owner)?.group ?? '';
  return (Object.hasOwn(setting.groups, group) ? setting.groups[group] : undefined) ?? setting.severity;
}

/** Asked once a deal and rule: a list of the keys each time is what a large book would wait for. */
function hasNone(groups: object): boolean {
  for (const _ in groups) return false;
  return true;
}

/** Whether nobody's deals are looked at: off, and no group has another severity. */
export function isOff(rule: RuleId, settings: Pick<Settings, 'rules'>): boolean {
  const setting = settings.rules[rule];
  return setting?.severity === 'off' && Object.values(setting.groups).every((group) => group === 'off');
}
