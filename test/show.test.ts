// pipeline show, as a person types it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoWorkspace } from './book/demo-workspace.ts';
import { companyFolder, put } from './look/company-files.ts';
import { cli } from './support/cli.ts';

let company: ReturnType<typeof companyFolder>;
beforeAll(() => {
  company = companyFolder();
});
afterAll(() => company.remove());

const show = (...words: string[]) => cli(['show', ...words], { cwd: company.root });

describe('pipeline show', () => {
  test('tells all of a deal: file, stages with their days, activities, findings, and what snapshots saw', async () => {
    const { status, stdout } = await show('odra-scada', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'pipeline/show/1',
      file: 'deals/2026/odra-scada.yaml',
      deal: {
        id: 'odra-scada',
        stage: 'lead',
        outcome: 'open',
        days_in_stage: 83,
        value: '95000.00',
        next_step: null,
      },
      stages: [{ stage: 'lead', label: 'Lead', on: '2026-09-01', logged: '2026-09-03', days: 83 }],
      activities: [{ on: '2026-11-12', logged: '2026-11-13', type: 'call', note: 'budget confirmed' }],
      findings: [
        { rule: 'past-close', severity: 'error' },
        { rule: 'no-next-step', severity: 'warning' },
      ],
      snapshots: [{ snapshot: '2026-11-16', stage: 'lead', amount: '95000.00', close: '2026-11-20' }],
    });
  });

  test('a stage that was entered as last sign of life has its label', async () => {
    const root = demoWorkspace();
    const settings = join(root, 'pipeline.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('label: Lead', 'label: First contact'));
    const { stdout } = await cli('show gwda-fish-mes', { cwd: root });
    expect(stdout).toMatch(/^Last sign .*: stage First contact$/m);
  });

  test('is found by a piece of id, name or account, or says which it may be', async () => {
    expect((await show('goplo')).stdout).toMatch(/^goplo-erp · /);
    expect((await show('karpaty sp z o o')).stdout).toMatch(/^karpaty-edi · /);
    const several = await show('erp');
    expect(several.status).toBe(2);
    expect(several.stderr).toContain('may be any of 3 deals: goplo-erp, pomorze-erp, wieprz-erp.');
    expect((await show('goplo-epr')).stderr).toContain('Did you mean "goplo-erp"?');
  });

  test('as a snapshot saw it, without what snapshots do not keep', async () => {
    const { stdout } = await show('wda-platform', '--as-of', '2026-11-16', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      as_of: '2026-11-16',
      file: null,
      activities: null,
      activity_count: 1,
      deal: { stage: 'qualified' },
    });
  });

  test('a deal whose file is broken stands as the snapshot has it, with status 3', async () => {
    const own = companyFolder();
    put(own.root, 'deals/2026/beskid-mes.yaml', 'name: [');
    put(own.root, 'deals/2026/never-seen.yaml', 'name: [');
    const carried = await cli('show beskid-mes', { cwd: own.root });
    const unknown = await cli('show never-seen', { cwd: own.root });
    const another = await cli('show goplo-erp', { cwd: own.root });
    own.remove();
    expect(carried.status).toBe(3);
    expect(carried.stdout).toContain('Its file cannot be read');
    expect(unknown.status).toBe(3);
    expect(unknown.stderr).toContain('deals/2026/never-seen.yaml:1');
    expect(another.status).toBe(0);
  });

  test('a likely duplicate is told where check finds it: at the younger deal', async () => {
    const own = companyFolder();
    const deal = 'name: SCADA\naccount: Narew\nowner: anna\nstage: lead\n';
    put(own.root, 'deals/2026/narew-one.yaml', `${deal}created: 2026-09-01\n`);
    put(own.root, 'deals/2026/narew-two.yaml', `${deal}created: 2026-10-01\n`);
    const rulesOf = async (id: string) => {
      const { stdout } = await cli(`show ${id} --format json`, { cwd: own.root });
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
      return findings.filter(({ rule }) => rule === 'duplicate').map(({ message }) => message);
    };
    const [one, two, other] = [
      await rulesOf('narew-one'),
      await rulesOf('narew-two'),
      await rulesOf('goplo-erp'),
    ];
    put(
      own.root,
      'deals/2026/narew-one.yaml',
      `${deal}created: 2026-09-01\nwaive:\n  - {rule: duplicate, until: 2026-12-31, why: two sites}\n`,
    );
    const waived = await rulesOf('narew-two');
    own.remove();
    expect(waived).toEqual([]);
    expect(one).toEqual([]);
    expect(two.join()).toContain('narew-one');
    expect(other).toEqual([]);
  });

  test('the screen', async () => {
    const { stdout } = await cli('show goplo-erp', { cwd: company.root, tty: true, columns: 80 });
    await expect(stdout).toMatchFileSnapshot('../snapshots/show.txt');
  });
});
