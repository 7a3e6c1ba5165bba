// A deal's row as a snapshot of today would have it: the file's content, and what the series adds.

import { type Day, daysBetween } from '../base/day.ts';
import { type Decimal, valueAt } from '../base/money.ts';
import { customText } from '../deal/custom.ts';
import { type Activity, type Deal, outcomeOf } from '../deal/deal.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import { RULE_NUMBERS } from '../workspace/rule-ids.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DealFacts } from './deal-facts.ts';
import type { DealRow } from './row.ts';
import { closeMove } from './series-close.ts';
import { clockOf, lastActivity } from './signs.ts';
import { inOrder, stageThen } from './stage-record.ts';

/** What a row needs to know beside the deal. */
export interface RowContext {
  /** What past snapshots tell about this deal. */
  readonly facts: DealFacts | undefined;
  readonly settings: Settings;
  /** One unit in reporting currency. */
  readonly rates: Readonly<Record<string, Decimal>>;
  /** Of the reporting currency. */
  readonly digits: number;
  readonly today: Day;
}

/** The row of a deal. Its value is undefined where it has no amount, or its currency no rate. */
export function takeRow(deal: Deal, context: RowContext): DealRow {
  const { facts, settings, today } = context;
  const currency = deal.currency === '' ? settings.currency : deal.currency;
  const sign = clockOf(deal, {
    facts,
    currency,
    freshness: settings.freshness,
    process: settings.process.stages,
    today,
  });
  const last = lastActivity(deal, today);
  const open = outcomeOf(deal.stage) === 'open';
  return {
    id: deal.id,
    name: wellFormed(deal.name),
    account: wellFormed(deal.account),
    owner: wellFormed(deal.owner),
    stage: wellFormed(deal.stage),
    amount: deal.amount,
    currency,
    value: minorValue(deal.amount, currency, context),
    created: deal.created,
    recorded: deal.recorded,
    close: deal.close,
    closeFirst: facts?.closeFirst ?? (open ? deal.close : undefined),
    closeMoves: (facts?.closeMoves ?? 0) + (closeMove(facts, deal) === undefined ? 0 : 1),
    lastActivity: last?.on,
    lastActivityType: wellFormed(last?.type ?? ''),
    lastSignOfLife: sign.day,
    lastSignEvent: wellFormed(sign.event),
    nextStepBy: deal.nextStep?.by,
    nextStep: wellFormed(deal.nextStep?.what ?? ''),
    nextStepAgreed: deal.nextStep?.agreed,
    stages: deal.stages.map(({ stage, on, logged }) => ({ stage: wellFormed(stage), on, logged })),
    activities: activitiesByStage(deal, today),
    lateLogs: deal.activities.filter((activity) => isLate(activity, lateAfter(settings))).length,
    lostReason: wellFormed(deal.lostReason),
    category: wellFormed(deal.category),
    important: wellFormed(deal.important),
    waived: deal.waive.map(({ rule, until }) => ({ rule: wellFormed(rule), until })),
    checklist: deal.checklist.map(wellFormed),
    missing: deal.missing,
    source: deal.source === undefined ? '' : wellFormed(`${deal.source.system}:${deal.source.id}`),
    was: wellFormed(deal.was),
    mergedInto: wellFormed(deal.mergedInto),
    problem: '',
    custom: Object.fromEntries(
      settings.snapshotCustom.map((key) => [
        key,
        wellFormed(Object.hasOwn(deal.custom, key) ? customText(deal.custom[key] ?? null) : ''),
      ]),
    ),
  };
}

/** Amount × rate in minor units, rounded half even, once; undefined without one of the two. */
export function minorValue(
  amount: Decimal | undefined,
  currency: string,
  { rates, digits }: Pick<RowContext, 'rates' | 'digits'>,
): number | undefined {
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  return amount === undefined || rate === undefined ? undefined : valueAt(amount, rate, digits);
}

/** Days after which an activity is written down late: rule `late-log`. */
export function lateAfter({ rules }: Pick<Settings, 'rules'>): number {
  return rules['late-log']?.numbers.after ?? RULE_NUMBERS['late-log'].after;
}

/** Beyond the limit; an activity without the day that it was written down is not judged. */
function isLate(activity: Activity, after: number): boolean {
  const { on, logged } = activity;
  return logged !== undefined && isWithCustomer(activity) && daysBetween(on, logged) > after;
}

/** How many activities happened with the customer in each stage, in the order of the record. */
function activitiesByStage(deal: Deal, today: Day): { stage: string; count: number }[] {
  const counts = new Map<string, number>(inOrder(deal.stages).map(({ stage }) => [stage, 0]));
  const stageOn = stageThen(deal);
  for (const activity of deal.activities) {
    if (activity.on > today || !isWithCustomer(activity)) continue;
    const stage = stageOn(activity.on);
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([stage, count]) => ({ stage: wellFormed(stage), count }));
}

/** Half surrogates, which YAML's escapes can make and UTF-8 can't hold, become the replacement character. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}
