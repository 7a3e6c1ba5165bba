// Settings that leave but a few rules on, so that no number of these tests changes with the next rule there is.

import { BUILT_RULES } from '../../src/freshness/registry.ts';
import type { RuleId } from '../../src/workspace/rule-ids.ts';

/** `rules:` for pipeline.yaml: these at the severity given, or as they are by default; all others that are built off. */
export function onlyRules(on: Partial<Record<RuleId, 'info' | 'warning' | 'error' | ''>>): string {
  const said = BUILT_RULES.flatMap(({ id }) => {
    const severity = on[id] ?? 'off';
    return severity === '' ? [] : [`${id}: ${severity}`];
  });
  return `rules: {${said.join(', ')}}\n`;
}
