// The baseline of pipeline check: what a team began with passes, what is new does not, and the file only shrinks by itself.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import { workspace as anyWorkspace, dealFile, lastCall } from '../freshness/workspace.ts';
import { cli } from '../support/cli.ts';
import { onlyRules } from './only-rules.ts';

const FILE = '.pipeline-baseline.yaml';
const LATE = dealFile({ close: '2026-11-18' });

/** The rules that these tests are about. */
const RULES = onlyRules({
  'past-close': '',
  stale: '',
  'future-date': '',
  'invalid-file': '',
  'plan-missing': '',
});
const workspace = (files: Readonly<Record<string, string>>, settings = '') =>
  anyWorkspace(files, RULES + settings);
const rotten = (settings = '') =>
  workspace(
    {
      'deals/2026/fine.yaml': dealFile(),
      'deals/2026/late.yaml': LATE,
      'deals/2026/old.yaml': dealFile(lastCall('2026-11-09')),
    },
    settings,
  );
const read = (cwd: string) => readFileSync(join(cwd, FILE), 'utf8');
const entriesOf = (cwd: string) => read(cwd).match(/^ {2}- .*$/gm) ?? [];
const write = (cwd: string, path: string, text: string) => writeFileSync(join(cwd, path), text);
const view = async (cwd: string, words = ''): Promise<CheckView> =>
  JSON.parse((await cli(`check ${words} --format json`, { cwd })).stdout);
const make = (cwd: string, kind = 'write') => cli(`check --${kind}-baseline`, { cwd });
const made = async (cwd: string) => {
  expect((await make(cwd)).status).toBe(0);
  return cwd;
};

