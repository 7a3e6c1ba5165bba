// What a deal says otherwise than before, field by field, items of lists one by one: what every entry tells back.

import { customText } from '../deal/custom.ts';
import type { Deal, DealKey } from '../deal/deal.ts';
import { activityText, stageText, stepText, waiverText } from '../deal/item-text.ts';

/** A field as its file says it, '' where it says nothing. */
export interface FieldDifference {
  /** As in the deal's file: `owner`, `custom.segment`. */
  readonly field: string;
  readonly old: string;
  readonly new: string;
}

const TEXTS = [
  ['name', 'name'],
  ['account', 'account'],
  ['owner', 'owner'],
  ['stage', 'stage'],
  ['amount', 'amount'],
  ['currency', 'currency'],
  ['created', 'created'],
  ['recorded', 'recorded'],
  ['close', 'close'],
  ['important', 'important'],
  ['category', 'category'],
  ['lost_reason', 'lostReason'],
  ['was', 'was'],
  ['merged_into', 'mergedInto'],
  ['missing', 'missing'],
] as const satisfies readonly (readonly [DealKey, keyof Deal])[];

const LISTS = {
  contacts: ({ contacts }) => contacts,
  stages: ({ stages }) => stages.map(stageText),
  activities: ({ activities }) => activities.map(activityText),
  checklist: ({ checklist }) => checklist,
  waive: ({ waive }) => waive.map(waiverText),
} as const satisfies Partial<Record<DealKey, (deal: Deal) => readonly string[]>>;

/** @param before undefined for a deal that is new */
export function dealDifferences(before: Deal | undefined, after: Deal): FieldDifference[] {
  const found: FieldDifference[] = [];
  const compare = (field: string, old: string, now: string) => {
    if (old !== now) found.push({ field, old, new: now });
  };
  for (const [field, key] of TEXTS) compare(field, before?.[key] ?? '', after[key] ?? '');
  const step = (deal: Deal | undefined) => (deal?.nextStep === undefined ? '' : stepText(deal.nextStep));
  compare('next_step', step(before), step(after));
  for (const [field, textsOf] of Object.entries(LISTS)) {
    const old = before === undefined ? [] : textsOf(before);
    const now = textsOf(after);
    for (const text of leftOver(old, now)) compare(field, text, '');
    for (const text of leftOver(now, old)) compare(field, '', text);
  }
  const custom = (deal: Deal | undefined, key: string) =>
    deal !== undefined && Object.hasOwn(deal.custom, key) ? customText(deal.custom[key] ?? null) : '';
  const keys = new Set([...Object.keys(before?.custom ?? {}), ...Object.keys(after.custom)]);
  for (const key of keys) compare(`custom.${key}`, custom(before, key), custom(after, key));
  return found;
}

/** What is in the first list and not in the second, each as often as it is there more. */
function leftOver(texts: readonly string[], without: readonly string[]): string[] {
  const left = [...without];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
