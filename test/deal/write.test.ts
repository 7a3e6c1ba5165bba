import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { toDecimal } from '../../src/base/money.ts';
import { readDeal } from '../../src/deal/read.ts';
import { writeDeal } from '../../src/deal/write.ts';
import { PATIENCE_MS } from '../support/torture.ts';
import { anyNewDeal, DEFAULTS, RUNS, said, TRICKY_TEXTS } from './deals.ts';

const PATH = 'deals/2026/acme-erp.yaml';

describe('writing a deal', () => {
  test('a deal is written in the plain form of the documentation', () => {
    const text = writeDeal({
      name: 'ERP rollout',
      account: 'Acme Sp. z o.o.',
      owner: 'anna',
      stage: 'proposal',
      amount: toDecimal('120000.00'),
      currency: 'PLN',
      created: day('2026-09-01'),
      close: day('2026-12-15'),
      important: 'reference customer',
      contacts: ['jan@acme.example'],
      nextStep: { what: 'send the offer, then call', by: day('2026-11-28'), agreed: day('2026-11-20') },
      stages: [
        { stage: 'lead', on: day('2026-09-01'), logged: day('2026-09-03') },
        { stage: 'proposal', on: day('2026-10-20') },
      ],
      activities: [{ on: day('2026-11-20'), type: 'meeting', note: 'scope: agreed' }],
      source: { system: 'hubspot', id: '0012' },
      custom: { segment: 'mid-market', seats: 40, region: 'yes' },
    });
    expect(text).toBe(`name: ERP rollout
account: Acme Sp. z o.o.
owner: anna
stage: proposal
amount: 120000.00
currency: PLN
created: 2026-09-01
close: 2026-12-15
important: reference customer
contacts: [jan@acme.example]
next_step: {by: 2026-11-28, what: "send the offer, then call", agreed: 2026-11-20}
stages:
  - {stage: lead, on: 2026-09-01, logged: 2026-09-03}
  - {stage: proposal, on: 2026-10-20}
activities:
  - {on: 2026-11-20, type: meeting, note: "scope: agreed"}
source: {system: hubspot, id: "0012"}
custom: {segment: mid-market, seats: 40, region: "yes"}
`);
  });

  test('much under custom stands one key a line', () => {
    const custom = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`Field ${at}`, `value ${at}`]));
    const text = writeDeal({ name: 'A', stage: 'lead', custom });
    expect(text.split('\n').slice(2, 5)).toEqual(['custom:', '  Field 0: value 0', '  Field 1: value 1']);
  });

  test('what is missing is left out', () => {
    expect(writeDeal({ name: 'A', stage: 'lead', owner: '', stages: [], custom: {} })).toBe(
      'name: A\nstage: lead\n',
    );
  });

  test.each(TRICKY_TEXTS.filter((text) => text.trim() !== ''))(
    'the text %j reads back as itself wherever it stands',
    (text) => {
      const deal = {
        name: text,
        stage: text,
        owner: text,
        contacts: [text],
        nextStep: { what: text },
        activities: [{ on: day('2026-01-01'), type: text, note: text }],
        custom: { [text]: text, list: [text], map: { [text]: text } },
      };
      const { deal: read, problems } = readDeal(writeDeal(deal), PATH, DEFAULTS);
      expect(problems).toEqual([]);
      expect(said(read)).toMatchObject({ ...deal, custom: read?.custom });
      expect(Object.entries(read?.custom ?? {})).toEqual(
        Object.entries(deal.custom).map(([key, value]) => [key, value]),
      );
    },
  );

  test('no control or direction mark stands raw in a file', () => {
    const text = writeDeal({
      name: TRICKY_TEXTS.join(' '),
      stage: 'lead',
      custom: { '\u202e\u001b': '\u200f' },
    });
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
    );
  });

  test(
    'any deal reads back as it was written',
    () => {
      fc.assert(
        fc.property(anyNewDeal, (deal) => {
          const { deal: read, problems } = readDeal(writeDeal(deal), PATH, DEFAULTS);
          expect(problems).toEqual([]);
          expect(said(read)).toEqual(deal);
          expect(JSON.stringify(read?.custom)).toBe(JSON.stringify(deal.custom));
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});
