// The deals of a diff whose files are gone, and who took them away.

import type { DiffView } from './diff.ts';
import type { DiffDeal } from './diff-deals.ts';
import type { RemovalView } from './removal.ts';

export function isRemoved({ movements }: Pick<DiffDeal, 'movements'>): boolean {
  return movements.some(({ kind }) => kind === 'removed');
}

/** The view with what git tells of each removed deal. */
export function withRemovals(view: DiffView, removals: ReadonlyMap<string, RemovalView>): DiffView {
  const told = (deal: DiffDeal) =>
    isRemoved(deal) ? { ...deal, removal: removals.get(deal.id) ?? null } : deal;
  return { ...view, deals: view.deals.map(told) };
}
