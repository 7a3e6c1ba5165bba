// What the tool writes into a deal about the deal is nothing that happened with the customer.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ShowView } from '../../src/report/show.ts';
import { type Desk, desk } from '../crm-import/desk.ts';

const SETTINGS = `format: 1
name: acme
currency: PLN
locale: en
documented_since: 2026-01-01
process: {stages: [lead, proposal]}
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', SETTINGS);
});
afterEach(() => here.clear());

const withActivities = (...activities: string[]) =>
  here.write(
    'deals/2026/acme-erp.yaml',
    [
      'name: ERP',
      'stage: proposal',
      'amount: 1000',
      'stages: [{stage: lead, on: 2026-09-01}, {stage: proposal, on: 2026-10-01}]',
      `activities: [${activities.join(', ')}]`,
      '',
    ].join('\n'),
  );

test.each(['review', 'exception'])(
  'a %s is no sign of life, and no activity that was logged late',
  async (type) => {
    withActivities(
      '{on: 2026-10-05, logged: 2026-10-05, type: call, note: need}',
      `{on: 2026-10-20, logged: 2026-11-23, type: ${type}, note: confirmed}`,
    );
    const { deal, activity_count } = await here.json<ShowView>('show acme-erp');
    expect(deal.last_sign_of_life).toMatchObject({ date: '2026-10-05', event: 'activity:call' });
    expect(activity_count).toBe(1);
    const { stdout } = await here.run('check --rule late-log --format json');
    expect(JSON.parse(stdout).findings).toEqual([]);
  },
);

test('a move against the process, and a review on its day, document no stage', async () => {
  withActivities(
    '{on: 2026-10-01, type: exception, note: "to Proposal"}',
    '{on: 2026-10-01, type: review, note: ok}',
  );
  const { stdout } = await here.run('check --rule undocumented-stage --format json');
  expect(JSON.parse(stdout).findings).toHaveLength(1);
});

test('nobody logs a review by hand, nor lists it among the types of activities', async () => {
  withActivities();
  expect((await here.run(['log', 'acme-erp', 'confirmed', '--type', 'review'])).status).toBe(2);
  here.write('pipeline.yaml', `${SETTINGS}activity_types: [call, review]\n`);
  const { status, stderr } = await here.run('list');
  expect(status).toBe(2);
  expect(stderr).toContain('written by pipeline itself');
});
