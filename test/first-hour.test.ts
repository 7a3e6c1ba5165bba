// A stranger's first hour: exports in the shape that Pipedrive, HubSpot and Dynamics 365 give them, of forty deals each
// with what real ones have in them, are read without a question, and every row is accounted for.

import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desk, type ImportCounts } from './crm-import/desk.ts';

const FIXTURES = resolve('fixtures/first-hour');
const RATES = '\nrates:\n  - {on: 2026-01-01, EUR: "4.30", USD: "3.90"}\n';

interface Listed {
  readonly deals: readonly { name: string; outcome: string; stage: string; account: string }[];
}

const EXPORTS = [
  {
    system: 'pipedrive',
    file: 'pipedrive.csv',
    counts: { rows: 39, created: 35, rejected: 4 },
    stages: ['Lead In', 'Contact Made', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started'],
    outcomes: { open: 22, won: 8, lost: 5 },
  },
  {
    system: 'hubspot',
    file: 'hubspot.csv',
    counts: { rows: 40, created: 37, rejected: 3 },
    stages: [
      'Appointment Scheduled (Sales Pipeline)',
      'Partner review (Partner Pipeline)',
      'Qualified To Buy (Sales Pipeline)',
      'Presentation Scheduled (Sales Pipeline)',
      'Decision Maker Bought-In (Sales Pipeline)',
      'Contract Sent (Sales Pipeline)',
    ],
    outcomes: { open: 18, won: 8, lost: 11 },
  },
  {
    system: 'dynamics',
    file: 'dynamics.xlsx',
    counts: { rows: 40, created: 38, rejected: 2 },
    stages: ['1-Qualify', '2-Develop', '3-Propose', '4-Close'],
    outcomes: { open: 22, won: 6, lost: 10 },
  },
];

describe.each(EXPORTS)('an export of $system', ({ system, file, counts, stages, outcomes }) => {
  let here: Desk;
  let first: ImportCounts;
  beforeAll(async () => {
    here = await desk(`--mirror ${system} --currency PLN --locale en-GB`);
    here.write('pipeline.yaml', `${here.read('pipeline.yaml')}${RATES}`);
    first = await here.json<ImportCounts>(`import ${join(FIXTURES, file)}`);
  });
  afterAll(() => here.clear());

  test('is recognised, and each row is created, unchanged or rejected with its line and reason', () => {
    expect(first).toMatchObject({ system, ...counts, updated: 0, unchanged: 0 });
    expect(first.rejections).toHaveLength(counts.rejected);
    for (const { line, reason } of first.rejections) {
      expect(line).toBeGreaterThan(1);
      expect(reason).not.toBe('');
    }
  });

  test('brings its process, in the order of its stages', () => {
    const process = first.process as readonly { label: string }[];
    expect(process.map(({ label }) => label)).toEqual(stages);
  });

  test('tells open from won and lost', async () => {
    const { deals } = await here.json<Listed>('list --all');
    const counted = { open: 0, won: 0, lost: 0 };
    for (const { outcome } of deals) counted[outcome as keyof typeof counted]++;
    expect(counted).toEqual(outcomes);
  });

  test('changes nothing when it is imported again: rows = unchanged + rejected', async () => {
    const again = await here.json<ImportCounts>(`import ${join(FIXTURES, file)}`);
    const { rows, rejected } = counts;
    expect(again).toMatchObject({ rows, created: 0, updated: 0, unchanged: rows - rejected, rejected });
  });
});
