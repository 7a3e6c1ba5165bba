// pipeline check --new-only --since: a ratchet. What was there before passes, what is new does not.

import { renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import { type Repository, repository } from '../diff/repository.ts';
import { onlyRules } from './only-rules.ts';

const RULES = onlyRules({
  'past-close': '',
  stale: '',
  'no-next-step': 'error',
  'unknown-key': 'warning',
  'invalid-file': '',
});
const STAGES = '[lead, qualified, proposal]';
const NEXT = 'next_step: {by: 2027-12-01, what: call, agreed: 2026-11-20}';
const LATE = ['stage: lead', 'amount: 100', 'close: 2026-11-01', NEXT];
const FINE = ['stage: lead', 'amount: 100', 'close: 2026-12-20', NEXT];

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.settings(STAGES, RULES);
  here.deal('hel', ...LATE);
  here.deal('san', ...FINE);
  here.commit('2026-11-16T12:00:00Z');
});
afterEach(() => here.clear());

const view = (since: string, words = '', today = '2026-11-23') =>
  here.json<CheckView>(`check --new-only --since ${since} ${words}`, { today });
const atGate = ({ findings }: CheckView) =>
  findings.filter(({ at_gate }) => at_gate).map(({ rule, id }) => `${rule} ${id}`);
const apart = ({ findings }: CheckView) =>
  Object.fromEntries(findings.map(({ rule, id, apart: kept }) => [`${rule} ${id}`, kept]));

