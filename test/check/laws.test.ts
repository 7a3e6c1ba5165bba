// What holds of baseline and ratchet for every rule there is, on the demo company: whatever is added to the table.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import type { RuleId } from '../../src/workspace/rule-ids.ts';
import { repository } from '../diff/repository.ts';
import { cli } from '../support/cli.ts';
import { onlyRules } from './only-rules.ts';

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

/** A deal that no rule has anything against on 2026-11-23, but that it has slipped twice. */
const FINE = {
  stage: 'lead',
  amount: '100',
  created: '2026-10-20',
  close: '2026-12-20',
  next_step: '{by: 2026-12-01, what: call, agreed: 2026-11-16}',
  stages: '[{stage: lead, on: 2026-11-10}]',
  activities: '[{on: 2026-11-16, type: call}]',
};
type Fields = Partial<Record<keyof typeof FINE | 'colour', string>>;
/** An edit by which the rule finds something; what no snapshot tells is held against a commit alone. */
const EDITS: readonly (readonly [rule: RuleId, edit: Fields, tells: 'commit' | 'both'])[] = [
  ['past-close', { close: '2026-11-01' }, 'both'],
  [
    'stale',
    {
      created: '2026-01-01',
      next_step: '{what: call, agreed: 2026-01-01}',
      activities: '[]',
      stages: '[{stage: lead, on: 2026-01-01}]',
    },
    'both',
  ],
  ['no-next-step', { next_step: '' }, 'both'],
  ['overdue-next-step', { next_step: '{by: 2026-11-18, what: call, agreed: 2026-11-16}' }, 'both'],
  ['missing-field', { amount: '' }, 'commit'],
  ['date-order', { stages: '[{stage: lead, on: 2026-11-10}, {stage: lead, on: 2026-11-02}]' }, 'both'],
  ['stage-age', { stages: '[{stage: lead, on: 2026-08-10}]' }, 'both'],
  ['pushed', { close: '2026-12-23' }, 'both'],
  ['unknown-stage', { stage: 'leda' }, 'both'],
  ['closed-without-reason', { stage: 'lost' }, 'both'],
  ['future-date', { activities: '[{on: 2026-12-20, type: call}]' }, 'commit'],
  ['unknown-key', { colour: 'red' }, 'commit'],
];

describe('what an edit gives a rule to find stands at the gate, though another deal has the same already', () => {
  test.each(EDITS)('%s', async (rule, edit, tells) => {
    const here = await repository();
    onTestFinished(() => here.clear());
    here.settings(
      '[{id: lead, max_days: 30, requires: {fields: [amount]}}, qualified]',
      onlyRules({ [rule]: 'warning' }),
    );
    const deal = (id: string, fields: Fields) =>
      here.deal(id, ...Object.entries({ ...FINE, ...fields }).map(([key, value]) => `${key}: ${value}`));
    deal('same', { ...edit, ...(rule === 'pushed' ? { close: '2026-12-18' } : {}) });
    deal('bare', { stages: '[]', activities: '[]' }); // some rules cannot judge it
    for (const [today, close] of [
      ['2026-11-17', '2026-12-19'],
      ['2026-11-18', '2026-12-21'],
      ['2026-11-19', '2026-12-15'], // a move, and no slip
      ['2026-11-20', FINE.close],
    ] as const) {
      deal('edited', { close });
      expect(await here.run('snapshot', { today })).toMatchObject({ stderr: '', status: 0 });
    }
    here.commit('2026-11-20T12:00:00Z');
    const found = async (since: string) => {
      const { findings } = await here.json<CheckView>(`check --gate warning --new-only --since ${since}`, {
        today: '2026-11-23',
      });
      return findings.flatMap(({ id, at_gate }) => (at_gate ? [id] : []));
    };
    const moments = tells === 'commit' ? ['HEAD'] : ['HEAD', 'latest'];
    for (const since of moments) expect(await found(since), since).toEqual([]);
    deal('edited', edit);
    for (const since of moments) expect(new Set(await found(since)), since).toEqual(new Set(['edited']));
  });
});
