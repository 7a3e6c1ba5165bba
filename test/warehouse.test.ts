// docs/warehouse.md: the query that stands there gives the bridge of `pipeline diff` from the Parquet files alone.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asParquet } from '../src/export/parquet-file.ts';
import { snapshots } from '../src/export/snapshots.ts';
import type { ExportFacts } from '../src/export/table.ts';
import { BAR_KINDS, BARS } from '../src/movement/bars.ts';
import { type Bridge, bridge } from '../src/movement/bridge.ts';
import { type MovementRow, type Side, valueOn } from '../src/movement/side.ts';
import { bridgeView } from '../src/report/diff-bridge.ts';
import { bareRow } from '../src/snapshot/row.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { PERIODS, randomSides } from './movement/random-sides.ts';
import { cli } from './support/cli.ts';
import { fc } from './support/seeded.ts';
import { folderWith, put } from './workspace-files/folder.ts';

const duckdb = await import('@duckdb/node-api').catch(() => undefined);
const SQL = /```sql\n([\s\S]*?)```/.exec(readFileSync('docs/warehouse.md', 'utf8'))?.[1] ?? '';
const FILES = "'lake/snapshots/*/*.parquet'";

interface Asked {
  readonly a: string;
  readonly b: string;
  readonly period?: { readonly from: string; readonly to: string };
  readonly owner?: string;
}

/** The text of the page, asked of another folder and for something else. */
function sqlFor(lake: string, { a, b, period, owner }: Asked): string {
  const set = (text: string, name: string, value: string) => {
    const line = new RegExp(`SET VARIABLE ${name} = .*;`);
    expect(text).toMatch(line);
    return text.replace(line, `SET VARIABLE ${name} = ${value};`);
  };
  expect(SQL).toContain(FILES);
  const values: readonly (readonly [string, string])[] = [
    ...([
      ['a', `'${a}'`],
      ['b', `'${b}'`],
    ] as const),
    ['due_from', period === undefined ? 'NULL::DATE' : `DATE '${period.from}'`],
    ['due_to', period === undefined ? 'NULL::DATE' : `DATE '${period.to}'`],
    ['whose', owner === undefined ? 'NULL::VARCHAR' : `'${owner}'`],
  ];
  return values.reduce(
    (text, [name, value]) => set(text, name, value),
    SQL.replace(FILES, `'${lake}/snapshots/*/*.parquet'`),
  );
}

/** Bars that are not empty, by name: how many deals, and their value. */
type Bars = Record<string, readonly [count: number, value: string]>;

async function connected() {
  if (duckdb === undefined) throw new Error('DuckDB does not load here');
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const bars = async (sql: string): Promise<Bars> =>
    Object.fromEntries(
      (await rows(sql)).map(([bar, count, value]) => [String(bar), [Number(count), cents(String(value))]]),
    );
  return { rows, bars };
}

/** Four places as the program prints two; what a third one has is lost by nobody. */
function cents(value: string): string {
  expect(value).toMatch(/00$/);
  return value.replace(/00$/, '');
}

function barsOf({
  opening,
  closing,
  bars,
  opening_count,
  closing_count,
}: ReturnType<typeof bridgeView>): Bars {
  const all = Object.entries({
    ...bars,
    opening: { value: opening, count: opening_count },
    closing: { value: closing, count: closing_count },
  });
  return Object.fromEntries(
    all.flatMap(([bar, { value, count }]) => (count === 0 ? [] : [[bar, [count, value]]])),
  );
}

if (duckdb === undefined) {
  test.skip('DuckDB does not load here: its bridge was not held against that of diff', () => undefined);
}

