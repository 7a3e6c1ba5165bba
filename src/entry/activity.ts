// What happened with a customer, as an item of the deal's activities.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { asItIs, dayValue, type Sayable, said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { PLAIN_ACTIVITY } from '../freshness/mend-commands.ts';
import type { Message } from '../words/message.ts';
import { typeMeant } from './activity-types.ts';
import type { EntryContext } from './context.ts';

export interface AskedActivity {
  /** The day it happened. */
  readonly on: Day;
  readonly type: string;
  readonly note: string;
  /** What it refers to: a meeting in a calendar, say. */
  readonly ref?: string;
}

/**
 * Adds the activity at its place by day, with today as the day on which it was written down.
 * @throws Failure `bad-date` for a day to come, `usage` for a note without words
 */
export function activityChange(
  { activities }: Pick<Deal, 'activities'>,
  { on, type, note, ref }: AskedActivity,
  { today }: Pick<EntryContext, 'today'>,
): DealChange {
  if (note.trim() === '') {
    throw new Failure('usage', 'An activity needs a few words on what happened.', {
      hint: asItIs('pipeline log ID "scope agreed" --type meeting'),
    });
  }
  if (on > today)
    throw isToCome(
      'An activity',
      on,
      said('A plan is a next step: {command}', { command: 'pipeline next ID "…" --by DAY' }),
    );
  const at = activities.findIndex((activity) => activity.on > on);
  return {
    kind: 'append',
    key: 'activities',
    item: { on, logged: today, type, note, ref },
    ...(at < 0 ? {} : { before: at }),
  };
}

/**
 * The activity's type as the workspace has it.
 * @throws Failure `usage` with "did you mean"
 */
export function activityType(word: string | undefined, { settings }: Pick<EntryContext, 'settings'>): string {
  const { activityTypes } = settings;
  if (word === undefined) {
    if (activityTypes.includes(PLAIN_ACTIVITY)) return PLAIN_ACTIVITY;
    throw ofWhichKind('What kind of activity was it?', activityTypes);
  }
  const meant = typeMeant(word, activityTypes);
  if ('type' in meant) return meant.type;
  throw new Failure('usage', said('There is no activity type "{word}".', { word }), {
    hint: didYouMean(
      word,
      activityTypes,
      said('pipeline.yaml has {activityTypes}: activity_types.', { activityTypes: activityTypes.join(', ') }),
    ),
  });
}

/**
 * The type of a calendar's events, where nobody says another.
 * @throws Failure `usage` where the workspace has none for meetings
 */
export function eventType({ settings: { activityTypes } }: Pick<EntryContext, 'settings'>): string {
  const meant = typeMeant('meeting', activityTypes);
  if ('type' in meant) return meant.type;
  throw ofWhichKind('What kind of activity were the events of the calendar?', activityTypes);
}

function ofWhichKind(question: Message, activityTypes: readonly string[]): Failure {
  return new Failure('usage', question, {
    hint: said('--type takes {activityTypes}.', { activityTypes: activityTypes.join(', ') }),
  });
}

/** Where nobody said what kind it was, and a plain one is no sign of life. */
export function plainRemark(
  word: string | undefined,
  { settings }: Pick<EntryContext, 'settings'>,
): readonly Sayable[] {
  const { notActivities } = settings.freshness;
  if (word !== undefined || !notActivities.includes(PLAIN_ACTIVITY)) return [];
  const others = settings.activityTypes.filter((type) => !notActivities.includes(type));
  return [
    said('A {type} is no sign of life here: --type {others} says what it was.', {
      type: PLAIN_ACTIVITY,
      others: anyOf(others),
    }),
  ];
}

/** What has not happened yet is no fact. */
export function isToCome(
  what: Message,
  on: Day,
  hint: Sayable = 'Write it down when it has happened.',
): Failure {
  return new Failure(
    'bad-date',
    said('{what} on {on} is still to come.', { what: said(what), on: dayValue(on) }),
    { hint },
  );
}

/** @throws Failure `bad-date` for a day to come. @param hint what to do with it */
export function expectHappened(on: Day, today: Day, hint: Sayable): void {
  if (on > today)
    throw new Failure('bad-date', said('{on} is still to come.', { on: dayValue(on) }), { hint });
}
