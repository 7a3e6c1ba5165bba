import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { toDecimal } from '../../src/base/money.ts';
import type { CustomValue, Deal } from '../../src/deal/deal.ts';
import { readDeal } from '../../src/deal/read.ts';
import { fromKept, toKept } from '../../src/index-db/deal-record.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

const there = (reading: Parameters<typeof toKept>[0], id = 'acme', path = 'deals/acme.yaml') =>
  fromKept(JSON.stringify(toKept(reading)), id, path);

const EMPTY: Deal = {
  id: 'acme',
  path: 'deals/acme.yaml',
  name: '',
  account: '',
  owner: '',
  stage: '',
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
};

const FULL = `name: ERP rollout
account: Acme Sp. z o.o.
owner: anna
stage: proposal
amount: 120000.00
currency: EUR
created: 2026-09-01
recorded: 2026-09-03
close: 2026-12-15
important: reference customer
category: commit
contacts: [jan@acme.example]
next_step: {by: 2026-11-28, what: send the revised offer, agreed: 2026-11-20}
stages:
  - {stage: lead, on: 2026-09-01, logged: 2026-09-03}
activities:
  - {on: 2026-11-20, logged: 2026-11-21, type: meeting, note: scope agreed, ref: 2026-11-23}
checklist: [need]
waive: [{rule: stale, until: 2026-12-31, why: budget in January}]
lost_reason: price
source: {system: salesforce, id: 0065g00000XyZ}
was: acme-rollout
merged_into: acme-erp
missing: 2026-11-23
custom: {segment: mid-market, nested: {a: [1, 2.5, true, null, {b: x}]}, __proto__: p, constructor: c, empty: "", none: [], map: {}}
unknown: thing
`;

test('a deal with everything in it comes back as it was', () => {
  const reading = readDeal(FULL, 'deals/acme.yaml', { currency: 'PLN' });
  expect(reading.deal).toBeDefined();
  expect(reading.problems).toHaveLength(1);
  expect(there(reading)).toStrictEqual(reading);
  const { id: _, path: __, ...said } = reading.deal ?? EMPTY;
  for (const [key, value] of Object.entries(said)) expect(value, key).not.toEqual(Reflect.get(EMPTY, key));
});

test('a deal with nothing in it comes back as it was, and takes next to no room', () => {
  expect(there({ deal: EMPTY, problems: [] })).toEqual({ deal: EMPTY, problems: [] });
  expect(JSON.stringify(toKept({ deal: EMPTY, problems: [] }))).toBe('{"d":{}}');
});

test('problems come back with the file that the path tells', () => {
  const reading = readDeal('name: [\n', 'deals/acme.yaml', { currency: 'PLN' });
  expect(reading.deal).toBeUndefined();
  expect(there(reading)).toStrictEqual(reading);
  expect(there(reading, 'other', 'deals/other.yaml').problems[0]?.file).toBe('deals/other.yaml');
});

test('a custom map has no keys but its own', () => {
  const { deal } = there(readDeal(FULL, 'deals/acme.yaml', { currency: 'PLN' }));
  expect(Object.getPrototypeOf(deal?.custom)).toBeNull();
  expect(Object.keys(deal?.custom ?? {})).toContain('__proto__');
  expect(Object.getPrototypeOf(there({ deal: EMPTY, problems: [] }).deal?.custom)).toBeNull();
});

const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
const days = anyDay.map((date) => day(date.toISOString().slice(0, 10)));
const custom = fc.dictionary(
  fc.string(),
  fc.jsonValue().map((value): CustomValue => JSON.parse(JSON.stringify(value))),
);
const deals = fc.record({
  name: fc.string({ unit: 'binary' }),
  amount: fc.option(
    fc.integer().map((amount) => toDecimal(`${amount}.00`)),
    { nil: undefined },
  ),
  close: fc.option(days, { nil: undefined }),
  stages: fc.array(fc.record({ stage: fc.string(), on: days, line: fc.nat() })),
  checklist: fc.array(fc.string()),
  custom,
});

property.prop([deals])('whatever a deal says comes back as it was', (said) => {
  const deal: Deal = { ...EMPTY, ...said };
  expect(there({ deal, problems: [] })).toEqual({ deal, problems: [] });
});
