// What a section of a report is before anything renders it: a sentence, charts and tables.

import type { Chart, ChartLook } from '../chart/chart.ts';
import type { Look } from '../page/look.ts';
import type { Block, Cell, Column, Table } from '../page/page.ts';
import { say, spoken } from '../page/say.ts';
import type { Message } from '../words/message.ts';
import type { Language } from '../words/speak.ts';
import type { SectionId, Told, ToldViews } from './views.ts';

export type Part = string | Cell;

export interface Section {
  readonly id: SectionId;
  /** Each a sentence, the answer first. */
  readonly leads: readonly (readonly Part[])[];
  readonly charts: readonly Chart[];
  /** What its figures rest on and leave out. */
  readonly notes?: readonly Block[];
  readonly blocks: readonly Block[];
}

/** What sections are made with. */
export interface Around {
  readonly views: ToldViews;
  readonly language: Language;
  readonly look: Look;
  readonly currency: string;
  /** Key of the owner asked for; '' for all. */
  readonly owner: string;
  /** Whether a name is that of the owner asked for; of everybody where none is. */
  isOwners(name: string): boolean;
  /** How a chart looks. @param id of it, and of no other */
  chartLook(id: string): ChartLook;
}

export function text(of: string): Cell {
  return { kind: 'text', text: of };
}

/** A name that leads to the deal in the table of deals. */
export function dealLink(id: string, name: string): Cell {
  return { kind: 'text', text: name, anchor: dealAnchor(id) };
}

export function dealAnchor(id: string): string {
  return `deal-${id}`;
}

/** What the columns of tables are named. */
const TITLES = {
  account: 'Account',
  bias: 'Bias',
  call: 'People say',
  category: 'Due, as sellers call it',
  chance: 'Chance',
  change: 'Change',
  close: 'Close',
  cohort: 'Created in',
  conversion: 'Moved on',
  count: 'Deals',
  coverage: 'Within P10–P90',
  days: 'Days',
  deal: 'Deal',
  due: 'Due',
  entered: 'Entered',
  error: 'Error (WAPE)',
  expected: 'Expected',
  figure: 'Figure',
  filled: 'Filled in',
  fresh: 'Fresh',
  happened: 'What happened',
  judged: 'Judged',
  left: 'Still to win',
  lost: 'Lost',
  median: 'Median days',
  method: 'Way',
  mp: 'MP',
  on: 'On',
  open: 'Open',
  owner: 'Owner',
  p10: 'P10',
  p50: 'P50',
  p90: 'P90',
  runs: 'Tries',
  share: 'Share',
  sheet: 'Review',
  shrink: 'Shrunk',
  since: 'Last sign of life',
  slip: 'Slipped',
  stage: 'Stage',
  state: 'State',
  target: 'Target',
  text: 'Text',
  upTo: 'Up to here',
  value: 'Value',
  week: 'Week',
  why: 'Why',
  winRate: 'Win rate',
  won: 'Won',
  wonBy: 'Won by the end of',
} as const satisfies Readonly<Record<string, Message>>;

type ColumnKey = keyof typeof TITLES;

/** What a deal is of: on a phone it stands below its name. */
const WHOSE: ReadonlySet<string> = new Set(['account', 'owner', 'stage']);

/** @param keys of columns, with > before those whose values stand at the right */
export function columnsOf(...keys: readonly (ColumnKey | `>${ColumnKey}`)[]): Column[] {
  return keys.map((word) => {
    const key = word.replace('>', '') as ColumnKey;
    const joinsFirst = keys[0] === 'deal' && WHOSE.has(key);
    const column = { key, title: TITLES[key], ...(joinsFirst ? { joinsFirst } : {}) };
    return word.startsWith('>') ? { ...column, align: 'right' } : column;
  });
}

/** Rows that one page bears; a command has the rest. */
const LISTED = 100;

/** The first rows, and what prints the rest. */
export function listed(table: Omit<Table, 'kind'>, command: string): Block[] {
  const rest = table.rows.length - LISTED;
  if (rest <= 0) return [{ ...table, kind: 'table' }];
  const count: Cell = { kind: 'count', count: rest };
  return [
    { ...table, kind: 'table', rows: table.rows.slice(0, LISTED) },
    { kind: 'next', text: say('And {count} more', { count }), command },
  ];
}

/** The view; undefined where there is none. */
export function viewIn<View>(told: Told<View> | undefined): View | undefined {
  return told?.view ?? undefined;
}

/** Why there is no view, and what to do. */
export function missing(told: Pick<Told<unknown>, 'missing'> | undefined): Part[][] {
  const why = told?.missing;
  if (why === undefined || why === null) return [];
  return [[spoken(why.message), ...(why.hint === null ? [] : [' ', spoken(why.hint)])]];
}
