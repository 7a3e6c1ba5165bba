// The pages of `pipeline funnel`: from stage to stage with days, by cohort, and the matrix of what went where.

import type { FlowView } from '../report/flow.ts';
import type { Cohort, FunnelStep, FunnelView } from '../report/funnel.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Column, Page, Records, Title } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { count, ownTitle, type Said, say } from './say.ts';
import { ourStage } from './stage-cell.ts';

export function funnelPage(view: FunnelView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...funnelBlocks(view, look)] };
}

function* funnelBlocks(view: FunnelView, look: Look): Generator<Block> {
  const { stages, won, cohorts, as_of, today } = view;
  const [first] = stages;
  yield {
    kind: 'heading',
    parts: dotted([
      say(ENTERED, {
        deals: first?.entered ?? 0,
        stage: first?.label ?? say('no stage'),
        won: count(won),
      }),
      say('on {day}', { day: { kind: 'day', day: as_of ?? today } }),
    ]),
  };
  yield { kind: 'blank' };
  yield { kind: 'table', columns: STEP_COLUMNS, rows: stages.map((step) => stepRow(step, stages)) };
  if (cohorts.length > 0) {
    yield { kind: 'blank' };
    yield {
      kind: 'table',
      columns: cohortColumns(view, look),
      rows: cohorts.map((cohort) => cohortRow(cohort, stages)),
    };
  }
  yield { kind: 'blank' };
  const isEmpty = view.without_record.length > 0 && stages.every(({ entered }) => entered === 0);
  if (isEmpty) {
    yield {
      kind: 'paragraph',
      tone: 'warn',
      parts: [say(NO_STAGE_DAYS, { deals: view.without_record.length })],
    };
    return;
  }
  yield {
    kind: 'paragraph',
    parts: [say(HOW_TO_READ)],
  };
  yield* funnelRemarks(view);
  yield {
    kind: 'next',
    text: say('What went where since the last snapshot'),
    command: 'pipeline funnel --flow',
  };
}

/** What its figures leave out. */
export function* funnelRemarks({ without_record: without }: FunnelView): Generator<Block> {
  if (without.length === 0) return;
  const parts = [say(WITHOUT_STAGE, { deals: without.length, names: sayNames(without) })];
  yield { kind: 'paragraph', tone: 'warn', parts };
}

const ENTERED = '{deals, plural, one {# deal} other {# deals}} entered {stage}, {won} won' satisfies Message;
const HOW_TO_READ =
  'An open deal is not decided yet: conversion is moved on ÷ (moved on + lost). Days are the median and P75 of stays that have ended. Bars are of deals that entered.' satisfies Message;
const NO_STAGE_DAYS =
  'No deal has a stage on record with the day on which it was entered: {deals, plural, one {# deal shows where it stands} other {# deals show where they stand}}, and not since when. Such days come with each further week of imports and with `pipeline move`, or at once with a column of the export that has them: Last stage change, Date entered "STAGE".' satisfies Message;
const WITHOUT_STAGE =
  'Without a stage on record, and in no figure of the stages: {deals, plural, one {# deal} other {# deals}}, {names}.' satisfies Message;

const right = (key: string, title: Title, dropRank?: number): Column => ({
  key,
  title,
  align: 'right',
  ...(dropRank === undefined ? {} : { dropRank }),
});

const STEP_COLUMNS: readonly Column[] = [
  { key: 'stage', title: 'Stage', shrinkTo: 10 },
  right('entered', 'Entered'),
  right('moved_on', 'Moved on'),
  right('lost', 'Lost'),
  right('open', 'Open'),
  right('conversion', 'Conversion'),
  right('median', 'Days'),
  right('p75', 'P75', 2),
  { key: 'bar', title: '', dropRank: 1 },
];

function stepRow(
  { label, entered, moved_on, lost, open, conversion, days }: FunnelStep,
  stages: readonly FunnelStep[],
): Cell[] {
  const most = Math.max(1, ...stages.map((stage) => stage.entered));
  return [
    text(label),
    count(entered),
    count(moved_on),
    count(lost),
    count(open),
    rateCell(conversion),
    days === null ? text('–') : count(days.median),
    days === null ? text('–') : count(days.p75),
    { kind: 'bar', from: 0, to: entered / most },
  ];
}

