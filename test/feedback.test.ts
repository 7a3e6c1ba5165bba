// pipeline feedback and pipeline actions: said, decided, done, by the real command on real folders.

import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionsView } from '../src/report/actions.ts';
import type { AgendaView } from '../src/report/agenda.ts';
import type { DialogueChangeView } from '../src/report/dialogue-change.ts';
import type { FeedbackView } from '../src/report/feedback.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

async function team(): Promise<Desk> {
  const here = await desk();
  made.push(here);
  const settings = here.read('pipeline.yaml');
  const people =
    'team: [{id: anna, name: Anna Nowak, email: anna@acme.example, also: [A. N.]}, {id: piotr, name: Piotr, until: 2026-10-01}]';
  here.write('pipeline.yaml', `${settings.replace(/^team:.*$(?:\n {2,}.*)*/m, '')}\n${people}\n`);
  here.write('deals/2026/acme-erp.yaml', 'name: ERP\naccount: Acme\nstage: lead\n');
  return here;
}

const MONTH = 'feedback/2026-11.yaml';

async function added(here: Desk, words: string): Promise<string> {
  const { entry } = await here.json<DialogueChangeView>(`feedback add ${words}`);
  return entry.id;
}

describe('what is said is written down', () => {
  test('in the file of its month, with stage, deal and person as the workspace calls them', async () => {
    const here = await team();
    const { status, stdout } = await here.run([
      ...['feedback', 'add', 'stage 3 needs a template', '--stage', 'Lead', '--deal', 'acme'],
      ...['--why', 'each offer is new', '--by', 'a. n.'],
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Written down · ${MONTH}:3`);
    const [, , ...lines] = here.read(MONTH).split('\n');
    expect(lines.slice(1)).toEqual([
      '    on: 2026-11-23',
      '    kind: change',
      '    text: stage 3 needs a template',
      '    why: each offer is new',
      '    stage: lead',
      '    deal: acme-erp',
      '    by: anna',
      '',
    ]);
  });

  test('once: the same words on one day change nothing', async () => {
    const here = await team();
    await added(here, 'template --by anna');
    const before = here.read(MONTH);
    const again = await here.json<DialogueChangeView>('feedback add template --by anna');
    expect(again.did).toBe('nothing');
    expect(here.read(MONTH)).toBe(before);
    await added(here, 'template --kind works');
    expect(here.read(MONTH).match(/id:/g)).toHaveLength(2);
  });

  test("by git's user where the team has their address, else by nobody", async () => {
    const here = await team();
    const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    execFileSync('git', ['init', '--quiet'], { cwd: here.root });
    execFileSync('git', ['config', 'user.email', 'Anna@Acme.example'], { cwd: here.root });
    await here.run('feedback add template', { env });
    execFileSync('git', ['config', 'user.email', 'someone@else.example'], { cwd: here.root });
    await here.run('feedback add calls --kind works', { env });
    const { entries } = await here.json<FeedbackView>('feedback');
    expect(entries.map(({ text, by }) => [text, by])).toEqual([
      ['template', 'anna'],
      ['calls', ''],
    ]);
  });

  test.each([
    ['feedback add x --stage offer', 2, 'There is no stage "offer"'],
    ['feedback add x --by jane', 2, 'There is no "jane" in the team'],
    ['feedback add x --by piotr', 2, 'Piotr left on 2026-10-01'],
    ['feedback add x --deal nothing', 2, 'There is no deal "nothing"'],
    ['feedback add x --on 2026-12-01', 2, '2026-12-01 is still to come'],
    ['feedback add x --kind praise', 2, 'praise'],
    ['feedback add', 2, 'text'],
    ['feedback --kind chnage', 2, 'Did you mean "change"?'],
    ['feedback --by jane', 2, 'There is nobody called "jane"'],
    ['feedback decide nothing accepted --why x', 2, 'There is no entry "nothing"'],
    ['actions done nothing', 2, 'There is no action "nothing"'],
    ['actions drop nothing --why x', 2, 'There is no action "nothing"'],
    ['actions --owner jane', 2, 'There is nobody called "jane"'],
  ])('%s is refused and nothing is written', async (line, expected, said) => {
    const here = await team();
    const { status, stderr } = await here.run(line);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(said)]);
    expect(here.has('feedback')).toBe(false);
  });

  test('undo takes it back, byte for byte', async () => {
    const here = await team();
    here.write(MONTH, '# ours\nformat: 1\nentries: []\n');
    await added(here, 'template');
    await here.run('undo');
    expect(here.read(MONTH)).toBe('# ours\nformat: 1\nentries: []\n');
  });

  test('a file with a mistake elsewhere takes more; one that is no YAML is left alone', async () => {
    const here = await team();
    here.write(MONTH, 'format: 1\nentries:\n  - {id: f1, kind: chnage}\n');
    expect((await here.run('feedback add template')).status).toBe(0);
    const listed = await here.run('feedback');
    expect(listed.status).toBe(3);
    expect(listed.stdout).toContain(`${MONTH}:3:20: There is no kind "chnage".`);
    here.write(MONTH, 'format: 1\nentries: [\n');
    const refused = await here.run('feedback add more');
    expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining("can't be read")]);
    expect(here.read(MONTH)).toBe('format: 1\nentries: [\n');
  });

  test('a month that is no text is left alone, and it is said what tells more', async () => {
    const here = await team();
    here.write(MONTH, Buffer.from([0xff, 0xfe, 0x00]));
    const { status, stderr } = await here.run('feedback add template');
    expect(status).toBe(3);
    expect(stderr).toContain(`${MONTH} can't be read, so nothing is written there.`);
    expect(stderr).toContain('pipeline feedback tells what is wrong with it.');
    expect((await here.run('feedback')).stdout).toContain(`${MONTH}: `);
  });

  test('an entry that can’t be read is not said again: what is wrong with it is named', async () => {
    const here = await team();
    await added(here, 'template --by anna');
    const broken = here.read(MONTH).replace('kind: change', 'kind: chnage');
    here.write(MONTH, broken);
    const { status, stderr } = await here.run('feedback add template --by anna');
    expect(status).toBe(3);
    expect(stderr).toMatch(/feedback\/2026-11\.yaml:5:11 .*There is no kind "chnage"/);
    expect(here.read(MONTH)).toBe(broken);
  });

  test('an entry is changed also where one before it has its id and can’t be read', async () => {
    const here = await team();
    const id = await added(here, 'template --by anna');
    const broken = `  - {id: ${id}, kind: chnage}\n`;
    here.write(MONTH, here.read(MONTH).replace('entries:\n', `entries:\n${broken}`));
    const { status, stderr } = await here.run(['feedback', 'decide', id, 'accepted', '--why', 'it is right']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(here.read(MONTH)).toContain(`${broken}  - id: ${id}\n`);
    expect(here.read(MONTH)).toMatch(/decision: \{as: accepted/);
  });
});

describe('what was said is decided', () => {
  test('by a piece of its text, and its reason must be given', async () => {
    const here = await team();
    const id = await added(here, 'template');
    expect((await here.run('feedback decide templ accepted')).stderr).toContain('--why is missing');
    await here.run(['feedback', 'decide', 'templ', 'accepted', '--why', 'it costs an hour']);
    expect(here.read(MONTH)).toContain(
      '\n    decision: {as: accepted, on: 2026-11-23, why: it costs an hour}\n',
    );
    const done = ['feedback', 'done', id.slice(0, 5), '--result', 'in use', '--process'];
    await here.run(done, { today: '2026-12-01' });
    expect(here.read(MONTH)).toContain('\n    done: {on: 2026-12-01, result: in use}\n    process: 1\n');
    const after = here.read(MONTH);
    await here.run(done, { today: '2026-12-05' });
    expect(here.read(MONTH)).toBe(after);
  });

  test('a word that two have is not guessed: both are named', async () => {
    const here = await team();
    const ids = [await added(here, 'template-a'), await added(here, 'template-b')];
    const { status, stderr } = await here.run('feedback decide template rejected --why no');
    expect(status).toBe(2);
    expect(stderr).toContain('"template" may be any of 2 entries.');
    for (const id of ids) expect(stderr).toContain(id);
  });

  test('a trial is extended from its beginning, and accepted after it; both stay on record', async () => {
    const here = await team();
    const id = await added(here, 'template');
    const early = await here.run(`feedback decide ${id} trial --why see --on 2026-11-20`);
    expect([early.status, early.stderr]).toEqual([
      2,
      expect.stringContaining('It was said on 2026-11-23, after 2026-11-20.'),
    ]);
    const trial = `feedback decide ${id} trial --why see --metric slip-rate --stage lead`;
    await here.run(`${trial} --until 2026-12-31`);
    const longer = await here.run(`feedback decide ${id} trial --why see --until 2027-01-31`, {
      today: '2026-12-20',
    });
    expect(longer.stdout.replace(/\s+/g, ' ')).toContain(
      'It said “trial on 2026-11-23 until 2026-12-31: see” before, which is not kept: pipeline undo',
    );
    const accepted = await here.run(`feedback decide ${id} accepted --why fewer`, { today: '2027-02-01' });
    expect(accepted.stdout.replace(/\s+/g, ' ')).toContain(
      'It takes the place of “trial on 2026-11-23 until 2027-01-31: see”, which stays in the entry under earlier.',
    );
    const { entries } = await here.json<FeedbackView>('feedback', { today: '2027-02-01' });
    expect(entries[0]).toMatchObject({
      state: 'accepted',
      decision: { as: 'accepted', on: '2027-02-01' },
      earlier: [{ as: 'trial', on: '2026-11-23', until: '2027-01-31', metric: 'slip-rate', stage: 'lead' }],
    });
    const then = await here.json<FeedbackView>('feedback', { today: '2026-12-31' });
    expect(then.entries).toMatchObject([{ state: 'trial', decision: { until: '2027-01-31' }, earlier: [] }]);
  });

  test.each([
    ['accepted --until 2026-12-01', '--until is of a trial alone'],
    ['trial --until 2026-11-23', 'is not after 2026-11-23'],
    ['trial --metric sliprate', 'Did you mean "slip-rate"?'],
    ['trial --stage lead', '--stage says of which stage a --metric is'],
    ['trial --metric coverage --stage lead', 'coverage is of no single stage'],
    ['trial --metric slip-rate --stage offer', 'There is no stage "offer"'],
    ['maybe', '"maybe" is no decision'],
  ])('%s is refused', async (words, said) => {
    const here = await team();
    const id = await added(here, 'template');
    const before = here.read(MONTH);
    const { status, stderr } = await here.run(`feedback decide ${id} ${words} --why x`);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(here.read(MONTH)).toBe(before);
  });

  test('what came of it stands: another word or version is refused, the same changes nothing', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    const before = here.read(MONTH);
    const refused = await here.run('feedback done f7 --result nine');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('f7 is done already, on 2026-11-08: eight'),
    ]);
    expect((await here.json<DialogueChangeView>('feedback done f7 --result eight')).did).toBe('nothing');
    expect(here.read(MONTH)).toBe(before);
    expect((await here.json<DialogueChangeView>('feedback done f7 --result eight --process')).did).toBe(
      'done',
    );
    here.write(MONTH, here.read(MONTH).replace('process: 1', 'process: 7'));
    const other = await here.run('feedback done f7 --result eight --process');
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('version 7 of the process')]);
  });

  test('a question that is answered is not to be answered again', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    expect((await here.run('feedback add why? --kind question')).stdout).toContain('pipeline feedback done');
    const { stdout } = await here.run('feedback done f4 --result Anna');
    expect(stdout).toContain('pipeline undo');
    expect(stdout).not.toContain('When it is done');
  });

  test('a version that the process never had is none that it led to', async () => {
    const here = await team();
    const id = await added(here, 'template');
    const { status, stderr } = await here.run(`feedback done ${id} --result x --process 7`);
    expect([status, stderr]).toEqual([2, expect.stringContaining('The process has no version 7')]);
  });
});

