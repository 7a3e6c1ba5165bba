// Whether a rule looked at a deal: only where it did does the lack of a finding say anything.

import type { DealRow } from '../snapshot/row.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Findings } from './finding.ts';
import { isOpen } from './open-deals.ts';
import { RULES } from './registry.ts';
import type { Looked, Rule } from './rule.ts';
import { systemOf } from './source.ts';

/**
 * Not where all of the rule was not evaluated, where it was blind for the deal's source, or could not judge this deal.
 * Without a row only the first is asked.
 */
export function judgedIn(
  { notEvaluated }: Findings,
  book: Looked,
): (rule: RuleId, row: DealRow | undefined) => boolean {
  const isWhole = ({ source, deals }: Findings['notEvaluated'][number]) => source === '' && deals === 0;
  const whole = new Set(notEvaluated.filter(isWhole).map(({ rule }) => rule));
  const blind = new Set(
    notEvaluated.flatMap(({ rule, source }) => (source === '' ? [] : [`${rule} ${source}`])),
  );
  return (id, row) => {
    if (whole.has(id)) return false;
    if (row === undefined) return true;
    return !blind.has(`${id} ${systemOf(row)}`) && !isUnjudged(RULES[id], row, book);
  };
}

function isUnjudged(rule: Rule, row: DealRow, book: Looked): boolean {
  if (rule.over === 'book' || rule.unjudged === undefined) return false;
  const isLookedAt = rule.over === 'open deals' ? isOpen(row) : row.problem === '';
  return isLookedAt && rule.unjudged(row, book) !== undefined;
}
