// Random snapshots for the laws: few ids, so that everything happens; every kind of mess that files hold.

import { fromEpochDay } from '../../src/base/day.ts';
import { STAGE_NOT_KNOWN } from '../../src/deal/deal.ts';
import type { MovementRow, Side } from '../../src/movement/side.ts';
import { fc } from '../support/seeded.ts';
import { decimal } from './sides.ts';

export const OWNERS = ['anna', 'bob', ''];
const IDS = ['d1', 'd2', 'd3', 'd4', 'd5'];
const NEW_IDS = ['n1', 'n2'];
const STAGES = ['lead', 'demo', 'qualified', 'proposal', 'closing'];
/** 2026-09-20 and the days after. Periods below cover all of them. */
const FIRST_DAY = 20_716;
const DAYS = 220;

/** Two quarters and what lies before and after: together with "no date" every deal is in exactly one. */
export const PERIODS = [
  { from: fromEpochDay(0), to: fromEpochDay(FIRST_DAY + 79) },
  { from: fromEpochDay(FIRST_DAY + 80), to: fromEpochDay(FIRST_DAY + 150) },
  { from: fromEpochDay(FIRST_DAY + 151), to: fromEpochDay(FIRST_DAY + 10_000) },
  'none',
] as const;

const dayArb = fc.nat({ max: DAYS }).map((days) => fromEpochDay(FIRST_DAY + days));
const amountArb = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '0.00', '100', '100.00', '-50.00', '0.005', '0.10', '12345678901.23'),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: -500, max: 200_000 }), fc.nat({ max: 99 }))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
  },
);

/** What a deal says at one moment; '' where it says nothing. */
const rowArb = fc.record({
  name: fc.constantFrom('ERP', 'ERP ', 'CRM'),
  account: fc.constantFrom('Zażółć', 'Zażółć'.normalize('NFD'), 'Beta'),
  owner: fc.constantFrom(...OWNERS),
  stage: fc.constantFrom(...STAGES, ...STAGES, 'won', 'won', 'lost', 'nowhere'),
  amount: fc.option(amountArb, { nil: undefined, freq: 8 }),
  currency: fc.constantFrom('PLN', 'PLN', 'EUR', 'USD', 'XAU'),
  close: fc.option(dayArb, { nil: undefined, freq: 6 }),
  stages: fc.array(fc.tuple(fc.constantFrom(...STAGES, 'won'), dayArb), { maxLength: 3 }),
  source: fc.constantFrom('', '', '', 'sf:1', 'sf:2'),
  was: fc.constantFrom('', '', '', 'd1', 'd2', 'd2 d1'),
});

type RowFields = typeof rowArb extends fc.Arbitrary<infer Fields> ? Fields : never;

/** A deal's fate at both moments: where it stands, and what its row says; mostly the same at both. */
const fateArb = fc.record({
  place: fc.constantFrom('deals', 'deals', 'deals', 'deals', 'archive', 'unknown', 'absent'),
  unreadable: fc.nat({ max: 14 }).map((roll) => roll === 0),
  row: rowArb,
  /** The fields that differ from the moment before. */
  changed: fc.subarray([...(Object.keys({ ...emptyFields() }) as (keyof RowFields)[])]),
});

type Fate = typeof fateArb extends fc.Arbitrary<infer F> ? F : never;

function emptyFields(): Record<keyof RowFields, true> {
  return {
    name: true,
    account: true,
    owner: true,
    stage: true,
    amount: true,
    currency: true,
    close: true,
    stages: true,
    source: true,
    was: true,
  };
}

const ratesArb = fc.record({
  EUR: fc.constantFrom('4.25', '4.35', '4.271', '4.25'),
  USD: fc.constantFrom('3.6', '3.62', '3.6'),
});

/** An ordered choice of stages, some of which were called something else before. */
const processArb = fc
  .tuple(
    fc.shuffledSubarray(STAGES, { minLength: 1 }),
    fc.boolean(),
    fc.constantFrom(...STAGES),
    fc.nat({ max: STAGES.length - 1 }),
  )
  .map(([chosen, inOrder, former, at]) => {
    const ordered = inOrder ? STAGES.filter((stage) => chosen.includes(stage)) : chosen;
    return ordered.map((id, index) => ({
      id,
      label: id,
      was: index === at && id !== former ? [former] : [],
    }));
  });

