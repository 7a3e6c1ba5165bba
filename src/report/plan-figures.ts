// The plan of all deals, or of a group of them, in figures: target, won, open, multiplier, and the one it needs.

import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor, type Minor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { labelOf, rankOf } from '../deal/process.ts';
import type { Findings } from '../freshness/finding.ts';
import { freshnessIndexOf } from '../freshness/freshness-index.ts';
import { atClosing } from '../plan/at-closing.ts';
import { closingsIn, dueIn, tellsDue } from '../plan/closings.ts';
import { leftToWin, type Multiplier, multiplierOf } from '../plan/multiplier.ts';
import { type EarlierStand, type Needed, neededFromHistory, neededFromWinRate } from '../plan/needed.ts';
import { averageDeal } from '../plan/pace.ts';
import { type TargetScope, targetFor } from '../plan/targets.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type WithoutRate, withoutRate } from '../snapshot/without-rate.ts';
import type { Settings } from '../workspace/settings.ts';

export interface CountAndMoney {
  readonly count: number;
  readonly value: Decimal;
}

export interface PlanFigures {
  /** null: there is none. */
  readonly target: Decimal | null;
  readonly won: CountAndMoney;
  /** What is left to win; negative where more was won than planned. */
  readonly left: Decimal | null;
  /** Open deals expected to close in the period. */
  readonly open: CountAndMoney & {
    readonly without_value: number;
    /** Those of them that have an amount, which no rate converts. */
    readonly without_rate: WithoutRate;
  };
  /** Of them, by stage: the last stage first. */
  readonly stages: readonly (CountAndMoney & { readonly stage: string; readonly label: string })[];
  /** MP, two decimals; `met` where nothing is left to win; null without a target. */
  readonly multiplier: number | 'met' | null;
  /** MP over deals without an error of freshness. */
  readonly fresh: {
    readonly multiplier: number | 'met' | null;
    readonly value: Decimal;
    readonly left_out: number;
    /** Of those that stay in: for how many `stale` was not evaluated, so that nobody knows. */
    readonly not_judged: number;
  };
  /** The MP that the past shows to be needed; null where it shows nothing. */
  readonly needed: number | null;
  readonly needed_from:
    | {
        readonly kind: 'history';
        readonly periods: readonly {
          readonly period: string;
          readonly due: Decimal;
          readonly still_won: Decimal;
        }[];
        readonly left_out: number;
      }
    | {
        readonly kind: 'win-rate';
        readonly periods: readonly string[];
        readonly won: Decimal;
        readonly decided: Decimal;
        /** How many deals were won or lost. */
        readonly deals: number;
      }
    | null;
  /** What open value lacks to the needed multiplier, and how many average deals that is; null where it lacks nothing. */
  readonly short: { readonly value: Decimal; readonly deals: number | null } | null;
  readonly average_deal: (CountAndMoney & { readonly period: string }) | null;
}

export interface FiguresAsked {
  readonly period: Period;
  /** The complete periods before it, the newest first. */
  readonly before: readonly Period[];
  readonly isChosen: (row: DealRow) => boolean;
  /** What the target is of. */
  readonly scope: TargetScope;
  /** What the rules behind the freshness index find among open deals. */
  readonly found: Findings;
  /** Ids of open deals that are taken not to close in the period. */
  readonly without: ReadonlySet<string>;
  /** Earlier periods at the same day, as they stood. */
  readonly stands: readonly EarlierStand[];
}

/** @throws Failure `sum-too-large` */
export function planFigures(
  { state, settings }: Pick<Book, 'state' | 'settings'>,
  asked: FiguresAsked,
): PlanFigures {
  const { digits } = state;
  const money = (minor: Minor) => fromMinor(minor, digits);
  const { won } = closingsIn(state, asked.period, asked.isChosen);
  const due = dueIn(state, asked.period, asked.isChosen).filter(({ id }) => !asked.without.has(id));
  const wrong = idsWithErrors(asked.found);
  const fresh = due.filter(({ id }) => !wrong.has(id));
  const target = targetFor(state.targets, asked.period.name, asked.scope, digits);
  const sums = { target, won: worthOf(won), due: worthOf(due) };
  const over = settings.plan.multiplier;
  const left = leftToWin(sums);
  const earlier = asked.before.map((period) => ({
    period,
    ...closingsIn(state, period, asked.isChosen),
  }));
  const needed =
    neededFromHistory(asked.stands) ??
    neededFromWinRate(earlier.map(({ period, ...closings }) => ({ ...closings, period: period.name })));
  const average = averageDeal([{ period: asked.period, won }, ...earlier.slice(0, 1)]);
  return {
    target: target === undefined ? null : money(target),
    won: { count: won.length, value: money(sums.won) },
    left: left === undefined ? null : money(left),
    open: {
      count: due.length,
      value: money(sums.due),
      without_value: due.filter(({ value }) => value === undefined).length,
      without_rate: withoutRate(due),
    },
    stages: byStage(due, state.process, money),
    multiplier: shown(multiplierOf(sums, over)),
    fresh: {
      multiplier: shown(multiplierOf({ ...sums, due: worthOf(fresh) }, over)),
      value: money(worthOf(fresh)),
      left_out: due.length - fresh.length,
      not_judged: notJudged(fresh, asked.found, settings),
    },
    needed: needed === undefined ? null : twoDecimals(needed.multiplier),
    needed_from: needed === undefined ? null : neededFrom(needed, money),
    short: shortOf(sums.due, left, needed, average?.value, money),
    average_deal: average === undefined ? null : { ...average, value: money(average.value) },
  };
}

