// What a section of a report is before anything renders it: a sentence, charts and tables.

import type { Chart, ChartLook } from '../chart/chart.ts';
import type { Look } from '../page/look.ts';
import type { Block, Cell, Column, Table } from '../page/page.ts';
import { ownTitle } from '../page/say.ts';
import type { SectionId, Told, ToldViews } from './views.ts';
import type { ReportWords } from './words.ts';

export type Part = string | Cell;

export interface Section {
  readonly id: SectionId;
  /** Each a sentence, the answer first. */
  readonly leads: readonly (readonly Part[])[];
  readonly charts: readonly Chart[];
  readonly blocks: readonly Block[];
}

/** What sections are made with. */
export interface Around {
  readonly views: ToldViews;
  readonly words: ReportWords;
  readonly look: Look;
  readonly currency: string;
  /** Key of the owner asked for; '' for all. */
  readonly owner: string;
  /** How a chart looks. @param id of it, and of no other */
  chartLook(id: string): ChartLook;
}

/** A sentence of the catalogue with its values in their places. */
export function say(template: string, values: Readonly<Record<string, Part>>): Part[] {
  return template
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 === 0 ? piece : (values[piece] ?? '')))
    .filter((part) => part !== '');
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

/** @param keys of the catalogue, with > before those whose values stand at the right */
export function columnsOf(words: ReportWords, ...keys: readonly string[]): Column[] {
  const titles: Readonly<Record<string, string>> = words.columns;
  return keys.map((word) => {
    const key = word.replace('>', '');
    const title = ownTitle(titles[key] ?? key);
    return word.startsWith('>') ? { key, title, align: 'right' } : { key, title };
  });
}

/** Rows that one page bears; a command has the rest. */
const LISTED = 100;

/** The first rows, and what prints the rest. */
export function listed(table: Omit<Table, 'kind'>, command: string, words: ReportWords): Block[] {
  const rest = table.rows.length - LISTED;
  if (rest <= 0) return [{ ...table, kind: 'table' }];
  const parts = say(words.page.unlisted, { count: { kind: 'count', count: rest }, command });
  return [
    { ...table, kind: 'table', rows: table.rows.slice(0, LISTED) },
    { kind: 'paragraph', parts },
  ];
}

/** The view; undefined where there is none. */
export function viewIn<View>(told: Told<View> | undefined): View | undefined {
  return told?.view ?? undefined;
}
