// --where, --sort, --owner and --stage: what a person means, and what is refused with a hint.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import type { Book } from '../../src/book/book.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import { fieldContext, type ListOptions, listDeals } from '../../src/report/list.ts';
import { FIELD_NAMES, fieldNamed } from '../../src/report/row-fields.ts';
import { SNAPSHOT_COLUMNS } from '../../src/snapshot/format-csv.ts';
import { deal, decimal, row, settings, snapshot, TODAY } from '../snapshot/build.ts';

const rows = [
  row({
    id: 'alfa',
    amount: decimal('100'),
    value: 10000,
    close: day('2026-12-01'),
    nextStep: 'call',
    owner: 'anna',
  }),
  row({
    id: 'beta',
    amount: decimal('20.50'),
    value: 2050,
    stage: 'proposal',
    account: 'Łódź Motors',
    owner: 'Anna N.',
  }),
  row({ id: 'gama', amount: decimal('1000'), value: 100000, close: day('2027-01-15'), owner: 'Piotr' }),
  row({
    id: 'delta',
    stage: 'won',
    amount: decimal('7'),
    value: 700,
    close: day('2026-11-02'),
    owner: '',
    name: 'Delta-X',
  }),
];
const custom = {
  alfa: { segment: 'SMB', seats: 9, since: '2026-01-01' },
  beta: { segment: 'enterprise', seats: '10', since: 'long ago' },
  gama: { tags: ['a', 'b'], vip: true },
  delta: {},
};
const member = {
  id: 'anna',
  name: 'Anna Nowak',
  email: '',
  group: 'north',
  until: undefined,
  also: ['Anna N.'],
};
const book: Book = {
  root: '/nowhere',
  settings: settings({ team: [member] }),
  today: TODAY,
  state: snapshot('2026-11-23', rows, { name: 'now' }),
  past: false,
  deals: new Map(Object.entries(custom).map(([id, held]) => [id, deal({ id, custom: held })])),
  problems: [],
  leftOut: [],
  snapshotNames: [],
  snapshots: snapshotsInFiles('/nowhere'),
  imports: [],
};

function list(over: Partial<ListOptions>, of: Book = book): string {
  const { rows: listed } = listDeals(of, {
    owners: [],
    stages: [],
    account: undefined,
    outcomes: ['open', 'won', 'lost'],
    closing: undefined,
    where: [],
    sort: 'id',
    columns: [],
    ...over,
  });
  return listed.map(({ id }) => id).join(' ');
}
const where = (...conditions: string[]) => list({ where: conditions });

