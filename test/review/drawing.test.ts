// A draw that is written down and drawn again: what the record keeps, whom it leaves out, and how it is dealt to a team.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Decimal } from '../../src/base/money.ts';
import { drawSample } from '../../src/review/draw.ts';
import { drawLines } from '../../src/review/draw-text.ts';
import { drawFrom, lastReview, recordOf, reviewedWithin } from '../../src/review/drawing.ts';
import { drawStratum } from '../../src/review/sample.ts';
import type { SheetDraw } from '../../src/review/sheet.ts';
import { readDraw } from '../../src/review/sheet-draw.ts';
import { bareRow, type DealRow } from '../../src/snapshot/row.ts';

const ON = day('2026-11-23');

function row(id: string, over: Partial<DealRow> = {}): DealRow {
  return { ...bareRow(id, 'PLN'), stage: 'lead', value: 10_000, amount: '100.00' as Decimal, ...over };
}

const REQUEST = {
  on: ON,
  owner: undefined,
  team: false,
  seed: '7f3a-21c9',
  workspace: 'acme',
  weighted: false,
  closed: { from: day('2026-11-09'), to: undefined },
  most: undefined,
  notAgainWithin: 60,
  strata: [{ stratum: 'open', largest: 1, random: 3 }],
} as const;

const drawn = (deals: readonly DealRow[], over: object = {}, reviewed: readonly string[] = []) => {
  const request = { ...REQUEST, ...over };
  const drawing = drawFrom({ deals, archived: [] }, request, {
    ownerKey: (owner) => owner.toLowerCase(),
    reviewed: new Set(reviewed),
  });
  return recordOf(
    drawing,
    { name: '2026-11-23', deals: 'a1', archived: 'b2' },
    { reportingCurrency: 'PLN', digits: 2 },
  );
};

describe('the record of a draw', () => {
  test.each([
    ['plain', 'anna', 'plain'],
    ['null', 'true', '12'],
    ['quotes "and" \\', "O'Hara: {x}", '# not a comment'],
    ['żółć 数据', ' leading', '1e5'],
    ['<b>`x`</b>', '```yaml', '</pre>'],
    ['two\nlines', '- dash', '\u202eturned'],
  ])('reads back as it was written, whatever it names: %j, %j, %j', (owner, stage, seed) => {
    const deals = ['true', 'a-1', '2026-11-23', 'null', 'x'].map((id, at) =>
      row(id, { owner, stage, value: at === 2 ? undefined : 100 * at, close: at === 1 ? ON : undefined }),
    );
    const draw = drawn(deals, { seed, owner: owner.toLowerCase(), most: 4, weighted: true });
    const text = `\`\`\`yaml\n${drawLines(draw).join('\n')}\n\`\`\`\n`;
    const read = readDraw(text, 'x.md');
    expect(read.problems).toEqual([]);
    expect(read.draw).toEqual(draw);
  });

  test('says what those are worth that the random part was drawn from', () => {
    const deals = [row('big', { value: 90_000 }), row('a'), row('b'), row('c', { value: undefined })];
    expect(drawn(deals).strata[0]).toMatchObject({ population: 4, drawnFrom: 3, drawnFromValue: '200.00' });
  });

  test('a deal in a sheet of late is left out of chance, under its former id too, and may still be largest', () => {
    const deals = [row('big', { value: 90_000 }), row('a'), row('new-name', { was: 'old-name' }), row('c')];
    const [stratum] = drawn(deals, {}, ['big', 'old-name']).strata;
    expect(stratum).toMatchObject({ excluded: 1, drawnFrom: 2 });
    expect(stratum?.picked.map(({ id, why }) => `${why} ${id}`).sort()).toEqual([
      'largest big',
      'random a',
      'random c',
    ]);
  });
});

