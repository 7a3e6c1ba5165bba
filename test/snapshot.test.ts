// pipeline snapshot, snapshot list, snapshot verify: as typed.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSnapshot } from '../src/snapshot/store.ts';
import { type CliOptions, cli } from './support/cli.ts';
import { filesIn } from './workspace-files/folder.ts';

const TODAY = '2026-11-23';
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'pipeline-snapshot-'));
  settings('');
  deal('acme-erp', 'stage: proposal\namount: 120000.00\nclose: 2026-12-15\ncreated: 2026-09-01\n');
  deal('beta-crm', 'stage: lead\namount: 10000\n');
});
afterEach(() => rmSync(cwd, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function settings(more: string): void {
  const stages =
    'process:\n  version: 1\n  stages:\n    - {id: lead, label: Lead}\n    - {id: proposal, label: Proposal}\n';
  put(
    'pipeline.yaml',
    `format: 1\nname: acme-sales\ncurrency: PLN\ntime_zone: Europe/Warsaw\nlocale: en\n${stages}${more}`,
  );
}

function deal(id: string, text: string): void {
  put(`deals/2026/${id}.yaml`, `name: ERP rollout\naccount: Acme\nowner: anna\n${text}`);
}

const run = (words: string | readonly string[], options: Partial<CliOptions> = {}) =>
  cli(words, { cwd, today: TODAY, ...options });
const on = (today: string, words = 'snapshot') => run(words, { today });
const names = () => (existsSync(join(cwd, 'snapshots')) ? readdirSync(join(cwd, 'snapshots')).sort() : []);
const rowOf = (name: string, id: string) => readSnapshot(cwd, name).deals.find((row) => row.id === id);
const report = (name: string) => readFileSync(join(cwd, 'snapshots', name, 'snapshot.md'), 'utf8');

describe('pipeline snapshot', () => {
  test('writes the state of every deal, and says what it was', async () => {
    const { status, stdout, stderr } = await run(['snapshot', '--message', 'before the board']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toBe(`Snapshot 2026-11-23 · taken · 2 deals

Stage     Deals  Value, PLN
Lead          1      10,000
Proposal      1     120,000
Open          2     130,000

It is the first snapshot: there is none before to compare it with.
Fresh: 0 % of value · 0 of 2 open deals
Written: snapshots/2026-11-23/, to be read in its snapshot.md
All snapshots → pipeline snapshot list
`);
    expect(names()).toEqual([TODAY]);
    expect(readdirSync(join(cwd, 'snapshots', TODAY)).sort()).toEqual([
      'archived.csv',
      'deals.csv',
      'snapshot.md',
      'snapshot.yaml',
    ]);
    expect(readSnapshot(cwd, TODAY)).toMatchObject({
      on: TODAY,
      takenAt: '2026-11-23T13:00:00+01:00',
      message: 'before the board',
      origin: 'taken',
      commit: '',
      reportingCurrency: 'PLN',
    });
    expect(rowOf(TODAY, 'acme-erp')).toMatchObject({
      amount: '120000.00',
      value: 12_000_000,
      closeFirst: '2026-12-15',
    });
    expect(report(TODAY)).toContain('before the board');
  });

  test('tells in one line what changed since the last one, and in its report each deal', async () => {
    await on('2026-11-16');
    deal('acme-erp', 'stage: proposal\namount: 100000.00\nclose: 2027-01-31\ncreated: 2026-09-01\n');
    const { stdout } = await run('snapshot');
    expect(stdout).toContain('Since 2026-11-16: 130,000 → 110,000 (−20,000) · slipped 1, shrunk 1, idle 1');
    expect(stdout).toContain('→ pipeline diff 2026-11-16 2026-11-23');
    expect(report(TODAY)).toContain(
      '| acme-erp | anna | slipped 47 days to 2027-01-31 · left 2026-Q4 · shrunk 120,000 → 100,000',
    );
    expect(rowOf(TODAY, 'acme-erp')).toMatchObject({
      closeFirst: '2026-12-15',
      closeMoves: 1,
      lastSignOfLife: TODAY,
      lastSignEvent: 'amount',
    });
  });

  test('counts over the whole series: the third snapshot knows both moves', async () => {
    for (const [day, close] of [
      ['2026-11-09', '2026-12-01'],
      ['2026-11-16', '2026-12-08'],
      [TODAY, '2026-12-15'],
    ] as const) {
      deal('acme-erp', `stage: proposal\nclose: ${close}\n`);
      await on(day);
    }
    expect(rowOf(TODAY, 'acme-erp')).toMatchObject({ closeFirst: '2026-12-01', closeMoves: 2 });
  });

  test('is what the diff with now then finds unchanged', async () => {
    await run('snapshot');
    const { stdout } = await run(`diff ${TODAY} now --format json`);
    expect(JSON.parse(stdout)).toMatchObject({
      idle: 2,
      bridge: { opening: '130000.00', closing: '130000.00' },
    });
  });

  test('has the same content with a warm index, a cold one and none', async () => {
    await on('2026-11-16');
    await run('snapshot');
    const warm = readFileSync(join(cwd, 'snapshots', TODAY, 'deals.csv'));
    rmSync(join(cwd, '.pipeline'), { recursive: true });
    await run('snapshot --replace');
    expect(readFileSync(join(cwd, 'snapshots', TODAY, 'deals.csv'))).toEqual(warm);
  });

  test('prints JSON with what was written', async () => {
    const { stdout } = await run('snapshot --format json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'pipeline/snapshot/1',
      name: TODAY,
      currency: 'PLN',
      deals: 2,
      open: { count: 2, value: '130000.00' },
      previous: null,
      since: null,
      replaced: false,
      commit: null,
      files: ['deals.csv', 'archived.csv', 'snapshot.yaml', 'snapshot.md'].map(
        (file) => `snapshots/${TODAY}/${file}`,
      ),
    });
  });

  test('of no deals at all is a snapshot', async () => {
    rmSync(join(cwd, 'deals'), { recursive: true });
    expect((await run('snapshot')).status).toBe(0);
    expect(readSnapshot(cwd, TODAY).deals).toEqual([]);
  });
});

describe('a second snapshot of a day', () => {
  beforeEach(() => on(TODAY));
  const at = (time: string) => ({ now: new Date(`${TODAY}T${time}:00Z`) });

  test('is refused with a hint', async () => {
    const { status, stderr } = await run('snapshot');
    expect(status).toBe(2);
    expect(stderr).toContain('There is a snapshot of 2026-11-23 already.');
    expect(stderr).toContain('--again adds another one');
  });

  test('is added with --again, under the time in the workspace’s zone', async () => {
    expect((await run('snapshot --again', at('13:30'))).status).toBe(0);
    expect(names()).toEqual([TODAY, `${TODAY}T1430`]);
    const again = await run('snapshot --again', at('13:30'));
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('Wait a minute')]);
  });

  test('takes the place of the newest with --replace, as if that had never been', async () => {
    await on('2026-11-24');
    deal('acme-erp', 'stage: proposal\nclose: 2027-09-09\n'); // a typo
    await on('2026-11-25');
    deal('acme-erp', 'stage: proposal\namount: 120000.00\nclose: 2026-12-15\ncreated: 2026-09-01\n');
    const { status, stdout } = await on('2026-11-25', 'snapshot --replace');
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'Snapshot 2026-11-25 · replaced · 2 deals']);
    expect(rowOf('2026-11-25', 'acme-erp')).toMatchObject({
      closeMoves: 0,
      lastSignOfLife: '2026-09-01',
      lastSignEvent: 'created',
    });
    expect(names()).toEqual([TODAY, '2026-11-24', '2026-11-25']);
  });

  test('replaces the later one of two, and needs none to replace', async () => {
    await run('snapshot --again', at('13:30'));
    expect((await run('snapshot --replace --message second')).status).toBe(0);
    expect(names()).toEqual([TODAY, `${TODAY}T1430`]);
    expect(readSnapshot(cwd, `${TODAY}T1430`).message).toBe('second');
    expect((await on('2026-11-30', 'snapshot --replace')).status).toBe(0);
  });

  test('is not asked for by --if-changed while nothing changed since the first', async () => {
    expect(await run('snapshot --if-changed')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining(`Nothing changed since ${TODAY} · no snapshot is taken`),
    });
    expect(await run('snapshot --again --if-changed', at('00:00'))).toMatchObject({ status: 0 });
    expect(names()).toEqual([TODAY]);
  });

  test('with --replace leaves what a person put into its folder, and is not taken then', async () => {
    await run('snapshot');
    put(`snapshots/${TODAY}/notes.md`, 'mine');
    put(`snapshots/${TODAY}/board/slides.txt`, 'mine');
    const before = filesIn(cwd);
    expect(await run('snapshot --replace')).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        `error: snapshots/${TODAY}/ holds what is no part of a snapshot (board/, notes.md), and stays as it is.\n` +
        `  → Move it out of snapshots/${TODAY}/. pipeline snapshot --again adds another one of the day.\n`,
    });
    expect(filesIn(cwd)).toEqual(before);
  });

  test('with --replace takes the place of one that is damaged, which undo brings back as it was', async () => {
    await on('2026-11-16');
    await run('snapshot');
    const path = `snapshots/${TODAY}/deals.csv`;
    const [whole, damaged] = [readFileSync(join(cwd, path), 'utf8'), 'garbage'];
    put(path, damaged);
    rmSync(join(cwd, `snapshots/${TODAY}/snapshot.yaml`));
    expect(await run('snapshot --replace')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(whole);
    expect((await run('snapshot verify')).status).toBe(0);
    expect((await run('undo')).status).toBe(0);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(damaged);
  });

  test('is refused with --if-changed where something changed: --again or --replace has to be said', async () => {
    deal('beta-crm', 'stage: proposal\namount: 10000\n');
    expect(await run('snapshot --if-changed')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is a snapshot of 2026-11-23 already.'),
    });
    expect(names()).toEqual([TODAY]);
  });

  test('is not asked for by --again --if-changed twice in a minute', async () => {
    deal('beta-crm', 'stage: proposal\namount: 10000\n');
    expect((await run('snapshot --again --if-changed', at('13:30'))).status).toBe(0);
    expect(await run('snapshot --again --if-changed', at('13:30'))).toMatchObject({ status: 0, stderr: '' });
    expect(names()).toEqual([TODAY, `${TODAY}T1430`]);
  });

  test('is not both replaced and added', async () => {
    expect((await run('snapshot --replace --again')).status).toBe(2);
  });
});

