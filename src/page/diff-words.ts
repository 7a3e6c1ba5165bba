// What happened to a deal in a few words, and what a diff is between and about.

import { toDay } from '../base/day.ts';
import { toDecimal } from '../base/money.ts';
import { MOVEMENTS, type MovementKind } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { MovementView } from '../report/diff-movement.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Cell, Tone } from './page.ts';

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
  return { kind: 'phrase', parts, tone: toneOfAll(movements.map(({ kind }) => kind)) };
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

/** About how many columns the parts take, in any locale. */
function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((length, part) => {
    if (typeof part === 'string') return length + part.length;
    if (part.kind !== 'money') return length + 8;
    const integer = part.amount.replace(/\..*$/, '').length;
    return length + integer + Math.floor((integer - 1) / 3);
  }, 0);
}

const TONES = { good: 'good', bad: 'bad', neutral: 'plain' } as const;

/** The colour of a movement: what one hopes for, and what one looks into. */
export function toneOf(kind: MovementKind): Tone {
  return TONES[MOVEMENTS[kind].sign];
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
  const { label } = MOVEMENTS[kind];
  const stage = (id: string | null | undefined) => look.stageLabel(id ?? '');
  switch (kind) {
    case 'new':
    case 'reopened':
      return context.alone ? [[label], [stage(context.stage)]] : [[label]];
    case 'late-entry': {
      const [first = ''] = movement.stages ?? [];
      return [[first === 'won' || first === 'lost' ? label : `${label} at ${stage(first)}`]];
    }
    case 'advanced':
      return [[`advanced to ${stage(to)}`]];
    case 'skipped':
      return [[`advanced to ${stage(to)}`], [`skipped ${(movement.stages ?? []).map(stage).join(', ')}`]];
    case 'regressed':
      return [[`back from ${stage(from)} to ${stage(to)}`]];
    case 'restaged':
      return [[`${stage(from)} is gone: in ${stage(to)}`]];
    case 'lost':
      return [[movement.reason === undefined ? label : `${label}: ${movement.reason}`]];
    case 'flipped':
      return [[`${label} from ${from} to ${to}`]];
    case 'slipped':
    case 'pulled-in':
      return [[label, ...dateParts(movement)], ...crossingParts(movement, view)];
    case 'shrunk':
    case 'grown':
      return [[`${label} `, ...amountParts(movement, view)]];
    case 'revalued':
      return [['revalued ', signed(movement.value)]];
    case 'currency-changed':
      return [[`${from} → ${to}`]];
    case 'transferred':
      return [[`from ${look.ownerLabel(from ?? '')} to ${look.ownerLabel(to ?? '')}`]];
    case 'corrected':
      return [[`${label}: ${(movement.what ?? []).join(', ')}`]];
    case 'renamed':
      return [[renaming(movement)]];
    default:
      return [[label]];
  }
}

function dateParts({ days, to }: MovementView): Part[] {
  const by = typeof days === 'number' ? ` ${plural(days, 'day')}` : '';
  const day = toDay(to ?? '');
  return day === undefined ? [': no date now'] : [`${by} to `, { kind: 'day', day }];
}

function crossingParts({ period }: MovementView, view: Around): Part[][] {
  return period === null || period === undefined ? [] : [[`${period} ${view.due_in}`]];
}

function amountParts({ from, to, pct, currency }: MovementView, view: Around): Part[] {
  const share: Part[] =
    pct === null || pct === undefined
      ? []
      : [
          ` (${pct.startsWith('-') || pct === '0.0' ? '' : '+'}`,
          { kind: 'share', share: Number(pct) / 100, decimals: 1 },
          ')',
        ];
  const unit = currency === view.currency ? '' : `${currency} `;
  return [unit, amount(from), ' → ', amount(to), ...share];
}

function signed(value: MovementView['value']): Part {
  return value === undefined ? '' : { kind: 'money', amount: value, signed: true };
}

function amount(text: string | null | undefined): Part {
  const decimal = toDecimal(text ?? '');
  return decimal === undefined ? 'none' : { kind: 'money', amount: decimal };
}

function renaming({ changes = [] }: MovementView): string {
  const [first] = changes;
  return first === undefined || changes.length > 1
    ? `renamed: ${changes.map(({ what }) => what).join(', ')}`
    : `${first.what} was ${first.from === '' ? 'empty' : first.from}`;
}

/** `2026-11-16 → now (2026-11-23)`. */
export function between(view: Pick<DiffView, 'from' | 'to' | 'from_snapshot' | 'to_snapshot'>): Part[] {
  return [...end(view.from, view.from_snapshot), ' → ', ...end(view.to, view.to_snapshot)];
}

function end(on: DiffView['from'], name: string): Part[] {
  const day: Cell = { kind: 'day', day: on };
  if (name === 'now') return ['now (', day, ')'];
  return name === on ? [day] : [name];
}

/** `2026-Q4, Anna Nowak`; undefined where the diff is of everything. */
export function scopeName({ scope }: DiffView, look: Look): string | undefined {
  const { period } = scope;
  const due = period === null ? [] : [period === 'none' ? 'no close date' : period.name];
  const parts = [...due, ...stageNames(scope, look), ...ownerNames(scope, look)];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** `open deals of Anna Nowak in Proposal due in 2026-Q4`. */
export function scopeText({ scope }: Pick<DiffView, 'scope'>, look: Look): string {
  const { period } = scope;
  const [owners, stages] = [ownerNames(scope, look), stageNames(scope, look)];
  if (period === null && owners.length + stages.length === 0) return 'all open deals';
  return [
    'open deals',
    ...(owners.length === 0 ? [] : [`of ${owners.join(', ')}`]),
    ...(stages.length === 0 ? [] : [`in ${stages.join(', ')}`]),
    ...(period === null ? [] : [period === 'none' ? 'without a close date' : `due in ${period.name}`]),
  ].join(' ');
}

function stageNames({ stages }: DiffView['scope'], look: Look): string[] {
  return unique(stages.map(look.stageLabel));
}

function ownerNames({ owners }: DiffView['scope'], look: Look): string[] {
  return unique(owners.map((owner) => (owner === '' ? 'nobody' : look.ownerLabel(owner))));
}

/** An owner who goes by several names is shown once. */
function unique(labels: readonly string[]): string[] {
  return [...new Set(labels)];
}
