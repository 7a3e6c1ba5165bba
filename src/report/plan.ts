// pipeline/plan/1: the target of a period against what is won and what is open, now and over its weeks.

import { addDays, type Day, daysBetween } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { grouped } from '../base/grouped.ts';
import { type Period, parsePeriod } from '../base/period.ts';
import { asItIs, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import { indexFindings } from '../freshness/findings.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { valuedAtClosing } from '../plan/at-closing.ts';
import { closedDeals, closingsIn, dueIn, tellsDue } from '../plan/closings.ts';
import { currentPeriod } from '../plan/current-period.ts';
import { completePeriodsBefore, sameDayOf, snapshotAt } from '../plan/earlier.ts';
import { PERIODS_BACK, standThen } from '../plan/needed.ts';
import { usualCycle } from '../plan/pace.ts';
import { isTargetOf, type TargetScope } from '../plan/targets.ts';
import type { DealRow } from '../snapshot/row.ts';
import { ownedBy, ownerNamed } from './chosen.ts';
import { findDeal } from './find-deal.ts';
import type { Grouping } from './groups.ts';
import { type CoursePoint, courseOf } from './plan-course.ts';
import { type PlanFigures, planFigures } from './plan-figures.ts';

export interface PlanAsked {
  /** Undefined: the quarter, or where that has no target the period of one, that today is in. */
  readonly period: Period | undefined;
  readonly owner: string | undefined;
  readonly by: Grouping | undefined;
  /** Words for open deals that are taken to be lost, or to slip out of the period. */
  readonly ifLost: readonly string[];
  readonly ifSlip: readonly string[];
}

export interface PlanGroup extends PlanFigures {
  /** '': in none. */
  readonly key: string;
}

export interface PlanView extends PlanFigures {
  readonly schema: 'pipeline/plan/1';
  readonly today: Day;
  readonly as_of: Day | null;
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  /** Days until its end, after today; 0 where it is over. */
  readonly days_left: number;
  readonly currency: string;
  /** What MP is open value ÷: what is left of the target, or all of it. */
  readonly multiplier_over: 'remaining' | 'whole';
  readonly owner: string | null;
  readonly by: string | null;
  readonly groups: readonly PlanGroup[];
  /** The median of days from creation to win; null where no period has wins enough to tell it. */
  readonly cycle: {
    readonly days: number;
    readonly count: number;
    readonly period: string;
    /** When a deal that begins today closes. */
    readonly starting_today: Day;
    /** The last day on which one can begin that still closes in the period. */
    readonly latest_start: Day;
  } | null;
  /** The same without the deals asked about; null where none were. */
  readonly what_if:
    | (Pick<PlanFigures, 'open' | 'multiplier' | 'short'> & {
        readonly lost: readonly string[];
        readonly slipped: readonly string[];
        /** Of them: not due in the period anyway. */
        readonly not_due: readonly string[];
      })
    | null;
  /** MP at the snapshots of the period so far, beside that of the same day of earlier periods. */
  readonly course: readonly CoursePoint[];
  /** The targets that it is not held against. */
  readonly targets_beside: {
    /** How many are of the period, and of other deals or of a part of them. */
    readonly of_others: number;
    /** Shorter periods in it that have one. */
    readonly within: readonly string[];
  };
  /** Ids of closed deals without a close date: in no period. */
  readonly undated: readonly string[];
}

/** @throws Failure `usage` for an owner or a deal that there is not; `sum-too-large` */
export function planView(asOf: Book, asked: PlanAsked): PlanView {
  const { settings, today } = asOf;
  const state = valuedAtClosing(asOf.state, settings);
  const book = { ...asOf, state };
  const { by } = asked;
  const { fiscalYearStarts } = settings;
  const period = asked.period ?? currentPeriod(state.targets, today, fiscalYearStarts);
  const before = completePeriodsBefore(period, PERIODS_BACK, { today, fiscalYearStarts });
  const owner = asked.owner === undefined ? undefined : ownerNamed(asked.owner, book);
  const isChosen = ownedBy(owner === undefined ? [] : [owner], book);
  const scope = owner === undefined ? {} : { owner };
  const found = indexFindings(book, openDeals(book.state));
  const then = earlierSnapshots(book, period, before);
  const figures = (of: (row: DealRow) => boolean, target: TargetScope, without: ReadonlySet<string>) =>
    planFigures(book, {
      ...{ period, before, found, without, isChosen: of, scope: target },
      stands: then.map(({ period: earlier, snapshot }) => standThen(snapshot, state, earlier, of)),
    });
  const none: ReadonlySet<string> = new Set();
  const whole = figures(isChosen, scope, none);
  const cycle = usualCycle(
    before.map((earlier) => ({ period: earlier, won: closingsIn(state, earlier, () => true).won })),
  );
  return {
    schema: 'pipeline/plan/1',
    today,
    as_of: book.past ? state.on : null,
    period: period.name,
    from: period.from,
    to: period.to,
    days_left: Math.max(0, daysBetween(today, period.to)),
    currency: state.reportingCurrency,
    multiplier_over: settings.plan.multiplier,
    owner: owner ?? null,
    by: by?.name ?? null,
    ...whole,
    groups:
      by === undefined
        ? []
        : groupsOf(book, period, by, isChosen, (key, of) => figures(of, by.scopeOf(key), none)),
    cycle:
      cycle === undefined
        ? null
        : {
            ...cycle,
            starting_today: addDays(today, cycle.days),
            latest_start: addDays(period.to, -cycle.days),
          },
    what_if: whatIf(book, asked, period, isChosen, (without) => figures(isChosen, scope, without)),
    course: courseOf(book, period, before, isChosen, scope),
    targets_beside: targetsBeside(state, period, scope, fiscalYearStarts, today),
    undated: closedDeals(state)
      .filter((row) => row.close === undefined && isChosen(row))
      .map(({ id }) => id),
  };
}

function targetsBeside(
  { targets }: Book['state'],
  period: Period,
  scope: TargetScope,
  fiscalYearStarts: number,
  today: Day,
): PlanView['targets_beside'] {
  const within = targets
    .map((target) => parsePeriod(target.period, { today, fiscalYearStarts }))
    .filter(({ name, from, to }) => name !== period.name && from >= period.from && to <= period.to);
  return {
    of_others: targets.filter((target) => target.period === period.name && !isTargetOf(target, scope)).length,
    within: [...new Set(within.map(({ name }) => name))].sort(),
  };
}

/** Of each earlier period the snapshot at the same day, where there is one in the same currency that knows what was due. */
function earlierSnapshots(book: Book, period: Period, before: readonly Period[]) {
  return before.flatMap((earlier) => {
    const name = snapshotAt(
      book.snapshotNames,
      sameDayOf(earlier, period, book.today),
      book.settings.rhythm.snapshot,
    );
    if (name === undefined) return [];
    const snapshot = book.snapshots.read(name);
    const isTold = snapshot.reportingCurrency === book.state.reportingCurrency && tellsDue(snapshot);
    return isTold ? [{ period: earlier, snapshot }] : [];
  });
}

/** Those with a target, something won or something due; by what is due, the largest first. */
function groupsOf(
  { state }: Book,
  period: Period,
  by: Grouping,
  isChosen: (row: DealRow) => boolean,
  figuresOf: (key: string, of: (row: DealRow) => boolean) => PlanFigures,
): PlanGroup[] {
  const rows = [...state.deals, ...state.archived].filter(isChosen);
  const planned = state.targets.flatMap((target) => {
    const key = target.period === period.name ? by.targetKey(target) : undefined;
    return key !== undefined && isTargetOf(target, by.scopeOf(key)) ? [key] : [];
  });
  return [...new Set([...grouped(rows, by.keyOf).keys(), ...planned])]
    .map((key) => ({ key, ...figuresOf(key, (row) => isChosen(row) && by.keyOf(row) === key) }))
    .filter(({ target, won, open }) => target !== null || won.count > 0 || open.count > 0)
    .sort((a, b) => Number(b.open.value) - Number(a.open.value) || (a.key < b.key ? -1 : 1));
}

function whatIf(
  book: Book,
  { ifLost, ifSlip }: PlanAsked,
  period: Period,
  isChosen: (row: DealRow) => boolean,
  figuresWithout: (ids: ReadonlySet<string>) => PlanFigures,
): PlanView['what_if'] {
  if (ifLost.length + ifSlip.length === 0) return null;
  const idsOf = (words: readonly string[]) => [
    ...new Set(words.map((word) => openDeal(word, book, isChosen))),
  ];
  const [lost, slipped] = [idsOf(ifLost), idsOf(ifSlip)];
  const both = lost.filter((id) => slipped.includes(id));
  if (both.length > 0) {
    throw new Failure('usage', said('{named}: either lost or slipped, not both.', { named: fewOf(both) }), {
      hint: 'Leave it out of --if-lost or of --if-slip.',
    });
  }
  const { open, multiplier, short } = figuresWithout(new Set([...lost, ...slipped]));
  const due = new Set(dueIn(book.state, period, isChosen).map(({ id }) => id));
  const notDue = [...lost, ...slipped].filter((id) => !due.has(id));
  return { lost, slipped, not_due: notDue, open, multiplier, short };
}

function openDeal(word: string, book: Book, isChosen: (row: DealRow) => boolean): string {
  const { row, archived } = findDeal(word, book);
  const isOpen = archived === undefined && openDeals(book.state).some(({ id }) => id === row.id);
  if (isOpen && isChosen(row)) return row.id;
  throw new Failure(
    'usage',
    said(isOpen ? '{id} is not among these deals.' : '{id} is not open.', { id: row.id }),
    {
      hint: asItIs('pipeline list --open'),
    },
  );
}