describe('no snapshot is taken, and nothing is written,', () => {
  const refused = async (words: string, today = TODAY) => {
    const before = names();
    const { status, stderr } = await on(today, words);
    expect(names()).toEqual(before);
    return `${status}: ${stderr}`;
  };

  test('of a day before a taken one', async () => {
    await run('snapshot');
    expect(await refused('snapshot', '2026-11-16')).toMatch(
      /^2: error: A snapshot of 2026-11-16 would lie before that of 2026-11-23/,
    );
  });

  test('while a rate is missing: currency, day and deals are named', async () => {
    deal('gamma', 'stage: lead\namount: 5\ncurrency: USD\n');
    const said = await refused('snapshot');
    expect(said).toMatch(/^2: error: There is no rate to PLN on 2026-11-23 for USD \(gamma\)\./);
    expect(said).toMatch(/rates: .*\n {2}- on: 2026-11-23\n {4}USD: "\?"\n$/);
    expect(said).not.toContain('Where totals are to be in USD');
    deal('gamma', 'stage: lost\namount: 5\ncurrency: USD\n');
    expect((await run('snapshot')).status).toBe(0);
    expect(rowOf(TODAY, 'gamma')?.value).toBeUndefined();
  });

  test('with --strict while a deal cannot be read', async () => {
    deal('gamma', 'stage: [\n');
    expect(await refused('snapshot --strict')).toMatch(
      /^3: error: 1 deal cannot be read[\s\S]*deals\/2026\/gamma\.yaml:/,
    );
  });

  test('with --if-changed while nothing changed', async () => {
    await on('2026-11-16');
    expect(await refused('snapshot --if-changed')).toMatch(/^0: $/);
    expect((await run('snapshot --if-changed')).stdout).toContain(
      'Nothing changed since 2026-11-16 · no snapshot is taken',
    );
    deal('beta-crm', 'stage: proposal\namount: 10000\n');
    expect((await run('snapshot --if-changed')).status).toBe(0);
    expect(names()).toEqual(['2026-11-16', TODAY]);
  });

  test('where something is in the way', async () => {
    put('snapshots', '');
    expect(await run('snapshot')).toMatchObject({
      status: 5,
      stderr: expect.stringContaining('snapshots is no folder'),
    });
  });
});