const SAID = `format: 1
entries:
  - {id: f1, on: 2026-11-02, kind: works, text: two names, by: anna}
  - {id: f2, on: 2026-11-03, kind: change, text: a template, stage: lead, decision: {as: trial, on: 2026-11-04, until: 2026-11-22}}
  - {id: f3, on: 2026-11-04, kind: stop, text: weekly calls, decision: {as: rejected, on: 2026-11-05}}
  - {id: f4, on: 2026-10-30, kind: question, text: who signs?, by: Anna Nowak}
  - {id: f5, on: 2026-11-05, kind: change, text: fewer fields, decision: {as: accepted, on: 2026-11-06}}
  - {id: f6, on: 2026-11-06, kind: change, text: a list, decision: {as: trial, on: 2026-11-04, until: 2026-11-23}}
  - {id: f7, on: 2026-11-06, kind: change, text: reasons, done: {on: 2026-11-08, result: eight}}
  - {id: a1, on: 2026-11-06, kind: action, text: call the board, owner: anna, due: 2026-11-20}
  - {id: a2, on: 2026-11-06, kind: action, text: send it, owner: Anna Nowak, due: 2026-11-23}
  - {id: a3, on: 2026-11-06, kind: action, text: ask, due: 2026-11-10}
  - {id: a4, on: 2026-11-06, kind: action, text: write, owner: anna}
  - {id: a5, on: 2026-11-06, kind: action, text: visit, owner: anna, due: 2026-11-09, done: {on: 2026-11-12}}
  - {id: h1, on: 2026-11-06, kind: held, what: plan}
`;