test('it holds every finding at warning or error, whatever the gate, one a line and sorted', async () => {
  const { stdout, status } = await make(rotten());
  expect(status).toBe(0);
  expect(stdout).toBe(`.pipeline-baseline.yaml: 2 findings · 2 added, 0 left

Rule        Findings
past-close         1
stale              1
All                2

They no longer stand at the gate → pipeline check
`);
  const cwd = await made(rotten('documented_since: 2026-01-01\n'));
  expect(read(cwd).replace(/^#.*\n/gm, '')).toBe(`format: 1
findings:
  - {rule: past-close, id: late, severity: error}
  - {rule: plan-missing, about: review}
  - {rule: stale, id: old}
`);
});

test('what is in it passes, is counted and shown, and its deal is not fresh', async () => {
  const cwd = await made(rotten());
  const { stdout, status } = await cli('check --gate warning --max-warnings 0', { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain('2 findings on 2 deals');
  expect(stdout).toMatch(/^In the baseline +2$/m);
  expect(stdout).toMatch(/^All +0 +0 +2$/m);
  expect(await view(cwd)).toMatchObject({
    counts: { error: 0, warning: 0, baseline: 2, at_gate: 0 },
    baseline: { file: FILE, entries: 2, gone: [] },
    freshness: { by_value: 1 / 3 },
    findings: [
      { rule: 'past-close', at_gate: false, apart: 'baseline' },
      { rule: 'stale', at_gate: false, apart: 'baseline' },
    ],
  });
  const annotated = await cli('check --format github', { cwd });
  expect(annotated.stdout).toMatch(/^::notice title=pipeline check::.*in the baseline 2/);
  expect((await cli('check --min-freshness 50%', { cwd })).status).toBe(1);
});

test('what is new stands at the gate, and --no-baseline looks past it', async () => {
  const cwd = await made(rotten());
  write(cwd, 'deals/2026/new.yaml', LATE);
  const now = await view(cwd);
  expect(now.findings.filter(({ at_gate }) => at_gate).map(({ id }) => id)).toEqual(['new']);
  expect(now.exit_status).toBe(1);
  expect(await view(cwd, '--no-baseline')).toMatchObject({
    counts: { error: 2, warning: 1, baseline: 0 },
    baseline: null,
  });
});

test('an entry stands for one finding: a second one of its rule and deal is new', async () => {
  const stages = (days: string) =>
    dealFile({ stage: 'proposal', stages: `[${days}]`, activities: '[{on: 2026-11-20, type: call}]' });
  const one = '{stage: lead, on: 2027-01-10}';
  const cwd = workspace({ 'deals/2026/a.yaml': stages(one) });
  await made(cwd);
  expect(entriesOf(cwd)).toContain('  - {rule: future-date, id: a, severity: error}');
  write(cwd, 'deals/2026/a.yaml', stages(`${one}, {stage: proposal, on: 2027-02-10}`));
  const counts = async () => (await view(cwd, '--rule future-date')).counts;
  expect(await counts()).toMatchObject({ baseline: 1, at_gate: 1 });
  await made(cwd);
  expect(entriesOf(cwd)).toContain('  - {rule: future-date, id: a, severity: error, count: 2}');
  expect(await counts()).toMatchObject({ baseline: 2, at_gate: 0 });
});

describe('what no longer occurs', () => {
  const mended = async () => {
    const cwd = await made(rotten());
    write(cwd, 'deals/2026/late.yaml', dealFile());
    write(cwd, 'deals/2026/new.yaml', LATE);
    return cwd;
  };

  test('is told with the command that takes it out, and only where all deals are looked at', async () => {
    const cwd = await mended();
    const { stdout } = await cli('check', { cwd });
    expect(stdout).toContain('In the baseline, 1 finding no longer occurs: past-close late.');
    expect(stdout).toContain('To take it out → pipeline check --shrink-baseline');
    expect((await view(cwd)).baseline?.gone).toEqual([
      { rule: 'past-close', id: 'late', about: '', severity: 'error', count: 1 },
    ]);
    expect((await view(cwd, '--owner anna')).baseline?.gone).toBe(null);
    expect((await view(cwd, '--rule stale')).baseline).toMatchObject({ entries: 1, gone: [] });
  });

  test('leaves by --shrink-baseline, which lets nothing new in', async () => {
    const cwd = await mended();
    const { stdout, status } = await make(cwd, 'shrink');
    expect(status).toBe(0);
    expect(stdout).toContain('1 finding · 0 added, 1 left');
    expect(entriesOf(cwd)).toEqual(['  - {rule: stale, id: old}']);
    expect((await cli('check', { cwd })).status).toBe(1);
  });

  test('leaves with its line alone: what people wrote around the others stays, to the byte', async () => {
    const cwd = await made(rotten());
    write(cwd, 'deals/2026/mended.yaml', dealFile());
    renameSync(join(cwd, 'deals/2026/old.yaml'), join(cwd, 'deals/2026/renamed.yaml'));
    write(
      cwd,
      'deals/2026/renamed.yaml',
      `${readFileSync(join(cwd, 'deals/2026/renamed.yaml'), 'utf8')}was: old\n`,
    );
    const ours = '# What Anna knows.\r\nformat: 1 # the first\nfindings:\n\n# They promised to call.\n';
    const late = '    - { rule: past-close, id: "late", severity: error }  # until March\r\n';
    write(
      cwd,
      FILE,
      `${ours}- {rule: stale, id: old, count: 3} # three\n  # Of old.\n  - {rule: past-close, id: mended, severity: error} # gone\n${late}`,
    );
    expect((await make(cwd, 'shrink')).stdout).toContain('0 added, 3 left');
    expect(read(cwd)).toBe(`${ours}- {rule: stale, id: renamed} # three\n  # Of old.\n${late}`);
    const { stdout } = await cli('check --shrink-baseline --format json', { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      added: 0,
      left: 0,
      rules: [{ rule: 'past-close' }, { rule: 'stale' }],
    });
  });

  test('leaves by --write-baseline too, which says how many it let in', async () => {
    const cwd = await mended();
    expect((await make(cwd)).stdout).toContain('2 findings · 1 added, 1 left');
    expect(entriesOf(cwd)).toEqual([
      '  - {rule: past-close, id: new, severity: error}',
      '  - {rule: stale, id: old}',
    ]);
  });

  test('where nothing is left there is no file', async () => {
    const cwd = await made(rotten());
    for (const id of ['late', 'old']) write(cwd, `deals/2026/${id}.yaml`, dealFile());
    expect((await cli('check', { cwd })).stdout).toContain('To take them out → pipeline check --shrink');
    expect((await make(cwd, 'shrink')).stdout).toContain('0 added, 2 left');
    expect(existsSync(join(cwd, FILE))).toBe(false);
    expect((await make(cwd)).stdout).toContain('Nothing to put into a baseline.');
    expect(existsSync(join(cwd, FILE))).toBe(false);
    const { status, stderr } = await make(cwd, 'shrink');
    expect(stderr).toContain('pipeline check --write-baseline');
    expect(status).toBe(2);
  });
});

