// pipeline digest: what each owner has to put right, in one text or in a file each, and nobody's file is overwritten.

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../src/cli/verbs.ts';
import { BUILT_RULES } from '../src/freshness/registry.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { dealFile, lastCall, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const LATE = { close: '2026-11-18' };
const QUIET = { next_step: '', ...lastCall('2026-10-01') };
/** The rules that the numbers here are about, whatever is added to the table. */
const THESE: readonly string[] = [
  ...['invalid-file', 'future-date', 'snapshot-overdue'],
  ...['stale', 'past-close', 'no-next-step', 'overdue-next-step'],
];
const ONLY = `rules: {${BUILT_RULES.flatMap(({ id }) => (THESE.includes(id) ? [] : [`${id}: off`])).join(', ')}}\n`;
const TEAM = 'team: [{id: anna, name: Anna}, {id: piotr, name: Piotr}, {id: ewa, name: Ewa}]\n';

const week = (settings = TEAM) =>
  workspace(
    {
      'deals/2026/calm.yaml': dealFile({ owner: 'ewa' }),
      'deals/2026/let-be.yaml': dealFile({
        ...LATE,
        waive: '[{rule: past-close, until: 2026-12-31, why: holiday}]',
      }),
      'deals/2026/small.yaml': dealFile({ ...LATE, amount: '300.00' }),
      'deals/2026/large.yaml': dealFile({ ...QUIET, amount: '2000.00' }),
      'deals/2026/lost.yaml': dealFile({
        stage: 'lost',
        lost_reason: 'price',
        amount: '9000.00',
        close: '2026-12-01',
      }),
      'deals/2026/piotrs.yaml': dealFile({ ...LATE, owner: 'piotr', amount: '5000.00' }),
      'deals/2026/nobodys.yaml': dealFile({ ...LATE, owner: '', amount: '8000.00' }),
    },
    settings + ONLY,
  );
const json = async (words: string, cwd: string) =>
  JSON.parse((await cli(`${words} --format json`, { cwd })).stdout);
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), 'utf8');

test('a deal that cannot be read is told as that, and not among the closed ones', async () => {
  const cwd = workspace({
    'deals/2026/late.yaml': dealFile(LATE),
    'deals/2026/torn.yaml': 'name: [Torn\n',
    'deals/2026/was.yaml': dealFile({}),
  });
  await cli('snapshot', { cwd, today: '2026-11-22' });
  writeFileSync(join(cwd, 'deals/2026/was.yaml'), 'name: [Torn\n');
  const view = await json('digest', cwd);
  expect([view.at_stake.count, view.closed, view.unread]).toEqual([1, 0, 2]);
  expect((await cli('digest', { cwd })).stdout).toContain(' at stake · 2 cannot be read · ');
});

test('owners by value at stake, then nobody; deals likewise, closed ones last; each finding with what fixes it', async () => {
  const { stdout, status } = await cli('digest', { cwd: week() });
  expect(status).toBe(0);
  expect(stdout).toBe(`## To put right · 2026-11-23

4 open deals, 15,300 PLN at stake · 1 closed · fresh 6 % of value, 1 of 6 open deals

### Piotr · 1 open deal, 5,000 PLN at stake

Fresh 0 % of value, 0 of 1 open deal

- piotrs · Acme, ERP rollout · Lead · 5,000
  - error · past-close · Expected to close on 2026-11-18, 5 days ago. → New close date: pipeline set piotrs close=… (or won, lost) (deals/2026/piotrs.yaml:7)

### Anna · 2 open deals, 2,300 PLN at stake · 1 closed

Fresh 0 % of value, 0 of 3 open deals

- large · Acme, ERP rollout · Lead · 2,000
  - error · stale · No sign of life for 53 days (limit 30). Last: call on 2026-10-01. → Log it: pipeline log large "…" --on DAY (or lost) (deals/2026/large.yaml:9)
- small · Acme, ERP rollout · Lead · 300
  - error · past-close · Expected to close on 2026-11-18, 5 days ago. → New close date: pipeline set small close=… (or won, lost) (deals/2026/small.yaml:7)
- lost · Acme, ERP rollout · Lost · 9,000
  - error · future-date · Closed as lost on 2026-12-01, after today (2026-11-23). → Correct the day: pipeline set lost close=…; what is only planned is a next step. (deals/2026/lost.yaml:7)

### Without an owner · 1 open deal, 8,000 PLN at stake

Fresh 0 % of value, 0 of 1 open deal

- nobodys · Acme, ERP rollout · Lead · 8,000
  - error · past-close · Expected to close on 2026-11-18, 5 days ago. → New close date: pipeline set nobodys close=… (or won, lost) (deals/2026/nobodys.yaml:7)

Nothing to put right: Ewa.

Not listed: 1 waived.

All findings by rule → \`pipeline check\`

Walk through them at a terminal → \`pipeline fix\`
`);
});

