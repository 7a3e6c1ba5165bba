// What people said: reviews, actions and feedback.

import type { Block, Cell } from '../../page/page.ts';
import { ownTitle } from '../../page/say.ts';
import { figuresOf } from '../figures.ts';
import { type Around, columnsOf, type Part, type Section, say, text, viewIn } from '../section.ts';
import type { ReportViews, Told } from '../views.ts';

/** Either may be missing, but not both. */
export function reviewsSection(around: Around): Section {
  const { views } = around;
  const [reviews, actions] = [viewIn(views.reviews), viewIn(views.actions)];
  return {
    id: 'reviews',
    leads: [
      ...(reviews === undefined ? missing(views.reviews) : [reviewsLead(reviews, around)]),
      ...(actions === undefined ? missing(views.actions) : [actionsLead(actions, around)]),
    ],
    charts: [],
    blocks: [
      ...(reviews === undefined ? [] : [sheetsTable(reviews, around)]),
      ...(actions === undefined || actions.actions.length === 0 ? [] : actionsTable(actions, around)),
    ],
  };
}

/** Why there is no view, and what to do. */
export function missing(told: Pick<Told<unknown>, 'missing'> | undefined): Part[][] {
  const why = told?.missing;
  return why === undefined || why === null ? [] : [[[why.message, why.hint ?? ''].join(' ').trim()]];
}

function reviewsLead(view: ReportViews['reviews'], { words }: Around): Part[] {
  const of = figuresOf(view);
  return say(words.leads.reviews, {
    reviewed: of.count((stats) => stats.open_reviewed.count),
    of: of.count((stats) => stats.open_reviewed.of),
  });
}

function actionsLead(view: ReportViews['actions'], { words }: Around): Part[] {
  const of = figuresOf(view);
  return say(words.leads.actions, {
    open: of.count(({ counts }) => counts.open),
    overdue: of.count(({ counts }) => counts.overdue),
  });
}

function sheetsTable(view: ReportViews['reviews'], { words }: Around): Block {
  return {
    kind: 'table',
    columns: [
      ...columnsOf(words, 'on'),
      { key: 'sheet', title: ownTitle(words.headings.reviews) },
      ...columnsOf(words, '>count', '>filled'),
    ],
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

function actionsTable(view: ReportViews['actions'], { words, look }: Around): Block[] {
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf(words, 'text', 'owner', 'due', 'state'),
      rows: figuresOf(view)
        .each(({ actions }) => actions)
        .map((action): Cell[] => [
          text(action.of.text),
          text(look.ownerLabel(action.of.owner)),
          action.day(({ due }) => due),
          {
            kind: 'text',
            text: words.states[action.of.state],
            tone: action.of.state === 'overdue' ? 'bad' : 'plain',
          },
        ]),
    },
  ];
}

const KINDS = ['works', 'change', 'decided', 'results', 'waiting'] as const;

export function feedbackSection(view: ReportViews['feedback'], around: Around): Section {
  const { words } = around;
  const of = figuresOf(view);
  const period = of.part((digest) => digest.period);
  return {
    id: 'feedback',
    leads: [
      say(words.leads.feedback, { from: period.day(({ from }) => from), to: period.day(({ to }) => to) }),
    ],
    charts: [],
    blocks: KINDS.flatMap((kind): Block[] => {
      const entries = of.each(({ sections }) => sections[kind]);
      if (entries.length === 0) return [];
      return [
        { kind: 'heading', parts: [words.said[kind]] },
        {
          kind: 'table',
          columns: columnsOf(words, 'on', 'text', 'stage', 'state'),
          rows: entries.map((entry) => [
            entry.day(({ on }) => on),
            text(entry.of.text),
            text(entry.of.stage),
            text(entry.of.state),
          ]),
        },
      ];
    }),
  };
}