describe('the list', () => {
  test('has what waits for somebody first: trials that are over, open, accepted, on trial', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    const { entries, counts } = await here.json<FeedbackView>('feedback');
    expect(entries.map(({ id, state }) => `${id} ${state}`)).toEqual([
      ...['f2 ended', 'f4 open', 'f5 accepted', 'f6 trial', 'f1 noted', 'f7 done', 'f3 rejected'],
    ]);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(7);
    const { stdout } = await here.run('feedback', { tty: true });
    await expect(stdout).toMatchFileSnapshot('../snapshots/feedback/list.txt');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['--open', 'f2 f4 f5 f6'],
    ['--kind works,stop', 'f1 f3'],
    ['--stage lead', 'f2'],
    ['--by anna', 'f4 f1'],
    ['--by none --kind stop', 'f3'],
    ['--period 2026-10', 'f4'],
    ['--period 2026-Q3', ''],
  ])('%s chooses %s', async (options, ids) => {
    const here = await team();
    here.write(MONTH, SAID);
    const { entries } = await here.json<FeedbackView>(`feedback list ${options}`);
    expect(entries.map(({ id }) => id).join(' ')).toBe(ids);
  });
});

describe('actions', () => {
  test('overdue ones first, with days late; a day that is today is not late', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    const view = await here.json<ActionsView>('actions');
    expect(view.actions.map(({ id, state, days_late }) => [id, state, days_late])).toEqual([
      ['a3', 'overdue', 13],
      ['a1', 'overdue', 3],
      ['a2', 'open', 0],
      ['a4', 'open', null],
    ]);
    expect(view.counts).toEqual({
      overdue: 2,
      open: 2,
      done: 1,
      dropped: 0,
      done_in_time: 0,
      done_with_day: 1,
    });
    const { stdout, status } = await here.run('actions --all', { tty: true });
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../snapshots/feedback/actions.txt');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['--owner anna', 'a1 a2 a4'],
    ['--owner none', 'a3'],
    ['--overdue', 'a3 a1'],
    ['--owner anna --overdue --all', 'a1 a5'],
  ])('%s chooses %s', async (options, ids) => {
    const here = await team();
    here.write(MONTH, SAID);
    const { actions } = await here.json<ActionsView>(`actions ${options}`);
    expect(actions.map(({ id }) => id).join(' ')).toBe(ids);
  });

  test('one is done in its braces, on the day that is said', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    const { status } = await here.run([
      'actions',
      'done',
      'board',
      '--on',
      'yesterday',
      '--result',
      'they agree',
    ]);
    expect(status).toBe(0);
    expect(here.read(MONTH)).toBe(
      SAID.replace('due: 2026-11-20}', 'due: 2026-11-20, done: {on: 2026-11-22, result: they agree}}'),
    );
    const early = await here.run('actions done a4 --on 2026-11-01');
    expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('It was said on 2026-11-06')]);
  });

  test('one that is done stays as it was done: another word is refused, the same again changes nothing', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    await here.run('actions done a1 --result first');
    const after = here.read(MONTH);
    for (const words of ['--result second', '--on 2026-11-20']) {
      const { status, stderr } = await here.run(`actions done a1 ${words}`);
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining('a1 is done already, on 2026-11-23: first'),
      ]);
    }
    for (const words of ['', ' --result first']) {
      const { did } = await here.json<DialogueChangeView>(`actions done a1${words}`);
      expect(did).toBe('nothing');
    }
    expect(here.read(MONTH)).toBe(after);
  });

  test('one that is taken back is to be done no more, and is kept with its reason', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    expect((await here.run('actions drop board')).stderr).toContain('--why is missing');
    const drop = ['actions', 'drop', 'board', '--why', 'they bought elsewhere'];
    const { status, stdout } = await here.run(drop);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`Taken back · ${MONTH}:10`)]);
    const taken = 'dropped: {on: 2026-11-23, why: they bought elsewhere}';
    expect(here.read(MONTH)).toBe(SAID.replace('due: 2026-11-20}', `due: 2026-11-20, ${taken}}`));

    const { actions, counts } = await here.json<ActionsView>('actions --all');
    expect(counts).toMatchObject({ overdue: 1, open: 2, done: 1, dropped: 1 });
    expect(actions.map(({ id }) => id)).toEqual(['a3', 'a2', 'a4', 'a5', 'a1']);
    expect(actions.at(-1)).toMatchObject({ state: 'dropped', days_late: null, due: '2026-11-20' });
    const ids = (await here.json<ActionsView>('actions')).actions.map(({ id }) => id);
    expect(ids).not.toContain('a1');
    expect((await here.run('actions --all')).stdout).toContain(
      'taken back on 2026-11-23: they bought elsewhere',
    );
    const agenda = await here.json<AgendaView>('agenda');
    expect(agenda.actions).toEqual({ open: 3, due_today: 1, overdue: 1 });
    expect((await here.json<ActionsView>('actions', { today: '2026-11-22' })).actions[1]?.id).toBe('a1');

    const after = here.read(MONTH);
    expect((await here.run(drop)).stdout).toContain('It says so already');
    for (const words of ['drop a1 --why other', 'done a1']) {
      const refused = await here.run(`actions ${words}`);
      expect([refused.status, refused.stderr]).toEqual([
        2,
        expect.stringContaining('a1 was taken back already, on 2026-11-23: they bought elsewhere.'),
      ]);
    }
    expect((await here.run('actions drop a5 --why x')).stderr).toContain(
      'a5 is done already, on 2026-11-12.',
    );
    expect(here.read(MONTH)).toBe(after);
    await here.run('undo');
    expect(here.read(MONTH)).toBe(SAID);
  });

  test('one that two people ended, as done and as taken back, is named as wrong, and shown as both', async () => {
    const here = await team();
    const both = 'done: {on: 2026-11-20}, dropped: {on: 2026-11-21, why: lost}}';
    here.write(MONTH, SAID.replace('due: 2026-11-20}', `due: 2026-11-20, ${both}`));
    const { status, stdout } = await here.run('actions --all');
    expect([status, stdout]).toEqual([3, expect.stringContaining('done on 2026-11-20\n')]);
    expect(stdout).toContain('taken back on 2026-11-21: lost');
    expect(stdout).toContain('An action is done or dropped, not both.');
    const { counts } = await here.json<ActionsView>('actions');
    expect(counts).toMatchObject({ done: 2, dropped: 0 });
  });

  test('all of an owner that are done or taken back are told apart', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    await here.run('actions drop a3 --why lost');
    expect((await here.run('actions --owner none')).stdout.split('\n')[0]).toBe(
      'Nothing promised in reviews without an owner is left to do · 0 done · 1 taken back',
    );
  });

  test('of an owner who has none are not said to be none of anybody', async () => {
    const here = await team();
    here.write(MONTH, SAID.replace(/^.*id: a3.*\n/m, ''));
    const heading = async (line: string) => (await here.run(line)).stdout.split('\n')[0];
    expect(await heading('actions --owner none')).toBe('Nothing promised in reviews is without an owner.');
    expect(await heading('actions --owner piotr')).toBe('Nothing was promised in reviews by Piotr.');
    expect(await heading('actions --owner anna')).toBe(
      '3 actions promised and not done · 1 overdue · 0 of 1 done by their day',
    );
    for (const id of ['a1', 'a2', 'a4']) await here.run(`actions done ${id} --on 2026-11-20`);
    expect(await heading('actions --owner anna')).toBe(
      'All 4 actions promised in reviews by Anna Nowak are done · 2 of 3 done by their day',
    );
    here.write(MONTH, 'format: 1\nentries: []\n');
    expect(await heading('actions')).toBe('Nothing was promised in reviews.');
  });
});

describe('of an earlier day', () => {
  test('what was said, decided and done later is not there yet', async () => {
    const here = await team();
    here.write(MONTH, SAID);
    const states = async (today: string) =>
      (await here.json<FeedbackView>('feedback', { today })).entries.map(({ id, state }) => `${id} ${state}`);
    expect(await states('2026-11-05')).toEqual(['f4 open', 'f5 open', 'f2 trial', 'f1 noted', 'f3 rejected']);
    expect(await states('2026-11-07')).toContain('f7 open');
    const actions = async (today: string) =>
      (await here.json<ActionsView>('actions', { today })).actions.map(({ id, state }) => `${id} ${state}`);
    expect(await actions('2026-11-05')).toEqual([]);
    expect(await actions('2026-11-10')).toContain('a5 overdue');
    expect((await here.json<AgendaView>('agenda', { today: '2026-11-10' })).actions.open).toBe(5);
  });
});
