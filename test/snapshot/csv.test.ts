import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Damage } from '../../src/snapshot/damage.ts';
import { customColumns, SNAPSHOT_COLUMNS, writeArchived, writeDeals } from '../../src/snapshot/format-csv.ts';
import { readArchived, readDeals } from '../../src/snapshot/read-csv.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';
import { PATIENCE_MS, tally } from '../support/torture.ts';
import { RUNS, snapshots } from './arbitrary.ts';
import { decimal, row } from './build.ts';

vi.setConfig({ testTimeout: PATIENCE_MS });
afterAll(() => tally('snapshots as CSV', { 'snapshots a property': RUNS }));

const read = (text: string, digits = 2) => [...readDeals(Buffer.from(text), digits)];
const write = (...rows: readonly ReturnType<typeof row>[]) => writeDeals(rows, customColumns(rows), 2);
/** The damage as `line: message`. */
function damage(text: string | Buffer): string {
  try {
    [...readDeals(Buffer.from(text), 2)];
  } catch (error) {
    if (error instanceof Damage) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'none';
}

const FULL = row({
  id: 'acme-erp',
  name: 'ERP rollout',
  account: 'Acme, Sp. z o.o.',
  stage: 'proposal',
  amount: decimal('-30.00'),
  value: -3000,
  created: day('2026-09-01'),
  close: day('2026-12-15'),
  closeMoves: 2,
  stages: [
    { stage: 'lead', on: day('2026-09-01'), logged: day('2026-09-03') },
    { stage: 'proposal', on: day('2026-10-20'), logged: undefined },
  ],
  activities: [
    { stage: 'lead', count: 3 },
    { stage: 'proposal', count: 1 },
  ],
  waived: [
    { rule: 'stale', until: day('2026-12-31') },
    { rule: 'pushed', until: day('2026-12-01') },
  ],
  checklist: ['need', 'buyer'],
  source: 'salesforce:0065g00000XyZ',
  custom: { segment: 'mid-market' },
});

describe('deals.csv', () => {
  test('has the columns of the design, in order, then the custom ones', () => {
    expect(write(FULL).split('\n')[0]).toBe(
      'id,name,account,owner,stage,amount,currency,value,created,recorded,close,close_first,close_moves,' +
        'last_activity,last_activity_type,last_sign_of_life,last_sign_event,next_step_by,next_step,next_step_agreed,' +
        'stages,stages_logged,activities,late_logs,lost_reason,category,important,waived,checklist,missing,source,' +
        'was,merged_into,problem,custom.segment',
    );
    expect(SNAPSHOT_COLUMNS).toHaveLength(34);
  });

  test('holds a deal in one line, in the forms of the design', () => {
    expect(write(FULL).split('\n')[1]).toBe(
      'acme-erp,ERP rollout,"Acme, Sp. z o.o.",anna,proposal,-30.00,PLN,-30.00,2026-09-01,,2026-12-15,,2,,,,,,,,' +
        'lead@2026-09-01 proposal@2026-10-20,lead@2026-09-03 proposal@,lead:3 proposal:1,0,,,,' +
        'stale:2026-12-31 pushed:2026-12-01,need buyer,,salesforce:0065g00000XyZ,,,,mid-market',
    );
  });

  test.each(['=SUM(A1)', '+48', '-5', '@x', "'x", '\tx', '\rx'])('keeps %j from being a formula', (name) => {
    const text = write(row({ id: 'x', name }));
    expect(parse(text, { record_delimiter: '\n' })[1]?.[1]).toBe(`'${name}`);
    expect(read(text)[0]?.name).toBe(name);
  });

  test('leaves amounts and days as they are', () => {
    expect(write(FULL)).toContain(',-30.00,PLN,-30.00,');
  });

  test('is found by its header: other columns, in another order, are no harm', () => {
    const [header = [], ...rows] = parse(write(FULL), { record_delimiter: '\n' }) as string[][];
    const turned = [['later', ...header.toReversed()], ...rows.map((cells) => ['x', ...cells.toReversed()])];
    const text = turned.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`).join('');
    expect(read(text)).toEqual([FULL]);
  });

  property.prop([snapshots], { numRuns: RUNS })('reads as it was written, whatever the names', (snapshot) => {
    const custom = customColumns(snapshot.deals, snapshot.archived);
    const { digits } = snapshot;
    const deals = Buffer.from(writeDeals(snapshot.deals, custom, digits));
    expect([...readDeals(deals, digits)]).toEqual(snapshot.deals);
    const archived = Buffer.from(writeArchived(snapshot.archived, custom, digits));
    expect([...readArchived(archived, digits)]).toEqual(snapshot.archived);
  });

  property.prop([snapshots], { numRuns: RUNS })(
    'is CSV to another reader, and safe in a spreadsheet',
    ({ deals, digits }) => {
      const custom = customColumns(deals);
      const records = parse(writeDeals(deals, custom, digits), { record_delimiter: '\n' }) as string[][];
      expect(records).toHaveLength(deals.length + 1);
      const plain = new Set(['amount', 'value']);
      const header = records[0] ?? [];
      for (const cells of records.slice(1)) {
        expect(cells).toHaveLength(header.length);
        cells.forEach((cell, at) => {
          if (!plain.has(header[at] ?? '')) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        });
      }
    },
  );

  property.prop([fc.uint8Array({ maxLength: 200 }), fc.nat(2000)], { numRuns: RUNS })(
    'no bytes do worse than a damage with its line',
    (noise, at) => {
      const bytes = Buffer.from(write(FULL, row({ id: 'b', name: 'x\n"y' })));
      bytes.set(noise.slice(0, Math.max(0, bytes.length - (at % bytes.length))), at % bytes.length);
      expect(damage(bytes)).toMatch(/^(none|\d+: .+)$/s);
    },
  );
});

describe('a damaged row is named by its line', () => {
  const good = write(row({ id: 'a', name: 'two\nlines' }), row({ id: 'b' }));
  const header = good.slice(0, good.indexOf('\n') + 1);
  const spoiled = (from: string, to: string) => good.replace(from, to);
  test.each([
    ['nothing at all', '', '1: the header is missing'],
    ['no UTF-8', Buffer.concat([Buffer.from(header), Buffer.from([0xff, 10])]), '1: it is not UTF-8'],
    ['a last line that is cut', good.slice(0, -3), '4: the line is cut off before its end'],
    ['an open quote', spoiled('lines"', 'lines'), '2: a quote is opened and never closed'],
    ['text behind a quote', spoiled('lines"', 'lines"x'), '2: text follows the closing quote of a cell'],
    ['too few cells', `${good}c,d\n`, '5: the row has fewer cells than the header'],
    ['too many cells', spoiled('b,ERP', 'b,b,ERP'), /^4: /],
    [
      'a column twice',
      spoiled('id,name,account', 'id,name,name'),
      '1: the column "name" stands twice in the header',
    ],
    ['a column missing', spoiled('id,name,', 'id,nom,'), '1: the header lacks name'],
    ['an id that is none', spoiled('b,ERP', 'B,ERP'), '4: "B" is no id'],
  ])('%s', (_, text, expected) => {
    expect(damage(text)).toMatch(expected);
  });

  const cell = (over: Record<string, string>) => {
    const cells = SNAPSHOT_COLUMNS.map(
      (name) =>
        over[name] ?? (name.endsWith('moves') || name === 'late_logs' ? '0' : name === 'id' ? 'x' : ''),
    );
    return damage(`${SNAPSHOT_COLUMNS.join(',')}\n${cells.join(',')}\n`);
  };
  test.each([
    [{}, 'none'],
    [{ close: '2026-02-30' }, '2: close is no day: "2026-02-30"'],
    [{ close: '2026-2-3' }, '2: close is no day: "2026-2-3"'],
    [{ amount: '1e3' }, '2: amount is no plain decimal: "1e3"'],
    [{ value: '1.5.' }, '2: value is no plain decimal: "1.5."'],
    [{ close_moves: '-1' }, '2: close_moves is no count: "-1"'],
    [{ late_logs: '' }, '2: late_logs is no count: ""'],
    [{ stages: 'lead', stages_logged: 'lead@' }, '2: stages lacks "@" in "lead"'],
    [{ stages: 'lead@2026-11-31', stages_logged: 'lead@' }, '2: stages has no day in "2026-11-31"'],
    [{ stages: 'lead@2026-11-30' }, '2: stages_logged lacks "@" in ""'],
    [{ stages: 'a@2026-11-30', stages_logged: 'b@' }, '2: stages_logged has "b" where stages has "a"'],
    [{ activities: 'lead:x' }, '2: activities is no count: "x"'],
    [{ waived: 'stale:soon' }, '2: waived has no day in "soon"'],
    [{ checklist: '%zz' }, '2: checklist has a word with a broken character: "%zz"'],
  ])('%j', (over, expected) => {
    expect(cell(over)).toBe(expected);
  });
});
