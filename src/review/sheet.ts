// A review sheet (reviews/2026-11-23.md) as values: how its deals were drawn, and what people wrote down about each.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Outcome } from '../deal/deal.ts';
import type { Why } from './sample.ts';

/** The format of sheets that this program reads and writes. */
export const SHEET_FORMAT = 1;

/** What a review may say of a deal; `dead` is one that nobody expects to win any more. */
export const VERDICTS = ['confirmed', 'corrected', 'at-risk', 'dead'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A deal of the sample as it stood when the sheet was made. */
export interface SheetPick {
  readonly id: string;
  readonly why: Why;
  readonly rank: number;
  /** The chance it had, 0 to 1. */
  readonly probability: number;
  readonly owner: string;
  /** Its stage, or the outcome. */
  readonly stage: string;
  readonly amount: Decimal | undefined;
  readonly currency: string;
  /** In the sheet's currency. */
  readonly value: Decimal | undefined;
  readonly close: Day | undefined;
}

export interface SheetStratum {
  readonly stratum: Outcome;
  /** The sizes that were asked for, before any cut to the time. */
  readonly largest: number;
  readonly random: number;
  readonly population: number;
  /** Left out of the random part, having been reviewed lately. */
  readonly excluded: number;
  /** How many the random part was drawn from. */
  readonly drawnFrom: number;
  /** What those are worth together, in the sheet's currency. */
  readonly drawnFromValue: Decimal;
  readonly picked: readonly SheetPick[];
}

/** A name that deals have for an owner, and the owner's key. */
export interface OwnerName {
  readonly name: string;
  readonly owner: string;
}

/** All that it takes to draw the sample again. */
export interface SheetDraw {
  readonly on: Day;
  /** The workspace's name; undefined in sheets that were made before it was recorded. */
  readonly workspace: string | undefined;
  /** Whose deals; undefined: everybody's. */
  readonly owner: string | undefined;
  /** Whether the random part was dealt across the owners. */
  readonly team: boolean;
  /**
   * Where owners matter: the names in deals that meant an owner of another key when the sheet was made. pipeline.yaml may
   * say otherwise since.
   */
  readonly names: readonly OwnerName[];
  /** The snapshot that the deals were drawn from, and the SHA-256 of its two files. */
  readonly snapshot: { readonly name: string; readonly deals: string; readonly archived: string };
  readonly seed: string;
  /** The sampler's version. */
  readonly sampler: number;
  readonly weighted: boolean;
  /** Closed deals are those closed in it. */
  readonly closed: { readonly from: Day; readonly to: Day | undefined };
  /** The most deals that there was time for. */
  readonly most: number | undefined;
  /** Days; review.not_again_within as it was. */
  readonly notAgainWithin: number;
  /** The reporting currency. */
  readonly currency: string;
  readonly strata: readonly SheetStratum[];
}

/** What somebody is to do, by when. */
export interface PromisedAction {
  readonly what: string;
  readonly owner: string;
  readonly by: Day | undefined;
}

/** What was written down about a deal. Empty texts and undefined values: nothing. */
export interface DealAnswer {
  readonly id: string;
  /** Where its block begins in the sheet, from 1. */
  readonly line: number;
  readonly verdict: Verdict | undefined;
  readonly close: Day | undefined;
  readonly amount: Decimal | undefined;
  readonly nextStep: { readonly what: string; readonly by: Day | undefined } | undefined;
  readonly actions: readonly PromisedAction[];
  /** Of a closed deal: what decided it. Of a lost one a reason of the list, where there is one. */
  readonly reason: string;
  readonly lesson: string;
  readonly tags: readonly string[];
}

/** A block in which nothing is filled in. */
export const NOTHING_SAID: Omit<DealAnswer, 'id'> = {
  ...{ line: 1, verdict: undefined, close: undefined, amount: undefined, nextStep: undefined },
  ...{ actions: [], reason: '', lesson: '', tags: [] },
};

/** What was said about the process. */
export interface ProcessAnswer {
  readonly kind: 'works' | 'change';
  readonly text: string;
  readonly why: string;
  readonly stage: string;
  readonly line: number;
}

export interface ReviewSheet {
  /** From the workspace's root. */
  readonly file: string;
  readonly draw: SheetDraw;
  /** One for each block that holds anything, in the order of the sheet. */
  readonly answers: readonly DealAnswer[];
  readonly process: readonly ProcessAnswer[];
}
