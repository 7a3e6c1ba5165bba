// What holds of baseline and ratchet for every rule there is, on the demo company: whatever is added to the table.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import { cli } from '../support/cli.ts';

const DAYS = ['2026-11-23', '2026-11-24', '2026-12-08', '2027-01-01', '2027-07-01'];

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'pipeline-laws-'));
  expect((await cli('init --demo .', { cwd })).status).toBe(0);
  const git = (...words: string[]) => execFileSync('git', words, { cwd, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'x');
}, 120_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }), 120_000);

const view = async (words: string, today: string): Promise<CheckView> =>
  JSON.parse((await cli(`check ${words} --gate warning --format json`, { cwd, today })).stdout);

test.each(DAYS)(
  'where nothing is changed nothing is new since HEAD, on %s as on any other day',
  async (today) => {
    const now = await view('--no-baseline --new-only --since HEAD', today);
    expect(now.findings.filter(({ apart }) => apart === null)).toEqual([]);
    expect(now.counts.old).toBeGreaterThan(0);
    expect(now.exit_status).toBe(0);
  },
);

test.each(DAYS)(
  'a baseline of %s lets pass what there is on that day, and nothing in it has gone',
  async (today) => {
    expect((await cli('check --write-baseline', { cwd, today })).status).toBe(0);
    const now = await view('', today);
    expect(now).toMatchObject({ exit_status: 0, baseline: { gone: [] }, counts: { error: 0, warning: 0 } });
    expect(now.baseline?.entries).toBe(now.counts.baseline);
    expect((await cli('check --shrink-baseline', { cwd, today })).stdout).toContain('0 added, 0 left');
  },
);

test('the whole past of the demo is a ratchet that can be held against each of its snapshots', async () => {
  const [today = ''] = DAYS;
  const all = await view('--no-baseline', today);
  for (const back of [0, 3, 11]) {
    const since = await view(`--no-baseline --new-only --since latest~${back}`, today);
    const { at_gate, old, untold, waived, info } = since.counts;
    expect(at_gate + old + untold + waived + info).toBe(all.findings.length);
  }
});
