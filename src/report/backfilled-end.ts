// An end of a diff that nobody took: what it does not know, and how much of the bridge comes of that.

import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import type { Bridge } from '../movement/bridge.ts';
import type { DealMovements } from '../movement/compare.ts';
import type { Side } from '../movement/side.ts';

/** Made later of what could be found out. Its movements tell only what that was. */
export interface BackfilledEnd {
  readonly snapshot: string;
  readonly origin: string;
  readonly assumed: readonly string[];
  /** Deals whose amount it does not know and the other end does: it counts as 0. */
  readonly amounts_unknown: number;
  /** What they add to grown less what they add to shrunk: nobody changed it. */
  readonly unknown_value: Decimal;
  /** Open deals whose stage it does not know, and the other end does: that is no movement. */
  readonly stages_unknown: number;
}

/** The end as one that was made; none where it was taken. @throws Failure `sum-too-large` */
export function backfilledEnd(
  side: Side & { readonly name: string },
  end: 'from' | 'to',
  moved: readonly DealMovements[],
  { flows }: Pick<Bridge, 'flows'>,
  digits: number,
): BackfilledEnd[] {
  const { name, origin = 'taken', assumed = [] } = side;
  if (origin === 'taken') return [];
  const unknown = moved.filter(
    ({ id, movements }) =>
      flows.has(id) && movements.some((movement) => 'unknown' in movement && movement.unknown === end),
  );
  const [own, other] = end === 'from' ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const stageless = moved.filter(
    (deal) => isStageUnknown(deal[own]) && deal[other].state === 'open' && !isStageUnknown(deal[other]),
  );
  const value = sumMinor(unknown.map(({ id }) => growthOf(flows.get(id))));
  return [
    {
      ...{ snapshot: name, origin, assumed },
      amounts_unknown: unknown.length,
      unknown_value: fromMinor(value, digits),
      stages_unknown: stageless.length,
    },
  ];
}

function isStageUnknown(end: DealMovements['a']): boolean {
  return end.state === 'open' && end.row.stage === STAGE_NOT_KNOWN;
}

function growthOf(flow: ReturnType<Bridge['flows']['get']>): Minor {
  const signed = (flow?.entries ?? []).map(({ bar, value }) =>
    bar === 'grown' ? value : bar === 'shrunk' ? -value : 0,
  );
  return sumMinor(signed);
}
