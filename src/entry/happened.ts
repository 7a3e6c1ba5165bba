// What a file of activities or a calendar tells: one thing that happened, or why it is none to write down.

import { createHash } from 'node:crypto';
import type { Day } from '../base/day.ts';
import type { Said } from '../base/said.ts';

/** What may tell which deal it was about. */
export interface Clues {
  /** A deal's id, former id, record in the CRM or name, from a column for that; '' where there is none. */
  readonly deal: string;
  /** The customer, from a column for that; ''. */
  readonly account: string;
  readonly subject: string;
  /** Further text: an id may stand in it. */
  readonly text: string;
  /** Addresses of those who took part, in lower case. */
  readonly addresses: readonly string[];
}

/** A place in a file. */
export interface Told {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What it was; '' where the file keeps it private. */
  readonly note: string;
}

export interface Happened extends Told {
  readonly kind: 'happened';
  readonly on: Day;
  /** One of the workspace's. */
  readonly type: string;
  /** What it is known by when the file comes again: an event's UID, a row's id; else made of what the row says. */
  readonly ref: string;
  /** What deals may know it by instead: a row with a long id was once referred to as if it had none. */
  readonly formerRef?: string;
  readonly clues: Clues;
}

/** Why something is not written down though it can be read. */
export const LEFT_OUT = [
  'future',
  'before-since',
  'cancelled',
  'declined',
  'private',
  'out-of-office',
  'not-done',
  'replaced',
  'other-owner',
] as const;
export type WhyLeftOut = (typeof LEFT_OUT)[number];

export interface LeftOut extends Told {
  readonly kind: 'left-out';
  readonly on: Day | undefined;
  readonly why: WhyLeftOut;
}

export interface Rejected extends Told {
  readonly kind: 'rejected';
  readonly on: Day | undefined;
  readonly why: Said;
}

/** A row of a table, an event, or one day of a series. */
export type FileItem = Happened | LeftOut | Rejected;

const MADE = 'row:';

/** A reference made of what a row or an event says, where it has no name of its own. */
export function madeRef(said: string): string {
  return `${MADE}${digest(said)}`;
}

/** A reference for a name that is too long to stand in a deal. */
export function shortRef(name: string): string {
  return `uid:${digest(name)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Whether it names the thing itself, rather than what was said of it. */
export function isOwnRef(ref: string | undefined): boolean {
  return ref !== undefined && !ref.startsWith(MADE);
}