function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.message} ${error.hint ?? ''}`;
    throw error;
  }
  return 'no failure';
}

describe('--where', () => {
  test.each([
    ['id = alfa', 'alfa'],
    ['id=alfa', 'alfa'],
    ['id != alfa', 'beta delta gama'],
    ['amount > 100', 'gama'],
    ['amount >= 100.00', 'alfa gama'],
    ['amount = 20.5', 'beta'],
    ['amount < 100', 'beta delta'],
    ['value <= 20.50', 'beta delta'],
    ['close < 2026-12-31', 'alfa delta'],
    ['close = 2027-01-15', 'gama'],
    ['outcome = won', 'delta'],
    ['stage = proposal', 'beta'],
    ['account ~ lodz', 'beta'],
    ['name ~ delta x', 'delta'],
    ['name ~ -', 'delta'],
    ['group = north', 'alfa beta'],
    ['close_moves = 0', 'alfa beta delta gama'],
    ['segment = SMB', 'alfa'],
    ['custom.seats > 9', 'beta'],
    ['custom.seats = 10.0', 'beta'],
    ['custom.since < 2026-06-01', 'alfa'],
    ['custom.since != 2026-01-01', 'beta'],
    ['custom.vip = true', 'gama'],
    ['custom.tags ~ b', 'gama'],
    ['owner = Anna Nowak', 'alfa beta'],
    ['owner != anna', 'gama'],
    ['owner ~ nowak', 'alfa beta'],
    ['owner = piotr', 'gama'],
    ['owner = none', 'delta'],
    ['stage = Proposal', 'beta'],
    ['stage ~ propos', 'beta'],
    ['outcome != Won', 'alfa beta gama'],
    ['group = North', 'alfa beta'],
    ['currency = pln', 'alfa beta delta gama'],
    ['amount >= 1k', 'gama'],
    ['amount = 1 000,00', 'gama'],
    ['close <= end of Q1', 'alfa delta gama'],
    ['close <= +2w', 'alfa delta'],
    ['close < tomorrow', 'delta'],
  ])('%s', (condition, expected) => {
    expect(where(condition)).toBe(expected);
  });

  test('all conditions must hold', () => {
    expect(where('amount > 10', 'amount < 1000', 'stage = lead')).toBe('alfa');
  });

  test('an empty field matches only FIELD=', () => {
    expect(where('close=')).toBe('beta');
    expect(where('close != 2026-12-01')).toBe('delta gama');
    expect(where('close <= 2099-01-01')).toBe('alfa delta gama');
    expect(where('next_step ~ a')).toBe('alfa');
    expect(where('next_step!=')).toBe('alfa');
    expect(where('owner=')).toBe('delta');
  });

  test.each([
    ['amuont > 5', 'Did you mean "amount"?'],
    ['custom.segmnt = a', 'Did you mean "custom.segment"?'],
    ['custom.nothing-like-it = a', 'There are: custom.seats, custom.segment'],
    ['category = comit', 'There is no category "comit".'],
    ['group = nort', 'Did you mean "north"?'],
    ['currency = EUR', 'There are: PLN.'],
    ['amount >= 5k EUR', '"5k EUR" is in EUR.'],
    ['close_moves > many', '"many" is none.'],
    ['amount', 'is not a condition'],
    ['= 5', 'is not a condition'],
    ['amount >', 'compares with nothing'],
    ['constructor = 1', 'There is no field "constructor".'],
  ])('refuses %s with a hint', (condition, expected) => {
    const said = failure(() => where(condition));
    expect(said).toContain('bad-condition');
    expect(said).toContain(expected);
  });

  test.each([
    ['stage = Qualifed', 'usage: There is no stage "Qualifed".'],
    ['owner = Ana', 'Did you mean "anna"?'],
    ['amount > many', 'bad-amount: "many" is not an amount.'],
    ['amount > 1.200', 'can be 1.20 or 1200'],
    ['close < soon', 'bad-date: "soon" is not a day.'],
    ['close < 2026-02-30', 'There is no day "2026-02-30" in the calendar.'],
    ['close <= next fri', 'Write the one that is meant: 2026-11-27 or 2026-12-04.'],
  ])('%s is refused as entries refuse it', (condition, expected) => {
    expect(failure(() => where(condition))).toContain(expected);
  });

  test('every column of a snapshot is a field', () => {
    expect(FIELD_NAMES).toEqual(expect.arrayContaining([...SNAPSHOT_COLUMNS]));
    for (const name of FIELD_NAMES) for (const one of rows) fieldNamed(name, fieldContext(book))?.read(one);
  });

  test('custom fields of the past are those that the snapshot keeps', () => {
    const past = {
      ...book,
      past: true,
      deals: new Map(),
      state: snapshot('2026-11-16', [row({ id: 'alfa', custom: { segment: 'SMB' } })]),
    };
    expect(list({ where: ['segment = SMB'] }, past)).toBe('alfa');
    expect(failure(() => list({ where: ['custom.seats='] }, past))).toContain(
      'The snapshot keeps no field "custom.seats".',
    );
  });
});

describe('--sort', () => {
  test('numbers go by size, days by time, and what is empty comes last either way', () => {
    expect(list({ sort: 'amount' })).toBe('delta beta alfa gama');
    expect(list({ sort: 'amount:desc' })).toBe('gama alfa beta delta');
    expect(list({ sort: 'close' })).toBe('delta alfa gama beta');
    expect(list({ sort: 'close:desc' })).toBe('gama alfa delta beta');
    expect(list({ sort: 'custom.seats' })).toBe('alfa beta delta gama');
  });

  test('the largest value comes first where nothing is asked', () => {
    expect(list({ sort: undefined })).toBe('gama alfa beta delta');
  });

  test('an unknown field or direction is refused', () => {
    expect(failure(() => list({ sort: 'vale' }))).toContain('Did you mean "value"?');
    expect(failure(() => list({ sort: 'value:down' }))).toContain('FIELD:desc');
  });
});

describe('--owner and --stage', () => {
  test('an owner is found by id, name or another name, with all the deals under any of them', () => {
    for (const word of ['anna', 'Anna Nowak', 'anna nowak', 'Anna N.'])
      expect(list({ owners: [word] })).toBe('alfa beta');
    expect(list({ owners: ['piotr'] })).toBe('gama');
    expect(list({ owners: ['anna', 'Piotr'] })).toBe('alfa beta gama');
    expect(failure(() => list({ owners: ['ana'] }))).toContain('Did you mean "anna"?');
    expect(failure(() => list({ owners: ['zoe'] }))).toContain('Owners: ');
  });

  test('a stage is found by id or label; one of the outcomes lists the closed deals', () => {
    expect(list({ stages: ['Proposal'], outcomes: [] })).toBe('beta');
    expect(list({ stages: ['won'], outcomes: [] })).toBe('delta');
    expect(list({ stages: ['lead', 'won'], outcomes: [] })).toBe('alfa delta gama');
    expect(failure(() => list({ stages: ['propsal'] }))).toContain('Did you mean "proposal"?');
  });

  test('only open deals are listed where nothing is asked, and the others that match are counted', () => {
    const { view } = listDeals(book, {
      owners: [],
      stages: [],
      account: undefined,
      outcomes: [],
      closing: undefined,
      where: ['amount < 50'],
      sort: undefined,
      columns: ['next_step', 'custom.seats'],
    });
    expect(view).toMatchObject({
      outcomes: ['open'],
      total: { count: 1, value: '20.50' },
      others: 1,
      in_all: 4,
    });
    expect(view.deals[0]).toMatchObject({
      id: 'beta',
      value: '20.50',
      next_step: null,
      'custom.seats': '10',
    });
  });

  test('amounts too large to add up exactly are still listed', () => {
    const value = Number.MAX_SAFE_INTEGER;
    const huge = [row({ id: 'a', value }), row({ id: 'b', value, stage: 'proposal' })];
    const { view } = listDeals(
      { ...book, state: snapshot('2026-11-23', huge) },
      {
        owners: [],
        stages: [],
        account: undefined,
        outcomes: [],
        closing: undefined,
        where: [],
        sort: undefined,
        columns: [],
      },
    );
    expect(view.total).toEqual({
      count: 2,
      value: null,
      without_value: 0,
      without_rate: { count: 0, currencies: [] },
    });
  });
});
