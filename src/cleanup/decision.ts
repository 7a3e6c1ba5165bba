// What a person decides in a clean-up, deal by deal.

import type { Day } from '../base/day.ts';

/** Which deal, and as it was when it was decided on (deal/version.ts). */
export interface Subject {
  readonly id: string;
  readonly version: string;
}

/** To the archive, byte for byte. */
export interface Archive extends Subject {
  readonly do: 'archive';
}

/** It goes on, with a next step. */
export interface Revive extends Subject {
  readonly do: 'revive';
  readonly nextStep: string;
  readonly by: Day;
}

/** It is over. */
export interface Lose extends Subject {
  readonly do: 'lost';
  readonly reason: string;
}

/** It stays as it is until a day, with a waiver that says why. */
export interface Keep extends Subject {
  readonly do: 'keep';
  readonly until: Day;
  readonly why: string;
}

/** Two deals become one. */
export interface Merge extends Subject {
  readonly do: 'merge';
  readonly other: Subject;
}

/** Two deals that look alike are two: a waiver on the second says so until a day. */
export interface Distinct extends Subject {
  readonly do: 'distinct';
  readonly other: Subject;
  readonly until: Day;
  readonly why: string;
}

export type Decision = Archive | Revive | Lose | Keep | Merge | Distinct;

/** What can be done about a deal of each group, beside nothing. */
export const CHOICES = {
  finished: ['archive'],
  forgotten: ['revive', 'lost', 'keep'],
  duplicates: ['merge', 'distinct'],
} as const satisfies Record<string, readonly Decision['do'][]>;

export type Group = keyof typeof CHOICES;

/** All that was decided, and how much was not. */
export interface Decisions {
  /** The clean-up's quarter: `2026-Q4`. */
  readonly quarter: string;
  readonly decided: readonly Decision[];
  /** Entries left at `nothing`, or without a word. */
  readonly undecided: number;
}
