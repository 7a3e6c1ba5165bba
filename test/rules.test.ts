// pipeline rules and check --explain: what is in force, where that is set, and what a rule is for.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BUILT_RULES } from '../src/freshness/registry.ts';
import { settingsOfRule } from '../src/freshness/rule-settings.ts';
import type { RuleView } from '../src/report/rule.ts';
import { exampleOf } from '../src/report/rule-example.ts';
import type { RuleEntry, RulesView } from '../src/report/rules.ts';
import { isOfWorkspace, RULE_IDS } from '../src/workspace/rule-ids.ts';
import { EXPLAINED } from '../src/workspace/settings-explained.ts';
import { dealFile, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const SETTINGS = `team:
  - {id: anna, group: north}
  - {id: piotr, group: south}
freshness: {warn_after: 20}
rules:
  past-close: warning
  no-next-step: off
  pushed:
    severity: info
    stages: {lead: {times: 5}}
    groups:
      south: {severity: error, times: 9}
`;

const DEALS = {
  'deals/2026/late.yaml': dealFile({ close: '2026-11-01' }),
  'deals/2026/waived.yaml': dealFile({
    close: '2026-11-01',
    waive: '[{rule: past-close, until: 2026-12-31, why: tender}]',
  }),
  'deals/2026/step.yaml': dealFile({ next_step: '{what: call}' }),
};

async function rules(cwd: string, words = ''): Promise<readonly RuleEntry[]> {
  const { stdout } = await cli(`rules ${words} --format json`, { cwd });
  const view: RulesView = JSON.parse(stdout);
  return view.rules;
}

async function rule(cwd: string, id: string): Promise<RuleEntry | undefined> {
  return (await rules(cwd, id))[0];
}

describe('pipeline rules', () => {
  test('lists every rule, in the order of the table of rules', async () => {
    const listed = await rules(workspace(DEALS));
    expect(listed.map(({ rule: id }) => id)).toEqual(BUILT_RULES.map(({ id }) => id));
  });

  test('tells the severity in force and the line that sets it; null is the default', async () => {
    const cwd = workspace(DEALS, SETTINGS);
    expect(await rule(cwd, 'past-close')).toMatchObject({
      severity: 'warning',
      severity_line: 12,
      default_severity: 'error',
      standing: 'evaluated',
      findings: { open: 1, waived: 1 },
    });
    expect(await rule(cwd, 'unknown-stage')).toMatchObject({ severity: null, severity_line: null });
    expect(await rule(cwd, 'pushed')).toMatchObject({ severity: 'info', severity_line: 15 });
  });

  test('tells limits with their lines, and where stages and groups differ', async () => {
    const cwd = workspace(DEALS, SETTINGS);
    const pushed = await rule(cwd, 'pushed');
    expect(pushed?.exceptions).toEqual([
      { setting: 'rules.pushed.groups.south', stage: null, group: 'south', value: 'error', line: 18 },
    ]);
    expect(pushed?.settings).toEqual([
      { setting: 'rules.pushed.times', stage: null, group: null, value: 3, line: null },
      { setting: 'rules.pushed.stages.lead.times', stage: 'lead', group: null, value: 5, line: 16 },
      { setting: 'rules.pushed.groups.south.times', stage: null, group: 'south', value: 9, line: 18 },
    ]);
    const stale = await rule(cwd, 'stale');
    expect(stale).toMatchObject({ default_severity: 'warning', default_gravest: 'error', in_index: true });
    expect(stale?.settings.slice(0, 2)).toEqual([
      { setting: 'freshness.warn_after', stage: null, group: null, value: 20, line: 10 },
      { setting: 'freshness.error_after', stage: null, group: null, value: 30, line: null },
    ]);
  });

  test('a stage with limits of its own is told with its line', async () => {
    const stages = '{id: lead, max_days: 30}, {id: proposal, max_days: p75}';
    const settings = `format: 1\nname: a\ncurrency: PLN\nprocess: {stages: [${stages}]}\n`;
    const cwd = workspace({ ...DEALS, 'pipeline.yaml': settings });
    const { stdout } = await cli('rules stage-age --format csv', { cwd });
    expect(stdout).toContain('stage-age,process.stages[].max_days,lead,,30,4,,,,\n');
    expect(stdout).toContain('stage-age,process.stages[].max_days,proposal,,p75,4,,,,\n');
  });

  test('says why a rule judges nothing: off, nothing set, no deals, a snapshot', async () => {
    const cwd = workspace(DEALS, SETTINGS);
    expect(await rule(cwd, 'no-next-step')).toMatchObject({
      standing: 'off',
      reason: 'off in pipeline.yaml',
    });
    expect(await rule(cwd, 'stage-age')).toMatchObject({
      standing: 'nothing-to-look-at',
      reason: 'max_days is not set',
    });
    expect(await rule(workspace({}), 'stale')).toMatchObject({
      standing: 'nothing-to-look-at',
      reason: 'no open deals',
    });
    await cli('snapshot', { cwd });
    expect(await rule(cwd, 'future-date --as-of 2026-11-23')).toMatchObject({ standing: 'not-evaluated' });
  });

  test('a rule that is not evaluated for some deals says for how many, and why', async () => {
    const cwd = workspace({
      'deals/2026/own.yaml': dealFile(),
      'deals/2026/mirrored.yaml': dealFile({ source: '{system: hubspot, id: "1"}', activities: '[]' }),
    });
    expect(await rule(cwd, 'stale')).toMatchObject({
      standing: 'evaluated',
      not_evaluated: [{ source: 'hubspot', reason: 'no activity data', deals: 1 }],
    });
    const { stdout } = await cli('rules stale', { cwd });
    expect(stdout).toContain('stale does not judge 1 deal of hubspot (no activity data).');
  });

  test('as a table it fits a terminal', async () => {
    const cwd = workspace(DEALS, SETTINGS);
    const { stdout } = await cli('rules past-close no-next-step pushed stage-age', { cwd, tty: true });
    await expect(stdout).toMatchFileSnapshot('../snapshots/rules/rules.txt');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const markdown = await cli('rules pushed --format markdown', { cwd });
    expect(markdown.stdout).toContain('| times group south | 9 | line 18 |  |');
  });

  test('an unknown rule is refused with the nearest, whatever else is wrong', async () => {
    const { status, stderr } = await cli('rules stal', { cwd: workspace(DEALS) });
    expect([status, stderr]).toEqual([2, 'error: There is no rule "stal".\n  → Did you mean "stale"?\n']);
  });

  test('where the settings are wrong nothing is listed', async () => {
    const { status, stdout, stderr } = await cli('rules', { cwd: workspace(DEALS, 'rules: {stael: off}\n') });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Did you mean "stale"?');
  });
});

describe('check --explain', () => {
  test.each(BUILT_RULES.map(({ id }) => id))(
    '%s: what, why, how to fix it, and an example with what check says of it',
    async (id) => {
      const { stdout, status } = await cli(`check --explain ${id} --format json`, { cwd: workspace({}) });
      const view: RuleView = JSON.parse(stdout);
      expect(status).toBe(0);
      expect(view.here?.in_force.rule).toBe(id);
      for (const said of [view.what, view.why, view.fix]) expect(said).toMatch(/\.$/);
      if (id === 'unused-setting') {
        expect(view.example).toBeNull(); // every setting has an effect
        return;
      }
      expect(view.example?.says).toContain(`  ${id}`);
      expect(Object.keys(view.example?.files ?? {})[0]).toBe('pipeline.yaml');
    },
  );

  test('works outside a workspace too, and says that nothing is in force', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'pipeline-nowhere-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    const { stdout, status } = await cli('check --explain pushed', { cwd, tty: true });
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../snapshots/rules/explain_pushed.txt');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('tells what is in force here, and where to go on', async () => {
    const { stdout } = await cli('check --explain past-close', { cwd: workspace(DEALS, SETTINGS) });
    expect(stdout).toContain('past-close  warning   line 12  1 finding, 1 waived');
    expect(stdout).toMatch(/What it finds here → pipeline check --rule past-close\n$/);
  });

  test('as Markdown the example stands in fences', async () => {
    const { stdout } = await cli('check --explain stale --format markdown', { cwd: workspace({}) });
    expect(stdout).toContain('```yaml\nformat: 1\nname: stale\n');
  });

  test('takes one rule, and no option that would have no say', async () => {
    const cwd = workspace(DEALS);
    expect(await cli('check --explain stal', { cwd })).toMatchObject({ status: 2 });
    expect(await cli('check --explain stale --owner anna', { cwd })).toMatchObject({
      status: 2,
      stderr:
        'error: --explain tells what a rule is for: --owner has no say there.\n  → Leave out --owner.\n',
    });
  });
});

test('every setting that a rule is said to go by is one that there is', () => {
  for (const id of RULE_IDS) {
    for (const path of settingsOfRule(id)) expect(EXPLAINED).toHaveProperty([path]);
  }
});

test('what is about the workspace is about no deal', () => {
  for (const { id, over } of BUILT_RULES.filter((one) => isOfWorkspace(one.id))) {
    expect([id, over]).toEqual([id, 'book']);
    expect(exampleOf(id)?.files ?? {}).not.toHaveProperty(['deals/2026/readable.yaml']);
  }
});
