// Random exports, one newer than the other: the second import makes the deals say what it says, changes nothing
// else, ties out, and a third one of the same export writes nothing.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDeal } from '../../src/deal/read.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { type Desk, desk, type ImportCounts } from './desk.ts';

const RUNS = share(20, 1_000);
const HEADER =
  'Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status,Deal - Expected close date';
const STAGES = ['Lead', 'Qualified', 'Proposal', 'Negotiation'];

const record = fc.record({
  name: fc.constantFrom('Alpha', 'Beta: one', '=Gamma', 'Żółw', ''),
  account: fc.constantFrom('Acme', 'Łódź S.A.', ''),
  value: fc.constantFrom('100', '250.50', '0', '-30', '', 'much'),
  stage: fc.constantFrom(...STAGES, ...STAGES, ''),
  status: fc.constantFrom('open', 'won', 'lost'),
  close: fc.constantFrom('2026-12-15', '2027-01-31', ''),
});
type Row = typeof record extends fc.Arbitrary<infer Value> ? Value : never;
const table = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), record, { minKeys: 1 });

function csv(rows: Readonly<Record<string, Row>>): string {
  const lines = Object.entries(rows).map(([id, row]) =>
    [id, row.name, row.account, row.value, row.stage, row.status, row.close].join(','),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

let here: Desk;
beforeAll(async () => {
  here = await desk();
});
afterAll(() => here.clear());

/** The deals by their source's id. */
function deals() {
  const read = Object.entries(here.files('deals')).map(
    ([path, text]) => readDeal(text, path, { currency: 'PLN' }).deal,
  );
  return new Map(read.map((deal) => [deal?.source?.id, deal]));
}

test(
  `${RUNS} pairs of exports: what the newer one says is what the deals say, once`,
  async () => {
    const pairs = fc.asyncProperty(table, table, async (older, newer) => {
      here.clear();
      here = await desk();
      here.write('older.csv', csv(older));
      here.write('newer.csv', csv(newer));
      // Two that have no deal in common are refused without it.
      for (const file of ['older.csv', 'newer.csv --force']) {
        const view = await here.json<ImportCounts>(`import ${file}`);
        expect(view.rows).toBe(view.created + view.updated + view.unchanged + view.rejected);
      }
      const found = deals();
      for (const [id, row] of Object.entries(newer)) {
        const deal = found.get(id);
        if (row.value === 'much' || deal === undefined) continue;
        if (row.name !== '') expect(deal.name).toBe(row.name);
        if (row.value !== '') expect(Number(deal.amount)).toBe(Number(row.value));
        if (row.close !== '') expect(deal.close).toBe(row.close);
        if (row.status !== 'open') expect(deal.stage).toBe(row.status);
        expect(deal.missing).toBeUndefined();
      }
      for (const [id, deal] of found) expect(deal?.missing !== undefined).toBe(!(String(id) in newer));
      const before = here.files('deals');
      const again = await here.json<ImportCounts>('import newer.csv --force');
      expect(again).toMatchObject({ created: 0, updated: 0, changes: [] });
      expect(here.files('deals')).toEqual(before);
    });
    await fc.assert(pairs, { numRuns: RUNS, seed: 20261123 });
    tally('exports, one newer than the other', { pairs: RUNS });
  },
  PATIENCE_MS,
);
