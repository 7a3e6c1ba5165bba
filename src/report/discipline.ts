// pipeline/discipline/1: how soon a team writes things down, from which stage on deals are recorded, and who writes.

import { compareText } from '../base/compare-text.ts';
import { addDays, type Day, weekdayOf } from '../base/day.ts';
import { isIn, type Period, periodAround } from '../base/period.ts';
import { countedIn, figuresBy, figuresOf } from '../discipline/figures.ts';
import { type FixKind, fixesFor } from '../discipline/fixes.ts';
import type { Unknown } from '../discipline/moments.ts';
import type { Item, WrittenDown } from '../discipline/written.ts';
import { recordIn } from '../freshness/place.ts';
import type { Looked } from '../freshness/rule.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { lateAfter } from '../snapshot/take-row.ts';
import { type AdoptionFacts, type AdoptionView, adoptionView } from './discipline-adoption.ts';
import { type FiguresView, figuresView } from './discipline-figures.ts';

export const DISCIPLINE_GROUPS = ['owner', 'stage', 'week'] as const;
export type DisciplineGroup = (typeof DISCIPLINE_GROUPS)[number];

/** Weeks that are looked at where no period is named, this one included. */
const WEEKS = 12;

export interface DisciplineView {
  readonly schema: 'pipeline/discipline/1';
  readonly today: Day;
  /** Up to today, where it goes on after it. */
  readonly period: Period;
  /** What happened before is in no figure but who writes. */
  readonly documented_since: Day | null;
  /** What tells when a line was written: its `logged`, or the first commit that has it. */
  readonly written_by: 'logged' | 'first-commit';
  /** Git: its history here is cut off, and lines from before it are unknown. */
  readonly shallow: boolean;
  /** The promised time in days. `own`: groups or stages have another one, of the rule late-log. */
  readonly within: { readonly days: number; readonly from: 'option' | 'late-log'; readonly own: boolean };
  readonly by: DisciplineGroup | null;
  readonly all: FiguresView;
  /** By `by`: owners by key, stages in the order of the process, weeks in time; empty where it is not by anything. */
  readonly groups: readonly ({ readonly key: string } & FiguresView)[];
  /** Every week of the period, in time. */
  readonly weeks: readonly ({ readonly week: string } & FiguresView)[];
  /** Why of lines it is not known when they were written, with how many; those that are there. */
  readonly unknown: readonly { readonly why: Unknown; readonly lines: number }[];
  /** Deals without any day, which are of no figure on first entries. */
  readonly undated: number;
  readonly adoption: AdoptionView;
  /** By owner's key, then as they are best put right. */
  readonly fixes: readonly FixView[];
  /** Deals that cannot be read: of no figure. */
  readonly unreadable: readonly string[];
}

export interface FixView {
  readonly owner: string;
  readonly id: string;
  readonly kind: FixKind;
  /** The stage that it left, is in, or was first recorded in. */
  readonly stage: string;
  /** The day it left that stage, of its last sign of life, or it was first recorded. */
  readonly on: Day;
  /** Without a sign of life. */
  readonly days: number | null;
  /** null where no command does it: in the CRM, or in the file. */
  readonly command: string | null;
  /** The record in the CRM that is mirrored; null for a deal of our own. */
  readonly record: string | null;
  readonly file: string | null;
}

export interface DisciplineFacts extends Omit<AdoptionFacts, 'weeks'> {
  readonly book: Looked;
  readonly git: { readonly since: Day | undefined; readonly isShallow: boolean } | undefined;
}

export interface DisciplineAsked {
  readonly by: DisciplineGroup | undefined;
  /** Days; undefined: what rule late-log allows. */
  readonly within: number | undefined;
}

/** This week and the eleven before it, up to today. */
export function lastWeeks(today: Day): Period {
  const from = addDays(today, 1 - weekdayOf(today) - 7 * (WEEKS - 1));
  return { name: `${from}..${today}`, from, to: today };
}

