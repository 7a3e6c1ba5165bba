// The demo workspace keeps what the README tells about it: its size, its movements, its screens at 80 columns.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOVEMENTS } from '../src/movement/kinds.ts';
import { cli } from './support/cli.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-demo-'));
  const made = await cli('init . --demo', { cwd: folder });
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function json(words: string) {
  const { status, stdout, stderr } = await cli(`${words} --format json`, { cwd: folder });
  if (status > 1) throw new Error(stderr);
  return JSON.parse(stdout);
}

function snapshotNames(): string[] {
  return readdirSync(join(folder, 'snapshots'))
    .filter((name) => name !== '.gitkeep')
    .sort();
}

function files(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.pipeline'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('the demo workspace', () => {
  test('has about 60 deals and 13 weekly snapshots, the newest a week before today', async () => {
    const { deals } = await json('list --all');
    expect(deals.length).toBeGreaterThanOrEqual(55);
    expect(deals.length).toBeLessThanOrEqual(65);
    const names = snapshotNames();
    expect(names).toHaveLength(13);
    expect([names[0], names.at(-1)]).toEqual(['2026-08-24', '2026-11-16']);
  });

  test('is the same, byte for byte, for the same today', async () => {
    const again = mkdtempSync(join(tmpdir(), 'pipeline-demo-again-'));
    await cli('init . --demo', { cwd: again, now: new Date('2027-03-01T05:06:07Z') });
    const once = mkdtempSync(join(tmpdir(), 'pipeline-demo-once-'));
    await cli('init . --demo', { cwd: once });
    const [a, b] = [files(again), files(once)];
    expect(a.map((path) => path.slice(again.length))).toEqual(b.map((path) => path.slice(once.length)));
    for (const [index, path] of a.entries())
      expect(readFileSync(path, 'utf8')).toBe(readFileSync(b[index] ?? '', 'utf8'));
    rmSync(again, { recursive: true });
    rmSync(once, { recursive: true });
  });

  test('has every movement in it', async () => {
    const names = [...snapshotNames(), 'now'];
    const seen = new Set<string>();
    for (const [index, name] of names.slice(1).entries()) {
      const diff = await json(`diff ${names[index]} ${name}`);
      for (const deal of diff.deals) for (const movement of deal.movements) seen.add(movement.kind);
    }
    expect(Object.keys(MOVEMENTS).filter((kind) => !seen.has(kind))).toEqual([]);
  });

  test('has every kind of staleness in it, and every event that the clock runs from', async () => {
    const check = await json('check');
    const rules = new Set(check.findings.map((finding: { rule: string }) => finding.rule));
    expect(rules).toEqual(
      new Set([
        ...['stale', 'past-close', 'no-next-step', 'overdue-next-step'],
        ...['late-entry', 'late-log', 'skipped-stage', 'undocumented-stage'],
        ...['pushed', 'placeholder-close', 'review-overdue'],
      ]),
    );
    const stale = await json('stale');
    const events = new Set(
      stale.deals.map((deal: { since: { event: string } }) => deal.since.event.split(':')[0]),
    );
    for (const event of ['activity', 'stage', 'amount', 'next-step']) expect(events).toContain(event);
    expect(new Set(stale.deals.map((deal: { severity: string }) => deal.severity))).toEqual(
      new Set(['error', 'warning']),
    );
  });

  test('verifies: all of its snapshots are whole', async () => {
    const { status } = await cli('snapshot verify --all', { cwd: folder });
    expect(status).toBe(0);
  });

  test('balances from the first snapshot to now', async () => {
    const { bridge } = await json('diff 2026-08-24 now');
    const minor = (text: string) => Math.round(Number(text) * 100);
    const up = ['new', 'reopened', 'pulled_in', 'moved_in', 'transferred_in', 'grown', 'revalued_up'];
    const sum = Object.entries<{ value: string }>(bridge.bars)
      .map(([bar, { value }]) => (up.includes(bar) ? 1 : -1) * minor(value))
      .reduce((total, value) => total + value, minor(bridge.opening));
    expect(sum).toBe(minor(bridge.closing));
  });
});

describe('its screens at 80 columns', () => {
  const screens = [
    'status',
    'diff',
    'diff --period 2026-Q4 --bridge',
    'diff --explain won',
    'stale',
    'check',
    'review --largest 3 --random 5',
    'list',
    'show kormoran-shipyard-erp',
    'history kormoran-shipyard-erp',
    'snapshot list',
    'trend',
    'funnel',
    'plan',
    'plan --by owner --if-lost elk-tractors',
    'results',
    'results this-quarter --compare last-quarter',
    'results --by stage-lost',
    'funnel --flow 2026-08-31 now',
  ];
  test.each(screens)('%s', async (words) => {
    const { stdout } = await cli(words, { cwd: folder, tty: true, columns: 80 });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot(`../snapshots/demo/${words.replaceAll(' ', '_')}.txt`);
  });
});
