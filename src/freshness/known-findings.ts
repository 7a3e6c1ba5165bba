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

/** Each stands for one finding of now. Counted, since a file may say any number of them. */
export class KnownFindings {
  /** How many there are by rank. */
  readonly #counts = new Map<string, Map<number, number>>();

  /** @param rank of severity, 0 the worst: it stands for a finding that is no worse */
  add(name: FindingName, rank: number, count = 1): void {
    const key = keyOf(name);
    const counts = this.#counts.get(key) ?? new Map<number, number>();
    counts.set(rank, (counts.get(rank) ?? 0) + count);
    this.#counts.set(key, counts);
  }

  /**
   * Uses up one that stands for a finding of that rank, the mildest; whether there was one. Ask for the worst findings
   * first.
   */
  take(name: FindingName, rank: number): boolean {
    const counts = this.#counts.get(keyOf(name));
    if (counts === undefined) return false;
    for (let known = rank; known >= 0; known--) {
      const count = counts.get(known) ?? 0;
      if (count === 0) continue;
      counts.set(known, count - 1);
      return true;
    }
    return false;
  }

  /** How many of that name and rank are not used up. */
  left(name: FindingName, rank: number): number {
    return this.#counts.get(keyOf(name))?.get(rank) ?? 0;
  }
}