describe('an unreadable deal', () => {
  test('stands as in the snapshot before, and is named; exit 3', async () => {
    await on('2026-11-16');
    deal('acme-erp', 'stage: [\n');
    const { status, stdout } = await run('snapshot');
    expect(status).toBe(3);
    expect(stdout).toContain('1 deal cannot be read; each stands as before: acme-erp.');
    expect(stdout).toContain('→ pipeline check');
    expect(rowOf(TODAY, 'acme-erp')).toMatchObject({
      stage: 'proposal',
      value: 12_000_000,
      problem: expect.stringMatching(/./),
    });
    expect(report(TODAY)).toContain('| acme-erp |');
  });

  test('that no snapshot has is left out, and named; exit 3', async () => {
    deal('gamma', 'stage: [\n');
    const { status, stdout } = await run('snapshot');
    expect([status, stdout]).toEqual([3, expect.stringContaining('left out: gamma')]);
    expect(rowOf(TODAY, 'gamma')).toBeUndefined();
    expect(report(TODAY)).toContain('gamma');
  });

  test('in the archive, that no snapshot has, is kept where custom fields have columns; exit 3', async () => {
    settings('snapshot: {custom: [segment]}\n');
    put('archive/2026-Q3/gamma.yaml', 'stage: [\n');
    const { status } = await run('snapshot');
    expect(status).toBe(3);
    const [archived] = readSnapshot(cwd, TODAY).archived;
    expect(archived).toMatchObject({ id: 'gamma', custom: { segment: '' } });
  });
});

