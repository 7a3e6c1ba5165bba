// How a deal stood in a snapshot, in the few words that its history is told by.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { LifePoint } from '../snapshot/life.ts';

export interface Standing {
  /** `now` for the working set. */
  readonly snapshot: string;
  readonly on: Day;
  /** `taken`, or how it was made: `backfill-…`. */
  readonly origin: string;
  /** '' where it is not there. */
  readonly stage: string;
  readonly amount: Decimal | null;
  readonly currency: string;
  readonly close: Day | null;
  readonly owner: string;
}

export function standing({ snapshot: { name, on, origin }, row }: LifePoint): Standing {
  return {
    snapshot: name,
    on,
    origin,
    stage: row?.stage ?? '',
    amount: row?.amount ?? null,
    currency: row?.currency ?? '',
    close: row?.close ?? null,
    owner: row?.owner ?? '',
  };
}
