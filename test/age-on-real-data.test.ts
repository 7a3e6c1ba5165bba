// The rules on age over real exports, each count held to one that is made of the source file alone.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import type { CheckView } from '../src/report/check.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const DATA = resolve('../shared/data');
const MAVEN = `${DATA}/maven_crm/sales_pipeline.csv`;
const SALESFORCE = `${DATA}/salesforce_demo/Opportunity.csv`;

function rowsOf(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}

const dayNumber = (text: string) => Date.parse(text) / 86_400_000;

async function imported(path: string, today: string, init: string): Promise<Desk> {
  const here = await desk(init);
  onTestFinished(() => here.clear());
  const { status, stderr } = await here.run(['import', path], { today });
  expect([status, stderr]).toEqual([0, '']);
  return here;
}

async function found(here: Desk, rule: string, today: string): Promise<number> {
  const view = await here.json<CheckView>(`check --rule ${rule}`, { today });
  return view.findings.length;
}

test.skipIf(!existsSync(MAVEN))(
  'forgotten and long in their stage in maven_crm: by the day of the engagement (needs ../shared/data/maven_crm)',
  async () => {
    const today = '2018-01-01';
    const here = await imported(MAVEN, today, '--name maven --stages Prospecting,Engaging --currency USD');
    const settings = here.read('pipeline.yaml').replace('{id: engaging,', '{id: engaging, max_days: p75,');
    here.write('pipeline.yaml', settings);
    const rows = rowsOf(MAVEN);
    const engaged = rows
      .filter(({ deal_stage: stage }) => stage === 'Engaging')
      .map(({ engage_date: from = '' }) => dayNumber(today) - dayNumber(from));
    const stays = rows
      .filter(({ deal_stage: stage }) => stage === 'Won')
      .map(({ engage_date: from = '', close_date: to = '' }) => dayNumber(to) - dayNumber(from))
      .sort((a, b) => a - b);
    const p75 = stays.find((_, at) => (at + 1) / stays.length >= 0.75) ?? 0;
    const forgotten = engaged.filter((days) => days >= 180).length;
    const beyond = engaged.filter((days) => days > p75).length;
    expect([forgotten, p75, beyond]).toEqual([737, 88, 1485]);
    expect(await found(here, 'forgotten', today)).toBe(forgotten);
    expect(await found(here, 'stage-age', today)).toBe(beyond);
  },
  300_000,
);

test.skipIf(!existsSync(SALESFORCE))(
  'placeholder dates in salesforce_demo are the ends of months (needs ../shared/data/salesforce_demo)',
  async () => {
    const today = '2024-06-01';
    const here = await imported(
      SALESFORCE,
      today,
      `--name sf --stages Qualification,Needs-Analysis,Proposal,Negotiation --currency USD`,
    );
    const ends = rowsOf(SALESFORCE).filter(
      ({ IsClosed: closed, CloseDate: close = '' }) =>
        closed !== '1' && new Date(Date.parse(close) + 86_400_000).getUTCDate() === 1,
    ).length;
    expect(ends).toBeGreaterThan(0);
    expect(await found(here, 'placeholder-close', today)).toBe(ends);
  },
);
