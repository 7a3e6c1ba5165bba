// Deals, rows, settings and snapshots for tests: what a test does not say takes a plain default.

import { type Day, day } from '../../src/base/day.ts';
import { type Decimal, toDecimal } from '../../src/base/money.ts';
import type { Deal } from '../../src/deal/deal.ts';
import { type ArchivedRow, bareRow, type DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { totalsByStage } from '../../src/snapshot/totals.ts';
import type { Settings, StageSettings } from '../../src/workspace/settings.ts';

export const TODAY = day('2026-11-23');

export function decimal(text: string): Decimal {
  const found = toDecimal(text);
  if (found === undefined) throw new RangeError(`not a decimal: ${text}`);
  return found;
}

export function deal(over: Partial<Deal> & { readonly id: string }): Deal {
  return {
    path: `deals/2026/${over.id}.yaml`,
    name: 'ERP rollout',
    account: 'Acme',
    owner: 'anna',
    stage: 'lead',
    amount: undefined,
    currency: '',
    created: undefined,
    recorded: undefined,
    close: undefined,
    important: '',
    category: '',
    contacts: [],
    nextStep: undefined,
    stages: [],
    activities: [],
    checklist: [],
    waive: [],
    lostReason: '',
    source: undefined,
    was: '',
    mergedInto: '',
    missing: undefined,
    custom: {},
    lines: {},
    ...over,
  };
}

export function row(over: Partial<DealRow> & { readonly id: string }): DealRow {
  return { ...bareRow(over.id, 'PLN'), name: 'ERP rollout', stage: 'lead', owner: 'anna', ...over };
}

function stage(id: string): StageSettings {
  return {
    id,
    label: id,
    was: [],
    probability: undefined,
    maxDays: undefined,
    stale: {},
    requires: { fields: [], activities: [] },
    exit: [],
    allowSkip: undefined,
    allowBack: true,
  };
}

export function settings(over: Partial<Settings> = {}): Settings {
  const weekly = { every: 1, unit: 'week', weekday: undefined } as const;
  return {
    name: 'acme-sales',
    locale: 'en',
    timeZone: 'Europe/Warsaw',
    fiscalYearStarts: 1,
    documentedSince: undefined,
    currency: 'PLN',
    rates: [],
    sourceOfRecord: '',
    team: [],
    process: { version: 1, since: undefined, stages: ['lead', 'qualified', 'proposal'].map(stage) },
    processHistory: [],
    lostReasons: [],
    activityTypes: [],
    categories: [],
    labels: { MP: 'MP', TP: 'TP', EZ: 'EZ', KK: 'KK' },
    freshness: {
      warnAfter: 14,
      errorAfter: 30,
      signs: ['activity', 'stage', 'amount', 'next-step'],
      notActivities: ['note'],
    },
    rules: {},
    check: { gate: 'error', maxWarnings: undefined, minFreshness: undefined, minJudged: undefined },
    rhythm: {
      import: weekly,
      snapshot: weekly,
      review: weekly,
      clean: weekly,
      plan: weekly,
      results: weekly,
      feedback: weekly,
    },
    snapshotCustom: [],
    review: {
      largest: 5,
      random: 5,
      strata: {},
      notAgainWithin: 60,
      closedWithin: 90,
      questions: { open: [], won: [], lost: [], stages: {} },
    },
    clean: { closedAfter: 90, forgottenAfter: 180 },
    plan: { multiplier: 'remaining', targets: [] },
    forecast: { historySince: undefined, listPrice: '' },
    unused: [],
    ...over,
  };
}

export function snapshot(
  name: string,
  deals: readonly DealRow[],
  over: Partial<Snapshot> & { readonly archived?: readonly ArchivedRow[] } = {},
): Snapshot {
  const process = ['lead', 'qualified', 'proposal'].map((id) => ({ id, label: id, was: [] }));
  const on: Day = day(name.slice(0, 10));
  return {
    name,
    on,
    takenAt: `${on}T12:00:00+01:00`,
    toolVersion: '0.0.0-test',
    commit: '',
    dirty: false,
    origin: 'taken',
    assumed: [],
    message: '',
    process: { version: 1, since: undefined, stages: process },
    reportingCurrency: 'PLN',
    digits: 2,
    rates: { PLN: decimal('1') },
    targets: [],
    totals: totalsByStage(
      deals,
      process.map(({ id }) => id),
    ),
    deals,
    archived: [],
    ...over,
  };
}
