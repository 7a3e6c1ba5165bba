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

/** What `was` says once the deal has a new id: one that it has back is no former one. */
export function wasAfter(deal: Called, id: string): string {
  return idsOf(deal)
    .filter((former) => former !== id)
    .join(' ');
}
