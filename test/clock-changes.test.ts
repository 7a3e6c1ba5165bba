// Snapshots around midnight in Warsaw on the days on which clocks are put forward (2026-03-29, 23 hours long) and back
// (2026-10-25, 25 hours long): their day, name and instant, the days that diffs count between them, and when one is due.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CheckView } from '../src/report/check.ts';
import type { DiffView } from '../src/report/diff.ts';
import type { StaleView } from '../src/report/stale.ts';
import { cli } from './support/cli.ts';
import { folderWith, put } from './workspace-files/folder.ts';

/** The Saturday before, the Sunday itself and the Monday after; the offsets from UTC of the first and the last. */
const CHANGES = [
  { sat: '2026-03-28', sun: '2026-03-29', mon: '2026-03-30', before: '+01:00', after: '+02:00' },
  { sat: '2026-10-24', sun: '2026-10-25', mon: '2026-10-26', before: '+02:00', after: '+01:00' },
];

let cwd: string;
/** By the clock, on a machine that stands elsewhere. */
const at = (instant: string, words: string) =>
  cli(words, { cwd, now: new Date(instant), env: { PIPELINE_TODAY: '', TZ: 'America/Los_Angeles' } });

async function json<View>(instant: string, words: string): Promise<View> {
  const { stdout, stderr } = await at(instant, `${words} --format json`);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

function settings(rhythm: string): void {
  put(
    cwd,
    'pipeline.yaml',
    `format: 1\nname: acme\nlocale: en\ntime_zone: Europe/Warsaw\ncurrency: PLN\nprocess: {stages: [lead, proposal]}\nrhythm: {snapshot: ${rhythm}}\n`,
  );
}

const deal = (close: string, more = '') =>
  put(cwd, 'deals/acme-erp.yaml', `name: ERP\nstage: lead\namount: 100.00\nclose: ${close}\n${more}`);

beforeEach(() => {
  cwd = folderWith();
  settings('weekly on monday');
});

describe.each(CHANGES)('around $sun', ({ sat, sun, mon, before, after }) => {
  const lastMinute = `${sat}T23:59:00${before}`;
  const firstMinute = `${sun}T00:01:00${before}`;
  const sundayEnds = `${sun}T23:59:00${after}`;
  const mondayBegins = `${mon}T00:01:00${after}`;

  test('a snapshot has the day and the offset of its own moment', async () => {
    deal(mon);
    const taken = [];
    for (const [instant, words] of [
      [lastMinute, 'snapshot'],
      [firstMinute, 'snapshot'],
      [sundayEnds, 'snapshot --again'],
      [mondayBegins, 'snapshot'],
    ] as const) {
      const { name, on, taken_at } = await json<Record<string, string>>(instant, words);
      taken.push([name, on, taken_at]);
    }
    expect(taken).toEqual([
      [sat, sat, lastMinute],
      [sun, sun, firstMinute],
      [`${sun}T2359`, sun, sundayEnds],
      [mon, mon, mondayBegins],
    ]);
    const header = readFileSync(join(cwd, `snapshots/${mon}/snapshot.yaml`), 'utf8');
    expect(header).toContain(`taken_at: ${mondayBegins}\n`);
    expect((await at(mondayBegins, 'snapshot verify --all')).status).toBe(0);
  });

  test('a day of 23 or 25 hours is one day in every diff', async () => {
    deal(sat, `activities: [{on: ${sat}, type: call}]\n`);
    await at(lastMinute, 'snapshot');
    deal(sun, `activities: [{on: ${sat}, type: call}]\n`);
    await at(firstMinute, 'snapshot');
    deal(mon, `activities: [{on: ${sat}, type: call}]\n`);
    await at(mondayBegins, 'snapshot');
    const slip = async (words: string) => {
      const { deals } = await json<DiffView>(mondayBegins, words);
      return deals.flatMap(({ movements }) => movements.map(({ kind, days }) => [kind, days]));
    };
    expect(await slip(`diff ${sat} ${sun}`)).toEqual([['slipped', 1]]);
    expect(await slip(`diff ${sun} ${mon}`)).toEqual([['slipped', 1]]);
    expect(await slip(`diff ${sat} ${mon}`)).toEqual([['slipped', 2]]);
    const silent = async (instant: string) =>
      (await json<StaleView>(instant, 'stale --days 1')).deals.map(({ days }) => days);
    expect(await silent(lastMinute)).toEqual([]);
    expect(await silent(firstMinute)).toEqual([1]);
    expect(await silent(sundayEnds)).toEqual([1]);
    expect(await silent(mondayBegins)).toEqual([2]);
  });

  test('a diff without ends goes from the day before, by the clock there', async () => {
    deal(sat);
    await at(lastMinute, 'snapshot');
    deal(mon);
    await at(firstMinute, 'snapshot');
    expect((await json<DiffView>(sundayEnds, 'diff')).from).toBe(sat);
    expect((await json<DiffView>(mondayBegins, 'diff')).from).toBe(sun);
  });

  test('one is due from midnight there, neither a minute nor an hour before', async () => {
    deal(mon);
    const due = async (instant: string) => {
      const view = await json<{ schema: string; next?: string | null; name?: string }>(
        instant,
        'snapshot --if-due',
      );
      return view.schema === 'pipeline/snapshot-due/1' ? `not before ${view.next}` : `taken ${view.name}`;
    };
    await at(`${sat}T12:00:00${before}`, 'snapshot');
    expect(await due(lastMinute)).toBe(`not before ${mon}`);
    expect(await due(sundayEnds)).toBe(`not before ${mon}`);
    expect(await due(mondayBegins)).toBe(`taken ${mon}`);
  });

  test('daily, each of the two midnights makes one due, and none is missed or taken twice', async () => {
    settings('daily');
    deal(mon);
    const taken = async (instant: string) => {
      const view = await json<{ name?: string; missed: readonly string[] }>(instant, 'snapshot --if-due');
      return [view.name ?? 'not due', ...view.missed];
    };
    expect(await taken(lastMinute)).toEqual([sat]);
    expect(await taken(firstMinute)).toEqual([sun]);
    expect(await taken(sundayEnds)).toEqual(['not due']);
    expect(await taken(mondayBegins)).toEqual([mon]);
  });

  test('it is overdue when the day on which it was due is over', async () => {
    settings('daily');
    deal(mon);
    await at(lastMinute, 'snapshot');
    const late = async (instant: string) =>
      (await json<CheckView>(instant, 'check --rule snapshot-overdue')).findings.map(({ days }) => days);
    expect(await late(sundayEnds)).toEqual([]);
    expect(await late(mondayBegins)).toEqual([1]);
  });
});
