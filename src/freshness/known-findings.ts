// Findings that were there before, so that what is found now can be told from them: by rule, deal and what it is
// about, never by line or words, which move and change while the finding stays.

import type { RuleId } from '../workspace/rule-ids.ts';

/** What makes a finding the same one at another time. */
export interface FindingName {
  readonly rule: RuleId;
  /** '' where it is about the workspace. */
  readonly id: string;
  /** Which of several things of the workspace; '' where the rule finds one at most. */
  readonly about: string;
}

/** The name as one text. */
export function keyOf({ rule, id, about }: FindingName): string {
  return JSON.stringify([rule, id, about]);
}

/** Each stands for one finding of now. */
export class KnownFindings {
  readonly #ranks = new Map<string, number[]>();

  /** @param rank of severity, 0 the worst: it stands for a finding that is no worse */
  add(name: FindingName, rank: number): void {
    const key = keyOf(name);
    const ranks = this.#ranks.get(key);
    if (ranks === undefined) this.#ranks.set(key, [rank]);
    else ranks.splice(ranks.filter((other) => other <= rank).length, 0, rank);
  }

  /** Uses up one that stands for a finding of that rank; whether there was one. Ask for the worst findings first. */
  take(name: FindingName, rank: number): boolean {
    const ranks = this.#ranks.get(keyOf(name));
    if (ranks?.[0] === undefined || ranks[0] > rank) return false;
    ranks.shift();
    return true;
  }

  /** How many of that name are not used up. */
  left(name: FindingName): number {
    return this.#ranks.get(keyOf(name))?.length ?? 0;
  }
}
