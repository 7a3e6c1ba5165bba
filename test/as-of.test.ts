// --as-of on every verb that reads: the world as it was recorded then, its day said, and nothing of later.

import { expect, test } from 'vitest';
import { VERBS } from '../src/cli/verbs.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';

/** Verbs with days of their own, and those that write. */
const OTHERWISE: Readonly<Record<string, string>> = {
  clean: 'proposes of what is there now',
  fix: 'asks of what is there now',
  diff: 'its ends are days',
  trend: '--until',
  'review stats': '--period',
  'snapshot verify': 'names a snapshot',
  'review verify': 'names sheets',
  snapshot: 'writes',
  merge: 'writes',
  'plan import': 'writes',
  'archive restore': 'writes',
  'archive show': 'as show, of an archived deal: test/archive.test.ts',
  init: 'writes',
  git: 'tells of the clone',
  'git install': 'writes',
  'git uninstall': 'writes',
  import: 'writes',
  week: 'writes',
  backfill: 'writes',
  discipline: '--period',
  agenda: 'what is to be done now',
  'agenda done': 'writes',
  meeting: 'is held today; --since',
  report: 'writes a file; test/report.test.ts',
  forecast: 'stands at the start of a day: test/forecast.test.ts',
  'forecast call': 'holds the days of its calls itself',
  'forecast backtest': 'tries all of the past',
  'forecast calibrate': '--period',
  'forecast drivers': 'ends at the start of a day: test/forecast-drivers.test.ts',
  completion: 'shows a script',
  query: 'asks the table `snapshots` of the past',
  export: '--since; the table `snapshots` has all of the past',
  feedback: '--period',
  'feedback list': '--period',
  'feedback digest': '--period',
  actions: 'tells of what is not done now',
  ...Object.fromEntries(
    [
      ...['add', 'log', 'next', 'done', 'move', 'won', 'lost', 'reopen', 'set', 'owner', 'rename-id'],
      ...['edit', 'undo', 'process rename', 'process add', 'process remove', 'process reorder'],
      ...['feedback add', 'feedback decide', 'feedback done', 'actions done', 'actions drop'],
    ].map((verb) => [verb, 'writes']),
  ),
};

/** Verbs whose --as-of may be a day to come: there it ends a list. */
const BOUND: ReadonlySet<string> = new Set(['snapshot list']);

const READING = VERBS.filter(({ name }) => OTHERWISE[name] === undefined).map(({ name, args = [] }) =>
  args.some((arg) => arg.name.startsWith('<')) ? `${name} kormoran` : name,
);

test.each(READING)(
  '%s --as-of shows what was recorded then, says of which day, and nothing of later',
  async (line) => {
    const cwd = demoWorkspace();
    const asOf = (day: string, today?: string) =>
      cli(`${line} --as-of ${day}`, { cwd, ...(today === undefined ? {} : { today }) });

    const { stdout, stderr, status } = await asOf('2026-10-31');
    expect(stderr).toBe('');
    expect(stdout.split('\n').slice(0, 2).join('\n')).toContain('2026-10-26');
    expect(stdout).not.toContain('2026-11-16');
    expect(await asOf('2026-10-26', '2027-06-01')).toMatchObject({ stdout, status });

    expect(await asOf('2020-01-01')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'error: There is no snapshot of 2020-01-01 or before.\n  → The first one is 2026-08-24.\n',
    });
  },
);

/** All that take it, with those that look at more than a workspace as it stood. */
const TAKING = VERBS.filter(({ options = [] }) => options.some(({ flags }) => flags.startsWith('--as-of ')));

test.each(
  TAKING.map(({ name, args = [] }) => [
    name,
    args.some((arg) => arg.name.startsWith('<')) ? `${name} kormoran` : name,
  ]),
)('%s tells of no day to come: the newest snapshot is not what stands then', async (name, line) => {
  const { status, stdout, stderr } = await cli(`${line} --as-of 2026-12-24`, { cwd: demoWorkspace() });
  if (BOUND.has(name)) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('2026-11-16');
    return;
  }
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('--as-of 2026-12-24 is after today, 2026-11-23.');
});
