// pipeline/funnel/1: how deals go from stage to stage, and how long they stay. A deal that is open is not decided yet:
// it is neither a conversion nor a loss.

import { type Day, daysBetween } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Process, ProcessStage } from '../deal/process.ts';
import type { DealRow } from '../snapshot/row.ts';
import { medianDays, percentileDays, staysOf } from '../snapshot/stage-days.ts';
import { inOrder } from '../snapshot/stage-record.ts';
import { type Rate, rateOf } from './rate.ts';

export interface FunnelStep {
  readonly stage: string;
  readonly label: string;
  /** Deals that have the stage on record, once each. */
  readonly entered: number;
  /** Of them: came to a later stage after it, or were won. */
  readonly moved_on: number;
  /** Ended here or before: lost, and in no later stage after it. */
  readonly lost: number;
  /** Not decided yet. */
  readonly open: number;
  /** Moved on ÷ decided. */
  readonly conversion: Rate;
  /** Of the stays that have ended; null where none has. */
  readonly days: { readonly median: number; readonly p75: number; readonly count: number } | null;
}

export interface Cohort {
  /** The month, quarter or year of their creation: `2026-09`. */
  readonly name: string;
  readonly deals: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** Won ÷ decided. */
  readonly win_rate: Rate;
  /** Per stage: how many of them ever had it on record. */
  readonly reached: Readonly<Record<string, number>>;
  /** Won up to an age, for the ages that every deal of the cohort has; none after the last one was decided. */
  readonly won_by_age: readonly CohortAge[];
}

/** Of all deals of a cohort: how many were won at most so many days after they were created. */
export interface CohortAge {
  readonly days: number;
  readonly won: number;
  /** Won ÷ deals. */
  readonly share: number;
}

export interface FunnelView {
  readonly schema: 'pipeline/funnel/1';
  readonly today: Day;
  readonly as_of: Day | null;
  /** In the order of the process. */
  readonly stages: readonly FunnelStep[];
  readonly won: number;
  readonly by: 'month' | 'quarter' | 'year' | null;
  /** Ascending; empty where none were asked for. */
  readonly cohorts: readonly Cohort[];
  /** Ids of deals without a stage on record: in no figure of the stages; in cohorts where it is known when they were created. */
  readonly without_record: readonly string[];
}

export interface FunnelAsked {
  readonly cohort: 'month' | 'quarter' | 'year' | undefined;
  readonly isChosen: (row: DealRow) => boolean;
}

/** Over the deals and the archive; one that was merged into another is that other one. */
export function funnelView({ state, today, settings, past }: Book, asked: FunnelAsked): FunnelView {
  const { process } = state;
  const known = [...state.deals, ...state.archived].filter(
    (row) => row.stage !== '' && row.mergedInto === '',
  );
  const rows = known.filter(asked.isChosen);
  const recorded = rows.filter(({ stages }) => stages.length > 0);
  const lives = recorded.map((row) => lifeOf(row, process));
  const { cohort } = asked;
  return {
    schema: 'pipeline/funnel/1',
    today,
    as_of: past ? state.on : null,
    stages: process.stages.map((stage, rank) => stepAt(stage, rank, lives, today)),
    won: recorded.filter(({ stage }) => stage === 'won').length,
    by: cohort ?? null,
    cohorts:
      cohort === undefined
        ? []
        : cohortsOf(
            rows.map((row) => lifeOf(row, process)),
            process,
            past ? state.on : today,
            (day) => periodAround(day, cohort, settings.fiscalYearStarts).name,
          ),
    without_record: rows
      .filter(({ stages }) => stages.length === 0)
      .map(({ id }) => id)
      .sort(),
  };
}

/** A deal's record in the process of now. */
interface Life {
  readonly row: DealRow;
  /** In order of time: the places of the stages entered, the process's length for won; what it does not have is left out. */
  readonly ranks: readonly number[];
}

function lifeOf(row: DealRow, process: Process): Life {
  const won = process.stages.length;
  const ranks = inOrder(row.stages).flatMap(({ stage }) => {
    if (stage === 'won') return [won];
    const rank = rankNow(process, stage);
    return rank < 0 ? [] : [rank];
  });
  return { row, ranks: row.stage === 'won' && ranks.at(-1) !== won ? [...ranks, won] : ranks };
}