test('written twice it is the same file, and a file that is as it should be is not written', async () => {
  const cwd = await made(rotten());
  const before = read(cwd);
  expect((await make(cwd)).stdout).toContain('0 added, 0 left');
  expect(read(cwd)).toBe(before);
});

test('a deal with a new id keeps its entry, and the next write has the new id', async () => {
  const cwd = await made(rotten());
  renameSync(join(cwd, 'deals/2026/late.yaml'), join(cwd, 'deals/2026/acme-portal.yaml'));
  write(cwd, 'deals/2026/acme-portal.yaml', `${LATE}was: late\n`);
  expect(await view(cwd)).toMatchObject({ exit_status: 0, counts: { baseline: 2 }, baseline: { gone: [] } });
  expect((await make(cwd)).stdout).toContain('0 added, 0 left');
  expect(entriesOf(cwd)).toContain('  - {rule: past-close, id: acme-portal, severity: error}');
});

test('a deal that cannot be read keeps its entries, is in no baseline itself, and the status is 3', async () => {
  const cwd = await made(rotten());
  write(cwd, 'deals/2026/late.yaml', 'name: [\n');
  expect((await view(cwd)).baseline?.gone).toEqual([]);
  const { status, stdout } = await make(cwd);
  expect(status).toBe(3);
  expect(stdout).toContain('late');
  expect(entriesOf(cwd)).toEqual([
    '  - {rule: past-close, id: late, severity: error}',
    '  - {rule: stale, id: old}',
  ]);
  write(cwd, 'deals/2026/late.yaml', LATE);
  expect((await cli('check', { cwd })).status).toBe(0);
});

test('a waived finding needs no entry; once the waiver is over it stands at the gate', async () => {
  const waive = '[{rule: past-close, until: 2026-11-23, why: holiday}]';
  const cwd = workspace({
    'deals/2026/late.yaml': dealFile({ close: '2026-11-18', waive }),
    'deals/2026/other.yaml': LATE,
  });
  await made(cwd);
  expect(entriesOf(cwd)).toEqual(['  - {rule: past-close, id: other, severity: error}']);
  expect((await cli('check --rule past-close', { cwd })).status).toBe(0);
  expect((await cli('check --rule past-close', { cwd, today: '2026-11-24' })).status).toBe(1);
});

test('a rule that could not look at a source does not make its entries go', async () => {
  const csv = (id: string, more: Record<string, string> = {}) =>
    dealFile({ ...lastCall('2026-10-01'), source: `{system: csv, id: "${id}"}`, ...more });
  const cwd = workspace({ 'deals/2026/a.yaml': csv('1'), 'deals/2026/b.yaml': csv('2') });
  await made(cwd);
  for (const id of ['a', 'b'])
    write(cwd, `deals/2026/${id}.yaml`, csv(id === 'a' ? '1' : '2', { activities: '[]' }));
  const { baseline, not_evaluated } = await view(cwd);
  expect(not_evaluated).toMatchObject([{ rule: 'stale', source: 'csv' }]);
  expect(baseline?.gone).toEqual([]);
  await make(cwd, 'shrink');
  expect(entriesOf(cwd)).toHaveLength(2);
});

