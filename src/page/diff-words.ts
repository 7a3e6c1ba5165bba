// What happened to a deal in a few words.

import { toDay } from '../base/day.ts';
import { toDecimal } from '../base/money.ts';
import { type Corrected, MOVEMENTS, type MovementKind, type Renamed } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { MovementView } from '../report/diff-movement.ts';
import type { Message } from '../words/message.ts';
import { languageOf, speak } from '../words/speak.ts';
import type { Look } from './look.ts';
import { listed } from './names.ts';
import type { Cell, Tone } from './page.ts';
import { say } from './say.ts';
import { stageCell } from './stage-cell.ts';

export type Part = string | Cell;

/** What a line of words holds before it goes on in a further one; 80 columns leave about that much. */
const LINE = 34;

type Told = Pick<DiffDeal, 'stage' | 'movements'>;

/** What words depend on beside the deal. */
type Around = Pick<DiffView, 'due_in' | 'currency'>;

/** The movements of a deal in words, as the cells of one or more rows: `won · grown 150,000 → 165,000 (+10.0 %)`. */
export function whatHappened(
  deal: Told,
  view: Around,
  look: Look,
): readonly [first: Cell, ...further: Cell[]] {
  const [first = [], ...further] = packed(phrasesOf(deal, view, look));
  return [toCell(deal, first), ...further.map((parts) => toCell(deal, parts))];
}

/** The same in one line. */
export function happenedParts(deal: Told, view: Around, look: Look): Part[] {
  return phrasesOf(deal, view, look).flatMap((parts, at) => (at === 0 ? parts : [' · ', ...parts]));
}

function phrasesOf({ stage, movements }: Told, view: Around, look: Look): Part[][] {
  // A deal that the rate alone moved is idle as well.
  const told = movements.filter(({ kind }) => kind !== 'idle' || movements.length === 1);
  const context = { stage, view, look, alone: told.length === 1 };
  return told.flatMap((movement) => phrases(movement, context));
}

function toCell({ movements }: Told, parts: readonly Part[]): Cell {
  return { kind: 'phrase', parts, tone: toneOfAll(movements.filter(isADeed).map(({ kind }) => kind)) };
}

/** Phrases joined by `·` as long as a line holds them. */
function packed(all: readonly Part[][]): Part[][] {
  const lines: Part[][] = [];
  for (const parts of all) {
    const line = lines.at(-1);
    if (line !== undefined && lengthOf(line) + lengthOf(parts) + 3 <= LINE) line.push(' · ', ...parts);
    else lines.push([...parts]);
  }
  return lines;
}

/** About how many columns the parts take, in English and in any locale. */
function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((length, part) => {
    if (typeof part === 'string') return length + part.length;
    if (part.kind === 'said') return length + lengthOf(speak<Cell>(part.message, part.values, ENGLISH));
    if (part.kind === 'phrase') return length + lengthOf(part.parts);
    if (part.kind !== 'money') return length + 8;
    const integer = part.amount.replace(/\..*$/, '').length;
    return length + integer + Math.floor((integer - 1) / 3);
  }, 0);
}

const ENGLISH = languageOf('en', undefined);

const TONES = { good: 'good', bad: 'bad', neutral: 'plain' } as const;

/** The colour of a movement: what one hopes for, and what one looks into. */
export function toneOf(kind: MovementKind): Tone {
  return TONES[MOVEMENTS[kind].sign];
}

/** An amount that one end does not know is nothing to hope for or look into. */
function isADeed({ amount_unknown: end }: MovementView): boolean {
  return end === undefined;
}

/** What is won is won; else one thing to look into is enough. */
function toneOfAll(kinds: readonly MovementKind[]): Tone {
  if (kinds.includes('won')) return toneOf('won');
  const tones = kinds.map(toneOf);
  return tones.find((tone) => tone === 'bad') ?? tones.find((tone) => tone === 'good') ?? 'plain';
}

interface Context {
  /** Where the deal stands. */
  readonly stage: string;
  readonly view: Around;
  readonly look: Look;
  /** Whether nothing else is told of the deal. */
  readonly alone: boolean;
}

