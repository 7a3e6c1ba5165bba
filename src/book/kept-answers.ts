// What forecasts as of past days said, of one scope: those kept answers that the snapshots of now still bear out, and new ones.

import { dayOfQuestion, type PastAnswer, type PastAnswers } from '../forecast/past-answers.ts';
import type { KeptMemo } from '../index-db/rows.ts';

/** The lines of a memo's inputs before those of snapshots: its shape, and the settings. */
export const FRAME = 2;
/** So many answers of a scope are kept: those asked for last. */
const MOST = 400;

/** Answers, those asked for last at the end. */
export class KeptAnswers implements PastAnswers {
  readonly #before: number;
  readonly #answers = new Map<string, PastAnswer>();
  #hasMore = false;

  constructor(memo: KeptMemo | undefined, lines: readonly string[], before: number) {
    this.#before = before;
    if (memo === undefined) return;
    const until = Math.min(before, ...changedSince(memo.inputs.split('\n'), lines));
    if (until === Number.NEGATIVE_INFINITY) return;
    for (const [question, answer] of JSON.parse(memo.value()) as [string, PastAnswer][])
      if (dayOfQuestion(question) < until) this.#answers.set(question, answer);
  }

  get(question: string): PastAnswer | undefined {
    const answer = this.#answers.get(question);
    if (answer !== undefined) this.#put(question, answer);
    return answer;
  }

  set(question: string, answer: PastAnswer): void {
    this.#put(question, answer);
    this.#hasMore ||= dayOfQuestion(question) < this.#before;
  }

  #put(question: string, answer: PastAnswer): void {
    this.#answers.delete(question);
    this.#answers.set(question, answer);
  }

  /** Undefined: nothing was found out. */
  toKeep(): string | undefined {
    if (!this.#hasMore) return undefined;
    const lasting = [...this.#answers].filter(([question]) => dayOfQuestion(question) < this.#before);
    return JSON.stringify(lasting.slice(-MOST));
  }
}

/** The days from which on what is kept is of other snapshots than there are; all days, where it is of other settings. */
function changedSince(kept: readonly string[], lines: readonly string[]): number[] {
  const differs = lines.findIndex((line, place) => line !== kept[place]);
  const from = differs === -1 ? lines.length : differs;
  if (from < FRAME) return [Number.NEGATIVE_INFINITY];
  return [...kept.slice(from), ...lines.slice(from)].map((line) => Number.parseInt(line, 10));
}