test('an entry goes though the rule could not judge another deal, and stays for one that it could not judge', async () => {
  const since = (on: string) => dealFile({ stages: `[{stage: lead, on: ${on}}]` });
  const cwd = anyWorkspace({
    'pipeline.yaml': `format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [{id: lead, max_days: 30}]}\n${onlyRules({ 'stage-age': '' })}`,
    'deals/2026/a.yaml': since('2026-08-01'),
    'deals/2026/b.yaml': since('2026-08-01'),
  });
  await made(cwd);
  expect(entriesOf(cwd)).toHaveLength(2);
  write(cwd, 'deals/2026/a.yaml', since('2026-11-20'));
  write(cwd, 'deals/2026/b.yaml', dealFile());
  expect((await view(cwd)).baseline?.gone).toMatchObject([{ rule: 'stage-age', id: 'a' }]);
});

test('a warning that has become an error stands at the gate; an error that is a warning by now passes', async () => {
  const called = (on: string) => dealFile(lastCall(on));
  const cwd = await made(
    workspace({ 'deals/2026/a.yaml': called('2026-11-05'), 'deals/2026/b.yaml': called('2026-10-01') }),
  );
  expect(entriesOf(cwd)).toEqual(['  - {rule: stale, id: a}', '  - {rule: stale, id: b, severity: error}']);
  write(cwd, 'deals/2026/a.yaml', called('2026-10-01'));
  write(cwd, 'deals/2026/b.yaml', called('2026-11-05'));
  const now = await view(cwd);
  expect(now.findings.map(({ id, apart }) => [id, apart])).toEqual([
    ['a', null],
    ['b', 'baseline'],
  ]);
  expect(now).toMatchObject({ exit_status: 1, baseline: { gone: [{ id: 'a', severity: 'warning' }] } });
  expect((await make(cwd)).stdout).toContain('2 findings · 2 added, 2 left');
});

test('an entry may say any count there is', async () => {
  const cwd = rotten();
  write(cwd, FILE, 'format: 1\nfindings:\n  - {rule: stale, id: old, count: 9999999}\n');
  expect((await view(cwd)).baseline).toMatchObject({ entries: 9_999_999, gone: [{ count: 9_999_998 }] });
}, 20_000);