describe('a mirror', () => {
  const imported = (day: string) =>
    put(
      'imports/pipedrive.yaml',
      `format: 1\nsystem: pipedrive\ncolumns: {name: Title}\nlast: {on: ${day}, file: deals.csv, sha256: ${'a'.repeat(64)}, rows: 2, partial: false}\n`,
    );
  beforeEach(() => settings('source_of_record: pipedrive\nrhythm: {import: weekly}\n'));

  test.each([
    ['nothing was imported yet', undefined, 'No export of pipedrive was imported yet.'],
    ['the due date has passed', '2026-11-15', 'the next one was due on 2026-11-22'],
    [
      'nothing was imported since the last snapshot',
      '2026-11-20',
      'Nothing of pipedrive was imported since the last snapshot',
    ],
  ])('takes no snapshot where %s', async (_, day, message) => {
    if (day !== undefined) imported(day);
    await on('2026-11-20', 'snapshot --allow-old-source');
    const { status, stderr } = await run('snapshot');
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(names()).toEqual(['2026-11-20']);
    expect((await run('snapshot --allow-old-source')).status).toBe(0);
  });

  test('takes no snapshot where the record of the last import can’t be read, and says where', async () => {
    put('imports/pipedrive.yaml', 'format: 1\ncolumns: 7\n');
    const { status, stderr } = await run('snapshot');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: What was last imported from pipedrive can't be read\.\n/);
    expect(stderr).toContain('imports/pipedrive.yaml:2');
    expect((await run('snapshot --allow-old-source')).status).toBe(0);
  });

  test.each(['2026-11-16', '2026-11-22', TODAY])('takes one after an import on %s', async (day) => {
    await on('2026-11-15', 'snapshot --allow-old-source');
    imported(day);
    expect(await run('snapshot')).toMatchObject({ status: 0 });
  });
});

