// A limit that passes at midnight passes at the workspace's midnight, wherever the machine stands.

import { describe, expect, test } from 'vitest';
import type { CheckView } from '../src/report/check.ts';
import { cli } from './support/cli.ts';
import { folderWith, put } from './workspace-files/folder.ts';

const SETTINGS = [
  'format: 1',
  'name: acme',
  'currency: PLN',
  'time_zone: ZONE',
  'process: {stages: [lead, proposal]}',
  '',
].join('\n');

/** Of each rule a deal whose limit is over when 2026-11-23 begins. */
const DEALS = {
  'past-close': 'stage: lead\nclose: 2026-11-22\n',
  'overdue-next-step': 'stage: lead\nnext_step: {by: 2026-11-22, what: call}\n',
  stale: 'stage: lead\nactivities:\n  - {on: 2026-11-09, type: call}\n',
  'expired-waiver':
    'stage: won\nclose: 2026-11-01\nwaive:\n  - {rule: stale, until: 2026-11-22, why: budget}\n',
  'skipped-stage':
    'stage: offer\nstages:\n  - {stage: lead, on: 2026-11-01}\n  - {stage: offer, on: 2026-11-23}\n',
} as const;

/** The rules that find something at an instant, on machines east and west of it. */
async function foundAt(instant: string, zone: string): Promise<string[]> {
  const cwd = folderWith();
  const stages = '[lead, proposal, offer]';
  put(cwd, 'pipeline.yaml', SETTINGS.replace('ZONE', zone).replace('[lead, proposal]', stages));
  for (const [id, text] of Object.entries(DEALS)) put(cwd, `deals/${id}.yaml`, `name: ERP\n${text}`);
  const answers = await Promise.all(
    ['America/Los_Angeles', 'Pacific/Auckland'].map(async (TZ) => {
      const { stdout } = await cli(`check --format json --rule ${Object.keys(DEALS).join(',')}`, {
        cwd,
        now: new Date(instant),
        env: { PIPELINE_TODAY: '', TZ },
      });
      const { findings }: CheckView = JSON.parse(stdout);
      return findings.flatMap(({ rule, id }) => (rule === id ? [rule] : [])).sort();
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  return answers[0] ?? [];
}

describe.each([
  ['Europe/Warsaw', '2026-11-22T22:59:59Z', '2026-11-22T23:00:00Z'],
  ['America/New_York', '2026-11-23T04:59:59Z', '2026-11-23T05:00:00Z'],
])('in %s', (zone, lastSecond, firstSecond) => {
  test('the last second of the day is inside of every limit', async () => {
    expect(await foundAt(lastSecond, zone)).toEqual([]);
  });

  test('the first second of the next one is outside', async () => {
    expect(await foundAt(firstSecond, zone)).toEqual(Object.keys(DEALS).sort());
  });

  test('--today is asked before any clock', async () => {
    const cwd = folderWith();
    put(cwd, 'pipeline.yaml', SETTINGS.replace('ZONE', zone));
    put(cwd, 'deals/acme.yaml', `name: ERP\n${DEALS['past-close']}`);
    const check = (today: string) =>
      cli(`check --rule past-close --today ${today}`, {
        cwd,
        now: new Date(lastSecond),
        env: { PIPELINE_TODAY: '' },
      });
    expect((await check('2026-11-22')).status).toBe(0);
    expect((await check('2026-11-23')).status).toBe(1);
  });
});
