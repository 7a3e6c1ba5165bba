// Random snapshots as hostile as files allow: names that look like formulas, quotes, line ends, any script.

import { addDays, day } from '../../src/base/day.ts';
import type { ArchivedRow, DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { totalsByStage } from '../../src/snapshot/totals.ts';
import { fc } from '../support/seeded-vitest.ts';
import { share } from '../support/torture.ts';
import { decimal, snapshot } from './build.ts';

/** How often a property runs. */
export const RUNS = share(100, 5_000);

const HOSTILE = [
  '=1+1',
  '+48 600',
  '-30.00',
  '@cmd',
  "'quoted'",
  '\tx',
  '\rx',
  "'",
  "''=",
  '"',
  '""',
  'a"b',
  ',',
  'a,b',
  '\n',
  'a\r\nb',
  ' ',
  '  lead',
  'ł',
  '日本語',
  '👩‍👩‍👧',
  '\u202eabc',
  '\ufeff',
  '\u0000',
  '#N/A',
  'null',
  'true',
  '~',
  '%',
  '%41',
  'a%',
  'a@b',
  'a:b',
  '2026-11-23',
  '1e3',
  'constructor',
  '__proto__',
  '- x',
  '{"a": 1}',
  ': ',
  '# x',
  '\u2028',
  '\u0085',
  'x'.repeat(300),
];
export const text = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const days = fc.integer({ min: -20_000, max: 20_000 }).map((shift) => addDays(day('2026-11-23'), shift));
const someDay = fc.option(days, { nil: undefined });
const amount = fc
  .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, decimals]) => decimal(decimals === 0 ? String(units) : (units / 1000).toFixed(decimals)));
const count = fc.nat(1_000_000);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);

const row: fc.Arbitrary<DealRow> = fc.record({
  id,
  name: text,
  account: text,
  owner: text,
  stage: fc.oneof(fc.constantFrom('lead', 'proposal', 'won', 'lost'), text),
  amount: fc.option(amount, { nil: undefined }),
  currency: fc.constantFrom('PLN', 'EUR'),
  value: fc.option(fc.integer({ min: -1e14, max: 1e14 }), { nil: undefined }),
  created: someDay,
  recorded: someDay,
  close: someDay,
  closeFirst: someDay,
  closeMoves: count,
  lastActivity: someDay,
  lastActivityType: text,
  lastSignOfLife: someDay,
  lastSignEvent: text,
  nextStepBy: someDay,
  nextStep: text,
  nextStepAgreed: someDay,
  stages: fc.array(fc.record({ stage: text, on: days, logged: someDay }), { maxLength: 3 }),
  activities: fc.array(fc.record({ stage: text, count }), { maxLength: 3 }),
  lateLogs: count,
  lostReason: text,
  category: text,
  important: text,
  waived: fc.array(fc.record({ rule: text, until: days }), { maxLength: 2 }),
  checklist: fc.array(text, { maxLength: 3 }),
  missing: someDay,
  source: text,
  was: text,
  mergedInto: text,
  problem: text,
  custom: fc.constant({}),
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

export const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    deals: fc.uniqueArray(row, { maxLength: 5, selector: (r) => r.id }),
    archived: fc.uniqueArray(fc.tuple(row, text), { maxLength: 3, selector: ([r]) => r.id }),
    keys: fc.uniqueArray(fc.oneof(text, fc.constantFrom('segment', 'product')), { maxLength: 3 }),
    cells: fc.array(text, { minLength: 24, maxLength: 24 }),
    digits: fc.constantFrom(0, 2, 3),
    message: text,
    label: text,
    stage: text,
    was: fc.array(text, { maxLength: 2 }),
    commit: fc.constantFrom('', '4be1', '1234567', '1e5'),
    owner: text,
    since: someDay,
    origin: fc.constantFrom('taken', 'backfill-git'),
    assumed: fc.subarray(['amount', 'close', 'next_step']),
  })
  .map(({ deals, archived, keys, cells, ...more }) => {
    let at = 0;
    const custom = () => Object.fromEntries(keys.map((key) => [key, cells[at++ % cells.length] ?? '']));
    const rows = deals.map((r) => ({ ...r, custom: custom() })).sort(byId);
    const shelved: ArchivedRow[] = archived
      .map(([r, folder]) => ({ ...r, custom: custom(), archived: folder }))
      .sort(byId);
    const { label, stage, was, owner, since, ...header } = more;
    return snapshot('2026-11-23', rows, {
      ...header,
      archived: shelved,
      dirty: deals.length > 2,
      process: { version: 3, since, stages: [{ id: stage, label, was }] },
      rates: { EUR: decimal('4.27'), PLN: decimal('1') },
      targets: [
        { period: '2026-Q4', owner, target: decimal('1500000'), since },
        { period: '2026-Q4', custom: { [label]: owner }, target: decimal('1'), since: undefined },
      ],
      totals: totalsByStage(rows, [stage]),
    });
  });
