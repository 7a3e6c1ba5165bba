// What a forecast is made from: each deal with what was known of it, and since when. Nothing here knows where that was
// kept. Days are counted from 1970-01-01 (base/day.ts: epochDay); amounts are numbers in one unit, whichever it is.

export type Outcome = 'won' | 'lost';

/** What was known of an open deal, from the start of one day on until the next state. */
export interface DealState {
  /** The first day at whose start it was known: the day after it was written down. */
  readonly since: number;
  readonly stage: string;
  /** The expected close date. */
  readonly close: number | undefined;
  readonly amount: number | undefined;
  /** How often the close date had been moved to a later day. */
  readonly slips: number;
}

/** That a deal was closed, or opened again. */
export interface Ending {
  /** The first day at whose start it was known. */
  readonly since: number;
  readonly outcome: Outcome | 'open';
  /** The day of closing; undefined: nobody wrote it down. */
  readonly on: number | undefined;
  /** The final amount of a won deal. */
  readonly amount: number | undefined;
}

/** What is one and the same for most deals from beginning to end. */
export interface DealFacts {
  readonly created: number | undefined;
  /** What the product list asks for it. */
  readonly listPrice?: number | undefined;
  readonly product: string;
}

/** With the facts as they were first known. */
export interface DealHistory extends DealFacts {
  readonly id: string;
  /** The id under which it was known first, where that is another: a later name moves no deal in the order of chance. */
  readonly seenAs?: string | undefined;
  /** What the facts were from the start of a later day on, where somebody changed them; ascending. */
  readonly changed?: readonly (DealFacts & { readonly since: number })[];
  /** Ascending by `since`. */
  readonly states: readonly DealState[];
  readonly endings: readonly Ending[];
}

export type WhyLeftOut = 'same-id' | 'no-date' | 'no-close-date';

export interface History {
  /** The first day from which states and closings are complete: that of the first snapshot. */
  readonly since: number;
  /** The days at whose start something new was known, ascending: those after snapshots; undefined: each day. */
  readonly told?: readonly number[] | undefined;
  /** By the id under which each was known first, ascending; each id once. */
  readonly deals: readonly DealHistory[];
  readonly leftOut: readonly { readonly why: WhyLeftOut; readonly ids: readonly string[] }[];
}

/** The deals in order, without those that cannot be placed in time and without a second one of an id: each is named. */
export function historyOf(since: number, deals: readonly DealHistory[], told?: readonly number[]): History {
  const kept = new Map<string, DealHistory>();
  const left: Record<WhyLeftOut, string[]> = { 'same-id': [], 'no-date': [], 'no-close-date': [] };
  for (const deal of deals) {
    const why = kept.has(deal.id) ? 'same-id' : whyUnplaced(deal);
    if (why === undefined) kept.set(deal.id, deal);
    else left[why].push(deal.id);
  }
  const leftOut = (Object.keys(left) as WhyLeftOut[])
    .filter((why) => left[why].length > 0)
    .map((why) => ({ why, ids: left[why] }));
  return { since, told, deals: [...kept.values()].sort(asKnown), leftOut };
}

/** Of two that were known by one id, the earlier one first. */
function asKnown(a: DealHistory, b: DealHistory): number {
  const [first, second] = [a.seenAs ?? a.id, b.seenAs ?? b.id];
  if (first === second) return knownFrom(a) - knownFrom(b);
  return first < second ? -1 : 1;
}

/** The first day at whose start anything was known of it; infinite: none. */
export function knownFrom({ states, endings }: Pick<DealHistory, 'states' | 'endings'>): number {
  return Math.min(
    states[0]?.since ?? Number.POSITIVE_INFINITY,
    endings[0]?.since ?? Number.POSITIVE_INFINITY,
  );
}

function whyUnplaced({ states, endings }: DealHistory): WhyLeftOut | undefined {
  if (endings.some(({ outcome, on }) => outcome !== 'open' && on === undefined)) return 'no-close-date';
  return states.length === 0 && endings.length === 0 ? 'no-date' : undefined;
}