test('JSON holds the same, with the findings of check and nothing else', async () => {
  for (const cwd of [week(), demoWorkspace()]) {
    const view = await json('digest', cwd);
    expect(view.schema).toBe('pipeline/digest/1');
    const check = await json('check', cwd);
    type Finding = { rule: string; id: string; severity: string; waived: object | null };
    const listed = check.findings.filter(
      ({ severity, waived }: Finding) => severity !== 'info' && waived === null,
    );
    const inDigest = [
      ...view.owners.flatMap(({ deals }: { deals: { id: string; findings: Finding[] }[] }) =>
        deals.flatMap(({ id, findings }) => findings.map(({ rule }) => `${rule} ${id}`)),
      ),
      ...view.workspace.map(({ rule }: Finding) => `${rule} `),
    ];
    expect(inDigest.sort()).toEqual(listed.map(({ rule, id }: Finding) => `${rule} ${id}`).sort());
    expect(view.left_out).toEqual({ info: check.counts.info, waived: check.counts.waived });
    expect(view.freshness).toEqual(check.freshness);
  }
});

test('one owner, or one stage: only theirs, and nothing about the workspace', async () => {
  const view = await json('digest --owner Anna', week(`${TEAM}documented_since: 2026-01-01\n`));
  expect(view.owners.map(({ owner }: { owner: string }) => owner)).toEqual(['anna']);
  expect(view.workspace).toEqual([]);
  const all = await json('digest', week(`${TEAM}documented_since: 2026-01-01\n`));
  expect(all.workspace.map(({ rule }: { rule: string }) => rule)).toContain('snapshot-overdue');
  const lost = await json('digest --stage lost', week());
  expect(lost.owners.flatMap(({ deals }: { deals: { id: string }[] }) => deals.map(({ id }) => id))).toEqual([
    'lost',
  ]);
});

test('in a mirror the CRM’s record is named, and no file to edit', async () => {
  const source = '{system: pipedrive, id: "17"}';
  const cwd = workspace(
    { 'deals/2026/late.yaml': dealFile({ ...LATE, source, created: '2026-12-24' }) },
    'source_of_record: pipedrive\n',
  );
  const { stdout } = await cli('digest --owner anna', { cwd });
  expect(stdout).toContain('- late · Acme, ERP rollout · Lead · pipedrive 17 · 1,000\n');
  expect(stdout).toContain(
    'Set a new close date in pipedrive (record 17) and import it again, or close the deal.',
  );
  expect(stdout).toContain('Correct the day in pipedrive (record 17) and import it again;');
  expect(stdout).not.toContain('.yaml');
  const [{ deals }] = (await json('digest', cwd)).owners;
  expect(deals[0].record).toEqual({ system: 'pipedrive', id: '17' });
});

