// Around midnight, and where clocks are put forward and back: what today is, and ages in days that are never off by one.

import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../../src/base/day.ts';
import { cli } from '../support/cli.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { put } from '../workspace-files/folder.ts';
import { emptyFolder } from './random-workspace.ts';

/** One minute in so many is looked at; all of them around midnights and changes. */
const EVERY = share(240, 1);
const MINUTE = 60_000;

/** The midnights in Warsaw that begin the days around the changes, in UTC as the law has it: +1 in winter, +2 in summer. */
const BEGINNINGS: readonly (readonly [string, number])[] = [
  ['2026-03-27', Date.UTC(2026, 2, 26, 23)],
  ['2026-03-28', Date.UTC(2026, 2, 27, 23)],
  ['2026-03-29', Date.UTC(2026, 2, 28, 23)],
  ['2026-03-30', Date.UTC(2026, 2, 29, 22)],
  ['2026-03-31', Date.UTC(2026, 2, 30, 22)],
  ['2026-10-23', Date.UTC(2026, 9, 22, 22)],
  ['2026-10-24', Date.UTC(2026, 9, 23, 22)],
  ['2026-10-25', Date.UTC(2026, 9, 24, 22)],
  ['2026-10-26', Date.UTC(2026, 9, 25, 23)],
  ['2026-10-27', Date.UTC(2026, 9, 26, 23)],
];
/** 02:00 becomes 03:00 and 03:00 becomes 02:00, both at 01:00 UTC. */
const CHANGES = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)];

/** Every minute from the first midnight to the last of each change that is looked at, with its day. */
function minutes(): { readonly at: number; readonly today: Day }[] {
  return BEGINNINGS.flatMap(([today, from], place) => {
    const until = BEGINNINGS[place + 1]?.[1] ?? 0;
    if (until - from > 26 * 60 * MINUTE || until < from) return [];
    const all = Array.from({ length: (until - from) / MINUTE }, (_, minute) => from + minute * MINUTE);
    return all
      .filter((at, minute) => minute % EVERY === 0 || near(at, [from, until, ...CHANGES]))
      .map((at) => ({ at, today: day(today) }));
  });
}

const near = (at: number, instants: readonly number[]) =>
  instants.some((each) => Math.abs(at - each) <= 2 * MINUTE);

const SETTINGS = [
  'format: 1\nname: x\ncurrency: PLN\ntime_zone: Europe/Warsaw\nprocess: {stages: [lead]}\n',
  'freshness: {warn_after: 3, error_after: 10}\n',
].join('');

describe('in Warsaw, by the clock', () => {
  let root: string;
  const ask = (line: string, at: number) =>
    cli(line, { cwd: root, now: new Date(at), env: { PIPELINE_TODAY: '', TZ: 'America/Los_Angeles' } });

  beforeEach(() => {
    root = emptyFolder();
    put(root, 'pipeline.yaml', SETTINGS);
  });

  test(
    'a deal is as many days old as the calendar says, in every minute',
    async () => {
      const last = ['2026-03-20', '2026-03-26', '2026-03-28', '2026-10-16', '2026-10-22', '2026-10-24'].map(
        day,
      );
      for (const on of last)
        put(
          root,
          `deals/since-${on}.yaml`,
          `name: x\nstage: lead\ncreated: ${on}\nactivities: [{on: ${on}, type: call}]\n`,
        );
      const all = minutes();
      for (const { at, today } of all) {
        for (const instant of [at, at + MINUTE - 1]) {
          const { stdout } = await ask('stale --days 1 --format json', instant);
          const { deals }: Stale = JSON.parse(stdout);
          const told = new Date(instant).toISOString();
          const ages = new Map(deals.map(({ id, days }) => [id, days]));
          for (const on of last.filter((each) => each <= today))
            expect([told, on, ages.get(`since-${on}`) ?? 0]).toEqual([told, on, daysBetween(on, today)]);
        }
      }
      tally('minutes around midnight', { minutes: all.length });
    },
    PATIENCE_MS,
  );

  test('a close date has passed from the first millisecond of the next day', async () => {
    put(root, 'deals/x.yaml', 'name: x\nstage: lead\nclose: 2026-03-29\namount: 1\n');
    put(root, 'deals/y.yaml', 'name: y\nstage: lead\nclose: 2026-10-25\namount: 1\n');
    const passed = async (at: number) => {
      const { stdout } = await ask('check --rule past-close --format json', at);
      const { findings }: { findings: readonly { id: string }[] } = JSON.parse(stdout);
      return findings.map(({ id }) => id);
    };
    const [spring, autumn] = [Date.UTC(2026, 2, 29, 22), Date.UTC(2026, 9, 25, 23)];
    expect(await passed(spring - 1)).toEqual([]);
    expect(await passed(spring)).toEqual(['x']);
    expect(await passed(autumn - 1)).toEqual(['x']);
    expect(await passed(autumn)).toEqual(['x', 'y']);
  });

  test('a snapshot has the day that a person there writes, and stands under its local time', async () => {
    put(root, 'deals/x.yaml', 'name: x\nstage: lead\n');
    const named = async (line: string, at: number): Promise<string> => {
      const { stdout, stderr } = await ask(`${line} --format json`, at);
      expect(stderr).toBe('');
      const { name }: { name: string } = JSON.parse(stdout);
      return name;
    };
    expect(await named('snapshot', Date.UTC(2026, 2, 28, 22, 59))).toBe('2026-03-28');
    expect(await named('snapshot', Date.UTC(2026, 2, 28, 23))).toBe('2026-03-29');
    expect(await named('snapshot --again', Date.UTC(2026, 2, 29, 0, 59))).toBe('2026-03-29T0159');
    expect(await named('snapshot --again', Date.UTC(2026, 2, 29, 1))).toBe('2026-03-29T0300');
    expect(await named('snapshot', Date.UTC(2026, 9, 24, 22))).toBe('2026-10-25');
    expect(await named('snapshot --again', Date.UTC(2026, 9, 25, 0, 30))).toBe('2026-10-25T0230');
    const { status, stderr } = await ask('snapshot --again', Date.UTC(2026, 9, 25, 1, 30));
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('There is a snapshot 2026-10-25T0230 already.'),
    ]);
  });
});

test('from every day of two years to every other one there are as many days as lie between', () => {
  const first = day('2026-01-01');
  for (let days = 0; days < 730; days++) {
    expect(daysBetween(first, addDays(first, days))).toBe(days);
    expect(addDays(addDays(first, days), -days)).toBe(first);
  }
});

interface Stale {
  readonly deals: readonly { readonly id: string; readonly days: number }[];
}