describe('the reviews before', () => {
  const sheet = (on: string, ids: readonly string[], owner?: string) => ({
    draw: {
      on: day(on),
      owner,
      strata: [{ picked: ids.map((id) => ({ id })) }],
    } as unknown as Pick<SheetDraw, 'on' | 'owner' | 'strata'>,
  });
  const asIs = (owner: string) => owner;
  const sheets = [
    sheet('2026-09-01', ['long-ago']),
    sheet('2026-09-24', ['just-so']),
    sheet('2026-11-09', ['anna-one'], 'anna'),
    sheet('2026-11-02', ['lately']),
    sheet('2026-11-23', ['today']),
    sheet('2026-12-01', ['to-come']),
  ];

  test('leave out whom they had within so many days, whoever held them; not those of the day itself', () => {
    expect([...reviewedWithin(sheets, ON, 60)].sort()).toEqual(['anna-one', 'just-so', 'lately']);
    expect(reviewedWithin(sheets, ON, 0).size).toBe(0);
  });

  test('the last one is the newest before the day with the same owner', () => {
    expect(lastReview(sheets, ON, undefined, asIs)?.draw.on).toBe('2026-11-02');
    expect(lastReview(sheets, ON, 'anna', asIs)?.draw.on).toBe('2026-11-09');
    expect(lastReview(sheets, ON, 'piotr', asIs)).toBeUndefined();
    expect(lastReview(sheets, ON, '', asIs)).toBeUndefined();
    const renamed = (owner: string) => (owner === 'anna' ? 'anna-n' : owner);
    expect(lastReview(sheets, ON, 'anna-n', renamed)?.draw.on).toBe('2026-11-09');
  });
});

describe('a team', () => {
  const OWNERS = ['anna', 'ewa', 'ewa', 'ewa', 'marek', 'marek', 'marek', 'marek', 'marek', 'marek'];
  const deals = OWNERS.map((owner, at) => row(`d${at}`, { owner }));
  const ownerOf = (id: string) => OWNERS[Number(id.slice(1))] ?? '';
  const team = (seed: string, random: number, weighted = false) =>
    drawStratum({
      stratum: 'open',
      deals: weighted ? deals.map((deal, at) => ({ ...deal, value: 100 * (at + 1) })) : deals,
      size: { largest: 0, random },
      reviewed: new Set(),
      seed,
      weighted,
      ownerOf,
    });

  test.each([1, 3, 5, 10])('has at least one random deal each, with --random %i', (random) => {
    for (let seed = 0; seed < 50; seed++) {
      const { picked, hands } = team(`s${seed}`, random);
      expect(hands).toBe(3);
      expect(new Set(picked.map(({ id }) => ownerOf(id))).size).toBe(3);
      expect(picked).toHaveLength(Math.max(3, random));
    }
  });

  test('one seed deals what it always dealt: a change here is a new sampler', () => {
    const idsOf = (weighted: boolean) => team('7f3a-21c9', 5, weighted).picked.map(({ id }) => id);
    expect([idsOf(false), idsOf(true)]).toMatchInlineSnapshot(`
      [
        [
          "d8",
          "d9",
          "d3",
          "d1",
          "d0",
        ],
        [
          "d9",
          "d3",
          "d2",
          "d0",
          "d5",
        ],
      ]
    `);
  });

  test('a larger --random only adds', () => {
    const few = team('x', 4).picked.map(({ id }) => id);
    expect(team('x', 7).picked.map(({ id }) => id)).toEqual(expect.arrayContaining(few));
  });

  test.each([false, true])('each deal comes up as often as its chance says (weighted: %s)', (weighted) => {
    const RUNS = 6000;
    const counts = new Map<string, number>();
    const chances = new Map<string, number>();
    for (let seed = 0; seed < RUNS; seed++) {
      for (const { id, probability } of team(`s${seed}`, 5, weighted).picked) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
        chances.set(id, probability);
      }
    }
    expect(chances.get('d0')).toBe(1);
    for (const { id } of deals) {
      const expected = chances.get(id) ?? 0;
      const deviation = Math.sqrt((expected * (1 - expected)) / RUNS);
      expect(Math.abs((counts.get(id) ?? 0) / RUNS - expected), id).toBeLessThanOrEqual(4.5 * deviation);
    }
  });

  test('where there is no time for everyone it is refused, and never dealt to some alone', () => {
    const valued = deals.map((deal, at) => ({ ...deal, value: 100 * (at + 1) }));
    const request = {
      strata: [{ stratum: 'open', deals: valued, size: { largest: 1, random: 5 } }] as const,
      seed: 'x',
      weighted: false,
      reviewed: new Set<string>(),
      ownerOf,
    };
    expect(() => drawSample({ ...request, most: 3 })).toThrow(/too few for 3 owners/);
    expect(drawSample({ ...request, most: 5 }).strata[0]?.picked).toHaveLength(5);
  });
});