describe.runIf(duckdb !== undefined)('the movement query of docs/warehouse.md', () => {
  test('gives every bar of the bridge of diff, on the demo workspace', async () => {
    const cwd = demoWorkspace();
    put(cwd, 'deals/marked.yaml', 'name: "\\ufeffmark \\u0000|\'\\u202e"\nstage: lead\n');
    expect((await cli('export deals snapshots --format parquet --out lake/', { cwd })).status).toBe(0);
    const { bars, rows } = await connected();
    const asked: readonly (Asked & { readonly words: string })[] = [
      { a: '2026-08-24', b: '2026-11-16', words: '' },
      {
        ...{ a: '2026-09-07', b: '2026-10-26' },
        ...{ words: '--period 2026-Q4 --owner anna', owner: 'anna' },
        period: { from: '2026-10-01', to: '2026-12-31' },
      },
    ];
    for (const one of asked) {
      const { stdout } = await cli(`diff ${one.a} ${one.b} ${one.words} --format json`, { cwd });
      const expected = barsOf(JSON.parse(stdout).bridge);
      expect(Object.keys(expected).length).toBeGreaterThan(4);
      expect(await bars(sqlFor(join(cwd, 'lake'), one))).toEqual(expected);
    }
    const name = Buffer.from("\ufeffmark \u0000|'\u202e").toString('hex').toUpperCase();
    const marked = `SELECT hex(name) FROM '${cwd}/lake/deals.parquet' WHERE id = 'marked'`;
    expect(await rows(marked)).toEqual([[name]]);
  });

  test('likewise between random snapshots with slips, shrinks, rates, merges, and files that cannot be read', async () => {
    const { bars } = await connected();
    const seen = new Set<string>();
    const [, second] = PERIODS;
    const scopes = [{ period: second }, {}, { owners: ['anna'] }, { period: second, owners: ['bob'] }];
    const cases = fc.sample(randomSides({ moments: 2 }), { numRuns: 40, seed: 75 });
    for (const [place, [a, b]] of cases.entries()) {
      if (a === undefined || b === undefined) continue;
      const lake = await lakeOf(a, b);
      const scope = scopes[place % scopes.length] ?? {};
      const drawn: Bridge = bridge(a, b, scope);
      for (const kind of BAR_KINDS) if (drawn.bars[kind].count > 0) seen.add(BARS[kind].key);
      const [owner] = scope.owners ?? [];
      const { period } = scope;
      const asked = { a: a.on, b: b.on, ...(period && { period }), ...(owner && { owner }) };
      expect(await bars(sqlFor(lake, asked)), `case ${place}`).toEqual(barsOf(bridgeView(drawn, 2)));
    }
    // No scope of stages is asked for, so nothing moves in or out of one.
    expect(BAR_KINDS.map((kind) => BARS[kind].key).filter((bar) => !seen.has(bar))).toEqual([
      'moved_in',
      'moved_out',
    ]);
  });
});

/** Both snapshots as the export lays them out. */
async function lakeOf(...sides: readonly Side[]): Promise<string> {
  const lake = folderWith();
  const made = sides.map(snapshotOf);
  const facts = {
    names: made.map(({ name }) => name),
    book: { snapshots: { read: (name: string) => made.find((one) => one.name === name) } },
  } as unknown as ExportFacts;
  for (const { date, number, rows } of snapshots.parts?.(facts) ?? []) {
    const folder = join(lake, 'snapshots', `date=${date}`);
    mkdirSync(folder, { recursive: true });
    const chunks: Uint8Array[] = [];
    for await (const chunk of asParquet(snapshots, rows(), new AbortController().signal, ['date']))
      chunks.push(Buffer.from(chunk));
    writeFileSync(join(folder, `part-${number}.parquet`), Buffer.concat(chunks));
  }
  return lake;
}

function snapshotOf(side: Side): Snapshot {
  const whole = (row: MovementRow) => ({ ...bareRow(row.id, row.currency), ...row, value: worth(row) });
  const worth = (row: MovementRow) => (row.amount === undefined ? undefined : valueOn(side, row));
  return {
    ...side,
    process: { version: 1, since: undefined, stages: side.process.stages },
    ...{ name: side.on, takenAt: `${side.on}T12:00:00Z`, toolVersion: '1', commit: '', dirty: false },
    ...{ origin: 'taken', assumed: [], message: '', targets: [], totals: [] },
    deals: side.deals.map(whole),
    archived: side.archived.map((row) => ({ ...whole(row), archived: '2026-Q3' })),
  };
}
