import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { toDecimal } from '../../src/base/money.ts';
import { DEAL_KEYS } from '../../src/deal/deal.ts';
import { readDeal } from '../../src/deal/read.ts';
import { writeDeal } from '../../src/deal/write.ts';
import { fc } from '../support/seeded.ts';
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

  test('keys stand in the order of the documentation, whatever the deal says', () => {
    const today = day('2026-11-23');
    const text = writeDeal({
      missing: today,
      mergedInto: 'other',
      was: 'older',
      source: { system: 'x', id: 'y' },
      lostReason: 'price',
      waive: [{ rule: 'stale', until: today, why: 'asked for' }],
      checklist: ['budget', 'date'],
      activities: [{ on: today, type: 'call', ref: 'm-1' }],
      stages: [{ stage: 'lead', on: today }],
      nextStep: { what: 'call' },
      contacts: ['jan, Acme', 'ewa'],
      category: 'key',
      important: 'reference',
      close: today,
      recorded: today,
      created: today,
      currency: 'PLN',
      amount: toDecimal('1'),
      stage: 'lead',
      owner: 'anna',
      account: 'Acme',
      name: 'A',
      custom: { a: 1 },
    });
    expect(text.split('\n').flatMap((line) => /^\w+/.exec(line) ?? [])).toEqual(DEAL_KEYS);
    expect(text).toContain('\ncontacts: ["jan, Acme", ewa]\n');
    expect(text).toContain('\nchecklist: [budget, date]\n');
    expect(text).toContain('\nactivities:\n  - {on: 2026-11-23, type: call, ref: m-1}\n');
    expect(text).toContain('\nwaive:\n  - {rule: stale, until: 2026-11-23, why: asked for}\n');
  });

  test('custom stands on one line of up to a hundred characters', () => {
    const written = (note: string) => writeDeal({ name: 'A', stage: 'lead', custom: { note, seats: 5 } });
    const just = 'x'.repeat(100 - 'custom: {note: , seats: 5}\n'.length);
    expect(written(just)).toBe(`name: A\nstage: lead\ncustom: {note: ${just}, seats: 5}\n`);
    expect(written(`${just}x`)).toBe(`name: A\nstage: lead\ncustom:\n  note: ${just}x\n  seats: 5\n`);
  });

  test('what needs quotes in brackets alone stands without on a line of its own', () => {
    const note = `${'x'.repeat(100)}, [y]`;
    expect(writeDeal({ name: 'A, B', stage: 'lead', custom: { note, list: ['a, b'] } })).toBe(
      `name: A, B\nstage: lead\ncustom:\n  note: ${note}\n  list: ["a, b"]\n`,
    );
  });

  test('a key too long for a line of its own stands in braces', () => {
    const written = (key: string) => writeDeal({ name: 'A', stage: 'lead', custom: { [key]: 1 } });
    expect(written('k'.repeat(500))).toContain('\ncustom:\n  kkk');
    expect(written('k'.repeat(501))).toContain('\ncustom: {kkk');
  });

  test('a number is written so that it reads back as that number, and one that is none as nothing', () => {
    const custom = {
      a: 2 ** 60,
      b: -0.5,
      c: 1e300,
      d: Number.NaN,
      e: Number.POSITIVE_INFINITY,
      f: 2 ** 53 - 1,
    };
    expect(writeDeal({ name: 'A', stage: 'lead', custom })).toContain(
      'custom: {a: 1.152921504606847e+18, b: -0.5, c: 1e+300, d: null, e: null, f: 9007199254740991}',
    );
  });

  test('what is missing is left out', () => {
    expect(writeDeal({ name: 'A', stage: 'lead', owner: '', stages: [], custom: {} })).toBe(
      'name: A\nstage: lead\n',
    );
    const activities = [{ on: day('2026-11-20'), type: 'call', note: '' }];
    expect(writeDeal({ name: 'A', stage: 'lead', activities })).toBe(
      'name: A\nstage: lead\nactivities:\n  - {on: 2026-11-20, type: call}\n',
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
