// What a deal is: the content of one YAML file, read. Facts about it at a moment are a DealRow (snapshot/row.ts).

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';

/** How a deal stands. Outcomes are no stages: `won` and `lost` end it. */
export type Outcome = 'open' | 'won' | 'lost';

export interface StageEntry {
  /** A stage's id, or an outcome. */
  readonly stage: string;
  /** The day it was entered. */
  readonly on: Day;
  /** The day that was written down; undefined where unknown. */
  readonly logged?: Day;
  /** From 1, in the deal's file. */
  readonly line: number;
}

export interface Activity {
  readonly on: Day;
  readonly logged?: Day;
  readonly type: string;
  readonly note?: string;
  /** What it refers to, a review's date say. */
  readonly ref?: string;
  readonly line: number;
}

export interface NextStep {
  readonly what: string;
  readonly by?: Day;
  readonly agreed?: Day;
}

export interface Waiver {
  readonly rule: string;
  readonly until: Day;
  readonly why: string;
  readonly line: number;
}

/** Where an import found the deal. */
export interface Source {
  readonly system: string;
  readonly id: string;
}

/** What a `custom` key may hold: plain data, kept as it is. */
export type CustomValue =
  | string
  | number
  | boolean
  | null
  | readonly CustomValue[]
  | { readonly [key: string]: CustomValue };

/** The top-level keys of a deal file, in the order in which the tool writes them. */
export const DEAL_KEYS = [
  'name',
  'account',
  'owner',
  'stage',
  'amount',
  'currency',
  'created',
  'recorded',
  'close',
  'important',
  'category',
  'contacts',
  'next_step',
  'stages',
  'activities',
  'checklist',
  'waive',
  'lost_reason',
  'source',
  'was',
  'merged_into',
  'missing',
  'custom',
] as const;

export type DealKey = (typeof DEAL_KEYS)[number];

/** A deal as its file says it. Text that is missing is '', what else is missing is undefined. */
export interface Deal {
  /** The file's name without `.yaml`. */
  readonly id: string;
  /** From the workspace's root, with forward slashes. */
  readonly path: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  /** A stage's id, or `won` / `lost`. */
  readonly stage: string;
  /** As written, plain decimal. */
  readonly amount: Decimal | undefined;
  /** '' where the file names none: the workspace's. */
  readonly currency: string;
  readonly created: Day | undefined;
  readonly recorded: Day | undefined;
  /** Expected while open, actual once closed. */
  readonly close: Day | undefined;
  /** Why a person marked it important; '' where nobody did. */
  readonly important: string;
  readonly category: string;
  readonly contacts: readonly string[];
  readonly nextStep: NextStep | undefined;
  readonly stages: readonly StageEntry[];
  readonly activities: readonly Activity[];
  readonly checklist: readonly string[];
  readonly waive: readonly Waiver[];
  readonly lostReason: string;
  readonly source: Source | undefined;
  readonly was: string;
  readonly mergedInto: string;
  readonly missing: Day | undefined;
  readonly custom: Readonly<Record<string, CustomValue>>;
  /** The line of each top-level key that the file has, from 1. */
  readonly lines: Readonly<Partial<Record<DealKey, number>>>;
}

/**
 * The stage of a deal of the past of which no more is known than that it was open. No process has a stage of that id,
 * and to come to be known is no movement. (A row of which nothing but the id is known has ''.)
 */
export const STAGE_NOT_KNOWN = '?';

/** Open, won or lost, by the stage alone. */
export function outcomeOf(stage: string): Outcome {
  return stage === 'won' || stage === 'lost' ? stage : 'open';
}
