// What a person decides about a piece of feedback, as the options of `pipeline feedback decide` say it.

import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { asItIs, dayValue, type Said, said } from '../base/said.ts';
import { stageNamed } from '../entry/stage-move.ts';
import { DECISIONS, type Decision, type Feedback } from '../feedback/entry.ts';
import { isKeptAsEarlier } from '../feedback/entry-change.ts';
import { metricNamed } from '../report/trend-metrics.ts';
import type { Message } from '../words/message.ts';
import type { Entering } from './change-deals.ts';
import { dayAsked } from './done-on.ts';
import type { Call } from './verb.ts';

/** Options that only a trial has. */
const OF_TRIALS = ['until', 'metric', 'stage'] as const;

/**
 * @param entry with what was decided: a trial that is changed goes on from its beginning, as far as nothing else is said
 * @throws Failure `usage`; `bad-date` for a day to come, or before it was said
 */
export function decisionAsked(
  call: Call,
  as: Decision['as'],
  entry: Pick<Feedback, 'on' | 'decision'>,
  entering: Entering,
): Omit<Decision, 'why'> {
  const { understood, settings } = entering;
  const { decision: before } = entry;
  const goesOn = before?.as === as && as === 'trial' && call.text('on') === undefined;
  const on = dayAsked(call, entry, goesOn ? before.on : undefined, entering);
  const alone = OF_TRIALS.find((option) => as !== 'trial' && call.text(option) !== undefined);
  if (alone !== undefined) {
    throw new Failure('usage', said('--{alone} is of a trial alone.', { alone }), {
      hint: asItIs('pipeline feedback decide ID trial --why "…"'),
    });
  }
  const [end, word, stage] = OF_TRIALS.map((option) => call.text(option));
  const kept = goesOn ? before : undefined;
  const until = end === undefined ? kept?.until : understood.day(end, 'future');
  if (until !== undefined && until <= on) {
    throw new Failure(
      'bad-date',
      said('--until: {until} is not after {on}, when it begins.', { until, on }),
      {
        hint: 'Name the last day of the trial.',
      },
    );
  }
  const metric = word === undefined ? (kept?.metric ?? '') : metricNamed(word);
  if (stage !== undefined && (metric === '' || metric === 'coverage')) {
    throw new Failure(
      'usage',
      metric === '' ? '--stage says of which stage a --metric is.' : 'coverage is of no single stage.',
      { hint: asItIs('--metric slip-rate --stage STAGE') },
    );
  }
  const ofStage = word === undefined ? (kept?.stage ?? '') : '';
  return { as, on, until, metric, stage: stage === undefined ? ofStage : stageNamed(stage, { settings }).id };
}

/** What a decision takes the place of, and whether that stays on record. */
export function replacedBy(decision: Decision, before: Decision | undefined): Said[] {
  if (before === undefined || isDeepStrictEqual(before, decision)) return [];
  const was = decisionSaid(before);
  return [
    isKeptAsEarlier(before, decision)
      ? said('It takes the place of “{was}”, which stays in the entry under earlier.', { was })
      : said('It said “{was}” before, which is not kept: pipeline undo brings it back.', { was }),
  ];
}

const DECIDED = {
  accepted: 'accepted on {day}',
  rejected: 'rejected on {day}',
  trial: 'trial on {day}',
} as const satisfies Record<Decision['as'], Message>;

function decisionSaid({ as, on, until, why }: Decision): Said {
  const decided = said(DECIDED[as], { day: dayValue(on) });
  const ends =
    until === undefined ? decided : said('{decided} until {day}', { decided, day: dayValue(until) });
  return why === '' ? ends : said('{decision}: {why}', { decision: ends, why: onOneLine(why) });
}

/** A text of several lines among others. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** @throws Failure `usage` with "did you mean" */
export function decisionCalled(word: string): Decision['as'] {
  const found = DECISIONS.find((known) => known === word);
  if (found !== undefined) return found;
  throw new Failure('usage', said('"{word}" is no decision.', { word }), {
    hint: didYouMean(word, DECISIONS, said('It is one of {decisions}.', { decisions: DECISIONS.join(', ') })),
  });
}

/** What a trial lacks to be judged later. */
export function trialLacks({ as, until, metric }: Omit<Decision, 'why'>): Message[] {
  if (as !== 'trial') return [];
  return [
    ...(until === undefined ? ['It has no end, so nothing will remind you of it: --until DAY' as const] : []),
    ...(metric === ''
      ? ['It has no measure, so that only opinions will tell: --metric slip-rate' as const]
      : []),
  ];
}
