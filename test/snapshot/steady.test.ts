// The law of steady rows: on every day of its span a deal has the row that it has today.

import { expect } from 'vitest';
import { addDays, type Day, day } from '../../src/base/day.ts';
import { toDecimal } from '../../src/base/money.ts';
import type { Deal } from '../../src/deal/deal.ts';
import type { DealFacts } from '../../src/snapshot/deal-facts.ts';
import { steadySpan } from '../../src/snapshot/steady.ts';
import { takeRow } from '../../src/snapshot/take-row.ts';
import { fc, test } from '../support/seeded-vitest.ts';
import { share } from '../support/torture.ts';
import { deal, settings } from './build.ts';

const START = day('2026-11-01');
const someDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays(START, days));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const stage = fc.constantFrom('lead', 'proposal', 'won', 'lost');
const amount = maybe(fc.constantFrom('100', '200').map((text) => toDecimal(text)));

const aDeal: fc.Arbitrary<Deal> = fc
  .record({
    stage,
    amount,
    created: maybe(someDay),
    recorded: maybe(someDay),
    close: maybe(someDay),
    nextStep: maybe(fc.record({ what: fc.constantFrom('call', 'write') }).chain(withAgreed)),
    stages: fc.array(fc.record({ stage, on: someDay, line: fc.constant(1) }), { maxLength: 3 }),
    activities: fc.array(
      fc.record({ on: someDay, type: fc.constantFrom('call', 'note'), line: fc.constant(2) }),
      { maxLength: 4 },
    ),
  })
  .map((over) => deal({ id: 'x', ...over }));

function withAgreed(step: { readonly what: string }) {
  return maybe(someDay).map((agreed) => (agreed === undefined ? step : { ...step, agreed }));
}

const someFacts: fc.Arbitrary<DealFacts> = fc.record({
  firstDay: someDay,
  outcome: fc.constantFrom('open', 'won', 'lost'),
  stage: fc.constantFrom('', 'lead', 'proposal', 'won'),
  stageEntered: fc.constantFrom('', 'lead', 'proposal', 'won'),
  stageChanged: maybe(someDay),
  closeFirst: maybe(someDay),
  close: maybe(someDay),
  closeMoves: fc.nat(3),
  slips: fc.nat(3),
  monthEndsOnly: fc.boolean(),
  amount: fc.oneof(amount, fc.constant('' as const)),
  currency: fc.constantFrom('PLN', 'EUR'),
  amountChanged: maybe(someDay),
  nextStep: fc.constantFrom('', 'call', 'write'),
  nextStepSince: maybe(someDay),
  source: fc.constant(''),
});

const SETTINGS = settings();

function rowOn(today: Day, one: Deal, facts: DealFacts | undefined) {
  const rates = { PLN: toDecimal('1') ?? ('1' as never) };
  return takeRow(one, { facts, settings: SETTINGS, rates, digits: 2, today });
}

test.prop([aDeal, maybe(someFacts), someDay], { numRuns: share(500, 200_000) })(
  'on every day of its span a deal has the row of today',
  (one, facts, today) => {
    const { freshness, process } = SETTINGS;
    const context = { facts, currency: 'PLN', freshness, process: process.stages, today };
    const row = rowOn(today, one, facts);
    const { from, to } = steadySpan(one, context);
    expect(from <= today && today <= to).toBe(true);
    for (let on = addDays(START, -2); on <= addDays(START, 34); on = addDays(on, 1))
      if (on >= from && on <= to) expect(rowOn(on, one, facts)).toEqual(row);
  },
);