/** Deals with an error; to the freshness index those with a warning are not fresh either. */
function idsWithErrors({ findings }: Findings): ReadonlySet<string> {
  return new Set(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id));
}

/** For how many of the deals `stale` was not evaluated. */
function notJudged(deals: readonly DealRow[], found: Findings, settings: Book['settings']): number {
  const { notEvaluated } = freshnessIndexOf(found, settings)(deals);
  return notEvaluated.find(({ rule }) => rule === 'stale')?.deals ?? 0;
}

/** How the plan of a period stood in a snapshot. */
export interface PlanStand {
  readonly target: Decimal | null;
  readonly won: Decimal;
  /** What was left to win; negative where more was won than planned. */
  readonly left: Decimal | null;
  /** Of open deals expected to close in the period. */
  readonly open: Decimal;
  /** MP, two decimals; `met` where nothing was left to win; null without a target, or where nobody knows what was due. */
  readonly multiplier: number | 'met' | null;
}

/** As that snapshot had it: by its targets, its deals and its rates, and for what is won those of the closings. */
export function standIn(
  snapshot: Snapshot,
  period: Period,
  isChosen: (row: DealRow) => boolean,
  scope: TargetScope,
  settings: Settings,
): PlanStand {
  const money = (minor: Minor) => fromMinor(minor, snapshot.digits);
  const target = targetFor(snapshot.targets, period.name, scope, snapshot.digits);
  const won = worthOf(atClosing(closingsIn(snapshot, period, isChosen).won, snapshot, settings));
  const due = worthOf(dueIn(snapshot, period, isChosen));
  const left = leftToWin({ target, won, due });
  const multiplier = multiplierOf({ target, won, due }, settings.plan.multiplier);
  return {
    target: target === undefined ? null : money(target),
    won: money(won),
    left: left === undefined ? null : money(left),
    open: money(due),
    multiplier: tellsDue(snapshot) || multiplier === 'met' ? shown(multiplier) : null,
  };
}

/** As it is shown and reckoned on with: rounded to two decimals. */
function shown(multiplier: Multiplier): number | 'met' | null {
  return multiplier === undefined || multiplier === 'met' ? (multiplier ?? null) : twoDecimals(multiplier);
}

function twoDecimals(number: number): number {
  return Math.round(number * 100) / 100;
}

function neededFrom(needed: Needed, money: (minor: Minor) => Decimal): PlanFigures['needed_from'] {
  if (needed.from === 'win-rate') {
    const { periods, won, decided, deals } = needed;
    return { kind: 'win-rate', periods, won: money(won), decided: money(decided), deals };
  }
  return {
    kind: 'history',
    periods: needed.periods.map(({ period, due, stillWon }) => ({
      period,
      due: money(due),
      still_won: money(stillWon),
    })),
    left_out: needed.leftOut,
  };
}

/** By the multiplier as it is shown, so that the figures on a page agree. */
function shortOf(
  due: Minor,
  left: Minor | undefined,
  needed: Needed | undefined,
  average: Minor | undefined,
  money: (minor: Minor) => Decimal,
): PlanFigures['short'] {
  if (left === undefined || left <= 0 || needed === undefined) return null;
  const short = Math.round(twoDecimals(needed.multiplier) * left) - due;
  if (short <= 0) return null;
  const deals = average === undefined || average <= 0 ? null : Math.round((short / average) * 10) / 10;
  return { value: money(short), deals };
}

function byStage(
  due: readonly DealRow[],
  process: Book['state']['process'],
  money: (minor: Minor) => Decimal,
): PlanFigures['stages'] {
  return [...grouped(due, ({ stage }) => stage)]
    .sort(([a], [b]) => rankOf(process, b) - rankOf(process, a) || (a < b ? -1 : 1))
    .map(([stage, rows]) => ({
      stage,
      label: labelOf(process, stage),
      count: rows.length,
      value: money(worthOf(rows)),
    }));
}
