// pipeline funnel: by hand-made records with known answers, and what went where between two snapshots.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FlowView } from '../src/report/flow.ts';
import type { FunnelView } from '../src/report/funnel.ts';
import { type Desk, desk } from './crm-import/desk.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write(
    'pipeline.yaml',
    'format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead, {id: qualified, was: [demo]}, proposal]}\n',
  );
});
afterEach(() => here.clear());

/** `lead 09-01, proposal 09-20`: the stages of a deal with the days that they were entered on. */
function deal(id: string, stage: string, record: string, ...lines: string[]): void {
  const stages = record
    .split(', ')
    .map((entry) => entry.replace(/^(\S+) (\S+)$/, '{stage: $1, on: 2026-$2}'));
  const text = [`name: ${id}`, `stage: ${stage}`, `stages: [${stages.join(', ')}]`, ...lines, ''].join('\n');
  here.write(`deals/2026/${id}.yaml`, text);
}

const funnel = (words = '') => here.json<FunnelView>(`funnel ${words}`, { today: '2026-10-31' });

function company(): void {
  deal('open', 'lead', 'lead 10-01', 'owner: anna');
  deal('went-on', 'proposal', 'lead 09-01, demo 09-11, proposal 09-21');
  deal('jumped', 'proposal', 'lead 09-01, proposal 09-05');
  deal('back', 'lead', 'lead 09-01, qualified 09-03, lead 09-13');
  deal('won', 'won', 'lead 08-01, qualified 08-31, won 09-10', 'close: 2026-09-10', 'created: 2026-07-30');
  deal('lost', 'lost', 'lead 08-01, qualified 08-11', 'close: 2026-08-31');
  deal('again', 'lead', 'lead 08-01, lost 08-05, lead 08-20');
  here.write(
    'archive/2026-Q3/old.yaml',
    'name: old\nstage: lost\nclose: 2026-08-09\nstages: [{stage: lead, on: 2026-08-01}]\n',
  );
  here.write('deals/2026/bare.yaml', 'name: bare\nstage: lead\n');
}

describe('from stage to stage', () => {
  test('an open deal is not decided, one that jumped over a stage was not in it, and one that went back has moved on', async () => {
    company();
    const view = await funnel();
    expect(view.stages).toMatchObject([
      {
        stage: 'lead',
        entered: 8,
        moved_on: 5,
        lost: 1,
        open: 2,
        conversion: { count: 5, of: 6, share: 5 / 6 },
      },
      { stage: 'qualified', entered: 4, moved_on: 2, lost: 1, open: 1, conversion: { count: 2, of: 3 } },
      {
        stage: 'proposal',
        entered: 2,
        moved_on: 0,
        lost: 0,
        open: 2,
        conversion: { count: 0, of: 0, share: null },
      },
    ]);
    expect(view).toMatchObject({ won: 1, without_record: ['bare'] });
  });

  test('days are of stays that have ended: until the next stage, or the day of closing', async () => {
    company();
    const [lead, qualified, proposal] = (await funnel()).stages;
    // Lead: 10, 4, 2, 30, 10, 8 (old), 4 (again, until it was lost); what goes on is left out.
    expect(lead?.days).toEqual({ median: 8, p75: 10, count: 7 });
    // Qualified: 10 (as demo), 10, 10, 20.
    expect(qualified?.days).toEqual({ median: 10, p75: 10, count: 4 });
    expect(proposal?.days).toBeNull();
  });

  test('by cohort every deal is in the month of its creation, else of its first stage', async () => {
    company();
    const view = await funnel('--cohort month');
    expect(view.cohorts).toMatchObject([
      { name: '2026-07', deals: 1, won: 1, lost: 0, open: 0, win_rate: { count: 1, of: 1, share: 1 } },
      {
        name: '2026-08',
        deals: 3,
        won: 0,
        lost: 2,
        open: 1,
        reached: { lead: 3, qualified: 1, proposal: 0 },
      },
      { name: '2026-09', deals: 3, open: 3, win_rate: { share: null } },
      { name: '2026-10', deals: 1 },
    ]);
    const { stdout } = await here.run('funnel --cohort quarter --format csv', { today: '2026-10-31' });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'cohort,deals,won,lost,open,win_rate,reached_lead,reached_qualified,reached_proposal',
      '2026-Q3,7,1,2,4,0.3333333333333333,7,4,2',
    ]);
  });

  test('of one owner', async () => {
    company();
    expect((await funnel('--owner anna')).stages[0]).toMatchObject({ entered: 1, open: 1 });
  });
});

