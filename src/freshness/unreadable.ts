// Which deals cannot be read: left out of every figure, named wherever figures stand.

import type { RuleId } from '../workspace/rule-ids.ts';
import { dealIdOf } from './from-problems.ts';
import type { Looked } from './rule.ts';

/** The rules whose findings make a deal unreadable. */
const UNREADABLE_RULES: readonly string[] = [
  'invalid-file',
  'duplicate-id',
  'conflict-markers',
] as const satisfies readonly RuleId[];

/** Whether a finding of the rule is of a deal that cannot be read: no gate lets that pass. */
export function isUnreadableRule(rule: RuleId): boolean {
  return UNREADABLE_RULES.includes(rule);
}

/**
 * Their ids, ascending, archived ones too; of a folder that is not looked into its path, since nobody knows whose
 * deals are there. Whatever severity pipeline.yaml gives the rules.
 */
export function unreadableDeals(book: Pick<Looked, 'state' | 'leftOut' | 'problems'>): readonly string[] {
  const carried = book.state.deals.filter(({ problem }) => problem !== '').map(({ id }) => id);
  const found = book.problems
    .filter(({ code, severity }) => severity === 'error' && UNREADABLE_RULES.includes(code))
    .filter(({ file }) => /^(?:deals|archive)(?:\/|$)/.test(file))
    .map(({ file }) => dealIdOf(file) ?? file);
  return [...new Set([...carried, ...book.leftOut, ...found])].sort();
}
