// The dialogue as values: what people said about the process, what was decided, what was promised, what was held.
// Entries of feedback/2026-11.yaml.

import type { Day } from '../base/day.ts';

/** The format of feedback files that this program reads and writes. */
export const FEEDBACK_FORMAT = 1;

/** What a piece of feedback is: something that serves well, to change, to stop, or to find out. */
export const FEEDBACK_KINDS = ['works', 'change', 'stop', 'question'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export const DECISIONS = ['accepted', 'rejected', 'trial'] as const;

/** Activities of the rhythm that leave no other trace. */
export const HELD = ['plan', 'results'] as const;

interface Entry {
  /** `f` or `a` or `h` and hex digits: a hash of what was first written down, the same on every machine. */
  readonly id: string;
  readonly on: Day;
  /** Where it stands: from the workspace's root, and the line from 1. */
  readonly file: string;
  readonly line: number;
}

export interface Decision {
  readonly as: (typeof DECISIONS)[number];
  readonly on: Day;
  readonly why: string;
  /** The last day of a trial. */
  readonly until: Day | undefined;
  /** What a trial is measured by: a metric of `pipeline trend`, of one stage where it is named. */
  readonly metric: string;
  readonly stage: string;
}

export interface Feedback extends Entry {
  readonly kind: FeedbackKind;
  readonly text: string;
  readonly why: string;
  readonly stage: string;
  readonly deal: string;
  /** Who said it; '' where it is not known. */
  readonly by: string;
  /** The sheet's name without `.md` where it was said in a review: `2026-11-23-anna`. */
  readonly ref: string;
  readonly decision: Decision | undefined;
  /** What was decided before that: a trial that was then accepted. The first one first. */
  readonly earlier: readonly Decision[];
  /** What came of it. */
  readonly done: { readonly on: Day; readonly result: string } | undefined;
  /** The version of the process that it led to. */
  readonly process: number | undefined;
}

/** What somebody promised in a review. */
export interface Action extends Entry {
  readonly kind: 'action';
  readonly text: string;
  readonly owner: string;
  /** By when it is to be done. */
  readonly due: Day | undefined;
  readonly deal: string;
  readonly ref: string;
  readonly done: Feedback['done'];
  /** That it is not to be done any more. What is done all the same is done. */
  readonly dropped: { readonly on: Day; readonly why: string } | undefined;
}

/** That an activity of the rhythm took place. */
export interface Held extends Entry {
  readonly kind: 'held';
  readonly what: (typeof HELD)[number];
}

export type DialogueEntry = Feedback | Action | Held;
