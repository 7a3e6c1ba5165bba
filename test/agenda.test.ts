// pipeline agenda, as a person types it: what is due or late, by the traces that each activity leaves.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { VERBS } from '../src/cli/verbs.ts';
import type { AgendaView } from '../src/report/agenda.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { dealFile, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function agenda(cwd: string, today = '2026-11-23'): Promise<AgendaView> {
  const { stdout, stderr } = await cli('agenda --format json', { cwd, today });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const DIALOGUE = `format: 1
entries:
  - {id: h1, on: 2026-10-26, kind: held, what: plan}
  - {id: h2, on: 2026-10-05, kind: held, what: results}
  - {id: f1, on: 2026-11-09, kind: works, text: the checklist}
  - id: f2
    on: 2026-10-26
    kind: change
    text: one template for all offers
    decision: {as: trial, on: 2026-10-30, until: 2026-11-27, metric: slip-rate}
  - {id: a1, on: 2026-11-09, kind: action, text: call the board, owner: anna, due: 2026-11-20}
  - {id: a2, on: 2026-11-09, kind: action, text: send prices, owner: piotr, due: 2026-11-23}
  - {id: a3, on: 2026-11-09, kind: action, text: ask legal, due: 2026-11-10, done: {on: 2026-11-10, result: asked}}
`;

/** As SCREENS.md §10 has it. */
function company(): string {
  const cwd = workspace(
    {
      'deals/2026/acme.yaml': dealFile(),
      'reviews/2026-11-09.md': '# Review 2026-11-09\n',
      'cleanups/2026-Q3.md': '# Clean-up 2026-Q3 · 2026-08-24\n',
      'feedback/2026-11.yaml': DIALOGUE,
    },
    'documented_since: 2026-01-01\nrhythm: {review: 2 weeks, plan: 4 weeks}\n',
  );
  return cwd;
}

test('says what is due today, what comes next, and what was promised and is late', async () => {
  const cwd = company();
  await cli('snapshot', { cwd, today: '2026-11-16' });
  const view = await agenda(cwd);
  expect(view.items.map(({ what, on, late, last }) => [what, on, late, last])).toEqual([
    ['snapshot', '2026-11-23', 0, '2026-11-16'],
    ['review', '2026-11-23', 0, '2026-11-09'],
    ['plan', '2026-11-23', 0, '2026-10-26'],
    ['clean', '2026-11-24', -1, '2026-08-24'],
    ['trial', '2026-11-27', -4, null],
    ['feedback', '2026-12-09', -16, '2026-11-09'],
    ['results', '2027-01-05', -43, '2026-10-05'],
  ]);
  expect(view).toMatchObject({
    schema: 'pipeline/agenda/1',
    late: { count: 0, of: 7 },
    actions: { open: 2, due_today: 1, overdue: 1 },
    mistakes: [],
  });
  const { stdout, status } = await cli('agenda', { cwd, tty: true, columns: 80 });
  expect(status).toBe(0);
  await expect(stdout).toMatchFileSnapshot('../snapshots/agenda/agenda.txt');
  const html = await cli('agenda --format html', { cwd });
  expect(html.stdout).toContain('<td>one template for all offers</td>');
  const csv = (await cli('agenda --format csv', { cwd })).stdout.split('\n');
  expect(csv[0]).toBe('what,due,late,rhythm,last,command,id,text');
  expect(csv[5]).toBe('trial,2026-11-27,-4,,,pipeline feedback digest,f2,one template for all offers');
});

test('status ends with what is due today, and with the agenda where that is more than one thing', async () => {
  const cwd = company();
  await cli('snapshot', { cwd, today: '2026-11-16' });
  const last = async (today: string) =>
    (await cli('status', { cwd, today })).stdout.trimEnd().split('\n').at(-1);
  expect(await last('2026-11-22')).not.toContain('Today:');
  expect(await last('2026-11-23')).toBe(
    'Today: snapshot due · deal review due · plan review due → pipeline agenda',
  );
  await cli('snapshot', { cwd });
  await cli('agenda done plan', { cwd });
  expect(await last('2026-11-23')).toBe('Today: deal review due → pipeline review --sheet');
  await cli('snapshot', { cwd, today: '2026-12-05' });
  expect(await last('2026-12-05')).toBe('Late: deal review, clean-up, trial ends → pipeline agenda');
});

