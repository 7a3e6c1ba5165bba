// Which deals of real exports look alike, held to a query over the source files.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, expect, test, vi } from 'vitest';
import type { CheckView } from '../src/report/check.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const DATA = resolve('../shared/data');
const SALESFORCE = `${DATA}/salesforce_demo/Opportunity.csv`;
const MAVEN = `${DATA}/maven_crm/sales_pipeline.csv`;

vi.setConfig({ testTimeout: 300_000 });
const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
}, 60_000);

async function imported(file: string, today: string, stages = ''): Promise<Desk> {
  const here = await desk(`--currency USD --locale en --time-zone UTC ${stages}`);
  made.push(here);
  const { status, stderr } = await here.run(['import', file], { today });
  expect(status, stderr).toBe(0);
  return here;
}

const found = (here: Desk, today: string) =>
  here.json<CheckView>('check --rule duplicate', { today }).then(({ findings }) => findings);

test.skipIf(!existsSync(SALESFORCE))(
  'salesforce_demo: every open deal that stands there twice, once each (needs ../shared/data/salesforce_demo)',
  async () => {
    const today = '2024-08-01';
    const here = await imported(SALESFORCE, today);
    const rows: Record<string, string>[] = parse(readFileSync(SALESFORCE), { columns: true, bom: true });
    const open = rows.filter(({ IsClosed }) => IsClosed === '');
    const twins = open.flatMap((row, at) =>
      open.slice(0, at).filter((one) => one.Name === row.Name && one.Amount === row.Amount),
    );
    expect(twins).toHaveLength(12);

    const findings = await found(here, today);
    const { deals } = await here.json<{ deals: { id: string; name: string }[] }>('list', { today });
    const names = findings.map(({ id }) => deals.find((deal) => deal.id === id)?.name);
    expect(names.sort()).toEqual(twins.map(({ Name }) => Name).sort());

    const [first] = findings;
    const [, words = ''] = /pipeline (merge \S+ [^\s.]+)/.exec(String(first?.hint)) ?? [];
    expect((await here.run(words, { today })).status).toBe(0);
    expect((await found(here, today)).map(({ id }) => id)).toEqual(findings.slice(1).map(({ id }) => id));

    const again = await here.json<{ created: number }>(`import ${SALESFORCE}`, { today });
    expect(again).toMatchObject({ created: 0, rejected: 0, missing: 0 });
  },
);

test.skipIf(!existsSync(MAVEN))(
  'maven_crm: 2,089 open deals named by seven products are no duplicates (needs ../shared/data/maven_crm)',
  async () => {
    const here = await imported(MAVEN, '2018-01-02', '--stages Prospecting,Engaging');
    expect(await found(here, '2018-01-02')).toEqual([]);
  },
);
