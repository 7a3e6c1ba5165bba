// What plans, forecasts, results, reviews, meetings and lists say where Polish is spoken.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './support/cli.ts';

const outer = mkdtempSync(join(tmpdir(), 'pipeline-polish-'));
const cwd = join(outer, 'ws');

beforeAll(async () => {
  await cli('init ws --demo', { cwd: outer });
  const settings = join(cwd, 'pipeline.yaml');
  const text = readFileSync(settings, 'utf8').replace(/^locale:.*\n/m, '');
  writeFileSync(settings, `${text}locale: pl\n`);
});

afterAll(() => rmSync(outer, { recursive: true, force: true }));

const SCREENS = [
  'status',
  'plan',
  'plan --by owner',
  'forecast',
  'forecast --by owner',
  'forecast --method stage-weighted',
  'forecast calibrate',
  'forecast drivers --since 2026-11-02',
  'results 2026-Q3 --compare 2026-Q2',
  'review',
  'meeting weekly',
  'process',
  'list --closing 2026-Q4 --owner anna',
  'snapshot list',
  'snapshot verify',
  'trend',
  'undo --list',
  'diff --only slipped --since 2026-10-05',
] as const;

test.each(SCREENS)('%s', screenHolds);

async function screenHolds(line: string): Promise<void> {
  const { stdout, stderr } = await cli(line, { cwd });
  const name = line.replace(/[^a-z0-9]+/gi, '-');
  await expect(`$ pipeline ${line}\n${stdout}${stderr}`).toMatchFileSnapshot(
    `../snapshots/polish/${name}.txt`,
  );
}

test('a sheet in Polish is filled in with English keys, applied, proved, and found by the next one', async () => {
  const written = await cli('review --sheet', { cwd });
  expect([written.stderr, written.status]).toEqual(['', 0]);
  const file = /reviews\/\S+\.md/.exec(written.stdout)?.[0] ?? '';
  const path = join(cwd, file);
  const sheet = readFileSync(path, 'utf8');
  expect(sheet).toMatch(/^# Przegląd 23\.11\.2026\n/);
  expect(sheet).toMatch(/^verdict: +# confirmed/m);
  writeFileSync(path, sheet.replace(/^verdict: +#/m, 'verdict: confirmed #'));

  const applied = await cli(`review --apply ${file}`, { cwd });
  expect([applied.stderr, applied.status]).toEqual(['', 0]);
  expect(applied.stdout).toContain('odpowiedzi: 1 z');
  const proved = await cli(`review verify ${file}`, { cwd });
  expect([proved.stdout.split('\n')[0], proved.status]).toEqual([
    `${file} · ma te szanse, które wylosowano`,
    0,
  ]);
  await screenHolds('review stats');
  const next = await cli('review --today 2026-12-01 --format json', { cwd });
  expect(JSON.parse(next.stdout).closed.from).toBe('2026-11-23');
});
