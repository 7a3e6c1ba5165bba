// pipeline/cleaned/1: what a clean-up did, or would do: what left, whose, why, and the open pipeline before and after.

import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import type { Said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { CarriedOut, Done } from '../cleanup/carry-out.ts';
import type { Decision, Decisions } from '../cleanup/decision.ts';
import { closedDay } from '../cleanup/proposal.ts';
import { ownerKey } from '../freshness/owner.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { bridge } from '../movement/bridge.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';

import { type CleanDeal, cleanDeal } from './clean.ts';
import { type BridgeView, bridgeView } from './diff-bridge.ts';
import { type CountAndMoney, countAndMoney } from './freshness.ts';

export const DECIDED = [
  'archive',
  'revive',
  'lost',
  'keep',
  'merge',
  'distinct',
] as const satisfies readonly Decision['do'][];

export interface CleanedDeal extends CleanDeal {
  readonly do: Decision['do'];
  /** When it was closed, the next step, the reason, what the waiver says, or the deal that it is merged into or distinct from. */
  readonly why: string;
  /** Of a waiver or a next step; null for none. */
  readonly until: Day | null;
}

export interface CleanedView {
  readonly schema: 'pipeline/cleaned/1';
  readonly today: Day;
  /** Of the clean-up: `2026-Q4`. */
  readonly quarter: string;
  readonly workspace: string;
  readonly currency: string;
  readonly dry_run: boolean;
  /** By what was decided, each with the value of its deals. */
  readonly done: Readonly<Record<Decision['do'], CountAndMoney>>;
  readonly undecided: number;
  /** Found done by an earlier run. */
  readonly done_before: number;
  /** The decisions that could not be carried out. */
  readonly refused: readonly { readonly id: string; readonly do: Decision['do']; readonly reason: Said }[];
  /** Deals that cannot be read: left out of the clean-up. */
  readonly unreadable: readonly string[];
  /** Largest value first. */
  readonly owners: readonly ({ readonly owner: string; readonly value: CountAndMoney['value'] } & Readonly<
    Record<Decision['do'], number>
  >)[];
  /** In the order of DECIDED, within it as decided. */
  readonly deals: readonly CleanedDeal[];
  /** Of all open deals. */
  readonly bridge: BridgeView;
  /** Where this is written down, from the workspace's root; '' where it is not. */
  readonly report: string;
}

export interface Cleaned {
  readonly before: Book;
  readonly after: Book;
  readonly decisions: Decisions;
  readonly carried: CarriedOut;
  readonly dryRun: boolean;
  readonly report: string;
}

/** @throws Failure `sum-too-large` */
export function cleanedView({ before, after, decisions, carried, dryRun, report }: Cleaned): CleanedView {
  const { state, settings, today } = before;
  const { digits } = state;
  const rows = new Map(state.deals.map((row) => [row.id, row]));
  const rowOf = ({ deal }: Done): DealRow => {
    const row = rows.get(deal.id);
    if (row === undefined) throw new Error(`${deal.id} is no deal of the book`);
    return row;
  };
  const of = (choice: Decision['do']) => carried.done.filter(({ decision }) => decision.do === choice);
  const total = (of: readonly Done[]) =>
    countAndMoney({ count: of.length, value: worthOf(of.map(rowOf)) }, digits);
  const owners = [...grouped(carried.done, (done) => ownerKey(settings.team, rowOf(done).owner))]
    .map(([owner, own]) => ({ owner, own, worth: worthOf(own.map(rowOf)) }))
    .sort((a, b) => b.worth - a.worth || (a.owner < b.owner ? -1 : 1));
  return {
    schema: 'pipeline/cleaned/1',
    today,
    quarter: decisions.quarter,
    workspace: settings.name,
    currency: state.reportingCurrency,
    dry_run: dryRun,
    done: byChoice((choice) => total(of(choice))),
    undecided: decisions.undecided,
    done_before: carried.doneBefore.length,
    refused: carried.refused.map(({ decision, reason }) => ({ id: decision.id, do: decision.do, reason })),
    unreadable: unreadableDeals(before),
    owners: owners.map(({ owner, own }) => ({
      owner,
      value: total(own).value,
      ...byChoice((choice) => own.filter(({ decision }) => decision.do === choice).length),
    })),
    deals: DECIDED.flatMap(of).map((done) => ({
      ...cleanDeal(rowOf(done), digits),
      ...whyOf(done.decision, rowOf(done)),
    })),
    bridge: bridgeView(bridge(state, after.state), digits),
    report,
  };
}

function byChoice<Value>(valueFor: (choice: Decision['do']) => Value): Record<Decision['do'], Value> {
  return Object.fromEntries(DECIDED.map((choice) => [choice, valueFor(choice)])) as Record<
    Decision['do'],
    Value
  >;
}

function whyOf(decision: Decision, row: DealRow): Pick<CleanedDeal, 'do' | 'why' | 'until'> {
  switch (decision.do) {
    case 'archive':
      return { do: decision.do, why: `${row.stage} ${closedDay(row) ?? ''}`, until: null };
    case 'revive':
      return { do: decision.do, why: decision.nextStep, until: decision.by };
    case 'lost':
      return { do: decision.do, why: decision.reason, until: null };
    case 'keep':
      return { do: decision.do, why: decision.why, until: decision.until };
    case 'merge':
      return { do: decision.do, why: decision.id, until: null };
    case 'distinct':
      return { do: decision.do, why: `${decision.id}: ${decision.why}`, until: decision.until };
  }
}