test('late is what was due before today, for the agenda and for the rules alike; --fail says so to a job', async () => {
  const cwd = company();
  const rules = async (today: string) => {
    const words = 'check --rule review-overdue,clean-overdue,snapshot-overdue,plan-missing --format json';
    const { findings } = JSON.parse((await cli(words, { cwd, today })).stdout);
    return findings.map(({ rule }: { rule: string }) => rule).sort();
  };
  await cli('snapshot', { cwd, today: '2026-11-16' });
  expect((await cli('agenda --fail', { cwd })).status).toBe(0);
  expect(await rules('2026-11-23')).toEqual([]);
  const next = await agenda(cwd, '2026-11-24');
  expect(next.items.filter(({ late }) => late > 0).map(({ what }) => what)).toEqual([
    'snapshot',
    'review',
    'plan',
  ]);
  expect(next.late).toEqual({ count: 3, of: 7 });
  expect(await rules('2026-11-24')).toEqual(['plan-missing', 'review-overdue', 'snapshot-overdue']);
  expect((await cli('agenda --fail', { cwd, today: '2026-11-24' })).status).toBe(1);
  expect((await cli('agenda', { cwd, today: '2026-11-24' })).status).toBe(0);
});

test('a plan review and results are written down on their day, once, and undo takes it back', async () => {
  const cwd = workspace({ 'deals/2026/acme.yaml': dealFile() }, 'documented_since: 2026-10-01\n');
  const plan = async () => (await agenda(cwd)).items.find(({ what }) => what === 'plan')?.last;
  const { stdout, status } = await cli('agenda done plan --on 26.10', { cwd, tty: true, columns: 80 });
  expect(status).toBe(0);
  await expect(stdout).toMatchFileSnapshot('../snapshots/agenda/done.txt');
  expect(await plan()).toBe('2026-10-26');
  const before = readFileSync(join(cwd, 'feedback/2026-10.yaml'), 'utf8');
  const again = await cli('agenda done plan --on 2026-10-26', { cwd });
  expect(again.stdout).toContain('was written down already');
  expect(readFileSync(join(cwd, 'feedback/2026-10.yaml'), 'utf8')).toBe(before);
  await cli('agenda done results', { cwd });
  expect(readdirSync(join(cwd, 'feedback'))).toEqual(['2026-10.yaml', '2026-11.yaml']);
  await cli('undo', { cwd });
  expect(readdirSync(join(cwd, 'feedback'))).toEqual(['2026-10.yaml']);
  await cli('undo', { cwd });
  expect(await plan()).toBe(null);
});

test('only plan and results are written down, and neither on a day to come', async () => {
  const cwd = demoWorkspace();
  const refused = async (words: string) => {
    const { status, stderr } = await cli(`agenda done ${words}`, { cwd });
    return [status, stderr];
  };
  expect(await refused('plann')).toEqual([
    2,
    'error: "plann" is not written down so: plan or results is.\n  → Did you mean "plan"?\n',
  ]);
  expect(await refused('plan --on 2026-11-24')).toEqual([
    2,
    'error: 2026-11-24 is still to come.\n  → Write it down on that day: pipeline agenda done plan\n',
  ]);
});

test('a file of the dialogue that can’t be read is told with its place: nothing is called late in silence', async () => {
  const cwd = company();
  put(cwd, 'feedback/2026-11.yaml', `${DIALOGUE}  - {id: x, on: 2026-13-99, kind: works, text: y}\n`);
  const { stdout, status } = await cli('agenda', { cwd });
  expect(status).toBe(3);
  expect(stdout).toMatch(/^feedback\/2026-11\.yaml:\d+:\d+: /m);
  expect(stdout).toContain('dialogue');
  put(cwd, 'feedback/2026-11.yaml', 'entries: [');
  expect((await cli('agenda', { cwd })).status).toBe(3);
  const refused = await cli('agenda done plan', { cwd });
  expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining('nothing is written there')]);
  rmSync(join(cwd, 'feedback'), { recursive: true });
  expect((await cli('agenda', { cwd })).status).toBe(0);
});

test('every command that it names is one', async () => {
  const cwd = company();
  const view = await agenda(cwd);
  const mirror = await agenda(workspace({ 'deals/acme.yaml': dealFile() }, 'source_of_record: pipedrive\n'));
  const names = new Set(VERBS.map(({ name }) => name));
  for (const { command } of [...view.items, ...mirror.items]) {
    const [, verb = '', second = ''] = command.split(' ');
    expect(names.has(`${verb} ${second}`) || names.has(verb), command).toBe(true);
  }
});
