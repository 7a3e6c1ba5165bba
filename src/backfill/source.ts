// Where a past that nobody took snapshots of comes from, and what each such source has to tell of it.

import type { Day } from '../base/day.ts';
import type { Said } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';

/** The deals at the start of a day, as far as they are known. */
export interface PastState {
  readonly deals: readonly Deal[];
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  /** Deals that were there, and can't be read: each stands as in the snapshot before. */
  readonly unread: readonly UnreadPast[];
  /** In force then. */
  readonly settings: Settings;
  /** The commit that the state is of; '' where it is of none. */
  readonly commit: string;
}

export interface UnreadPast {
  readonly id: string;
  /** In the archive: its folder there. */
  readonly folder: string | undefined;
  /** Why, in one line. */
  readonly problem: string;
}

/** A deal that the source can't place in time: it is in none of the states. */
export interface Unplaced {
  readonly id: string;
  readonly why: UnplacedReason;
}

/** Why, as a machine and as a person reads it. */
export const UNPLACED_REASONS = {
  'no-day': 'no day on record on which it was created or entered a stage',
  'no-history': 'no state of it in the history',
  'no-closing-day': 'closed, and no day on record on which it was',
} as const satisfies Record<string, Message>;

export type UnplacedReason = keyof typeof UNPLACED_REASONS;

export interface PastSource {
  /** As snapshot.yaml says it: `backfill-dates`. */
  readonly origin: string;
  /** Columns of a snapshot that are today's, because nothing tells what they were. */
  readonly assumed: readonly string[];
  /** The first day at whose start there is something to show; undefined: never. */
  readonly since: Day | undefined;
  /** The last day of which anything is dated; undefined: it can't be told. */
  readonly last?: Day | undefined;
  readonly unplaced: readonly Unplaced[];
  /** Ids of the CRM that its history has and no deal here does. */
  readonly strangers?: readonly string[];
  /** The only days that it can show; undefined: any from `since` on. */
  readonly days?: readonly Day[];
  /** What was so at the start of that day, of an export on that day. */
  at(day: Day): PastState | Promise<PastState>;
  /** Rows of exports that could not be imported, of the days that were shown. */
  rejected?(): readonly { readonly file: string; readonly line: number; readonly reason: Said }[];
  /** Lets go of what it needed. */
  close?(): void;
}
