// What pipeline.yaml says, read and with every default filled in: a plain value that can be cached as JSON.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Process, ProcessStage } from '../deal/process.ts';

export interface StaleLimits {
  /** Days without a sign of life from which on it is a warning. */
  readonly warnAfter: number;
  /** … an error. */
  readonly errorAfter: number;
}

export interface StageSettings extends ProcessStage {
  /** Share 0–1; undefined where none is configured. */
  readonly probability: number | undefined;
  /** Days, or the P75 of deals later won; undefined: no limit. */
  readonly maxDays: number | 'p75' | undefined;
  readonly stale: Partial<StaleLimits>;
  readonly requires: { readonly fields: readonly string[]; readonly activities: readonly string[] };
  readonly exit: readonly { readonly id: string; readonly text: string }[];
  /** Undefined where nobody said: it may be jumped over, but not in silence (rule `skipped-stage`). */
  readonly allowSkip: boolean | undefined;
  readonly allowBack: boolean;
}

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly group: string;
  readonly until: Day | undefined;
  /** Other names that exports call them. */
  readonly also: readonly string[];
}

export interface DatedRates {
  readonly on: Day;
  /** One unit in reporting currency. */
  readonly rates: Readonly<Record<string, Decimal>>;
}

/** What is set of a rule; what is not holds as it is set less closely, or by default. */
export interface RuleValues {
  readonly severity: Severity | 'off' | undefined;
  /** The rule's own numbers: `after`, `times`. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface RuleSetting extends RuleValues {
  /** Where the deals of an owner group differ. */
  readonly groups: Readonly<Record<string, RuleValues>>;
  /** Where the deals in a stage differ; the owner's group says before it. */
  readonly stages: Readonly<Record<string, RuleValues>>;
}

export interface Rhythm {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'quarter';
  /** 1 Monday to 7 Sunday; undefined: any. */
  readonly weekday: number | undefined;
}

export const RHYTHM_NAMES = ['import', 'snapshot', 'review', 'clean', 'plan', 'results', 'feedback'] as const;
export type RhythmName = (typeof RHYTHM_NAMES)[number];

export interface SampleSize {
  readonly largest: number;
  readonly random: number;
}

export interface PlanTarget {
  readonly period: string;
  readonly owner: string;
  readonly group: string;
  readonly stage: string;
  readonly segment: string;
  readonly currency: string;
  /** Other custom fields that the deals must have, by key; absent where there are none. */
  readonly custom?: Readonly<Record<string, string>>;
  readonly target: Decimal;
  readonly since: Day | undefined;
  readonly why: string;
}

export interface Settings {
  /** The workspace's identity; seeds derive from it. */
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly fiscalYearStarts: number;
  readonly documentedSince: Day | undefined;
  readonly currency: string;
  /** By day, ascending. */
  readonly rates: readonly DatedRates[];
  /** '' in an own book; else the CRM whose exports are mirrored. */
  readonly sourceOfRecord: string;
  readonly team: readonly TeamMember[];
  readonly process: Omit<Process, 'stages'> & { readonly stages: readonly StageSettings[] };
  /** Former processes, as stage ids, ascending by version. */
  readonly processHistory: readonly Process[];
  readonly lostReasons: readonly string[];
  readonly activityTypes: readonly string[];
  readonly categories: readonly string[];
  readonly labels: { readonly MP: string; readonly TP: string; readonly EZ: string; readonly KK: string };
  readonly freshness: StaleLimits & {
    readonly signs: readonly ('activity' | 'stage' | 'amount' | 'next-step')[];
    /** Activity types that are no sign of life. */
    readonly notActivities: readonly string[];
  };
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly check: {
    readonly gate: 'error' | 'warning';
    /** The most warnings that pass; undefined: any number. */
    readonly maxWarnings: number | undefined;
    /** Share 0–1. */
    readonly minFreshness: number | undefined;
    /** Share 0–1. */
    readonly minJudged: number | undefined;
  };
  readonly rhythm: Readonly<Record<RhythmName, Rhythm>>;
  readonly snapshotCustom: readonly string[];
  readonly review: SampleSize & {
    readonly strata: Readonly<Partial<Record<'open' | 'won' | 'lost', Partial<SampleSize>>>>;
    /** Days. */
    readonly notAgainWithin: number;
    readonly closedWithin: number;
    readonly questions: {
      readonly open: readonly string[];
      readonly won: readonly string[];
      readonly lost: readonly string[];
      readonly stages: Readonly<Record<string, readonly string[]>>;
    };
  };
  /** Days. */
  readonly clean: { readonly closedAfter: number; readonly forgottenAfter: number };
  readonly plan: { readonly multiplier: 'remaining' | 'whole'; readonly targets: readonly PlanTarget[] };
  readonly forecast: { readonly historySince: Day | undefined; readonly listPrice: string };
  /** Settings that nothing uses yet, as `key: line`; `check` reports them. */
  readonly unused: readonly { readonly key: string; readonly line: number }[];
}
