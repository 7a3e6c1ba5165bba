// A stage that was renamed, or taken out: what the verbs say before the next snapshot is what they said, in its new name.

import { describe, expect, test } from 'vitest';
import { cli } from './support/cli.ts';
import { folderWith, put } from './workspace-files/folder.ts';

const SETTINGS = `format: 1
name: acme
currency: PLN
locale: en
process:
  version: 1
  since: 2026-09-01
  stages:
    - {id: lead, label: Lead}
    - {id: qualified, label: Qualified, max_days: 20, stale: {warn_after: 10, error_after: 40}}
    - {id: proposal, label: Proposal, max_days: 20}
    - {id: negotiation, label: Negotiation}
`;

/** Three deals in Qualified: with a record, with one that ends with another stage, and without one. */
const DEALS = {
  'deals/ash.yaml': `name: Ash
stage: qualified
amount: 100
stages:
  - {stage: lead, on: 2026-09-01}
  - {stage: qualified, on: 2026-10-13}
`,
  'deals/birch.yaml': 'name: Birch\nstage: qualified\namount: 200\nstages: [{stage: lead, on: 2026-09-02}]\n',
  'deals/cedar.yaml': 'name: Cedar\nstage: qualified\namount: 300\ncreated: 2026-09-03\n',
  'deals/fir.yaml': 'name: Fir\nstage: proposal\namount: 500\nstages: [{stage: proposal, on: 2026-09-05}]\n',
};

/** In Lead at first; a snapshot of 2026-10-19 shows them in Qualified first. */
async function withPast(): Promise<string> {
  const inLead = Object.entries(DEALS).map(([path, text]) => [
    path,
    text.replace('stage: qualified', 'stage: lead').replace(/ {2}- \{stage: qualified.*\n/, ''),
  ]);
  const cwd = folderWith({ 'pipeline.yaml': SETTINGS, ...Object.fromEntries(inLead) });
  for (const [today, deals] of [
    ['2026-10-12', {}],
    ['2026-10-19', DEALS],
    ['2026-11-16', {}],
  ] as const) {
    for (const [path, text] of Object.entries(deals)) put(cwd, path, text);
    const taken = await cli('snapshot', { cwd, today });
    expect([taken.status, taken.stderr]).toEqual([0, '']);
  }
  return cwd;
}

const ASKED = [
  'stale --days 1',
  'check --gate warning',
  'status',
  'funnel',
  'plan',
  'results this-quarter --compare last-quarter --by stage-lost',
  'list --all',
  'diff',
  'diff 2026-10-12 now',
  'trend --by stage',
  'trend',
  ...['ash', 'birch', 'cedar'].flatMap((id) => [`show ${id}`, `history ${id}`]),
  'review',
  'digest',
];

describe('a stage that is renamed', () => {
  test.each(ASKED)('%s says the same as before, in its new name', async (line) => {
    const cwd = await withPast();
    const asked = async () => {
      const { stdout } = await cli(`${line} --format json`, { cwd });
      const told: unknown = JSON.parse(stdout, (key, value) => (key === 'line' ? null : value));
      return JSON.stringify(told, null, 1)
        .replaceAll('vetted', 'qualified')
        .replaceAll('Vetted', 'Qualified');
    };
    const before = await asked();
    const { status, stderr } = await cli('process rename qualified vetted', { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(await asked()).toBe(before);
    expect(before).not.toContain('vetted');
  });
});

test('deals of a renamed stage are merged without a word about where their record ends', async () => {
  const cwd = await withPast();
  put(
    cwd,
    'deals/ash-too.yaml',
    'name: Ash too\nstage: qualified\nstages: [{stage: qualified, on: 2026-10-14}]\n',
  );
  await cli('process rename qualified vetted', { cwd });
  const { stdout } = await cli('merge ash ash-too --format json', { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ record_ends_with: null });
});

describe('a stage that is taken out', () => {
  interface Told {
    readonly id: string;
    readonly movements: readonly { readonly kind: string }[];
    readonly days: number;
    readonly message: string;
  }

  async function told(line: string, cwd: string, today: string): Promise<Record<string, Told>> {
    const { stdout } = await cli(`${line} --format json`, { cwd, today });
    const view: { deals?: readonly Told[]; findings?: readonly Told[] } = JSON.parse(stdout);
    return Object.fromEntries((view.findings ?? view.deals ?? []).map((one) => [one.id, one]));
  }

  test('its deals are restaged, and no fresher for it, before and after the next snapshot', async () => {
    const cwd = await withPast();
    const stale = async (today: string) =>
      Object.values(await told('stale --days 1', cwd, today)).map(({ id, days }) => [id, days]);
    const before = await stale('2026-11-23');
    expect(before).toContainEqual(['ash', 41]);
    const { status } = await cli('process remove qualified --to proposal', { cwd });
    expect(status).toBe(0);
    expect(await stale('2026-11-23')).toEqual(before);
    const moved = await told('diff', cwd, '2026-11-23');
    for (const id of ['ash', 'birch', 'cedar'])
      expect(moved[id]?.movements).toMatchObject([{ kind: 'restaged' }]);
    expect(moved.fir?.movements).toMatchObject([{ kind: 'idle' }]);
    await cli('snapshot', { cwd });
    const week = before.map(([id, days]) => [id, Number(days) + 7]);
    expect(await stale('2026-11-30')).toEqual(week);
  });

  test('the days in its new stage are counted from the day on which its own went', async () => {
    const cwd = await withPast();
    await cli('process remove qualified --to proposal', { cwd });
    expect(Object.keys(await told('check --rule stage-age', cwd, '2026-12-13'))).toEqual(['fir']);
    const late = await told('check --rule stage-age', cwd, '2026-12-14');
    for (const id of ['ash', 'birch', 'cedar'])
      expect(late[id]?.message).toBe('In Proposal for 21 days (limit 20), since 2026-11-23.');
  });
});
