// The forecast of a period as of a day, from a history: steps 1 to 8 put together. As of an earlier day it uses what was
// known then and nothing else, so that how well it did before is a question to itself.

import { baselinesOf } from './baselines.ts';
import type { DealChance, Drawing } from './cohort.ts';
import { combined, type Misses, type WeightedView, weighted } from './combine.ts';
import { scoreOf, widening } from './conformal.ts';
import { type CoursePoint, courseOf } from './course.ts';
import type { StageProbability } from './fit.ts';
import type { History } from './history.ts';
import { type Known, knownAt, standOf, wonIn } from './known.ts';
import { leastHalfWidth, stretchedTo } from './least-width.ts';
import { type PastAnswer, type PastAnswers, questionOf, recalled, type SaidThen } from './past-answers.ts';
import { decidedIn, pooledViews, poolFor } from './pooled.ts';
import { type Range, rangeOf } from './range.ts';
import { dayAt, fractionOf, type Target } from './spans.ts';
import { seedOf } from './stream.ts';
import { VIEW_NAMES, type Views, viewsOf } from './views.ts';
import { pastPeriods } from './windows.ts';

/** How much there was to learn from: configured probabilities only; fewer than 3 complete periods; fewer than 8; more. */
export type Grounds = 'configured' | 'little' | 'some' | 'enough';

export interface Forecast extends Range {
  /** The day at whose start it stands: the one asked about, or the latest before it of which anything is known. */
  readonly at: number;
  readonly target: Target;
  readonly seed: string;
  readonly mean: number;
  /** Expected values that add up to the mean. */
  readonly parts: { readonly won: number; readonly open: number; readonly fresh: number };
  /** What each draw says of the whole period. */
  readonly draws: Float64Array;
  /** What is won by the ends that were asked for. */
  readonly course: readonly CoursePoint[];
  readonly deals: readonly DealChance[];
  readonly grounds: Grounds;
  /** Its own past was too little, and its deals have the chances of all deals. */
  readonly isPooled: boolean;
  /** How many deals of its own are won or lost. */
  readonly decided: number;
  /** Complete periods, and windows that end on any day, which it learned from. */
  readonly references: { readonly periods: number; readonly rolling: number };
  readonly views: readonly WeightedView[];
  /** Factor on amounts (step 4): it is in what is expected of each deal. */
  readonly worth: number;
  /** Factor on open and new that brings the cohort to what all views say. */
  readonly adjusted: number;
  /** Factor on the widths, and from how many past forecasts it is. */
  readonly widened: {
    readonly by: number;
    readonly tried: number;
    /** Least distance of P10 and P90 from the middle, as a share of what is to come; undefined: it was not too narrow. */
    readonly least: number | undefined;
  };
}

/** Which steps run beyond the sixth: all, where nothing else is said. To switch them off tells what each is good for. */
export interface Steps {
  readonly combine: boolean;
  readonly widen: boolean;
}

export interface ForecasterSettings {
  readonly probability: StageProbability;
  /** Names what is forecast (all, or one owner), so that each has chance of its own. */
  readonly scope: string;
  readonly draws: number;
  readonly steps?: Steps;
  /** Of all deals, where the scope is a part of them: what is learned from where its own past is too little. */
  readonly pool?: History;
  /** What was found out of its past before. */
  readonly answers?: PastAnswers;
}

const ALL_STEPS: Steps = { combine: true, widen: true };
/** As many as a forecast of the past has. */
export const PAST_DRAWS = 500;
const PAST_PERIODS = 8;
const CALIBRATED_AT = [0, 1 / 3, 2 / 3];

export class Forecaster {
  readonly #history: History;
  readonly #settings: ForecasterSettings;
  readonly #steps: Steps;
  /** What past days said: they are asked for again and again. */
  readonly #answers: PastAnswers;
  readonly #pastViews = new Map<string, PastViews>();

  constructor(history: History, settings: ForecasterSettings) {
    this.#history = history;
    this.#settings = settings;
    this.#steps = settings.steps ?? ALL_STEPS;
    this.#answers = settings.answers ?? new Map<string, PastAnswer>();
  }