/** The place of a stage under its id, or under one that it had. */
function rankNow(process: Process, stage: string): number {
  const rank = process.stages.findIndex(({ id }) => id === stage);
  return rank < 0 ? process.stages.findIndex(({ was }) => was.includes(stage)) : rank;
}

function stepAt(
  { id, label, was }: ProcessStage,
  rank: number,
  lives: readonly Life[],
  today: Day,
): FunnelStep {
  const entered = lives.filter(({ ranks }) => ranks.includes(rank));
  const hasMovedOn = ({ ranks }: Life) => ranks.slice(ranks.indexOf(rank) + 1).some((later) => later > rank);
  const movedOn = entered.filter(hasMovedOn).length;
  const lost = entered.filter((life) => life.row.stage === 'lost' && !hasMovedOn(life)).length;
  return {
    stage: id,
    label,
    entered: entered.length,
    moved_on: movedOn,
    lost,
    open: entered.length - movedOn - lost,
    conversion: rateOf(movedOn, movedOn + lost),
    days: daysIn([id, ...was], entered, today),
  };
}

/** Of every stay that has ended: the last one of an open deal has not. */
function daysIn(names: readonly string[], lives: readonly Life[], today: Day): FunnelStep['days'] {
  const days = lives.flatMap(({ row }) => {
    const stays = staysOf(row, today);
    const isOpen = outcomeOf(row.stage) === 'open';
    return stays.flatMap(({ stage, days: stayed }, at) => {
      const goesOn = isOpen && at === stays.length - 1;
      return names.includes(stage) && stayed !== undefined && !goesOn ? [stayed] : [];
    });
  });
  const [median, p75] = [medianDays(days), percentileDays(days, 0.75)];
  return median === undefined || p75 === undefined ? null : { median, p75, count: days.length };
}

function cohortsOf(
  lives: readonly Life[],
  process: Process,
  today: Day,
  nameOf: (day: Day) => string,
): Cohort[] {
  const cohorts = grouped(lives, (life) => {
    const born = bornOn(life);
    return born === undefined ? '' : nameOf(born);
  });
  cohorts.delete('');
  return [...cohorts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => {
      const won = of.filter(({ row }) => row.stage === 'won').length;
      const lost = of.filter(({ row }) => row.stage === 'lost').length;
      const reached = process.stages.map(({ id }, rank) => [
        id,
        of.filter(({ ranks }) => ranks.includes(rank)).length,
      ]);
      return {
        name,
        deals: of.length,
        won,
        lost,
        open: of.length - won - lost,
        win_rate: rateOf(won, won + lost),
        reached: Object.fromEntries(reached),
        won_by_age: wonByAge(of, today),
      };
    });
}

/** In days. */
const AGES = [30, 60, 90, 120, 180, 270, 360, 540, 720, 1080] as const;

/** A line that all deals of a cohort stand behind: it ends where the youngest of them is no older. */
function wonByAge(lives: readonly Life[], today: Day): CohortAge[] {
  const facts = lives.flatMap((life) => {
    const born = bornOn(life);
    return born === undefined ? [] : [{ age: daysBetween(born, today), wonAt: wonAt(life, born) }];
  });
  const youngest = Math.min(...facts.map(({ age }) => age));
  const lastWin = Math.max(0, ...facts.map((fact) => fact.wonAt ?? 0));
  const isOpen = lives.some(({ row }) => outcomeOf(row.stage) === 'open');
  return AGES.filter((days, at) => days <= youngest && (isOpen || (AGES[at - 1] ?? -1) < lastWin)).map(
    (days) => {
      const won = facts.filter((fact) => fact.wonAt !== undefined && fact.wonAt <= days).length;
      return { days, won, share: won / lives.length };
    },
  );
}

/** How many days after its creation it was won, at least 0; undefined where it was not, or no day tells. */
function wonAt({ row }: Life, born: Day): number | undefined {
  if (row.stage !== 'won') return undefined;
  const on = row.close ?? inOrder(row.stages).findLast(({ stage }) => stage === 'won')?.on;
  return on === undefined ? undefined : Math.max(0, daysBetween(born, on));
}

/** The day that it was created, else that of its first stage on record. */
function bornOn({ row }: Life): Day | undefined {
  return row.created ?? inOrder(row.stages)[0]?.on;
}
