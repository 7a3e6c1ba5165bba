// Every movement that a diff knows, as one closed union and one table.

import type { Day } from '../base/day.ts';
import type { Decimal, Minor } from '../base/money.ts';
import type { Message } from '../words/message.ts';

interface StageChange {
  /** The stage in A, in A's name. */
  readonly from: string;
  readonly to: string;
}

interface Steps extends StageChange {
  /** Stages, counting those that both processes have. */
  readonly by: number;
}

interface DateChange {
  /** Calendar days, positive; null where a date is missing. */
  readonly days: number | null;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

interface AmountChange {
  readonly currency: string;
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
  /** Signed, in the deal's currency, with all its digits. */
  readonly by: Decimal;
  /** Per cent of the old amount's size, one decimal; null where that is 0. */
  readonly pct: string | null;
  /** At B's rate. */
  readonly value: Minor;
  /** The end that was made later and does not know the amount, which counts as 0 there: nobody changed it. */
  readonly unknown?: 'from' | 'to';
}

export type Corrected = 'amount' | 'currency' | 'close';
export type Renamed = 'name' | 'account' | 'id';

/** One field of a deal, old and new, as text; '' where missing. */
export interface FieldChange<Field extends string> {
  readonly what: Field;
  readonly from: string;
  readonly to: string;
}

/** What happened to one deal between two snapshots. `value`: the change of its value, in reporting currency. */
export type Movement =
  | { readonly kind: 'new' | 'restored' | 'removed' | 'archived' | 'won' | 'idle' }
  /** `stage`: where it was first seen; '' where it was closed without a record. */
  | { readonly kind: 'late-entry'; readonly stage: string }
  | ({ readonly kind: 'advanced' | 'regressed' } & Steps)
  /** `stages`: those that were jumped over, in B's names. */
  | ({ readonly kind: 'skipped'; readonly stages: readonly string[] } & Steps)
  | ({ readonly kind: 'restaged' } & StageChange)
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'reopened'; readonly from: 'won' | 'lost' }
  | { readonly kind: 'flipped'; readonly from: 'won' | 'lost'; readonly to: 'won' | 'lost' }
  | ({ readonly kind: 'slipped' | 'pulled-in' } & DateChange)
  | ({ readonly kind: 'shrunk' | 'grown' } & AmountChange)
  | { readonly kind: 'revalued'; readonly value: Minor }
  | { readonly kind: 'currency-changed'; readonly from: string; readonly to: string; readonly value: Minor }
  | { readonly kind: 'corrected'; readonly changes: readonly FieldChange<Corrected>[] }
  | { readonly kind: 'transferred'; readonly from: string; readonly to: string }
  | { readonly kind: 'renamed'; readonly changes: readonly FieldChange<Renamed>[] };

export type MovementKind = Movement['kind'];

export interface MovementFacts {
  /** As people read it. */
  readonly label: Message;
  /** What it says of the process: what one hopes for, what one looks into, or neither. */
  readonly sign: 'good' | 'bad' | 'neutral';
  /** What its total adds up: what the deals are worth, or by how much their value changed. */
  readonly total: 'worth' | 'change';
  /** For the help and the reference. */
  readonly text: string;
}

/** In the order in which a deal's movements are listed (docs/method.md). */
export const MOVEMENTS = {
  new: { label: 'new', sign: 'good', total: 'worth', text: 'was not there before' },
  restored: { label: 'restored', sign: 'neutral', total: 'worth', text: 'is back from the archive' },
  'late-entry': {
    label: 'late entry',
    sign: 'bad',
    total: 'worth',
    text: 'is new, and was first recorded beyond the first stage',
  },
  advanced: { label: 'advanced', sign: 'good', total: 'worth', text: 'went up, no stage jumped over' },
  skipped: {
    label: 'skipped a stage',
    sign: 'bad',
    total: 'worth',
    text: 'went up, at least one stage jumped over',
  },
  regressed: { label: 'regressed', sign: 'bad', total: 'worth', text: 'went down' },
  restaged: {
    label: 'restaged',
    sign: 'neutral',
    total: 'worth',
    text: 'its stage is gone from the process',
  },
  won: { label: 'won', sign: 'good', total: 'worth', text: 'was won' },
  lost: { label: 'lost', sign: 'bad', total: 'worth', text: 'was lost' },
  reopened: { label: 'reopened', sign: 'neutral', total: 'worth', text: 'was closed and is open again' },
  flipped: { label: 'flipped', sign: 'bad', total: 'worth', text: 'was won and is lost, or the reverse' },
  removed: {
    label: 'removed',
    sign: 'bad',
    total: 'worth',
    text: 'its file is gone, and not to the archive',
  },
  archived: { label: 'archived', sign: 'neutral', total: 'worth', text: 'went to the archive' },
  slipped: { label: 'slipped', sign: 'bad', total: 'worth', text: 'its close date is later' },
  'pulled-in': { label: 'pulled in', sign: 'good', total: 'worth', text: 'its close date is earlier' },
  shrunk: { label: 'shrunk', sign: 'bad', total: 'change', text: 'its amount is lower' },
  grown: { label: 'grown', sign: 'good', total: 'change', text: 'its amount is higher' },
  revalued: {
    label: 'revalued',
    sign: 'neutral',
    total: 'change',
    text: 'its old amount has another value at the new rate',
  },
  'currency-changed': {
    label: 'currency changed',
    sign: 'neutral',
    total: 'change',
    text: 'is in another currency',
  },
  corrected: {
    label: 'corrected',
    sign: 'neutral',
    total: 'worth',
    text: 'closed as before: another amount, currency or close date',
  },
  transferred: { label: 'transferred', sign: 'neutral', total: 'worth', text: 'has another owner' },
  renamed: { label: 'renamed', sign: 'neutral', total: 'worth', text: 'has another name, account or id' },
  idle: { label: 'idle', sign: 'neutral', total: 'worth', text: 'open, and nobody touched it' },
} as const satisfies Record<MovementKind, MovementFacts>;

export const MOVEMENT_KINDS = Object.keys(MOVEMENTS) as readonly MovementKind[];