  /**
   * The forecast of the period as it stands at the start of the day, with nothing of that day or later.
   * @param drawing how many draws, if not as the settings say; by which days of the period it is asked what is won, if any
   */
  forecast(asOf: number, target: Target, drawing: Partial<Drawing> = {}): Forecast {
    const { draws = this.#settings.draws, ends = [] } = drawing;
    const day = standOf(this.#history, asOf);
    const known = knownAt(this.#history, day);
    const pool = poolFor(known, target, this.#settings.pool);
    const isPooled = pool !== undefined;
    const { cohort, rest, periods } = this.#views(known, target, { draws, ends }, pool);
    // To later periods it is one of those that were forecast before.
    if (draws === PAST_DRAWS && !isPooled) this.#pastViews.set(questionOf(day, target), pastOf(cohort, rest));
    const past = isPooled ? [] : this.#pastMisses(known, target);
    const { won, views, draws: plain, adjusted } = this.#together(known, target, cohort, rest, past);
    const isWidened = this.#steps.widen && !cohort.isConfigured;
    const scores = isWidened && !isPooled ? this.#pastScores(known, target) : [];
    const by = isWidened ? widening(scores) : 1;
    const tried = widened(plain, by, won);
    const least = day < target.to ? leastHalfWidth(isPooled ? 0 : periods) : undefined;
    const stretched = least === undefined ? tried : stretchedTo(tried, least, won);
    const parts = { won, open: adjusted * cohort.open, fresh: adjusted * cohort.fresh };
    return {
      at: day,
      target,
      seed: seedOf(day, target.from, target.to, this.#settings.scope),
      ...rangeOf(stretched),
      mean: parts.won + parts.open + parts.fresh,
      parts,
      draws: stretched,
      course: courseOf({ known, target, ends, shares: cohort.shares, draws: stretched }),
      deals: cohort.deals,
      grounds: groundsOf(cohort.isConfigured, isPooled ? 0 : periods),
      isPooled,
      decided: decidedIn(known),
      references: { periods, rolling: cohort.references.length - periods },
      views,
      worth: cohort.worth,
      adjusted,
      widened: { by, tried: scores.length, least: stretched === tried ? undefined : least },
    };
  }

  /** What would have been said of the period at the start of a day of the past. */
  saidThen(asOf: number, target: Target): SaidThen {
    const question = questionOf(standOf(this.#history, asOf), target);
    return recalled(this.#answers, question, 'said', () => {
      const { p10, p50, p90 } = this.forecast(asOf, target, { draws: PAST_DRAWS });
      return {
        p10,
        p50,
        p90,
        baselines: baselinesOf(this.#history, asOf, target, this.#settings.probability),
      };
    });
  }

  #views(known: Known, target: Target, drawing: Drawing, pool?: Known): Views {
    const { probability, scope } = this.#settings;
    const asked = { known, target, probability, scope, ...drawing, all: this.#steps.combine };
    return pool === undefined ? viewsOf(asked) : pooledViews(asked, pool);
  }

  /** All views as one: the cohort's draws, scaled so that their middle is what the views say together. */
  #together(
    known: Known,
    target: Target,
    { rest: draws, median }: PastCohort,
    rest: Views['rest'],
    past: readonly Misses[],
  ): Together {
    const won = wonIn(known, target.from, Math.min(known.at, target.to));
    const views = weighted(rest, past);
    const middle = combined(views) ?? median;
    if (median > 0) {
      const adjusted = middle / median;
      return { won, views, adjusted, draws: draws.map((draw) => won + adjusted * draw) };
    }
    // Where the cohort draws nothing there is nothing to scale: the middle stands alone.
    return { won, views, adjusted: 1, draws: draws.map((draw) => won + Math.max(middle, draw)) };
  }

  /** What each view missed by as of the same point of past periods, latest first. */
  #pastMisses(known: Known, target: Target): Misses[] {
    if (!this.#steps.combine) return [];
    const fraction = fractionOf(target, known.at);
    return this.#past(known, target).flatMap((span) => {
      const day = standOf(this.#history, dayAt(span, fraction));
      const rest = recalled(
        this.#answers,
        questionOf(day, span),
        'rest',
        () => this.#viewsAsOf(day, span).rest,
      );
      const actual = wonIn(known, Math.max(day, span.from), span.to);
      const misses = VIEW_NAMES.filter((view) => rest[view] !== undefined).map(
        (view) => [view, (rest[view] ?? 0) - actual] as const,
      );
      return misses.length === 0 ? [] : [Object.fromEntries(misses)];
    });
  }

  /** How far outcomes lay from what was forecast of past periods, at three points of each. */
  #pastScores(known: Known, target: Target): number[] {
    return this.#past(known, target).flatMap((span) => {
      const actual = wonIn(known, span.from, span.to);
      return CALIBRATED_AT.flatMap((fraction) => {
        const day = standOf(this.#history, dayAt(span, fraction));
        const range = this.#rangeAsOf(day, span);
        const score = range === null ? undefined : scoreOf(range, actual);
        return score === undefined ? [] : [score];
      });
    });
  }

  #past(known: Known, target: Target): Target[] {
    const spans: Target[] = [];
    for (const span of pastPeriods(known, target)) if (spans.push(span) === PAST_PERIODS) break;
    return spans;
  }

  #viewsAsOf(day: number, target: Target, known?: Known): PastViews {
    const question = questionOf(day, target);
    const before = this.#pastViews.get(question);
    if (before !== undefined) return before;
    const drawing = { draws: PAST_DRAWS, ends: [] };
    const { cohort, rest } = this.#views(known ?? knownAt(this.#history, day), target, drawing);
    const views = pastOf(cohort, rest);
    this.#pastViews.set(question, views);
    return views;
  }

  #rangeAsOf(day: number, target: Target): Range | null {
    return recalled(this.#answers, questionOf(day, target), 'range', () => {
      const known = knownAt(this.#history, day);
      const { cohort, rest } = this.#viewsAsOf(day, target, known);
      if (cohort.isConfigured) return null;
      const past = this.#pastMisses(known, target);
      return rangeOf(this.#together(known, target, cohort, rest, past).draws);
    });
  }
}

type PastCohort = Pick<Views['cohort'], 'isConfigured' | 'rest' | 'median'>;
type PastViews = Pick<Views, 'rest'> & { readonly cohort: PastCohort };

function pastOf({ isConfigured, rest: draws, median }: PastCohort, rest: Views['rest']): PastViews {
  return { cohort: { isConfigured, rest: draws, median }, rest };
}

interface Together {
  readonly won: number;
  readonly views: WeightedView[];
  readonly adjusted: number;
  /** Of the whole period, before they are widened. */
  readonly draws: Float64Array;
}

/** Each draw so many times as far from the middle, none below what is won already. */
function widened(draws: Float64Array, by: number, won: number): Float64Array {
  const { p50 } = rangeOf(draws);
  return by === 1 ? draws : draws.map((draw) => Math.max(won, p50 + by * (draw - p50)));
}

function groundsOf(isConfigured: boolean, periods: number): Grounds {
  if (isConfigured) return 'configured';
  return periods < 3 ? 'little' : periods < 8 ? 'some' : 'enough';
}
