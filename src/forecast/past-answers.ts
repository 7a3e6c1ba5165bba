// What forecasts as of days of the past said. Nothing that is written down later changes any of it, so that who keeps it
// need not ask again.

import type { BaselineName } from './baselines.ts';
import type { Range } from './range.ts';
import type { Target } from './spans.ts';
import type { Views } from './views.ts';

/** What would have been said of a period: the range as it was shown, and beside it simpler ways. */
export interface SaidThen extends Range {
  readonly baselines: Readonly<Partial<Record<BaselineName, number | undefined>>>;
}

interface Parts {
  /** What each view said of the rest of the period. */
  readonly rest: Views['rest'];
  /** Of the whole period, before it is widened; null: there was no history to go by. */
  readonly range: Range | null;
  readonly said: SaidThen;
}

/** Each part where it was asked for. Numbers and words alone: it may be kept as JSON. */
export type PastAnswer = Partial<Parts>;

/** Answers by `questionOf`, of one scope of one history. */
export interface PastAnswers {
  get(question: string): PastAnswer | undefined;
  set(question: string, answer: PastAnswer): void;
}

/** @param day at whose start it stands. Begins with that day. */
export function questionOf(day: number, { from, to }: Target): string {
  return `${day} ${from} ${to}`;
}

/** The day at whose start it stands. */
export function dayOfQuestion(question: string): number {
  return Number.parseInt(question, 10);
}

/** What is asked for of an answer, which is found out where it was not yet. */
export function recalled<Part extends keyof Parts>(
  answers: PastAnswers,
  question: string,
  part: Part,
  find: () => Parts[Part],
): Parts[Part] {
  const known: Parts[Part] | undefined = answers.get(question)?.[part];
  if (known !== undefined) return known;
  const found = find();
  answers.set(question, { ...answers.get(question), [part]: found });
  return found;
}