/** @throws Failure `snapshot-damaged`, `newer-format` where snapshots have to tell who writes */
export function disciplineView(facts: DisciplineFacts, { by, within }: DisciplineAsked): DisciplineView {
  const { book, written, git } = facts;
  const { settings, today } = book;
  const period = facts.period.to > today ? { ...facts.period, to: today } : facts.period;
  const counted = countedIn(period, written);
  const weeks = weeksOf(period);
  const figuresOfWeek = figuresBy(counted, weekKey(weeks));
  const ofWeeks = weeks.map(({ name }) => ({
    week: name,
    ...figuresView(figuresOfWeek.get(name) ?? figuresOf(NOTHING)),
  }));
  return {
    schema: 'pipeline/discipline/1',
    today,
    period,
    documented_since: settings.documentedSince ?? null,
    written_by: git === undefined ? 'logged' : 'first-commit',
    shallow: git?.isShallow === true,
    within: {
      days: within ?? lateAfter(settings),
      from: within === undefined ? 'late-log' : 'option',
      own: within === undefined && hasOwnLimits(settings.rules['late-log']),
    },
    by: by ?? null,
    all: figuresView(figuresOf(counted)),
    groups:
      by === 'week' ? ofWeeks.map(({ week: key, ...own }) => ({ key, ...own })) : groupsOf(counted, by, book),
    weeks: ofWeeks,
    unknown: reasonsIn(counted),
    undated: written.undated,
    adoption: adoptionView({ ...facts, period, weeks }),
    fixes: fixViews(counted, book),
    unreadable: unreadableDeals(book),
  };
}

const NOTHING = { lines: [], entries: [], steps: [] };

/** The weeks that have a day of the period, in time. */
function weeksOf({ from, to }: Period): Period[] {
  const weeks: Period[] = [];
  for (let day = from; ; day = addDays(day, 7)) {
    const week = periodAround(day, 'week', 1);
    if (week.from > to) return weeks;
    weeks.push(week);
  }
}

function weekKey(weeks: readonly Period[]): (item: Item) => string {
  const byDay = new Map<Day, string>();
  return ({ day }) => {
    const known = byDay.get(day) ?? weeks.find((week) => isIn(week, day))?.name ?? '';
    byDay.set(day, known);
    return known;
  };
}

function groupsOf(
  counted: WrittenDown,
  by: 'owner' | 'stage' | undefined,
  { state: { process } }: Looked,
): DisciplineView['groups'] {
  if (by === undefined) return [];
  const order = [...process.stages.map(({ id }) => id), 'won', 'lost'];
  const rank = (key: string) => (by === 'owner' || !order.includes(key) ? order.length : order.indexOf(key));
  return [...figuresBy(counted, (item) => item[by])]
    .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
    .map(([key, figures]) => ({ key, ...figuresView(figures) }));
}

function hasOwnLimits(setting: Looked['settings']['rules'][string] | undefined): boolean {
  if (setting === undefined) return false;
  return [...Object.values(setting.groups), ...Object.values(setting.stages)].some(
    ({ numbers }) => numbers.after !== undefined,
  );
}

function reasonsIn({ lines }: WrittenDown): DisciplineView['unknown'] {
  const counts = new Map<Unknown, number>();
  for (const { unknown } of lines) {
    if (unknown !== undefined) counts.set(unknown, (counts.get(unknown) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([why, count]) => ({ why, lines: count }));
}

function fixViews(counted: WrittenDown, book: Looked): FixView[] {
  return fixesFor(counted, book).map(({ kind, owner, row, stage, on, days }) => {
    const record = recordIn(row, book) ?? null;
    const own = {
      'undocumented-stage': `pipeline log ${row.id} "…" --on ${on}`,
      silent: `pipeline log ${row.id} "…"`,
    };
    return {
      ...{ owner, id: row.id, kind, stage, on, days: days ?? null, record },
      command: record !== null || kind === 'late-entry' ? null : own[kind],
      file: book.written?.(row)?.path ?? book.deals.get(row.id)?.path ?? null,
    };
  });
}