describe('what went where', () => {
  test('has every deal once, back and skipped included, under the names of the later snapshot', async () => {
    deal('up', 'lead', 'lead 09-01');
    deal('jump', 'lead', 'lead 09-01');
    deal('down', 'proposal', 'proposal 09-01');
    deal('gone', 'lead', 'lead 09-01');
    deal('renamed', 'demo', 'demo 09-01');
    await here.run('snapshot', { today: '2026-09-07' });
    deal('up', 'qualified', 'lead 09-01, qualified 09-08');
    deal('jump', 'proposal', 'lead 09-01, proposal 09-08');
    deal('down', 'lead', 'proposal 09-01, lead 09-08');
    deal('renamed', 'qualified', 'demo 09-01');
    deal('new', 'won', 'lead 09-09, won 09-10', 'close: 2026-09-10');
    here.write('deals/2026/gone.yaml', 'name: [\n');
    await here.run('snapshot', { today: '2026-09-14' });
    const view = await here.json<FlowView>('funnel --flow 2026-09-07 2026-09-14');
    expect(view.places).toEqual(['lead', 'qualified', 'proposal', 'won', '']);
    expect(view.flows).toEqual([
      { from: 'lead', to: 'lead', deals: 1 }, // can't be read: it stands as it stood
      { from: 'lead', to: 'qualified', deals: 1 },
      { from: 'lead', to: 'proposal', deals: 1 },
      { from: 'qualified', to: 'qualified', deals: 1 },
      { from: 'proposal', to: 'lead', deals: 1 },
      { from: '', to: 'won', deals: 1 },
    ]);
    const { stdout } = await here.run('funnel --flow 2026-09-07 2026-09-14');
    expect(stdout).toContain('2026-09-07 → 2026-09-14');
    expect(stdout).toMatch(/^New +1$/m);
  });

  test.each([
    ['funnel 2026-09-07', 'Two snapshots are compared with --flow alone.'],
    ['funnel --flow --owner anna', '--owner has no say there'],
    ['funnel --flow', 'There is no snapshot from before today'],
  ])('%s is told what is wrong', async (words, sentence) => {
    const { status, stderr } = await here.run(words);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) });
  });
});

const MAVEN = resolve('../shared/data/maven_crm/sales_pipeline.csv');
test.skipIf(!existsSync(MAVEN))(
  'maven_crm converts as its rows say (needs ../shared/data/maven_crm)',
  async () => {
    const rows = readFileSync(MAVEN, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','));
    const decided = rows.filter(([, , , , stage]) => stage === 'Won' || stage === 'Lost');
    const days = decided
      .map(([, , , , , from = '', to = '']) => (Date.parse(to) - Date.parse(from)) / 86_400_000)
      .sort((a, b) => a - b);
    const maven = await desk('--currency USD --locale en --time-zone UTC');
    try {
      const { status, stderr } = await maven.run(['import', MAVEN], { today: '2018-01-02' });
      expect(status, stderr).toBe(0);
      const view = await maven.json<FunnelView>('funnel', { today: '2018-01-02' });
      expect(view.stages.find(({ stage }) => stage === 'engaging')).toMatchObject({
        entered: rows.filter(([, , , , , from]) => from !== '').length,
        conversion: { count: rows.filter(([, , , , stage]) => stage === 'Won').length, of: decided.length },
        days: {
          count: decided.length,
          median: days[Math.floor(days.length / 2)],
          p75: days[Math.ceil(days.length * 0.75) - 1],
        },
      });
      expect(view.without_record.length).toBe(500);
    } finally {
      maven.clear();
    }
  },
);
