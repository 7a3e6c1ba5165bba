// A count of a whole as views have it.

export interface Rate {
  readonly count: number;
  readonly of: number;
  /** 0 to 1; null: of nothing. */
  readonly share: number | null;
}

export function rateOf(count: number, of: number): Rate {
  return { count, of, share: of === 0 ? null : count / of };
}