const CREATED_IN = {
  month: 'Created in month',
  quarter: 'Created in quarter',
  year: 'Created in year',
} as const;

function cohortColumns({ by, stages }: FunnelView, look: Look): Column[] {
  return [
    { key: 'cohort', title: by === null ? '' : CREATED_IN[by] },
    right('deals', 'Deals'),
    ...stages.map(({ stage }) => right(stage, ownTitle(look.stageLabel(stage)), 2)),
    right('won', 'Won'),
    right('lost', 'Lost'),
    right('open', 'Open'),
    right('win_rate', 'Win rate'),
  ];
}

function cohortRow(
  { name, deals, won, lost, open, win_rate, reached }: Cohort,
  stages: readonly FunnelStep[],
): Cell[] {
  return [
    text(name),
    count(deals),
    ...stages.map(({ stage }) => count(reached[stage] ?? 0)),
    count(won),
    count(lost),
    count(open),
    rateCell(win_rate),
  ];
}

export function funnelRecords({ stages, cohorts, by }: FunnelView): Records {
  if (by !== null) {
    return {
      columns: [
        'cohort',
        'deals',
        'won',
        'lost',
        'open',
        'win_rate',
        ...stages.map(({ stage }) => `reached_${stage}`),
      ],
      rows: cohorts.map(({ name, deals, won, lost, open, win_rate, reached }) => [
        { kind: 'text', text: name },
        ...[deals, won, lost, open].map((number) => ({ kind: 'number', number }) as const),
        win_rate.share === null ? { kind: 'none' } : { kind: 'number', number: win_rate.share },
        ...stages.map(({ stage }) => ({ kind: 'number', number: reached[stage] ?? 0 }) as const),
      ]),
    };
  }
  return {
    columns: ['stage', 'entered', 'moved_on', 'lost', 'open', 'conversion', 'median_days', 'p75_days'],
    rows: stages.map(({ stage, entered, moved_on, lost, open, conversion, days }) => [
      { kind: 'text', text: stage },
      ...[entered, moved_on, lost, open].map((number) => ({ kind: 'number', number }) as const),
      conversion.share === null ? { kind: 'none' } : { kind: 'number', number: conversion.share },
      days === null ? { kind: 'none' } : { kind: 'number', number: days.median },
      days === null ? { kind: 'none' } : { kind: 'number', number: days.p75 },
    ]),
  };
}

export function flowPage(view: FlowView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...flowBlocks(view, look)] };
}

function* flowBlocks(view: FlowView, look: Look): Generator<Block> {
  const { from_snapshot: from, to_snapshot: to, places, flows } = view;
  const axes = say('rows: where deals were, columns: where they are');
  yield { kind: 'heading', parts: dotted([`${from} → ${to}`, axes]) };
  yield { kind: 'blank' };
  const label = (place: string, none: Message) => {
    if (place === '') return say(none);
    return place === 'archived' ? say('Archived') : (ourStage(place) ?? ownTitle(look.stageLabel(place)));
  };
  const origins = places.filter((place) => flows.some((flow) => flow.from === place));
  yield {
    kind: 'table',
    columns: [
      { key: 'from', title: '', shrinkTo: 8 },
      ...places.map((place) => right(`to_${place === '' ? 'gone' : place}`, label(place, 'Gone'))),
    ],
    rows: origins.map((origin) => [
      cellOf(label(origin, 'New')),
      ...places.map((place): Cell => {
        const flow = flows.find((one) => one.from === origin && one.to === place);
        return flow === undefined ? { kind: 'none' } : count(flow.deals);
      }),
    ]),
  };
  yield { kind: 'blank' };
  yield { kind: 'next', text: say('Deal by deal'), command: `pipeline diff ${from} ${to}` };
}

export function flowRecords({ flows }: FlowView): Records {
  return {
    columns: ['from', 'to', 'deals'],
    rows: flows.map(({ from, to, deals }) => [
      { kind: 'text', text: from === '' ? 'new' : from },
      { kind: 'text', text: to === '' ? 'gone' : to },
      { kind: 'number', number: deals },
    ]),
  };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

/** What heads a column, as the name of a row. */
function cellOf(title: Said | Extract<Title, { kind: 'data' }>): Cell {
  return title.kind === 'data' ? text(title.text) : title;
}
