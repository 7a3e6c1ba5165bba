// What a deal says of what a stage requires: fields that are filled in, and activities that happened.

import type { Day } from '../base/day.ts';
import { type Decimal, sameAmount } from '../base/money.ts';
import { customText } from '../deal/custom.ts';
import type { Activity, Deal, DealKey } from '../deal/deal.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import { stageThen } from '../snapshot/stage-record.ts';

/** What nobody knows yet is often written so. */
const PLACEHOLDERS = ['0', '1', '0.01'] as Decimal[];

function isPlaceholder(amount: Decimal): boolean {
  return PLACEHOLDERS.some((placeholder) => sameAmount(amount, placeholder));
}

/** Whether a text says something: an empty list and an empty map of a custom field do not. */
export function isSaid(text: string): boolean {
  return !['', '[]', '{}'].includes(text.trim());
}

/** What a deal and its row have under the same names. */
type Shared = Pick<
  Deal,
  'name' | 'account' | 'owner' | 'stage' | 'amount' | 'created' | 'recorded' | 'close' | 'important'
> &
  Pick<Deal, 'category' | 'checklist' | 'lostReason' | 'was' | 'mergedInto' | 'missing'> & {
    readonly stages: readonly unknown[];
    /** A row counts those with the customer alone. */
    readonly activities: readonly (Pick<Activity, 'type'> | { readonly count: number })[];
  };

/** Whether each field says something. An amount of 0, 1 or 0.01 is a placeholder; a currency the workspace has. */
export const SAYS = {
  name: ({ name }) => isSaid(name),
  account: ({ account }) => isSaid(account),
  owner: ({ owner }) => isSaid(owner),
  stage: ({ stage }) => isSaid(stage),
  amount: ({ amount }) => amount !== undefined && !isPlaceholder(amount),
  currency: () => true,
  created: ({ created }) => created !== undefined,
  recorded: ({ recorded }) => recorded !== undefined,
  close: ({ close }) => close !== undefined,
  important: ({ important }) => isSaid(important),
  category: ({ category }) => isSaid(category),
  stages: ({ stages }) => stages.length > 0,
  activities: ({ activities }) => activities.some((one) => 'count' in one || isWithCustomer(one)),
  checklist: ({ checklist }) => checklist.length > 0,
  lost_reason: ({ lostReason }) => isSaid(lostReason),
  was: ({ was }) => isSaid(was),
  merged_into: ({ mergedInto }) => isSaid(mergedInto),
  missing: ({ missing }) => missing !== undefined,
} as const satisfies Partial<Record<DealKey, (of: Shared) => boolean>>;

/** Whether a deal's custom field says something. */
export function saysCustom({ custom }: Pick<Deal, 'custom'>, key: string): boolean {
  return isSaid(Object.hasOwn(custom, key) ? customText(custom[key] ?? null) : '');
}

/** Whether an activity of one of the types has happened until a day, while the deal was in a stage of those. */
export function hasHappened(
  deal: Pick<Deal, 'stage' | 'stages' | 'activities'>,
  types: readonly string[],
  isHere: (stage: string) => boolean,
  until: Day,
): boolean {
  const stageOn = stageThen(deal);
  return deal.activities.some(({ on, type }) => on <= until && types.includes(type) && isHere(stageOn(on)));
}