test('a deal that cannot be read is somebody’s to put right, with the place; the status is 3', async () => {
  const cwd = week();
  await cli('snapshot', { cwd, today: '2026-11-16' });
  writeFileSync(join(cwd, 'deals/2026/small.yaml'), 'name: ERP\nstage: [\n');
  writeFileSync(join(cwd, 'deals/2026/new.yaml'), 'name: [\n');
  const { stdout, status } = await cli('digest', { cwd });
  expect(status).toBe(3);
  const [, anna = '', nobody = ''] = /### Anna([\s\S]*)### Without an owner([\s\S]*)/.exec(stdout) ?? [];
  expect(anna).toMatch(/- small · .*\n {2}- error · invalid-file · .* \(deals\/2026\/small\.yaml:\d+\)\n/);
  expect(nobody).toMatch(/- new\n {2}- error · invalid-file · .* \(deals\/2026\/new\.yaml:\d+\)\n/);
  expect(stdout).toContain('2 deals cannot be read');
});

test('no command is named whose verb is not there', async () => {
  for (const cwd of [demoWorkspace(), week(`${TEAM}documented_since: 2026-01-01\n`)]) {
    const { stdout } = await cli('digest', { cwd });
    const named = [...stdout.matchAll(/pipeline ([a-z]+)/g)].map(([, verb]) => verb);
    expect(named.length).toBeGreaterThan(0);
    for (const verb of named) expect(VERBS.map(({ name }) => name)).toContain(verb);
  }
});