describe('since a commit', () => {
  test('what was there passes and is counted, what is new stands at the gate', async () => {
    here.deal('bug', ...LATE);
    const now = await view('HEAD');
    expect(apart(now)).toEqual({ 'past-close hel': 'old', 'past-close bug': null });
    expect(now).toMatchObject({
      exit_status: 1,
      counts: { error: 1, old: 1, untold: 0, at_gate: 1 },
      since: { asked: 'HEAD', kind: 'commit', name: here.git('rev-parse', 'HEAD'), judged_on: '2026-11-23' },
    });
    const { stdout } = await here.run('check --new-only --since HEAD');
    expect(stdout).toMatch(/^At the gate: what is new since HEAD \([0-9a-f]{12}\), whose deals are judged/m);
    expect(stdout).toMatch(/^Old +1$/m);
    expect(stdout).not.toContain('hel.yaml');
    const annotated = await here.run('check --new-only --since HEAD --format github');
    expect(annotated.stdout).not.toContain('hel.yaml');
    expect(annotated.stdout).toContain('old 1, untold 0');
  });

  test('time alone makes nothing new: the deals of the commit are judged by today', async () => {
    for (const today of ['2026-11-23', '2026-12-21', '2027-06-30']) {
      const now = await view('HEAD', '--gate warning', today);
      expect(now.exit_status).toBe(0);
      expect(now.counts.old).toBeGreaterThan(0);
    }
  });

  test('so it is for deals whose clock runs from what only snapshots tell', async () => {
    here.settings(STAGES, `freshness: {warn_after: 3, error_after: 5}\n${RULES}`);
    for (const id of ['a', 'b']) {
      here.deal(id, 'stage: lead', `amount: ${id === 'a' ? 100 : 200}`, 'next_step: {what: call}');
    }
    await here.run('snapshot', { today: '2026-11-17' });
    here.deal('b', 'stage: lead', 'amount: 300', 'next_step: {what: call}');
    await here.run('snapshot', { today: '2026-11-18' });
    here.commit('2026-11-18T12:00:00Z');
    const now = await view('HEAD', '--rule stale');
    expect(Object.fromEntries(now.findings.map(({ id, days }) => [id, days]))).toMatchObject({ a: 6, b: 5 });
    expect(now.counts).toMatchObject({ old: 4, at_gate: 0 });
  });

  test('counts from where the branch parted, not from what the other one has become', async () => {
    here.git('checkout', '--quiet', '-b', 'change');
    here.deal('bug', ...LATE);
    here.commit('2026-11-18T12:00:00Z');
    here.git('checkout', '--quiet', 'main');
    here.deal('hel', ...FINE);
    here.deal('bug', ...LATE);
    here.commit('2026-11-19T12:00:00Z');
    here.git('checkout', '--quiet', 'change');
    const now = await view('main');
    expect(atGate(now)).toEqual(['past-close bug']);
    expect(now.since?.name).toBe(here.git('merge-base', 'main', 'change'));
  });

  test('follows a deal to its new id, and takes another deal of the old id for what it is', async () => {
    const path = (id: string) => join(here.root, `deals/2026/${id}.yaml`);
    renameSync(path('hel'), path('hel-portal'));
    expect(atGate(await view('HEAD'))).toEqual(['past-close hel-portal']);
    here.deal('hel-portal', ...LATE, 'was: hel');
    expect(atGate(await view('HEAD'))).toEqual([]);
  });

  test('what has become worse since, or lost its waiver, is new', async () => {
    const call = (on: string) => `activities: [{on: ${on}, type: call}]`;
    const quiet = [
      'stage: lead',
      'amount: 100',
      'next_step: {by: 2027-12-01, what: call, agreed: 2026-01-01}',
    ];
    here.deal('a', ...quiet, call('2026-11-01'));
    here.deal('b', ...LATE, 'waive: [{rule: past-close, until: 2026-12-31, why: holiday}]');
    here.commit('2026-11-17T12:00:00Z');
    expect(atGate(await view('HEAD', '--gate warning'))).toEqual([]);
    here.deal('a', ...quiet, call('2026-10-01'));
    here.deal('b', ...LATE);
    expect(atGate(await view('HEAD')).sort()).toEqual(['past-close b', 'stale a']);
  });

  test('a rule that pipeline.yaml has since set to be stricter makes its findings new', async () => {
    here.deal('bug', 'stage: lead', 'amount: 100');
    here.settings(STAGES, RULES.replace('no-next-step: error', 'no-next-step: off'));
    here.commit('2026-11-17T12:00:00Z');
    here.settings(STAGES, RULES);
    expect(atGate(await view('HEAD'))).toEqual(['no-next-step bug']);
  });

  test('what a file says beside the deal is told too: unknown keys', async () => {
    here.deal('bug', ...FINE, 'colour: red');
    here.commit('2026-11-17T12:00:00Z');
    here.deal('san', ...FINE, 'colour: red');
    expect(apart(await view('HEAD', '--rule unknown-key'))).toEqual({
      'unknown-key bug': 'old',
      'unknown-key san': null,
    });
  });

  test('of a deal that could not be read there nobody can say, and one that cannot be read now fails', async () => {
    here.write('deals/2026/bug.yaml', 'stage: [\n');
    here.commit('2026-11-17T12:00:00Z');
    expect((await view('HEAD')).exit_status).toBe(3);
    here.deal('bug', ...LATE);
    const now = await view('HEAD');
    expect(apart(now)).toMatchObject({ 'past-close bug': 'untold' });
    expect(now).toMatchObject({ exit_status: 0, since: { unreadable: ['bug'] } });
    const { stdout } = await here.run('check --new-only --since HEAD');
    expect(stdout).toMatch(/^Old or new, untold +1$/m);
    expect(stdout).toContain('1 deal that could not be read: bug');
  });

  test('a rule that was blind for a source there can tell nothing old from new', async () => {
    const csv = (id: string) => [...FINE.slice(0, 3), `source: {system: csv, id: "${id}"}`];
    here.deal('a', ...csv('1'));
    here.deal('b', ...csv('2'));
    here.commit('2026-11-17T12:00:00Z');
    here.deal('a', ...csv('1'), NEXT);
    here.deal('c', ...csv('3'));
    const now = await view('HEAD', '--rule no-next-step');
    expect(apart(now)).toEqual({ 'no-next-step b': 'untold', 'no-next-step c': null });
    expect(now.since?.not_evaluated).toMatchObject([{ rule: 'no-next-step', source: 'csv' }]);
  });

  test('a second finding of one rule and deal is new where there was one', async () => {
    here.settings(STAGES, onlyRules({ 'future-date': '' }));
    here.deal('bug', 'stage: lead', 'stages: [{stage: lead, on: 2027-01-10}]');
    here.commit('2026-11-17T12:00:00Z');
    here.deal(
      'bug',
      'stage: qualified',
      'stages: [{stage: lead, on: 2027-01-10}, {stage: qualified, on: 2027-01-11}]',
    );
    expect(await view('HEAD')).toMatchObject({ counts: { old: 1, at_gate: 1 } });
  });

  test('without a pipeline.yaml there, the one of the work tree stands for it, and it says so', async () => {
    unlinkSync(join(here.root, 'pipeline.yaml'));
    here.commit('2026-11-17T12:00:00Z');
    here.settings(STAGES, RULES);
    const { stderr, status } = await here.run('check --new-only --since HEAD');
    expect(stderr).toContain('the one of the work tree stands for it');
    expect(status).toBe(0);
  });

  test('warnings that are old do not count against --max-warnings, nor does the freshness of all deals', async () => {
    here.settings(
      STAGES,
      `check: {max_warnings: 0, min_freshness: 100%}\n${onlyRules({ 'past-close': 'warning' })}`,
    );
    here.commit('2026-11-17T12:00:00Z');
    expect((await here.run('check')).status).toBe(1);
    expect((await view('HEAD')).passed).toEqual({
      gate: true,
      warnings: true,
      freshness: null,
      judged: null,
    });
    here.deal('bug', ...LATE);
    expect((await view('HEAD')).passed).toMatchObject({ warnings: false });
  });

  test('with a baseline, each finding is kept from the gate once', async () => {
    await here.run('check --write-baseline');
    here.deal('bug', ...LATE);
    here.commit('2026-11-17T12:00:00Z');
    here.deal('wda', ...LATE);
    expect(apart(await view('HEAD'))).toEqual({
      'past-close hel': 'baseline',
      'past-close bug': 'old',
      'past-close wda': null,
    });
  });
});