describe('if due', () => {
  const due = (today: string, more = '') => run(`snapshot --if-due ${more}`, { today });

  test('none is taken before the rhythm asks for one, and that is no failure', async () => {
    settings('rhythm: {snapshot: weekly on monday}\n');
    expect((await due('2026-11-04')).status).toBe(0); // there is none yet
    const { status, stdout } = await due('2026-11-08');
    expect(status).toBe(0);
    expect(stdout).toBe('Not due: the last snapshot is of 2026-11-04, the next one is due on 2026-11-09\n');
    expect(names()).toEqual(['2026-11-04']);
    const json = JSON.parse((await due('2026-11-08', '--format json')).stdout);
    expect(json).toMatchObject({
      schema: 'pipeline/snapshot-due/1',
      last: '2026-11-04',
      next: '2026-11-09',
      missed: [],
    });
  });

  test('one is taken on the day or after, and what was missed is told and not made up', async () => {
    settings('rhythm: {snapshot: weekly on monday}\n');
    await on('2026-11-02');
    expect((await due('2026-11-09')).stdout).toContain('Snapshot 2026-11-09 · taken');
    const { stdout } = await due('2026-12-01');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Missed: 2 days on which one was due, 2026-11-16, 2026-11-23.',
    );
    expect(names()).toEqual(['2026-11-02', '2026-11-09', '2026-12-01']);
    expect((await due('2026-12-01')).stdout).toContain('Not due');
  });

  test('a snapshot that was made of the past keeps no rhythm', async () => {
    await on('2026-11-02');
    deal('acme-erp', 'stage: proposal\nstages: [{stage: proposal, on: 2026-09-01}]\n');
    expect((await run('backfill --from dates --on 2026-11-20')).status).toBe(0);
    expect((await due('2026-11-23')).stdout).toContain('Snapshot 2026-11-23 · taken');
  });

  test('in a mirror whose export is too old it fails, where one is due', async () => {
    settings('source_of_record: pipedrive\n');
    put(
      'imports/pipedrive.yaml',
      'format: 1\nlast: {on: 2026-11-02, file: x.csv, sha256: "", rows: 1, partial: false}\n',
    );
    expect((await due('2026-11-03')).status).toBe(0);
    expect((await due('2026-11-09')).stdout).toContain('Not due');
    const { status, stderr } = await due('2026-11-23');
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('due') });
    expect((await due('2026-11-23', '--allow-old-source')).status).toBe(0);
  });
});

