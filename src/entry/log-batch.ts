// What becomes of each thing that files tell: written into a deal, known already, or for a person to settle.

import { grouped } from '../base/grouped.ts';
import { type Said, said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { activityChange } from './activity.ts';
import type { EntryContext } from './context.ts';
import type { DealClues } from './deal-clues.ts';
import type { FileItem, Happened, LeftOut, Rejected } from './happened.ts';
import type { KnownActivities } from './known-activities.ts';
import { type Match, type MatchedBy, matchOf, relatedDeals } from './match-activities.ts';

export type Outcome =
  | { readonly kind: 'new'; readonly item: Happened; readonly by: MatchedBy; readonly deal: Deal }
  | { readonly kind: 'known'; readonly item: Happened; readonly deal: string }
  | {
      readonly kind: 'ambiguous';
      readonly item: Happened;
      readonly by: MatchedBy;
      readonly deals: readonly Deal[];
    }
  | {
      readonly kind: 'unmatched';
      readonly item: Happened;
      readonly named: string;
      readonly closed: readonly Deal[];
    }
  | { readonly kind: 'rejected'; readonly item: Rejected }
  | { readonly kind: 'left-out'; readonly item: LeftOut };

export interface BatchContext {
  readonly clues: DealClues;
  /** Takes up what becomes new, so that it is known when it comes a second time. */
  readonly known: KnownActivities;
  /** Whether a deal is of the owner who is asked for. */
  isAsked(deal: Deal): boolean;
}

/** What becomes of each, in the order in which they come. */
export function outcomesOf(items: readonly FileItem[], context: BatchContext): Outcome[] {
  return items.map((item): Outcome => {
    if (item.kind === 'left-out') return { kind: 'left-out', item };
    if (item.kind === 'rejected') return { kind: 'rejected', item };
    return outcomeOf(item, context);
  });
}

function outcomeOf(item: Happened, { clues, known, isAsked }: BatchContext): Outcome {
  const match = matchOf(item.clues, clues, isAsked);
  const before = known.dealWith(item, mayHaveIt(item, match, clues));
  if (before !== undefined) return { kind: 'known', item, deal: before };
  switch (match.kind) {
    case 'matched':
      known.add(match.deal.id, item);
      return { kind: 'new', item, by: match.by, deal: match.deal };
    case 'ambiguous':
      return { kind: 'ambiguous', item, by: match.by, deals: match.deals };
    case 'other-owner':
      return { kind: 'left-out', item: { ...item, kind: 'left-out', why: 'other-owner' } };
    case 'unmatched':
      return { kind: 'unmatched', item, named: match.named, closed: match.closed };
  }
}

/** The deals that may have it already; undefined for any, where nothing tells: a person settled it by hand. */
function mayHaveIt(item: Happened, match: Match, clues: DealClues): ReadonlySet<string> | undefined {
  if (match.kind === 'unmatched') return undefined;
  const meant = match.kind === 'matched' ? [match.deal] : match.kind === 'ambiguous' ? match.deals : [];
  const isNamed = match.kind !== 'other-owner' && (match.by === 'id' || match.by === 'name');
  return new Set([...meant, ...(isNamed ? [] : relatedDeals(item.clues, clues))].map(({ id }) => id));
}

/** What is new, by deal. */
export function newByDeal(outcomes: readonly Outcome[]): Map<Deal, Happened[]> {
  const found = outcomes.flatMap((one) => (one.kind === 'new' ? [one] : []));
  const groups = grouped(found, ({ deal }) => deal);
  return new Map([...groups].map(([deal, own]) => [deal, own.map(({ item }) => item)]));
}

/** What was new in a deal is rejected: it can't be written there. */
export function refusedAs(outcomes: readonly Outcome[], deal: Deal, reason: Said): Outcome[] {
  return outcomes.map((one) => {
    if (one.kind !== 'new' || one.deal !== deal) return one;
    return {
      kind: 'rejected',
      item: { ...one.item, kind: 'rejected', why: said('{id}: {reason}', { id: deal.id, reason }) },
    };
  });
}

/** Adds activities to a deal, each at its place by day; those of one day in their order. */
export function activitiesAdded(
  deal: Deal,
  happened: readonly Happened[],
  context: Pick<EntryContext, 'today'>,
): DealChange[] {
  let { activities } = deal;
  return [...happened]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, type, note, ref }) => {
      const change = activityChange({ activities }, { on, type, note, ref }, context);
      const place = change.kind === 'append' ? (change.before ?? activities.length) : activities.length;
      activities = activities.toSpliced(place, 0, { on, type, note, ref, line: 0 });
      return change;
    });
}
