// An example of each rule: files of a workspace and what check says of them. Made by `npm run docs` from
// fixtures/rules/, so that it is what check really says.

import type { RuleId } from '../workspace/rule-ids.ts';
import EXAMPLES from './rule-examples.json' with { type: 'json' };

export interface RuleExample {
  /** The day on which it is checked. */
  readonly today: string;
  /** By path from the workspace's root. */
  readonly files: Readonly<Record<string, string>>;
  /** Of the workspace beside them, where the finding rests on snapshots: their names. */
  readonly snapshots: string;
  /** The lines that check prints for one finding. */
  readonly says: string;
}

/** Undefined for a rule without a fixture. */
export function exampleOf(rule: RuleId): RuleExample | undefined {
  const examples: Readonly<Record<string, RuleExample>> = EXAMPLES;
  return Object.hasOwn(examples, rule) ? examples[rule] : undefined;
}