test('a rule that is off, for all or for a group, does not make its entries go', async () => {
  const cwd = await made(rotten());
  const settings = readFileSync(join(cwd, 'pipeline.yaml'), 'utf8');
  for (const said of ['off', '{stages: {lead: {severity: off}}}', '{stages: {lead: off}}']) {
    write(cwd, 'pipeline.yaml', settings.replace(/^rules: \{/m, `rules: {past-close: ${said}, `));
    expect((await view(cwd)).baseline?.gone).toEqual([]);
    expect((await make(cwd, 'shrink')).stdout).toContain('0 added, 0 left');
  }
});

describe('a file that is not as the tool writes it', () => {
  const withBaseline = (text: string) => workspace({ 'deals/2026/late.yaml': LATE, [FILE]: text });
  const told = async (text: string) => {
    const { status, stderr } = await cli('check', { cwd: withBaseline(text) });
    expect(status).toBe(2);
    return stderr;
  };

  test('is read with comments, blank lines, quotes and the line ends of Windows', async () => {
    const text =
      '\ufeff# ours\r\nformat: 1 # of the file\r\n\r\nfindings:\r\n  # Piotr mends it\r\n- { id: "late", rule: past-close, severity: error }  # soon\r\n';
    expect((await cli('check', { cwd: withBaseline(text) })).status).toBe(0);
    expect((await cli('check', { cwd: withBaseline('format: 1\nfindings: []\n') })).status).toBe(1);
  });

  test.each([
    '# "soon", says Piotr {by May}',
    '# he said "soon',
    '# see {rule: stale',
    '# } and # again',
    '#',
  ])('a comment has any words: %s', async (comment) => {
    const entry = '- {rule: past-close, id: "late", severity: error}';
    const text = `format: 1 ${comment}\nfindings: ${comment}\n${comment}\n${entry} ${comment}\n  ${comment}\n`;
    expect(await cli('check', { cwd: withBaseline(text) })).toMatchObject({ stderr: '', status: 0 });
  });

  test('what stands in quotes or touches a word is no comment', async () => {
    const cwd = withBaseline(
      'format: 1\nfindings:\n- {rule: plan-missing, about: "a #b"}\n- {rule: stale, id: a#b}\n',
    );
    expect((await view(cwd)).baseline?.gone).toMatchObject([{ about: 'a #b' }, { id: 'a#b' }]);
  });

  test.each([
    ['- {rule: past-clos, id: late}', 'yaml:3:1', 'Did you mean "past-close"?'],
    ['- {rule: past-close, id: late', 'yaml:3:1', 'Write: - {rule: stale, id: acme-erp}'],
    ['- {rule: past-close, ids: late}', 'yaml:3:1', 'This is no entry'],
    ['- {rule: past-close, rule: stale}', 'yaml:3:1', 'This is no entry'],
    ['- {id: late}', 'yaml:3:1', 'This is no entry'],
    ['- {rule: past-close, id: late, count: 0}', 'yaml:3:1', 'This is no entry'],
    ['- {rule: past-close, id: late, severity: info}', 'yaml:3:1', 'This is no entry'],
    ['- {rule: past-close, id: "la\\q"}', 'yaml:3:1', 'This is no entry'],
    ['- past-close', 'yaml:3:1', 'This is no entry'],
    ['<<<<<<< HEAD', 'yaml:3:1', 'A merge left its marks here'],
    ['more: x', 'yaml:3:1', 'This is no line of a baseline'],
  ])('%s is a mistake at its line', async (line, place, said) => {
    const stderr = await told(`format: 1\nfindings:\n${line}\n`);
    expect(stderr).toContain(`.pipeline-baseline.${place}`);
    expect(stderr).toContain(said);
  });

  test('without a format, of another or of a newer one it is refused', async () => {
    expect(await told('findings:\n')).toContain('The format is missing.');
    expect(await told('format: one\nfindings:\n')).toContain('There is no format one.');
    expect(await told('format: 2\nwhatever: [\n')).toContain('reads format 1');
  });

  test('in another encoding is refused with the line: shrunken it would have other letters', async () => {
    const cwd = withBaseline('');
    writeFileSync(join(cwd, FILE), Buffer.from('format: 1\n# \xa3ucja\nfindings:\n', 'latin1'));
    const { status, stderr } = await make(cwd, 'shrink');
    expect(stderr).toContain('.pipeline-baseline.yaml:2');
    expect(stderr).toContain('The file is not UTF-8.');
    expect(status).toBe(2);
  });

  test('is never written over', async () => {
    const cwd = withBaseline('format: 1\nfindings:\n- {rule: past-clos, id: late}\n');
    const before = read(cwd);
    for (const kind of ['write', 'shrink']) expect((await make(cwd, kind)).status).toBe(2);
    expect(read(cwd)).toBe(before);
    expect((await cli('check --no-baseline', { cwd })).status).toBe(1);
  });

  test('nor is a link or a folder in its place followed', async () => {
    const cwd = withBaseline('format: 1\n');
    rmSync(join(cwd, FILE));
    const { symlinkSync, mkdirSync } = await import('node:fs');
    symlinkSync('/etc/passwd', join(cwd, FILE));
    expect((await cli('check', { cwd })).stderr).toContain('symbolic link');
    rmSync(join(cwd, FILE));
    mkdirSync(join(cwd, FILE));
    expect((await cli('check', { cwd })).stderr).toContain('is a folder');
  });
});

test('thousands of entries are read', async () => {
  const cwd = rotten();
  const lines = Array.from({ length: 20_000 }, (_, at) => `  - {rule: stale, id: deal-${at}}\n`);
  write(cwd, FILE, `format: 1\nfindings:\n${lines.join('')}`);
  expect((await view(cwd)).baseline).toMatchObject({ entries: 20_000 });
});
