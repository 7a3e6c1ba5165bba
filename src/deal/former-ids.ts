// The ids that a deal had before: `was` holds them with spaces between, which no id has, the latest first.

/** What a deal is called by. */
export interface Called {
  readonly id: string;
  readonly was: string;
}

const NONE: readonly string[] = [];

/** The latest first; none where it was never renamed. */
export function formerIdsOf({ was }: Pick<Called, 'was'>): readonly string[] {
  return was === '' ? NONE : was.split(' ');
}

/** Its id, then those that it had before. */
export function idsOf(deal: Called): readonly [string, ...string[]] {
  return [deal.id, ...formerIdsOf(deal)];
}

/** What is known under the id that it has, else under the latest that it had before. */
export function underItsIds<Known>(
  deal: Called,
  known: (id: string) => Known | undefined,
): Known | undefined {
  for (const id of idsOf(deal)) {
    const found = known(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By each id that was one before, the deal that had it; of several the last. */
export function byFormerId<Deal extends Pick<Called, 'was'>>(deals: Iterable<Deal>): Map<string, Deal> {
  const heirs = new Map<string, Deal>();
  for (const deal of deals) for (const id of formerIdsOf(deal)) heirs.set(id, deal);
  return heirs;
}

/** What `was` says once the deal has a new id: one that it has back is no former one. */
export function wasAfter(deal: Called, id: string): string {
  return idsOf(deal)
    .filter((former) => former !== id)
    .join(' ');
}
