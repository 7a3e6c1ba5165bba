// A made-up deal's life as dated events, and the deal as it stood on any day of it.

import { addDays, type Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Activity, Deal, NextStep, StageEntry } from '../deal/deal.ts';

/** Days are counted from today: 0 is today, −7 a week ago. */
export type Offset = number;

export interface Life {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly amount: number | undefined;
  readonly currency?: string;
  /** The day it was created, and entered its first stage. */
  readonly from: Offset;
  /** The first stage on record; the first of the process where left out. */
  readonly stage?: string;
  /** The expected close date. */
  readonly close: Offset | undefined;
  readonly segment: string;
  readonly important?: string;
  readonly events: readonly Event[];
}

export type Event = { readonly at: Offset } & (
  | { readonly kind: 'enter'; readonly stage: string }
  | { readonly kind: 'act'; readonly type: string; readonly note: string; readonly lag?: number }
  | { readonly kind: 'amount'; readonly amount: number | undefined }
  | { readonly kind: 'close'; readonly close: Offset | undefined }
  | { readonly kind: 'next'; readonly what: string; readonly by: Offset }
  | { readonly kind: 'no-next' }
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'currency'; readonly currency: string; readonly amount: number }
  | { readonly kind: 'won' }
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'archive' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'remove' }
);

export type Place = 'deals' | 'archive' | 'nowhere';

export interface Standing {
  readonly place: Place;
  readonly deal: Deal;
  /** The day that it was archived, where it is in the archive. */
  readonly archivedOn: Day | undefined;
}

/** The deal as it stood at the end of a day; undefined before it was created. */
export function standingOn(life: Life, onDay: Offset, today: Day): Standing | undefined {
  if (onDay < life.from) return undefined;
  let state = beginning(life, today);
  for (const event of life.events) {
    if (event.at > onDay) break;
    state = after(state, event, today);
  }
  return state;
}

function beginning(life: Life, today: Day): Standing {
  const created = addDays(today, life.from);
  const first: StageEntry = { stage: life.stage ?? 'lead', on: created, logged: created, line: 0 };
  const deal: Deal = {
    id: life.id,
    path: `deals/${created.slice(0, 4)}/${life.id}.yaml`,
    name: life.name,
    account: life.account,
    owner: life.owner,
    stage: first.stage,
    amount: life.amount === undefined ? undefined : decimal(life.amount),
    currency: life.currency ?? '',
    created,
    recorded: created,
    close: life.close === undefined ? undefined : addDays(today, life.close),
    important: life.important ?? '',
    category: '',
    contacts: [],
    nextStep: undefined,
    stages: [first],
    activities: [],
    checklist: [],
    waive: [],
    lostReason: '',
    source: undefined,
    was: '',
    mergedInto: '',
    missing: undefined,
    custom: { segment: life.segment },
    lines: {},
  };
  return { place: 'deals', deal, archivedOn: undefined };
}

function after(before: Standing, event: Event, today: Day): Standing {
  const { deal } = before;
  const on = addDays(today, event.at);
  const changed = (change: Partial<Deal>): Standing => ({ ...before, deal: { ...deal, ...change } });
  switch (event.kind) {
    case 'enter':
      return changed({ stage: event.stage, stages: entered(deal, event.stage, on), lostReason: '' });
    case 'act': {
      const activity: Activity = {
        on,
        logged: addDays(on, event.lag ?? 0),
        type: event.type,
        note: event.note,
        line: 0,
      };
      return changed({ activities: [...deal.activities, activity] });
    }
    case 'amount':
      return changed({ amount: event.amount === undefined ? undefined : decimal(event.amount) });
    case 'close':
      return changed({ close: event.close === undefined ? undefined : addDays(today, event.close) });
    case 'next': {
      const nextStep: NextStep = { what: event.what, by: addDays(today, event.by), agreed: on };
      return changed({ nextStep });
    }
    case 'no-next':
      return changed({ nextStep: undefined });
    case 'owner':
      return changed({ owner: event.owner });
    case 'rename':
      return changed({ name: event.name });
    case 'currency':
      return changed({ currency: event.currency, amount: decimal(event.amount) });
    case 'won':
      return changed({ stage: 'won', close: on, stages: entered(deal, 'won', on), nextStep: undefined });
    case 'lost':
      return changed({
        stage: 'lost',
        close: on,
        stages: entered(deal, 'lost', on),
        lostReason: event.reason,
        nextStep: undefined,
      });
    case 'archive':
      return { ...before, place: 'archive', archivedOn: on };
    case 'restore':
      return { ...before, place: 'deals', archivedOn: undefined };
    case 'remove':
      return { ...before, place: 'nowhere' };
  }
}

function entered(deal: Deal, stage: string, on: Day): StageEntry[] {
  return [...deal.stages, { stage, on, logged: on, line: 0 }];
}

function decimal(amount: number): Decimal {
  return `${amount}.00` as Decimal;
}
