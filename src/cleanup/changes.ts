// What a decision changes in a deal's file.

import type { Day } from '../base/day.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal, DealKey } from '../deal/deal.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Distinct, Keep, Lose, Revive } from './decision.ts';

/** A deal that is kept is no longer called forgotten, nor stale. */
export const KEPT_FROM: readonly RuleId[] = ['forgotten', 'stale'];

/** The changes of a deal that is decided on; of two that are distinct, of the other one. */
export function changesFor(
  decision: Revive | Lose | Keep | Distinct,
  deal: Pick<Deal, 'waive'>,
  today: Day,
): DealChange[] {
  switch (decision.do) {
    case 'revive':
      return [{ kind: 'set-next-step', step: { by: decision.by, what: decision.nextStep, agreed: today } }];
    case 'lost':
      return [
        { kind: 'set', key: 'stage', value: 'lost' },
        { kind: 'set', key: 'close', value: today },
        { kind: 'set', key: 'lost_reason', value: decision.reason },
        { kind: 'append', key: 'stages', item: { stage: 'lost', on: today } },
      ];
    case 'keep':
      return KEPT_FROM.map((rule) => waiver(deal, rule, decision));
    case 'distinct':
      return [waiver(deal, 'duplicate', decision)];
  }
}

/** The fields that a decision changes, as far as a CRM may hold them; waivers are ours. */
export const CHANGED_FIELDS = {
  revive: ['next_step'],
  lost: ['stage', 'close', 'lost_reason'],
  keep: [],
  distinct: [],
} as const satisfies Record<'revive' | 'lost' | 'keep' | 'distinct', readonly DealKey[]>;

/** A waiver of that rule takes the place of one that is there. */
function waiver({ waive }: Pick<Deal, 'waive'>, rule: RuleId, { until, why }: Keep | Distinct): DealChange {
  const index = waive.findLastIndex((written) => written.rule === rule);
  const item = { rule, until, why };
  return index < 0 ? { kind: 'append', key: 'waive', item } : { kind: 'replace', key: 'waive', index, item };
}
