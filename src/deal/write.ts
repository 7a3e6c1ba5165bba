// A new deal → the text of its file, in the plain form: keys in the order of DEAL_KEYS, one item of a list a line.
// Needs no YAML library, so that thousands of deals are written in no time.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import { isList } from './bare-data.ts';
import type { Activity, CustomValue, DealKey, NextStep, Source, StageEntry, Waiver } from './deal.ts';
import { scalarText } from './scalar-text.ts';
import { type ListName, SHAPES, type Shape } from './shapes.ts';

/** What a new deal may say; a Deal that was read is one as well. Text that is '' is left out. */
export interface NewDeal {
  readonly name: string;
  readonly stage: string;
  readonly account?: string | undefined;
  readonly owner?: string | undefined;
  readonly amount?: Decimal | undefined;
  readonly currency?: string | undefined;
  readonly created?: Day | undefined;
  readonly recorded?: Day | undefined;
  readonly close?: Day | undefined;
  readonly important?: string | undefined;
  readonly category?: string | undefined;
  readonly contacts?: readonly string[] | undefined;
  readonly nextStep?: NextStep | undefined;
  readonly stages?: readonly Omit<StageEntry, 'line'>[] | undefined;
  readonly activities?: readonly Omit<Activity, 'line'>[] | undefined;
  readonly checklist?: readonly string[] | undefined;
  readonly waive?: readonly Omit<Waiver, 'line'>[] | undefined;
  readonly lostReason?: string | undefined;
  readonly source?: Source | undefined;
  readonly was?: string | undefined;
  readonly mergedInto?: string | undefined;
  readonly missing?: Day | undefined;
  readonly custom?: Readonly<Record<string, CustomValue>> | undefined;
}

/** The file's text, with LF and a final line end; readDeal gives the same deal back. */
export function writeDeal(deal: NewDeal): string {
  const lines: readonly string[] = [
    textLine('name', deal.name),
    textLine('account', deal.account),
    textLine('owner', deal.owner),
    textLine('stage', deal.stage),
    plainLine('amount', deal.amount),
    textLine('currency', deal.currency),
    plainLine('created', deal.created),
    plainLine('recorded', deal.recorded),
    plainLine('close', deal.close),
    textLine('important', deal.important),
    textLine('category', deal.category),
    textsLine('contacts', deal.contacts),
    deal.nextStep === undefined ? '' : `next_step: ${recordText(deal.nextStep, SHAPES.next_step)}\n`,
    recordLines('stages', deal.stages),
    recordLines('activities', deal.activities),
    textsLine('checklist', deal.checklist),
    recordLines('waive', deal.waive),
    textLine('lost_reason', deal.lostReason),
    deal.source === undefined ? '' : `source: ${recordText(deal.source, SHAPES.source)}\n`,
    textLine('was', deal.was),
    textLine('merged_into', deal.mergedInto),
    plainLine('missing', deal.missing),
    customLines(deal.custom ?? {}),
  ];
  return lines.join('');
}

/** A map of a known shape in braces, its keys in the shape's order: `{stage: lead, on: 2026-09-01}`. */
export function recordText(record: object, shape: Shape): string {
  const held = new Map<string, unknown>(Object.entries(record));
  const parts = Object.keys(shape.fields).flatMap((key) => {
    const value = held.get(key);
    return typeof value === 'string' && value !== '' ? [`${key}: ${scalarText(value, 'flow')}`] : [];
  });
  return `{${parts.join(', ')}}`;
}

/** Plain data on one line: texts, numbers, and lists and maps in brackets. */
export function dataText(value: CustomValue, context: 'block' | 'flow'): string {
  if (typeof value === 'string') return scalarText(value, context);
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map((item) => dataText(item, 'flow')).join(', ')}]`;
  return `{${pairTexts(value, 'flow').join(', ')}}`;
}

function textLine(key: DealKey, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${key}: ${scalarText(value, 'block')}\n`;
}

/** Days and amounts: what they are made of needs no quotes. */
function plainLine(key: DealKey, value: Day | Decimal | undefined): string {
  return value === undefined ? '' : `${key}: ${value}\n`;
}

function textsLine(key: DealKey, values: readonly string[] = []): string {
  return values.length === 0
    ? ''
    : `${key}: [${values.map((value) => scalarText(value, 'flow')).join(', ')}]\n`;
}

function recordLines(key: ListName, records: readonly object[] = []): string {
  if (records.length === 0) return '';
  return `${key}:\n${records.map((record) => `  - ${recordText(record, SHAPES[key])}\n`).join('')}`;
}

/** On one line where it is short, else one key a line, so that a change of one is a change of one line. */
const LONGEST_CUSTOM = 100;
/** YAML bounds the keys of a block map to 1024 characters, those in braces not. */
const LONGEST_BLOCK_KEY = 500;

function customLines(custom: Readonly<Record<string, CustomValue>>): string {
  const keys = Object.keys(custom);
  if (keys.length === 0) return '';
  const inBraces = `custom: ${dataText(custom, 'block')}\n`;
  if (inBraces.length <= LONGEST_CUSTOM || keys.some((key) => key.length > LONGEST_BLOCK_KEY))
    return inBraces;
  return `custom:\n${pairTexts(custom, 'block')
    .map((pair) => `  ${pair}\n`)
    .join('')}`;
}

function pairTexts(data: Readonly<Record<string, CustomValue>>, context: 'block' | 'flow'): string[] {
  return Object.entries(data).map(
    ([key, value]) => `${scalarText(key, 'flow')}: ${dataText(value, context)}`,
  );
}

/** Integers beyond 2^53 with an exponent, because digits in a row are read as the text that they are. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return 'null'; // as JSON has it
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
}
