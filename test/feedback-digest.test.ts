// pipeline feedback digest: a trial before and after with counts, and whether that is enough to tell; data beside opinions.

import { afterEach, describe, expect, test } from 'vitest';
import type { FeedbackDigestView } from '../src/report/feedback-digest.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { cli } from './support/cli.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

interface Story {
  readonly deals: number;
  /** How many slip before the trial begins, and since. */
  readonly before: number;
  readonly since: number;
  /** Keys of the entry beside those that each has. */
  readonly entry: string;
}

/** A trial from 10-26 on: snapshots four weeks before it, at its beginning, and four weeks after. */
async function trial(
  { deals, before, since, entry }: Story,
  today = '2026-11-23',
): Promise<FeedbackDigestView> {
  const here = await desk();
  made.push(here);
  const write = (close: (at: number) => string) => {
    for (let at = 0; at < deals; at++) {
      const stage = at % 2 === 0 ? 'lead' : 'qualified';
      here.write(
        `deals/2026/deal-${at}.yaml`,
        `name: Deal ${at}\nstage: ${stage}\namount: 100\nclose: ${close(at)}\n`,
      );
    }
  };
  write(() => '2026-12-01');
  await here.run('snapshot', { today: '2026-09-28' });
  write((at) => (at < before ? '2026-12-08' : '2026-12-01'));
  await here.run('snapshot', { today: '2026-10-26' });
  write((at) => (at < since ? '2027-01-15' : at < before ? '2026-12-08' : '2026-12-01'));
  here.write(
    'feedback/2026-10.yaml',
    `format: 1\nentries:\n  - {id: f1, on: 2026-10-20, kind: change, text: look twice, stage: lead, ${entry}}\n`,
  );
  return here.json<FeedbackDigestView>('feedback digest', { today });
}

const TRIAL = 'decision: {as: trial, on: 2026-10-26, metric: slip-rate}';

describe('a trial is measured', () => {
  test.each([
    ['lower', 60, 30, 6],
    ['higher', 60, 6, 30],
    ['within-chance', 60, 12, 9],
    ['too-few', 9, 9, 0],
  ])('and is told to be %s', async (verdict, deals, before, since) => {
    const { trials } = await trial({ deals, before, since, entry: TRIAL });
    expect(trials[0]?.measure).toMatchObject({
      verdict,
      before: { from: '2026-09-28', to: '2026-10-26', days: 28, value: { count: before, of: deals } },
      after: { from: '2026-10-26', to: 'now', days: 28, value: { count: since, of: deals } },
    });
  });

  test('of one stage alone, under the name that it has now', async () => {
    const { trials } = await trial({
      ...{ deals: 40, before: 20, since: 4 },
      entry: 'decision: {as: trial, on: 2026-10-26, metric: slip-rate, stage: lead}',
    });
    expect(trials[0]?.measure).toMatchObject({
      before: { value: { count: 10, of: 20 } },
      after: { value: { count: 2, of: 20 } },
    });
  });

  test.each([
    ['no-before', 'decision: {as: trial, on: 2026-09-29, metric: slip-rate}'],
    ['no-start', 'decision: {as: trial, on: 2026-09-01, metric: slip-rate}'],
    ['no-start', 'decision: {as: trial, on: 2026-11-10, metric: slip-rate}'],
    ['too-early', 'decision: {as: trial, on: 2026-11-23, metric: slip-rate}'],
    ['no-metric', 'decision: {as: trial, on: 2026-10-26, metric: sliprate}'],
    ['number', 'decision: {as: trial, on: 2026-10-26, metric: open-count}'],
    ['unknown', 'decision: {as: trial, on: 2026-10-26, metric: win-rate}'],
  ])('and says %s where it can not', async (verdict, entry) => {
    const { trials } = await trial({ deals: 12, before: 2, since: 1, entry });
    expect(trials.map(({ measure }) => measure?.verdict)).toEqual([verdict]);
  });

  test('up to the day on which it ended, or was settled, and not after', async () => {
    const entry = 'decision: {as: trial, on: 2026-09-28, until: 2026-10-30, metric: slip-rate}';
    const { trials } = await trial({ deals: 12, before: 12, since: 12, entry });
    expect(trials[0]).toMatchObject({
      entry: { state: 'ended' },
      measure: {
        after: { from: '2026-09-28', to: '2026-10-26', value: { count: 12 } },
        verdict: 'no-before',
      },
    });
  });

  test('also once it was accepted, by what was decided before', async () => {
    const entry = `decision: {as: accepted, on: 2026-11-23}, earlier: [{as: trial, on: 2026-10-26, metric: slip-rate}]`;
    const { trials, sections } = await trial({ deals: 60, before: 30, since: 6, entry });
    expect(sections.decided.map(({ id }) => id)).toEqual(['f1']);
    expect(trials[0]?.measure?.before?.value).toMatchObject({ count: 30, of: 60 });
  });

  test('from a snapshot that is an interval of the rhythm old, and from none that is older', async () => {
    const startOf = async (on: string) => {
      const entry = `decision: {as: trial, on: ${on}, metric: slip-rate}`;
      const { trials } = await trial({ deals: 12, before: 2, since: 1, entry });
      return trials[0]?.measure?.after?.from;
    };
    expect(await startOf('2026-11-02')).toBe('2026-10-26');
    expect(await startOf('2026-11-03')).toBe(undefined);
  });

  test('and shown under its own decision, up to the one that took its place', async () => {
    const entry = [
      'decision: {as: accepted, on: 2026-11-23, why: after all}',
      'earlier: [{as: trial, on: 2026-09-28, metric: slip-rate}, {as: rejected, on: 2026-10-27}]',
    ].join(', ');
    const { trials } = await trial({ deals: 12, before: 2, since: 1, entry });
    expect(trials).toMatchObject([
      { decision: { as: 'trial', on: '2026-09-28' }, measure: { after: { to: '2026-10-26' } } },
    ]);
    const { stdout = '' } = (await made.at(-1)?.run('feedback digest')) ?? {};
    expect(stdout).toMatch(/^.*Trials, before and after · 1\n.*look twice\n.*on trial since 2026-09-28/m);
  });

  test('of an earlier day as it ran then: what was decided later is not told yet', async () => {
    const entry = `decision: {as: accepted, on: 2026-11-23}, earlier: [{as: trial, on: 2026-10-26, metric: slip-rate}]`;
    const { trials, sections } = await trial({ deals: 12, before: 2, since: 1, entry }, '2026-11-20');
    expect(sections.decided).toMatchObject([{ state: 'trial', earlier: [] }]);
    expect(trials).toMatchObject([{ entry: { state: 'trial' } }]);
  });
});