describe('since a snapshot', () => {
  beforeEach(async () => {
    expect((await here.run('snapshot', { today: '2026-11-16' })).status).toBe(0);
  });

  test('what has come up since its day is new, by time too', async () => {
    expect(await view('latest', '--rule past-close', '2026-12-20')).toMatchObject({
      exit_status: 0,
      counts: { old: 1 },
    });
    const later = await view('2026-11-16', '--rule past-close', '2026-12-21');
    expect(apart(later)).toEqual({ 'past-close hel': 'old', 'past-close san': null });
    expect(later.since).toMatchObject({ kind: 'snapshot', name: '2026-11-16', judged_on: '2026-11-16' });
  });

  test('a warning then that is an error now is new at the gate', async () => {
    const quiet = [
      'stage: lead',
      'amount: 100',
      'created: 2026-10-20',
      'next_step: {by: 2027-01-01, what: x, agreed: 2026-10-20}',
    ];
    here.deal('bug', ...quiet);
    await here.run('snapshot', { today: '2026-11-17' });
    expect(apart(await view('latest', '--rule stale', '2026-11-18'))).toEqual({ 'stale bug': 'old' });
    expect(atGate(await view('latest', '--rule stale', '2026-11-19'))).toEqual(['stale bug']);
  });

  test('what it does not tell is listed, and does not stand at the gate as new; of a new deal all is new', async () => {
    here.deal('san', ...FINE, 'colour: red');
    here.deal('bug', ...FINE, 'colour: red');
    const now = await view('latest', '--gate warning');
    expect(apart(now)).toMatchObject({ 'unknown-key san': 'untold', 'unknown-key bug': null });
    expect(now.since?.not_evaluated.map(({ rule }) => rule)).toEqual(['unknown-key']);
    const { stdout } = await here.run('check --new-only --since latest');
    expect(stdout).toContain('Old or new, that moment does not tell of unknown-key.');
  });

  test('a deal that cannot be read fails', async () => {
    here.write('deals/2026/san.yaml', 'stage: [\n');
    const { stdout, status } = await here.run('check --new-only --since latest');
    expect(stdout).toContain('invalid-file');
    expect(status).toBe(3);
  });

  test('one that there is not is refused with the nearest, and so is one after today', async () => {
    const near = await here.run('check --new-only --since 2026-11-10');
    expect(near.stderr).toContain('The nearest: 2026-11-16');
    const late = await here.run('check --new-only --since 2026-11-16', { today: '2026-11-10' });
    expect(late.stderr).toContain('after today');
    const none = await here.run(['check', '--new-only', '--since', '@2 weeks agoo']);
    expect(none.stderr).toContain('there is no commit "@2 weeks agoo" here');
    expect(none.stderr).toContain('A snapshot goes by its date');
    for (const { status } of [near, late, none]) expect(status).toBe(2);
  });
});

test('a third slip that is made now is new, against a commit and a snapshot in which there were two', async () => {
  here.settings(STAGES, onlyRules({ pushed: '' }));
  const due = (close: string) => here.deal('san', 'stage: lead', 'amount: 100', `close: ${close}`, NEXT);
  for (const [today, close] of [
    ['2026-11-17', '2026-12-20'],
    ['2026-11-18', '2026-12-21'],
    ['2026-11-19', '2026-12-19'], // a move, and no slip
    ['2026-11-20', '2026-12-22'],
  ] as const) {
    due(close);
    expect((await here.run('snapshot', { today })).status).toBe(0);
  }
  here.commit('2026-11-20T12:00:00Z');
  due('2026-12-23');
  for (const since of ['HEAD', 'latest']) {
    expect(atGate(await view(since, '--gate warning'))).toEqual(['pushed san']);
  }
  expect((await here.run('snapshot', { today: '2026-11-21' })).status).toBe(0);
  expect(apart(await view('latest', '--gate warning'))).toEqual({ 'pushed san': 'old' });
});

test('a deal that a rule could not judge keeps nothing that it finds in others from the gate', async () => {
  here.settings('[{id: lead, max_days: 30}, qualified, proposal]', onlyRules({ 'stage-age': '' }));
  const since = (on: string) => ['stage: lead', 'amount: 100', `stages: [{stage: lead, on: ${on}}]`];
  here.deal('hel', 'stage: lead', 'amount: 100'); // no entry on record
  here.deal('san', ...since('2026-11-01'));
  here.commit('2026-11-16T12:00:00Z');
  here.deal('hel', ...since('2026-08-01'));
  here.deal('san', ...since('2026-09-01'));
  expect(apart(await view('HEAD', '--gate warning'))).toEqual({
    'stage-age hel': 'untold',
    'stage-age san': null,
  });
});