describe('nothing to do and nothing to look at', () => {
  test('where all is well it says so, and names what was not evaluated', async () => {
    const source = '{system: csv, id: "1"}';
    const cwd = workspace({ 'deals/2026/a.yaml': dealFile({ activities: '[]', source }) }, ONLY);
    expect((await cli('digest', { cwd })).stdout).toBe(
      '## To put right · 2026-11-23\n\nNothing to put right.\n\n' +
        'Not evaluated: stale for 1 deal of csv (no activity data).\n\nAll findings by rule → `pipeline check`\n',
    );
  });

  test.each([
    ['digest', () => workspace({}), 'There are no deals'],
    ['digest --stage won', week, 'No deal is in won'],
    ['digest --owner anne', week, 'Did you mean "anna"?'],
    ['digest --to x', week, '--to x.md or --to x/'],
    ['digest --to -', week, '--to stdout'],
  ])('%s: 2', async (words, make, said) => {
    const { status, stdout, stderr } = await cli(words, { cwd: make() });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

describe('--to', () => {
  const FIRST = '<!-- Written by pipeline digest, and written anew by the next one. -->';

  test('a file holds what stdout would, under a first line that says whose it is, and is written anew', async () => {
    const cwd = week();
    const { stdout } = await cli('digest', { cwd });
    expect((await cli('digest --to stdout', { cwd })).stdout).toBe(stdout);
    const told = await cli('digest --to to-do.md', { cwd });
    expect(told).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('\n- to-do.md\n') });
    expect(read(cwd, 'to-do.md')).toBe(`${FIRST}\n${stdout}`);
    await cli('digest --to to-do.md --owner ewa', { cwd });
    expect(read(cwd, 'to-do.md')).toBe(
      `${FIRST}\n## To put right · 2026-11-23\n\nNothing to put right.\n\nAll findings by rule → \`pipeline check\`\n`,
    );
  });

  test('a folder gets a file an owner, also for who has nothing to do, and one of the workspace', async () => {
    const cwd = week(`${TEAM}documented_since: 2026-01-01\n`);
    const { stdout } = await cli('digest --to lists/', { cwd });
    const files = readdirSync(join(cwd, 'lists')).sort();
    expect(files).toEqual(['_no-owner.md', '_workspace.md', 'anna.md', 'ewa.md', 'piotr.md']);
    for (const file of files) {
      expect(stdout).toContain(`\n- lists/${file.replace(/_/g, '\\_')}\n`);
      expect(read(cwd, `lists/${file}`).split('\n')[0]).toBe(FIRST);
    }
    expect(read(cwd, 'lists/piotr.md')).toBe(`${FIRST}
## To put right · 2026-11-23 · Piotr

1 open deal, 5,000 PLN at stake

Fresh 0 % of value, 0 of 1 open deal

- piotrs · Acme, ERP rollout · Lead · 5,000
  - error · past-close · Expected to close on 2026-11-18, 5 days ago. → New close date: pipeline set piotrs close=… (or won, lost) (deals/2026/piotrs.yaml:7)

Walk through them at a terminal → \`pipeline fix --owner piotr\`
`);
    expect(read(cwd, 'lists/ewa.md')).toContain('Nothing to put right.');
    expect(read(cwd, 'lists/_workspace.md')).toContain('snapshot-overdue');
  });

  test('what a digest did not write stays, and then nothing is written; an earlier digest is named', async () => {
    const cwd = week();
    mkdirSync(join(cwd, 'lists'));
    writeFileSync(join(cwd, 'lists/piotr.md'), '# My notes\n');
    writeFileSync(join(cwd, 'lists/jan.md'), `${FIRST}\nold\n`);
    const { status, stderr } = await cli('digest --to lists', { cwd });
    expect([status, stderr]).toEqual([
      2,
      'error: lists/piotr.md was not written by pipeline digest: it stays as it is.\n' +
        '  → Move it away, or name another place with --to.\n',
    ]);
    expect(readdirSync(join(cwd, 'lists')).sort()).toEqual(['jan.md', 'piotr.md']);
    expect(read(cwd, 'lists/piotr.md')).toBe('# My notes\n');
    writeFileSync(join(cwd, 'lists/piotr.md'), `${FIRST}\nold\n`);
    expect(await cli('digest --to lists/', { cwd })).toMatchObject({
      status: 0,
      stderr: "lists/jan.md is of an earlier digest: nobody's now.\n",
    });
    expect((await cli('digest --to lists/ --owner ewa', { cwd })).stderr).toBe('');
  });

  test.each([
    ['deals/', 'belongs to the workspace', 2],
    ['snapshots/x.md', 'belongs to the workspace', 2],
    ['link.md', 'is a symbolic link', 2],
    ['no/such/x.md', 'there is no folder no/such', 5],
    ['no/such/', 'there is no folder no', 5],
  ])('%s: %s', async (to, said, expected) => {
    const cwd = week();
    symlinkSync('deals/2026/calm.yaml', join(cwd, 'link.md'));
    const { status, stderr } = await cli(`digest --to ${to}`, { cwd });
    expect(stderr).toContain(said);
    expect(status).toBe(expected);
    expect(read(cwd, 'deals/2026/calm.yaml')).toBe(dealFile({ owner: 'ewa' }));
  });

  test('names of owners make safe names of files, two of which never clash', async () => {
    const owners = ['../../etc/passwd', '李雷', 'Jan Żak', 'Jan Zak', '"<b>|a`c"', '"a\\nb"', 'CON'];
    const cwd = workspace(
      Object.fromEntries(
        owners.map((owner, place) => [`deals/2026/d${place}.yaml`, dealFile({ ...LATE, owner })]),
      ),
    );
    expect((await cli('digest --to lists/', { cwd })).status).toBe(0);
    const files = readdirSync(join(cwd, 'lists'));
    expect(files).toHaveLength(owners.length);
    for (const file of files) expect(file).toMatch(/^[a-z0-9][a-z0-9-]*\.md$/);
    expect(files).toEqual(
      expect.arrayContaining(['etc-passwd.md', expect.stringMatching(/^owner-[0-9a-f]{6}\.md$/)]),
    );
    expect(files.filter((file) => /^jan-zak-[0-9a-f]{6}\.md$/.test(file))).toHaveLength(2);
    for (const file of files)
      expect(read(cwd, `lists/${file}`).replace(FIRST, '')).not.toMatch(/<[a-z!/]|\|a`/i);
  });
});
