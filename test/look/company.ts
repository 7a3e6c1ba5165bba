// A small made-up company for the tests of screens: a week ago and today (2026-11-23), made of rows.

import { type Day, day } from '../../src/base/day.ts';
import type { Book } from '../../src/book/book.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import type { Deal } from '../../src/deal/deal.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { emptySeries, foldSeries } from '../../src/snapshot/series.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { takeSnapshot } from '../../src/snapshot/take.ts';
import { deal, decimal, settings, TODAY } from '../snapshot/build.ts';

export const WEEK_AGO: Day = day('2026-11-16');

const STAGES = ['lead', 'qualified', 'proposal', 'negotiation'];
const PROCESS = {
  version: 1,
  since: undefined,
  stages: STAGES.map((id) => ({
    id,
    label: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    was: [],
    probability: undefined,
    maxDays: undefined,
    stale: {},
    requires: { fields: [], activities: [] },
    exit: id === 'negotiation' ? [{ id: 'buyer', text: 'Buyer named' }] : [],
    allowSkip: undefined,
    allowBack: true,
  })),
};

const member = (id: string, name: string) => ({ id, name, email: '', group: '', until: undefined, also: [] });

const SETTINGS = settings({
  name: 'acme-sales',
  process: PROCESS,
  team: [member('anna', 'Anna Nowak'), member('piotr', 'Piotr Lis'), member('marek', 'Marek Sowa')],
});

type Over = Partial<Deal> & { readonly id: string };

/** A deal that entered its stage on `since`, after the stages before it, and was called on `called`. */
function inStage(id: string, owner: string, stage: string, amount: number, more: Partial<Deal> = {}): Over {
  return {
    id,
    name: `Project ${id.split('-')[1]}`,
    account: `${id.charAt(0).toUpperCase()}${id.slice(1).split('-')[0]} Sp. z o.o.`,
    owner,
    stage,
    amount: decimal(`${amount}.00`),
    created: day('2026-09-01'),
    close: day('2026-12-18'),
    nextStep: { what: 'call the buyer', by: day('2026-11-27'), agreed: day('2026-11-12') },
    stages: STAGES.slice(0, STAGES.indexOf(stage) + 1).map((entered, at) => ({
      stage: entered,
      on: day(`2026-${String(9 + Math.floor(at / 2)).padStart(2, '0')}-${at % 2 === 0 ? '01' : '20'}`),
      logged: day(`2026-${String(9 + Math.floor(at / 2)).padStart(2, '0')}-${at % 2 === 0 ? '03' : '20'}`),
      line: 10 + at,
    })),
    activities: [
      { on: day('2026-11-12'), logged: day('2026-11-13'), type: 'call', note: 'budget confirmed', line: 20 },
    ],
    ...more,
  };
}

const closed = (id: string, owner: string, stage: 'won' | 'lost', amount: number, on: string): Over => ({
  ...inStage(id, owner, 'negotiation', amount),
  stage,
  close: day(on),
  lostReason: stage === 'lost' ? 'price' : '',
  nextStep: undefined,
});

const OPEN: readonly Over[] = [
  inStage('goplo-erp', 'anna', 'negotiation', 480_000, {
    important: 'reference customer',
    close: day('2027-01-29'),
    custom: { segment: 'enterprise', seats: 250 },
  }),
  inStage('beskid-mes', 'piotr', 'proposal', 260_000),
  inStage('wda-platform', 'marek', 'proposal', 180_000),
  inStage('karpaty-edi', 'anna', 'qualified', 60_000, {
    nextStep: { what: 'send the offer', by: day('2026-11-17'), agreed: day('2026-11-10') },
  }),
  inStage('baltik-portal', 'anna', 'proposal', 80_000, {
    activities: [{ on: day('2026-10-23'), type: 'offer', line: 20 }],
    nextStep: undefined,
  }),
  inStage('odra-scada', 'marek', 'lead', 95_000, { nextStep: undefined, close: day('2026-11-20') }),
  inStage('gdynia-b2b', 'piotr', 'lead', 40_000, { custom: { segment: 'SMB' } }),
  inStage('hel-logistics', 'piotr', 'lead', 50_000, { amount: undefined, custom: { segment: 'SMB' } }),
  inStage('zubr-bi', 'marek', 'qualified', 55_000),
  inStage('san-hr', 'piotr', 'qualified', 105_000, { currency: 'EUR', amount: decimal('25000') }),
];

const CLOSED: readonly Over[] = [
  closed('rega-tms', 'anna', 'won', 150_000, '2026-11-19'),
  closed('pomorze-erp', 'piotr', 'won', 90_000, '2026-11-20'),
  closed('drawa-wms', 'marek', 'won', 70_000, '2026-10-12'),
  closed('wieprz-erp', 'marek', 'lost', 130_000, '2026-11-18'),
  closed('opole-mes', 'marek', 'lost', 40_000, '2026-09-30'),
  closed('brda-bi', 'anna', 'lost', 45_000, '2026-02-01'),
];

/** The deals as they were a week ago: some not there yet, some still open, some elsewhere. */
function aWeekAgo(over: Over): Over[] {
  switch (over.id) {
    case 'gdynia-b2b':
      return [];
    case 'goplo-erp':
      return [{ ...over, close: day('2026-12-18') }];
    case 'wda-platform':
      return [{ ...over, stage: 'qualified', stages: over.stages?.slice(0, 2) ?? [] }];
    case 'zubr-bi':
      return [{ ...over, amount: decimal('80000.00') }];
    case 'rega-tms':
    case 'pomorze-erp':
    case 'wieprz-erp':
      return [{ ...over, stage: 'negotiation', close: day('2026-11-30'), lostReason: '' }];
    default:
      return [over];
  }
}

function taken(overs: readonly Over[], today: Day, name: string, previous?: Snapshot): Snapshot {
  return takeSnapshot({
    deals: overs.map(deal),
    archived: [],
    unreadable: [],
    settings: SETTINGS,
    rates: { PLN: decimal('1'), EUR: decimal('4.20') },
    series: () => (previous === undefined ? emptySeries() : foldSeries(emptySeries(), previous)),
    today,
    name,
    takenAt: `${today}T12:00:00+01:00`,
    toolVersion: '0.0.0-test',
    commit: '',
    dirty: false,
    message: '',
  });
}

export const PREVIOUS = taken([...OPEN, ...CLOSED].flatMap(aWeekAgo), WEEK_AGO, '2026-11-16');

/** The company today. `rows`: changes to its rows. */
export function companyBook(over: Partial<Book> = {}, rows: (row: DealRow) => DealRow = (row) => row): Book {
  const overs = [...OPEN, ...CLOSED];
  const state = taken(overs, TODAY, 'now', PREVIOUS);
  return {
    root: '/nowhere',
    settings: SETTINGS,
    today: TODAY,
    state: { ...state, deals: state.deals.map(rows) },
    past: false,
    deals: new Map(overs.map((one) => [one.id, deal(one)])),
    problems: [],
    leftOut: [],
    snapshotNames: ['2026-11-16'],
    snapshots: snapshotsInFiles('/nowhere'),
    imports: [],
    ...over,
  };
}

/** The same workspace without a deal. */
export function emptyBook(): Book {
  return {
    ...companyBook(),
    state: taken([], TODAY, 'now'),
    deals: new Map(),
    snapshotNames: [],
  };
}