function phrases(movement: MovementView, context: Context): Part[][] {
  const { look, view } = context;
  const { kind, from, to } = movement;
  const label = say(MOVEMENTS[kind].label);
  const nameOf = (id: string | null | undefined) => look.stageLabel(id ?? '');
  const stage = (id: string | null | undefined) => stageCell(id ?? '', look);
  switch (kind) {
    case 'new':
    case 'reopened':
      return context.alone ? [[label], [stage(context.stage)]] : [[label]];
    case 'late-entry': {
      const [first = ''] = movement.stages ?? [];
      const isClosed = first === 'won' || first === 'lost';
      return [[isClosed ? label : say('late entry at {stage}', { stage: stage(first) })]];
    }
    case 'advanced':
      return [[say('advanced to {stage}', { stage: stage(to) })]];
    case 'skipped': {
      const skipped = (movement.stages ?? []).map(nameOf).join(', ');
      return [
        [say('advanced to {stage}', { stage: stage(to) })],
        [say('skipped {stages}', { stages: skipped })],
      ];
    }
    case 'regressed':
      return [[say('back from {from} to {to}', { from: stage(from), to: stage(to) })]];
    case 'restaged':
      return [[say('{from} is gone: in {to}', { from: stage(from), to: stage(to) })]];
    case 'lost':
      return [[movement.reason === undefined ? label : say('lost: {reason}', { reason: movement.reason })]];
    case 'flipped':
      return [[say('flipped from {from} to {to}', { from: outcome(from), to: outcome(to) })]];
    case 'slipped':
    case 'pulled-in':
      return [[dateMove(kind, movement)], ...crossingParts(movement, view)];
    case 'shrunk':
    case 'grown':
      if (movement.amount_unknown !== undefined) return [[becameKnown(movement, view)]];
      return [[say(kind === 'shrunk' ? 'shrunk {amounts}' : 'grown {amounts}', amountsOf(movement, view))]];
    case 'revalued':
      return [[say('revalued {change}', { change: signed(movement.value) })]];
    case 'currency-changed':
      return [[`${from} → ${to}`]];
    case 'transferred':
      return [
        [say('from {from} to {to}', { from: look.ownerLabel(from ?? ''), to: look.ownerLabel(to ?? '') })],
      ];
    case 'corrected':
      return [[say('corrected: {fields}', { fields: listed((movement.what ?? []).map(fieldName)) })]];
    case 'renamed':
      return [[renaming(movement)]];
    default:
      return [[label]];
  }
}

function outcome(of: string | null | undefined): Part {
  return of === 'won' || of === 'lost' ? say(of) : (of ?? '');
}

const MOVED = {
  slipped: {
    by: 'slipped {days, plural, one {# day} other {# days}} to {day}',
    to: 'slipped to {day}',
    away: 'slipped: no date now',
  },
  'pulled-in': {
    by: 'pulled in {days, plural, one {# day} other {# days}} to {day}',
    to: 'pulled in to {day}',
    away: 'pulled in: no date now',
  },
} as const satisfies Record<string, Record<'by' | 'to' | 'away', Message>>;

function dateMove(kind: keyof typeof MOVED, { days, to }: MovementView): Part {
  const day = toDay(to ?? '');
  if (day === undefined) return say(MOVED[kind].away);
  const on: Cell = { kind: 'day', day };
  return typeof days === 'number' ? say(MOVED[kind].by, { days, day: on }) : say(MOVED[kind].to, { day: on });
}

function crossingParts({ period }: MovementView, { due_in }: Around): Part[][] {
  if (period === null || period === undefined) return [];
  return [[say(period === 'left' ? 'left {period}' : 'entered {period}', { period: due_in })]];
}

function amountsOf({ from, to, pct, currency }: MovementView, view: Around): { readonly amounts: Cell } {
  const share: Part[] =
    pct === null || pct === undefined
      ? []
      : [
          ` (${pct.startsWith('-') || pct === '0.0' ? '' : '+'}`,
          { kind: 'share', share: Number(pct) / 100, decimals: 1 },
          ')',
        ];
  const unit = currency === view.currency ? '' : `${currency} `;
  return { amounts: { kind: 'phrase', parts: [unit, amount(from), ' → ', amount(to), ...share] } };
}

/** Nobody changed what one end does not know. */
function becameKnown({ amount_unknown: end, from, to, currency }: MovementView, view: Around): Part {
  const unit = currency === view.currency ? '' : `${currency} `;
  const known: Cell = { kind: 'phrase', parts: [unit, amount(end === 'from' ? to : from)] };
  return end === 'from'
    ? say('amount known now: {amount}', { amount: known })
    : say('amount not known: was {amount}', { amount: known });
}

function signed(value: MovementView['value']): Part {
  return value === undefined ? '' : { kind: 'money', amount: value, signed: true };
}

function amount(text: string | null | undefined): Part {
  const decimal = toDecimal(text ?? '');
  return decimal === undefined ? say('none') : { kind: 'money', amount: decimal };
}

function renaming({ changes = [] }: MovementView): Part {
  const [first] = changes;
  if (first === undefined || changes.length > 1) {
    return say('renamed: {fields}', { fields: listed(changes.map(({ what }) => fieldName(what))) });
  }
  const field = fieldName(first.what);
  return first.from === ''
    ? say('{field} was empty', { field })
    : say('{field} was {before}', { field, before: first.from });
}

const FIELDS: Readonly<Record<Corrected | Renamed, Message>> = {
  amount: 'amount',
  currency: 'currency',
  close: 'close',
  name: 'name',
  account: 'account',
  id: 'id',
};

function fieldName(field: string): Part {
  const known = Object.entries(FIELDS).find(([name]) => name === field);
  return known === undefined ? field : say(known[1]);
}