describe('in a git repository', () => {
  const git = (...words: string[]) => execFileSync('git', words, { cwd, encoding: 'utf8' }).trim();
  beforeEach(() => {
    git('init', '--quiet');
    git('config', 'user.name', 'Anna');
    git('config', 'user.email', 'anna@example.com');
    put('.gitignore', '.pipeline/\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'begin');
  });

  test('names the commit, and whether deals differ from it', async () => {
    await on('2026-11-16');
    const head = git('rev-parse', 'HEAD');
    expect(readSnapshot(cwd, '2026-11-16')).toMatchObject({ commit: head, dirty: false });
    deal('acme-erp', 'stage: lead\n');
    await run('snapshot');
    expect(readSnapshot(cwd, TODAY)).toMatchObject({ commit: head, dirty: true });
  });

  test('commits the snapshot with --commit, and nothing else', async () => {
    deal('acme-erp', 'stage: lead\n');
    put('notes.txt', 'mine');
    git('add', 'notes.txt');
    const { status, stdout } = await run(['snapshot', '--commit', '--message', "# the board's"]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Committed as ${git('rev-parse', 'HEAD').slice(0, 12)}`);
    expect(
      git('show', '--name-only', '--format=%B', 'HEAD')
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      'Snapshot 2026-11-23',
      "# the board's",
      ...['archived.csv', 'deals.csv', 'snapshot.md', 'snapshot.yaml'].map(
        (file) => `snapshots/${TODAY}/${file}`,
      ),
    ]);
    expect(git('status', '--porcelain').split('\n')).toEqual(['M deals/2026/acme-erp.yaml', 'A  notes.txt']);
  });

  test('commits a replaced one too', async () => {
    await run('snapshot --commit');
    expect((await run('snapshot --replace --commit --message again')).status).toBe(0);
    expect(git('status', '--porcelain')).toBe('');
  });

  test('runs the team’s hooks when it commits: one that refuses leaves the snapshot and says so', async () => {
    put('.git/hooks/pre-commit', '#!/bin/sh\necho "not on Mondays" >&2\nexit 1\n');
    chmodSync(join(cwd, '.git/hooks/pre-commit'), 0o755);
    const { status, stderr } = await run('snapshot --commit');
    expect([status, stderr]).toEqual([5, expect.stringContaining('git did not commit it: not on Mondays')]);
    expect(names()).toEqual([TODAY]);
  });

  test('runs nothing that a repository brings along when it only reads', async () => {
    const marker = join(cwd, 'ran');
    put('evil.sh', `#!/bin/sh\ntouch ${marker}\ncat\n`);
    chmodSync(join(cwd, 'evil.sh'), 0o755);
    git('config', 'core.fsmonitor', join(cwd, 'evil.sh'));
    git('config', 'filter.evil.clean', join(cwd, 'evil.sh'));
    put('.gitattributes', '* filter=evil\n');
    deal('acme-erp', 'stage: lead\n');
    await run('snapshot');
    expect(existsSync(marker)).toBe(false);
    expect(readSnapshot(cwd, TODAY).dirty).toBe(true);
  });

  test('that ignores snapshots cannot commit one: nothing is written', async () => {
    put('.gitignore', 'snapshots/\n');
    expect(await run('snapshot --commit')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('git ignores'),
    });
    expect(names()).toEqual([]);
  });
});

test('--commit without a repository is a sentence, and nothing is written', async () => {
  const { status, stderr } = await run('snapshot --commit');
  expect([status, stderr]).toEqual([2, expect.stringContaining('in no git repository')]);
  expect(names()).toEqual([]);
});

describe('pipeline snapshot list', () => {
  test('shows day, origin, deals, open value and message, the newest last', async () => {
    await on('2026-11-16');
    deal('beta-crm', 'stage: won\namount: 10000\nclose: 2026-11-20\n');
    await run(['snapshot', '--message', 'before the board']);
    const { status, stdout } = await run('snapshot list');
    expect(status).toBe(0);
    expect(stdout).toBe(`2 snapshots · the last one 2026-11-23

Snapshot    Origin  Deals  Open  Open value, PLN  Message
2026-11-16  taken       2     2          130,000
2026-11-23  taken       2     1          120,000  before the board

What happened since → pipeline diff 2026-11-23
`);
  });

  test('shows those of a day or before with --as-of; none: exit 2', async () => {
    await on('2026-11-16');
    await on('2026-11-20');
    await run('snapshot');
    const listed = JSON.parse((await run('snapshot list --as-of 2026-11-22 --format json')).stdout);
    expect(listed.snapshots.map(({ name }: { name: string }) => name)).toEqual(['2026-11-16', '2026-11-20']);
    const { status, stderr } = await run('snapshot list --as-of 2026-11-15');
    expect([status, stderr]).toEqual([
      2,
      'error: There is no snapshot of 2026-11-15 or before.\n  → The first one is 2026-11-16.\n',
    ]);
  });

  test('names one that is damaged; exit 3', async () => {
    await run('snapshot');
    put(`snapshots/${TODAY}/snapshot.yaml`, 'format: x\n');
    const { status, stdout } = await run('snapshot list');
    expect([status, stdout]).toEqual([3, `${TODAY} is damaged → pipeline snapshot verify ${TODAY}\n`]);
  });

  test('takes its own format and the options of every verb, wherever they stand', async () => {
    await run('--today 2026-11-16 snapshot');
    await run('snapshot --today 2026-11-17');
    const { stdout } = await run('snapshot list --format csv');
    expect(stdout.split('\n').map((line) => line.split(',')[0])).toEqual([
      'name',
      '2026-11-16',
      '2026-11-17',
      '',
    ]);
  });

  test('of none has nothing to look at', async () => {
    expect((await run('snapshot list')).status).toBe(2);
  });
});

describe('pipeline snapshot verify', () => {
  beforeEach(() => on('2026-11-16'));

  test('finds what was taken sound', async () => {
    await run('snapshot');
    expect(await run('snapshot verify')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Snapshot 2026-11-23 · sound'),
    });
    expect(await run('snapshot verify --all')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 snapshots · sound'),
    });
  });

  test('names what somebody changed, with file and line; exit 3', async () => {
    const path = `snapshots/2026-11-16/deals.csv`;
    put(path, readFileSync(join(cwd, path), 'utf8').replace('10000.00', '10001.00'));
    const { status, stdout } = await run('snapshot verify --all --format json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout).snapshots[0]).toMatchObject({
      name: '2026-11-16',
      sound: false,
      problems: [
        { file: path, line: 1, message: expect.stringContaining('was changed since') },
        { file: path, line: 3, message: expect.stringContaining('the value of beta-crm') },
        { file: 'snapshots/2026-11-16/snapshot.yaml', message: expect.stringContaining('the total of lead') },
      ],
    });
  });

  test('takes the words that a diff takes', async () => {
    expect((await run('snapshot verify latest')).status).toBe(0);
    expect((await run('snapshot verify 2026-11-16')).status).toBe(0);
    for (const words of [
      'snapshot verify now',
      'snapshot verify 2026-11-17',
      'snapshot verify latest --all',
    ]) {
      expect((await run(words)).status).toBe(2);
    }
  });
});
