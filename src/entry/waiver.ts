// A finding that is accepted for a time: until which day, and why.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { EntryContext } from './context.ts';

export interface AskedWaiver {
  readonly rule: RuleId;
  /** The last day on which it holds. */
  readonly until: Day;
  readonly why: string;
}

/**
 * The waiver; in the place of one of the same rule that is over.
 * @throws Failure `usage` without a reason, `bad-date` for a day before today
 */
export function waiverChange(
  { waive }: Pick<Deal, 'waive'>,
  { rule, until, why }: AskedWaiver,
  { today }: Pick<EntryContext, 'today'>,
): DealChange {
  if (why.trim() === '') throw new Failure('usage', 'A waiver needs a reason.', { hint: 'Say why.' });
  if (until < today) {
    throw new Failure(
      'bad-date',
      said('A waiver until {until} is over: today is {today}.', { until, today }),
      {
        hint: 'Give its last day: +4w, end of Q1',
      },
    );
  }
  const item = { rule, until, why: why.trim() };
  const index = waive.findIndex((one) => one.rule === rule && one.until < today);
  return index < 0 ? { kind: 'append', key: 'waive', item } : { kind: 'replace', key: 'waive', index, item };
}
