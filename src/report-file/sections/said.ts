// What people said: reviews, actions and feedback.

import { grouped } from '../../base/grouped.ts';
import { summed } from '../../chart/caption.ts';
import { type Chart, told } from '../../chart/chart.ts';
import { partBars } from '../../chart/part-bars.ts';
import { STATES } from '../../feedback/state.ts';
import { mistakeBlocks } from '../../page/dialogue.ts';
import type { Block, Cell } from '../../page/page.ts';
import { leftOut } from '../../page/review-stats.ts';
import { count, say } from '../../page/say.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { type Around, columnsOf, missing, type Part, type Section, text, viewIn } from '../section.ts';
import type { ReportViews } from '../views.ts';

/** Either may be missing, but not both. */
export function reviewsSection(around: Around): Section {
  const { views } = around;
  const [reviews, actions] = [viewIn(views.reviews), viewIn(views.actions)];
  return {
    id: 'reviews',
    leads: [
      ...(reviews === undefined ? missing(views.reviews) : [reviewsLead(reviews)]),
      ...(actions === undefined ? missing(views.actions) : [actionsLead(actions)]),
    ],
    charts: [...reviewsChart(reviews, around), ...actionsChart(actions, around)],
    blocks: [
      ...(reviews === undefined ? [] : leftOut(reviews)),
      ...(actions === undefined ? [] : mistakeBlocks(actions.mistakes)),
      ...(reviews === undefined || reviews.sheets.length === 0 ? [] : [sheetsTable(reviews)]),
      ...(actions === undefined || actions.actions.length === 0 ? [] : actionsTable(actions, around)),
    ],
  };
}

function reviewsChart(view: ReportViews['reviews'] | undefined, around: Around): Chart[] {
  if (view === undefined) return [];
  const rows = figuresOf(view)
    .each(({ sheets }) => sheets)
    .map((sheet) => ({
      label: sheet.of.sheet,
      count: sheet.count(({ filled_in: filled }) => filled),
      of: sheet.count(({ drawn }) => drawn),
    }));
  if (rows.length < 2) return [];
  const all = { count: summed(rows.map(({ count }) => count)), of: summed(rows.map(({ of }) => of)) };
  const title = told('Filled in, of the deals drawn, by review', {}, around);
  return [
    partBars({ title, caption: 'Filled in: {count} of {of} drawn.', all, rows }, around.chartLook('reviews')),
  ];
}

/** By owner, where more than one has promised something. */
function actionsChart(view: ReportViews['actions'] | undefined, around: Around): Chart[] {
  if (view === undefined) return [];
  const owners = grouped(view.actions, ({ owner }) => owner);
  if (owners.size < 2) return [];
  const rows = [...owners].map(([owner, actions]) => ({
    label: around.look.ownerLabel(owner),
    count: count(actions.filter(({ state }) => state === 'overdue').length),
    of: count(actions.filter(({ state }) => state === 'overdue' || state === 'open').length),
  }));
  const of = figuresOf(view);
  const overdue = of.count(({ counts }) => counts.overdue);
  const all = { count: overdue, of: summed([overdue, of.count(({ counts }) => counts.open)]) };
  const title = told('Overdue, of the promises not done yet, by owner', {}, around);
  return [
    partBars(
      { title, caption: 'Overdue: {count} of {of} not done yet.', all, rows },
      around.chartLook('actions'),
    ),
  ];
}

function reviewsLead(view: ReportViews['reviews']): Part[] {
  const of = figuresOf(view);
  return [
    say('{reviewed} of {of} open deals were reviewed in the period.', {
      reviewed: of.count((stats) => stats.open_reviewed.count),
      of: of.count((stats) => stats.open_reviewed.of),
    }),
  ];
}

function actionsLead(view: ReportViews['actions']): Part[] {
  const of = figuresOf(view);
  return [
    say(
      '{count, plural, =0 {No action is} one {{open} action is} other {{open} actions are}} open, {late, plural, =0 {none is} one {{overdue} more is} other {{overdue} more are}} overdue.',
      {
        ...{ count: view.counts.open, late: view.counts.overdue },
        open: of.count(({ counts }) => counts.open),
        overdue: of.count(({ counts }) => counts.overdue),
      },
    ),
  ];
}

function sheetsTable(view: ReportViews['reviews']): Block {
  return {
    kind: 'table',
    columns: columnsOf('on', 'sheet', '>count', '>filled'),
    rows: figuresOf(view)
      .each(({ sheets }) => sheets)
      .map((sheet) => [
        sheet.day(({ on }) => on),
        text(sheet.of.sheet),
        sheet.count(({ drawn }) => drawn),
        sheet.count(({ filled_in }) => filled_in),
      ]),
  };
}

function actionsTable(view: ReportViews['actions'], { look }: Around): Block[] {
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf('text', 'owner', 'due', 'state'),
      rows: figuresOf(view)
        .each(({ actions }) => actions)
        .map((action): Cell[] => [
          text(action.of.text),
          text(look.ownerLabel(action.of.owner)),
          action.day(({ due }) => due),
          {
            ...say(action.of.state),
            tone: action.of.state === 'overdue' ? 'bad' : 'plain',
          },
        ]),
    },
  ];
}

const KINDS = {
  works: 'What serves well',
  change: 'What to change, and why',
  decided: 'What was decided',
  results: 'What came of decisions',
  waiting: 'Decided before, and not done',
} as const;
const NOTHING_SAID_BY = {
  all: 'Nothing was said or decided from {from} to {to}.',
  owner: 'Nothing was said by {owner}, or decided on it, from {from} to {to}.',
} as const;
const SAID_BY = {
  all: 'Said and decided from {from} to {to}:',
  owner: 'Said by {owner}, and decided on it, from {from} to {to}:',
} as const;
const KEYS = Object.keys(KINDS) as (keyof typeof KINDS)[];

export function feedbackSection(view: ReportViews['feedback'], around: Around): Section {
  const { look } = around;
  const of = figuresOf(view);
  const period = of.part((digest) => digest.period);
  const whose = around.owner === '' ? 'all' : 'owner';
  const blocks = KEYS.flatMap((kind) => saidBlocks(kind, of, around));
  return {
    id: 'feedback',
    leads: [
      [
        say((blocks.length === 0 ? NOTHING_SAID_BY : SAID_BY)[whose], {
          owner: look.ownerLabel(around.owner),
          from: period.day(({ from }) => from),
          to: period.day(({ to }) => to),
        }),
      ],
    ],
    charts: [],
    blocks: [...mistakeBlocks(view.mistakes), ...blocks],
  };
}

function saidBlocks(
  kind: (typeof KEYS)[number],
  of: Figures<ReportViews['feedback']>,
  { look, isOwners }: Around,
): Block[] {
  const entries = of.each(({ sections }) => sections[kind]).filter((entry) => isOwners(entry.of.by));
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', parts: [say(KINDS[kind])] },
    {
      kind: 'table',
      columns: columnsOf('on', 'text', 'stage', 'state'),
      rows: entries.map((entry) => [
        entry.day(({ on }) => on),
        text(entry.of.text),
        text(entry.of.stage === '' ? '' : look.stageLabel(entry.of.stage)),
        say(STATES[entry.of.state]),
      ]),
    },
  ];
}
