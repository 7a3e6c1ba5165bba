// The freshness clock: which event a deal's days without a sign of life are counted from (docs/method.md).
// A sign dated after today is none yet: a meeting that is planned, or a mistyped year, keeps no deal fresh.

import type { Day } from '../base/day.ts';
import { type Activity, type Deal, outcomeOf } from '../deal/deal.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import { isSameStage, type ProcessStage } from '../deal/process.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DealFacts } from './deal-facts.ts';
import type { SignEvent } from './row.ts';
import { amountDiffers, earlier, stageDiffers, stageEnteredBy } from './series.ts';

/** What the clock runs from. */
export interface Sign {
  readonly day: Day;
  /** A SignEvent; for an activity `activity:TYPE`, for a stage `stage:ID`. */
  readonly event: string;
}

/** What the clock needs to know beside the deal. */
export interface ClockContext {
  /** What past snapshots tell about the deal; undefined where none has it. */
  readonly facts: DealFacts | undefined;
  /** The deal's currency, with the workspace's filled in. */
  readonly currency: string;
  readonly freshness: Pick<Settings['freshness'], 'signs' | 'notActivities'>;
  /** The open stages as they are now, with what they were called before. */
  readonly process: readonly Pick<ProcessStage, 'id' | 'was'>[];
  readonly today: Day;
}

type Kind = Settings['freshness']['signs'][number];

/** The last sign of life of each kind, if any. Of several on one day the earlier kind in this table is named. */
const SIGNS = {
  activity: ({ activities }, { freshness, today }) => {
    const counted = activities.filter(
      (activity) => isWithCustomer(activity) && !freshness.notActivities.includes(activity.type),
    );
    const last = lastUntil(counted, today);
    return last && { day: last.on, event: `activity:${last.type}` };
  },
  stage: ({ stage, stages, close }, { facts, process, today }) => {
    const last = lastUntil(stages, today);
    const shown = stageDiffers(facts, stage, process) ? today : facts?.stageChanged;
    // A closed deal tells by its close date when it was won or lost.
    const closed = outcomeOf(stage) !== 'open' && close !== undefined && close <= today ? close : undefined;
    const changed = shown && (closed ?? shown);
    const entered = stageEnteredBy(facts, stage, process);
    // Changed in an editor: the record ends with another stage, or there is none.
    if (changed !== undefined && !isSameStage(process, last?.stage, entered))
      return { day: changed, event: `stage:${entered}` };
    return last && { day: last.on, event: `stage:${last.stage}` };
  },
  amount: (deal, { facts, currency, today }) => {
    const changed = amountDiffers(facts, deal.amount, currency) ? today : facts?.amountChanged;
    return changed && { day: changed, event: 'amount' };
  },
  'next-step': ({ nextStep }, { facts, today }) => {
    if (nextStep === undefined || nextStep.what === '') return undefined;
    const known = facts?.nextStep === nextStep.what ? facts.nextStepSince : undefined;
    const since = earlier(nextStep.agreed, known) ?? today;
    return { day: since, event: 'next-step' };
  },
} satisfies Record<Kind, (deal: Deal, context: ClockContext) => Sign | undefined>;

/**
 * What a deal's clock runs from: the newest of the signs of life that the workspace counts, else the day it
 * was created, recorded, or first seen by a snapshot, else today.
 */
export function clockOf(deal: Deal, context: ClockContext): Sign {
  const { facts, freshness, today } = context;
  let newest: Sign | undefined;
  for (const kind of Object.keys(SIGNS) as Kind[]) {
    if (!freshness.signs.includes(kind)) continue;
    const sign = SIGNS[kind](deal, context);
    if (sign !== undefined && sign.day <= today && (newest === undefined || sign.day > newest.day))
      newest = sign;
  }
  return (
    newest ??
    entry(deal.created, 'created', today) ??
    entry(deal.recorded, 'recorded', today) ??
    entry(facts?.firstDay, 'first-snapshot', today) ?? {
      day: today,
      event: 'now',
    }
  );
}

/** The last activity with the customer, of any type, that has happened: by day, then by line. */
export function lastActivity(deal: Pick<Deal, 'activities'>, today: Day): Activity | undefined {
  return lastUntil(deal.activities.filter(isWithCustomer), today);
}

function entry(day: Day | undefined, event: SignEvent, today: Day): Sign | undefined {
  return day !== undefined && day <= today ? { day, event } : undefined;
}

function lastUntil<T extends { readonly on: Day }>(items: readonly T[], today: Day): T | undefined {
  let last: T | undefined;
  for (const item of items) {
    if (item.on <= today && (last === undefined || item.on >= last.on)) last = item;
  }
  return last;
}