const momentArb = fc.record({
  process: processArb,
  rates: ratesArb,
  fates: fc.array(fateArb, { minLength: IDS.length, maxLength: IDS.length }),
  /** Deals that come only here. */
  arrivals: fc.array(fateArb, { maxLength: NEW_IDS.length }),
});

export interface RandomOptions {
  readonly moments: number;
  /** Whether one process holds throughout: a scope of stages then means the same at every moment. */
  readonly sameProcess?: boolean;
  readonly unreadable?: boolean;
}

/** Snapshots of one workspace a week apart. */
export function randomSides(options: RandomOptions): fc.Arbitrary<Side[]> {
  return fc
    .tuple(
      fc.array(momentArb, { minLength: options.moments, maxLength: options.moments }),
      options.sameProcess === true ? fc.constant(true) : fc.boolean(),
    )
    .map(([moments, sameProcess]) => {
      const state = new Map<string, RowFields>();
      return moments.map((moment, at): Side => {
        const deals: MovementRow[] = [];
        const archived: MovementRow[] = [];
        const put = (id: string, fate: Fate) => {
          const fields = evolve(state.get(id), fate);
          state.set(id, fields);
          if (fate.place === 'absent') return;
          const unreadable = options.unreadable !== false && fate.unreadable;
          const row = fate.place === 'unknown' ? unknownRow(id) : rowOf(id, fields, unreadable);
          (fate.place === 'deals' ? deals : archived).push(row);
        };
        IDS.forEach((id, index) => {
          const fate = moment.fates[index];
          if (fate !== undefined) put(id, fate);
        });
        moment.arrivals.forEach((fate, index) => {
          put(`${NEW_IDS[index]}-${at}`, fate);
        });
        const first = moments[0] ?? moment;
        return {
          on: fromEpochDay(FIRST_DAY + 60 + 7 * at),
          reportingCurrency: 'PLN',
          digits: 2,
          process: { stages: sameProcess ? first.process : moment.process },
          rates: { PLN: decimal('1'), EUR: decimal(moment.rates.EUR), USD: decimal(moment.rates.USD) },
          deals,
          archived,
        };
      });
    });
}

/** B, with A's row for each that says the same: as rows from the index are. */
export function sharingWith(a: Side, b: Side): Side {
  const inA = new Map([...a.archived, ...a.deals].map((row) => [JSON.stringify(row), row]));
  const shared = (rows: Side['deals']) => rows.map((row) => inA.get(JSON.stringify(row)) ?? row);
  return { ...b, deals: shared(b.deals), archived: shared(b.archived) };
}

function evolve(before: RowFields | undefined, fate: Fate): RowFields {
  if (before === undefined) return fate.row;
  const changes = Object.fromEntries(fate.changed.slice(0, 4).map((field) => [field, fate.row[field]]));
  return { ...before, ...changes };
}

function rowOf(id: string, fields: RowFields, unreadable: boolean): MovementRow {
  // Of nobody's deals which are nowhere it is not known where they are.
  const isNotKnown = fields.stage === 'nowhere' && fields.owner === '';
  return {
    ...fields,
    id,
    ...(isNotKnown ? { stage: STAGE_NOT_KNOWN } : {}),
    amount: fields.amount === undefined ? undefined : decimal(fields.amount),
    stages: fields.stages.map(([stage, on]) => ({ stage, on, logged: undefined })),
    lostReason: '',
    problem: unreadable ? 'line 3: a tab' : '',
  };
}

function unknownRow(id: string): MovementRow {
  return {
    id,
    name: '',
    account: '',
    owner: '',
    stage: '',
    amount: undefined,
    currency: 'PLN',
    close: undefined,
    stages: [],
    lostReason: '',
    source: '',
    was: '',
    problem: '',
  };
}