describe('on the demo', () => {
  test('it fits 80 columns, and each section tells what it is there for', async () => {
    const { stdout, status } = await cli('feedback digest', { cwd: demoWorkspace(), tty: true });
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot('../snapshots/feedback/digest.txt');
  });

  test('beside what people say of a stage stands what the data does', async () => {
    const { stages, between } = await readDigest('feedback digest');
    expect(between).toMatchObject({ from: '2026-08-31', to: 'now' });
    expect(stages.map(({ stage }) => stage)).toEqual(['lead', 'qualified', 'proposal', 'negotiation']);
    expect(stages[2]?.said.map(({ text }) => text)).toEqual(['nobody looks at an offer before it is sent']);
  });

  test('a move against the process, and a waiver, count to the stage that they are of', async () => {
    const cwd = demoWorkspace({
      'deals/2026/forced.yaml': [
        'name: Forced\naccount: Forced\nstage: proposal\nstages:',
        '  - {stage: lead, on: 2026-11-01}\n  - {stage: proposal, on: 2026-11-10}',
        'activities:\n  - {on: 2026-11-10, type: exception, note: to Proposal}',
        'waive: [{rule: stale, until: 2026-12-31, why: holidays}, {rule: pushed, until: 2026-11-01, why: over}]\n',
      ].join('\n'),
    });
    const [before, after] = [await readDigest('feedback digest'), await readDigest('feedback digest', cwd)];
    const of = ({ stages }: FeedbackDigestView) =>
      stages.map(({ forced_moves, waivers }) => [forced_moves, waivers]);
    const [[lead = [], , proposal = []], [was = [], , wasProposal = []]] = [of(after), of(before)];
    expect([(lead[0] ?? 0) - (was[0] ?? 0), (proposal[1] ?? 0) - (wasProposal[1] ?? 0)]).toEqual([1, 1]);
  });

  test('a period that has not begun has nothing to tell', async () => {
    const { status, stderr } = await cli('feedback digest --period 2027-Q1', { cwd: demoWorkspace() });
    expect([status, stderr]).toEqual([2, expect.stringContaining('has not begun')]);
  });
});

async function readDigest(words: string, cwd = demoWorkspace()): Promise<FeedbackDigestView> {
  const { stdout, stderr } = await cli(`${words} --format json`, { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
