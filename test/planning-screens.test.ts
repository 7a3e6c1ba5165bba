// The screens of what is planned, won and foreseen, on a laptop and on a wide terminal, as golden files that were read by eye.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from './crm-import/desk.ts';
import { TODAY, twoYears } from './forecast/two-years.ts';
import { cli } from './support/cli.ts';

const WIDTHS = [80, 200];

async function expectScreen(
  words: string,
  columns: number,
  of: { cwd: string; today?: string },
  folder: string,
) {
  const { stdout, status, stderr } = await cli(words, { ...of, tty: true, columns });
  expect([status, stderr]).toEqual([0, '']);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  const name = `${words.replaceAll(' ', '_')}.${columns}`;
  await expect(stdout).toMatchFileSnapshot(`../snapshots/${folder}/${name}.txt`);
}

describe('of the demo company, with calls and categories', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'pipeline-planning-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  beforeAll(async () => {
    for (const words of [
      'init . --demo',
      'forecast call 1.9m',
      'forecast call 300k --owner anna',
      'set elk-tractors-crm category=commit',
      'set nida-spa-crm category=best-case',
    ])
      expect((await cli(words, { cwd })).status).toBe(0);
  });

  describe.each(WIDTHS)('at %d columns', (columns) => {
    test.each([
      'forecast',
      'forecast 2027-Q1',
      'forecast 2026-10',
      'forecast --by owner',
      'forecast --method stage-weighted',
      'forecast drivers --since 2026-11-09',
      'forecast call',
      'plan',
      'plan --by owner',
      'results',
      'results this-quarter --compare last-quarter --by owner',
    ])('%s', (words) => expectScreen(words, columns, { cwd }, 'planning'));
  });
});

describe('of two years', () => {
  let here: Desk;
  beforeAll(async () => {
    here = await twoYears();
  }, 120_000);
  afterAll(() => here.clear());

  describe.each(WIDTHS)('at %d columns', (columns) => {
    test.each([
      'forecast',
      'forecast --by owner',
      'forecast backtest',
      'forecast backtest --by owner',
      'forecast calibrate',
    ])('%s', (words) => expectScreen(words, columns, { cwd: here.root, ...TODAY }, 'planning-two-years'));
  });
});
