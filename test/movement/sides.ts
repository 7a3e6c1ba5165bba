// Snapshots for tests, written with only what a test is about.

import { type Day, day } from '../../src/base/day.ts';
import { type Decimal, toDecimal } from '../../src/base/money.ts';
import type { MovementRow, Side } from '../../src/movement/side.ts';

/** A deal as a test writes it; what it does not say takes the default. */
interface DealGiven {
  readonly id: string;
  readonly name?: string;
  readonly account?: string;
  readonly owner?: string;
  readonly stage?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly close?: string;
  readonly stages?: readonly { readonly stage: string; readonly on: string }[];
  readonly source?: string;
  readonly was?: string;
  readonly problem?: string;
  readonly lost_reason?: string;
}

type StageGiven = string | { readonly id: string; readonly was?: readonly string[] };

export interface SideGiven {
  readonly on?: string;
  readonly reporting?: string;
  readonly digits?: number;
  readonly process?: readonly StageGiven[];
  readonly rates?: Readonly<Record<string, string>>;
  readonly deals?: readonly DealGiven[];
  /** A string is an id of which nothing else is known. */
  readonly archived?: readonly (DealGiven | string)[];
}

const PROCESS = ['lead', 'qualified', 'proposal', 'negotiation'];

/** A snapshot of that day. */
export function side(given: SideGiven, on: string): Side {
  const reportingCurrency = given.reporting ?? 'PLN';
  const rates = Object.entries({ [reportingCurrency]: '1', ...given.rates });
  return {
    on: day(given.on ?? on),
    reportingCurrency,
    digits: given.digits ?? 2,
    process: { stages: (given.process ?? PROCESS).map(stage) },
    rates: Object.fromEntries(rates.map(([currency, rate]) => [currency, decimal(rate)])),
    deals: (given.deals ?? []).map((deal) => row(deal)),
    archived: (given.archived ?? []).map((deal) =>
      typeof deal === 'string' ? { ...row({ id: deal }), ...UNKNOWN } : row(deal),
    ),
  };
}

/** A at 2026-11-16 and B a week later. */
export function sides(a: SideGiven, b: SideGiven): [Side, Side] {
  return [side(a, '2026-11-16'), side(b, '2026-11-23')];
}

const UNKNOWN = {
  name: '',
  account: '',
  owner: '',
  stage: '',
  amount: undefined,
  close: undefined,
} as const satisfies Partial<MovementRow>;

function row(given: DealGiven): MovementRow {
  return {
    id: given.id,
    name: given.name ?? 'ERP',
    account: given.account ?? 'Acme',
    owner: given.owner ?? 'anna',
    stage: given.stage ?? 'lead',
    amount: given.amount === '' ? undefined : decimal(given.amount ?? '100.00'),
    currency: given.currency ?? 'PLN',
    close: given.close === '' ? undefined : day(given.close ?? '2026-12-15'),
    stages: (given.stages ?? []).map((entry) => ({
      stage: entry.stage,
      on: day(entry.on),
      logged: undefined,
    })),
    lostReason: given.lost_reason ?? '',
    source: given.source ?? '',
    was: given.was ?? '',
    problem: given.problem ?? '',
  };
}

function stage(given: StageGiven) {
  const { id, was = [] } = typeof given === 'string' ? { id: given } : given;
  return { id, label: id, was };
}

export function decimal(text: string): Decimal {
  const found = toDecimal(text);
  if (found === undefined) throw new RangeError(`not a decimal: ${text}`);
  return found;
}

export const Q4: { from: Day; to: Day } = { from: day('2026-10-01'), to: day('2026-12-31') };
