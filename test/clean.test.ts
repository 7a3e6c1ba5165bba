// pipeline clean: what it proposes, and that it carries out what a person decided, and nothing else.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CleanView } from '../src/report/clean.ts';
import type { CleanedView } from '../src/report/cleaned.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const TODAY = { today: '2026-11-23' };
const SETTINGS = `format: 1
name: acme
currency: PLN
locale: en
time_zone: Europe/Warsaw
lost_reasons: [price, no-decision]
team: [{id: anna, name: Anna Nowak}, {id: piotr, name: Piotr Lis}]
process: {stages: [lead, proposal]}
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', SETTINGS);
});
afterEach(() => here.clear());

function deal(id: string, fields: Readonly<Record<string, string>>): void {
  const all = { name: `Deal ${id}`, account: `Account ${id}`, owner: 'anna', amount: '1000.00', ...fields };
  here.write(
    `deals/2026/${id}.yaml`,
    Object.entries(all)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );
}

/** All that is in the workspace but the disposable. */
const truth = () =>
  Object.assign({}, ...['deals', 'archive', 'cleanups', 'snapshots'].map((folder) => here.files(folder)));

const won = (id: string, close: string, fields = {}) => deal(id, { stage: 'won', close, ...fields });
const silentSince = (id: string, day: string, fields = {}) =>
  deal(id, { stage: 'lead', created: '2026-01-01', activities: `[{on: ${day}, type: call}]`, ...fields });

/** One deal of each group, and one beside each. */
function workspace(): void {
  won('won-long-ago', '2026-08-24', { amount: '7000.00' }); // 91 days
  won('won-lately', '2026-08-25'); // 90
  deal('lost-long-ago', { stage: 'lost', close: '2026-06-30', owner: 'piotr', lost_reason: 'price' });
  silentSince('silent', '2026-05-27', { amount: '5000.00' }); // 180 days
  silentSince('less-silent', '2026-05-28'); // 179
  deal('alive', { stage: 'proposal', activities: '[{on: 2026-11-20, type: call}]' });
}

const propose = (words = '') => here.json<CleanView>(`clean --dry-run ${words}`, TODAY);
const plan = async () => {
  expect((await here.run('clean --plan clean.yaml', TODAY)).status).toBe(0);
  return here.read('clean.yaml');
};
/** Writes the plan with one text in the place of another, and carries it out. */
async function decide(...replaced: readonly (readonly [string, string])[]) {
  let text = await plan();
  for (const [from, to] of replaced) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  here.write('clean.yaml', text);
  return here.run('clean --apply clean.yaml', TODAY);
}
/** Decides on the forgotten deal. */
const aboutSilent = (...lines: string[]) =>
  ['do: nothing\n\n# Open deals that', `${lines.join('\n    ')}\n\n# Open deals that`] as const;

describe('the proposal', () => {
  test('has what was closed longer ago than the limit, and what is silent from the limit on', async () => {
    workspace();
    const view = await propose();
    expect(view.finished.deals.map(({ id, days }) => [id, days])).toEqual([
      ['lost-long-ago', 146],
      ['won-long-ago', 91],
    ]);
    expect(view.finished).toMatchObject({
      won: { count: 1, value: '7000.00' },
      lost: { count: 1, value: '1000.00' },
    });
    expect(view.forgotten.deals).toMatchObject([{ id: 'silent', days: 180, value: '5000.00' }]);
  });

  test('goes by the limits in pipeline.yaml', async () => {
    here.write('pipeline.yaml', `${SETTINGS}clean: {closed_after: 91, forgotten_after: 179}\n`);
    workspace();
    const view = await propose();
    expect(view.finished.deals.map(({ id }) => id)).toEqual(['lost-long-ago']);
    expect(view.forgotten.deals.map(({ id }) => id).sort()).toEqual(['less-silent', 'silent']);
  });

  test('leaves out what a waiver keeps, what does not say when it was closed, and what cannot be read; and says so', async () => {
    silentSince('kept', '2026-01-02', { waive: '[{rule: forgotten, until: 2026-11-23, why: autumn}]' });
    silentSince('kept-till-yesterday', '2026-01-02', {
      waive: '[{rule: forgotten, until: 2026-11-22, why: autumn}]',
    });
    deal('closed-some-day', { stage: 'won' });
    here.write('deals/2026/broken.yaml', 'name: [\n');
    const view = await propose();
    expect(view).toMatchObject({ kept: ['kept'], undated: ['closed-some-day'], unreadable: ['broken'] });
    expect(view.forgotten.deals.map(({ id }) => id)).toEqual(['kept-till-yesterday']);
    const { stdout, status } = await here.run('clean', TODAY);
    expect(status).toBe(3);
    expect(stdout).toContain('1 closed deal does not say when it was closed: closed-some-day.');
    expect(stdout).toContain('1 forgotten deal is kept by a waiver: kept.');
  });

  test('takes the day of the outcome on record where there is no close date', async () => {
    deal('on-record', {
      stage: 'won',
      stages: '[{stage: lead, on: 2026-01-01}, {stage: won, on: 2026-03-01}]',
    });
    expect((await propose()).finished.deals).toMatchObject([{ id: 'on-record', closed: '2026-03-01' }]);
  });

  test('changes nothing', async () => {
    workspace();
    const before = truth();
    const { stdout, status } = await here.run('clean', TODAY);
    expect(status).toBe(0);
    expect(truth()).toEqual(before);
    await expect(stdout).toMatchFileSnapshot('../snapshots/clean/proposal.txt');
  });

  test('of nothing says so, and that it was looked at can be written down', async () => {
    deal('alive', { stage: 'proposal', activities: '[{on: 2026-11-20, type: call}]' });
    const { stdout, status } = await here.run('clean', TODAY);
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing to clean up.');
    for (const words of ['clean --plan clean.yaml', 'clean --apply clean.yaml'])
      expect((await here.run(words, TODAY)).status).toBe(0);
    expect(here.read('cleanups/2026-Q4.md')).toContain('## Clean-up 2026-Q4 · acme · 2026-11-23\n');
  });

  test('is for a quarter that has begun', async () => {
    workspace();
    expect((await propose('--quarter last-quarter')).quarter.name).toBe('2026-Q3');
    for (const [quarter, said] of [
      ['2027-Q1', 'has not begun yet'],
      ['2026-10', 'is no quarter'],
    ]) {
      const { stderr, status } = await here.run(`clean --quarter ${quarter}`, TODAY);
      expect(status).toBe(2);
      expect(stderr).toContain(said);
    }
  });
});

describe('the plan', () => {
  test('is a file to decide in', async () => {
    workspace();
    await expect(await plan()).toMatchFileSnapshot('../snapshots/clean/plan.yaml');
  });

  test('is never written over one that is there', async () => {
    workspace();
    here.write('clean.yaml', 'decided');
    const { stderr, status } = await here.run('clean --plan clean.yaml', TODAY);
    expect(status).toBe(2);
    expect(stderr).toContain('clean.yaml is there already');
    expect(here.read('clean.yaml')).toBe('decided');
  });

  test('reads back whatever deals are called', async () => {
    const name = '"x\\n- {id: alive, do: archive} # \\u202e\\u0085 <b>"';
    silentSince('hostile', '2026-01-02', { name, account: '"# : - {[\\t"' });
    won('hostile-too', '2026-01-02', { name, owner: '"a\\nb"' });
    const { stdout, status } = await decide();
    expect(stdout).toMatch(/^archived +1 /m);
    expect(status).toBe(0);
    expect(Object.keys(here.files('archive'))).toEqual(['archive/2026-Q4/hostile-too.yaml']);
  });

  test('with mistakes is refused whole, each with its line', async () => {
    workspace();
    here.write('clean.yaml', readFileSync('fixtures/clean/mistakes.yaml', 'utf8'));
    const before = truth();
    const { stderr, status } = await here.run('clean --apply clean.yaml', TODAY);
    expect(status).toBe(2);
    expect(truth()).toEqual(before);
    await expect(stderr).toMatchFileSnapshot('../snapshots/clean/mistakes.txt');
  });

  test.each([
    ['nothing', '', 'The file is empty'],
    ['a newer format', 'format: 7\nquarter: 2026-Q4\n', 'Install pipeline 7.0 or newer'],
    ['no YAML', 'format: 1\nfinished: [\n', 'clean.yaml:'],
    ['another list', 'format: 1\nquarter: 2026-Q4\nfinished: {id: a}\n', 'finished must be a list'],
    ['a quarter that is a path', 'format: 1\nquarter: ../../etc\n', 'quarter is missing'],
  ])('that holds %s is refused', async (_, text, said) => {
    workspace();
    here.write('clean.yaml', text);
    const { stderr, status } = await here.run('clean --apply clean.yaml', TODAY);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test('that is not there is named', async () => {
    workspace();
    const { stderr, status } = await here.run('clean --apply cleen.yaml', TODAY);
    expect([status, stderr.includes('cleen.yaml')]).toEqual([2, true]);
  });
});

describe('carried out', () => {
  test('what is finished goes to the archive byte for byte, and snapshots keep knowing it', async () => {
    workspace();
    const odd = '# kept\r\nname:   "Odd"\r\nstage: won # hm\r\nclose: 2026-01-02\r\nmine: [1,  2]';
    here.write('deals/odd.yaml', odd);
    expect((await here.run('snapshot', { today: '2026-11-16' })).status).toBe(0);
    expect((await decide()).status).toBe(0);
    expect(here.read('archive/2026-Q4/odd.yaml')).toBe(odd);
    expect(Object.keys(here.files('archive')).sort()).toEqual([
      'archive/2026-Q4/lost-long-ago.yaml',
      'archive/2026-Q4/odd.yaml',
      'archive/2026-Q4/won-long-ago.yaml',
    ]);
    const { deals } = await here.json<{ deals: { id: string; movements: { kind: string }[] }[] }>(
      'diff',
      TODAY,
    );
    expect(deals.filter(({ id }) => id === 'odd')).toMatchObject([{ movements: [{ kind: 'archived' }] }]);
  });

  test('it can go to the quarter before', async () => {
    workspace();
    expect((await here.run('clean --quarter last-quarter --plan clean.yaml', TODAY)).status).toBe(0);
    expect((await here.run('clean --apply clean.yaml', TODAY)).status).toBe(0);
    expect(Object.keys(here.files('archive'))).toContain('archive/2026-Q3/won-long-ago.yaml');
    expect(here.read('cleanups/2026-Q3.md')).toMatch(/^## Clean-up 2026-Q3 · acme · 2026-11-23\n/);
  });

  test('a revived deal has a next step that was agreed today, and its clock runs from it', async () => {
    workspace();
    const before = here.read('deals/2026/silent.yaml');
    await decide(aboutSilent('do: revive', 'next_step: call the new buyer', 'by: 2026-11-30'));
    expect(here.read('deals/2026/silent.yaml')).toBe(
      `${before.replace('activities:', 'next_step: {by: 2026-11-30, what: call the new buyer, agreed: 2026-11-23}\nactivities:')}`,
    );
    expect((await propose()).forgotten.deals).toEqual([]);
  });

  test('a lost deal is closed today with its reason', async () => {
    workspace();
    const { stdout } = await decide(aboutSilent('do: lost', 'reason: no-decision'));
    const text = here.read('deals/2026/silent.yaml');
    for (const line of [
      'stage: lost',
      'close: 2026-11-23',
      'lost_reason: no-decision',
      'stage: lost, on: 2026-11-23',
    ])
      expect(text).toContain(line);
    expect(stdout).toContain('Adds up: 7,000 + 0 − 5,000 = 2,000');
  });

  test('a kept deal has a waiver of both rules, and a second one takes the place of the first', async () => {
    workspace();
    await decide(aboutSilent('do: keep', 'until: 2027-03-31', 'why: budget in spring'));
    const waived =
      'waive:\n  - {rule: forgotten, until: 2027-03-31, why: budget in spring}\n  - {rule: stale, until: 2027-03-31, why: budget in spring}\n';
    expect(here.read('deals/2026/silent.yaml')).toContain(waived);
    const later = { today: '2027-06-01' };
    expect((await here.run('clean --plan again.yaml', later)).status).toBe(0);
    const text = here
      .read('again.yaml')
      .replace(
        /(id: silent\n.*\n) {4}do: nothing/,
        '$1    do: keep\n    until: 2027-09-30\n    why: budget in autumn',
      );
    here.write('again.yaml', text);
    expect((await here.run('clean --apply again.yaml', later)).status).toBe(0);
    expect(here.read('deals/2026/silent.yaml')).toContain(
      waived.replaceAll('2027-03-31', '2027-09-30').replaceAll('spring', 'autumn'),
    );
  });

  test('is written down, and a second one in the quarter beside the first', async () => {
    workspace();
    const { stdout } = await decide(aboutSilent('do: lost', 'reason: no-decision'));
    await expect(stdout).toMatchFileSnapshot('../snapshots/clean/done.txt');
    await expect(here.read('cleanups/2026-Q4.md')).toMatchFileSnapshot('../snapshots/clean/report.md');
    won('one-more', '2026-02-02');
    expect((await here.run('clean --plan second.yaml', TODAY)).status).toBe(0);
    expect((await here.run('clean --apply second.yaml', TODAY)).status).toBe(0);
    expect(Object.keys(here.files('cleanups'))).toEqual(['cleanups/2026-Q4-2.md', 'cleanups/2026-Q4.md']);
  });

  test('with --dry-run it says the same and changes nothing', async () => {
    workspace();
    await plan();
    const before = truth();
    const dry = await here.run('clean --apply clean.yaml --dry-run', TODAY);
    expect(truth()).toEqual(before);
    const real = await here.run('clean --apply clean.yaml', TODAY);
    expect(
      dry.stdout.replace('Dry run, nothing is written · ', '').replace('Would be written', 'Written'),
    ).toBe(real.stdout.replace('What this changed → pipeline diff\n', ''));
  });

  test('twice does it once', async () => {
    workspace();
    await decide(aboutSilent('do: lost', 'reason: no-decision'));
    const before = truth();
    const again = await here.run('clean --apply clean.yaml --format json', TODAY);
    expect(JSON.parse(again.stdout)).toMatchObject({ done_before: 3, refused: [], deals: [], report: '' });
    expect(again.status).toBe(0);
    expect(truth()).toEqual(before);
  });

  test('what has changed since is refused and named, and the rest is done', async () => {
    workspace();
    await plan();
    won('won-long-ago', '2026-08-24', { amount: '7001.00' });
    const { stdout, status } = await here.run('clean --apply clean.yaml --format json', TODAY);
    const view: CleanedView = JSON.parse(stdout);
    expect(view.refused).toEqual([
      { id: 'won-long-ago', do: 'archive', reason: 'it has changed since it was decided on' },
    ]);
    expect(view.deals.map(({ id }) => id)).toEqual(['lost-long-ago']);
    expect(status).toBe(3);
    expect(Object.keys(here.files('archive'))).toEqual(['archive/2026-Q4/lost-long-ago.yaml']);
  });

  test('a comment or another order of keys is no change; a file that is gone is', async () => {
    workspace();
    await plan();
    const path = 'deals/2026/won-long-ago.yaml';
    here.write(path, `# looked at\n${here.read(path)}`);
    rmSync(join(here.root, 'deals/2026/lost-long-ago.yaml'));
    const { stdout, status } = await here.run('clean --apply clean.yaml --format json', TODAY);
    expect(JSON.parse(stdout).refused).toMatchObject([
      { id: 'lost-long-ago', reason: 'there is no such deal any more' },
    ]);
    expect(status).toBe(3);
    expect(here.read('archive/2026-Q4/won-long-ago.yaml')).toMatch(/^# looked at\n/);
  });

  test('merged and distinct deals are told as done before as well', async () => {
    const alike = (n: number, more = {}) =>
      deal(`twin-${n}`, {
        name: 'ERP rollout',
        account: 'Acme',
        stage: 'lead',
        created: `2026-11-0${n}`,
        ...more,
      });
    alike(1);
    alike(2, { activities: '[{on: 2026-11-10, type: call, note: agreed}]' });
    deal('pair-1', { name: 'Portal', account: 'Hel', stage: 'lead', created: '2026-11-01' });
    deal('pair-2', { name: 'Portal', account: 'Hel', stage: 'lead', created: '2026-11-02' });
    const text = (await plan())
      .replace(/(other: twin-2\n.*\n) {4}do: nothing/, '$1    do: merge')
      .replace(
        /(other: pair-2\n.*\n) {4}do: nothing/,
        '$1    do: distinct\n    until: 2027-03-31\n    why: two sites',
      );
    here.write('clean.yaml', text);
    expect((await here.run('clean --apply clean.yaml', TODAY)).status).toBe(0);
    expect(here.read('archive/2026-Q4/twin-2.yaml')).toContain('merged_into: twin-1');
    expect(here.read('deals/2026/twin-1.yaml')).toContain('note: agreed');
    const before = truth();
    const again = await here.run('clean --apply clean.yaml --format json', TODAY);
    expect(JSON.parse(again.stdout)).toMatchObject({ done_before: 2, refused: [] });
    expect([again.status, truth()]).toEqual([0, before]);
    expect((await propose()).duplicates).toEqual([]);
  });

  test('a deal that can no longer be read is not called gone, and of a pair the one that changed is named', async () => {
    workspace();
    for (const n of [1, 2])
      deal(`twin-${n}`, { name: 'ERP rollout', account: 'Acme', stage: 'lead', created: `2026-11-0${n}` });
    here.write(
      'clean.yaml',
      (await plan()).replace(/(other: twin-2\n.*\n) {4}do: nothing/, '$1    do: merge'),
    );
    here.write('deals/2026/won-long-ago.yaml', 'name: [\n');
    here.write('deals/2026/twin-2.yaml', `${here.read('deals/2026/twin-2.yaml')}category: commit\n`);
    const { stdout, status } = await here.run('clean --apply clean.yaml --format json', TODAY);
    expect(status).toBe(3);
    expect(JSON.parse(stdout).refused).toEqual([
      { id: 'won-long-ago', do: 'archive', reason: "its file can't be read: mend it first" },
      { id: 'twin-1', do: 'merge', reason: 'the other one, twin-2: it has changed since it was decided on' },
    ]);
  });

  test('an open deal does not go to the archive, nor anything into a quarter to come', async () => {
    workspace();
    const text = await plan();
    const silent = /id: silent\n {4}version: (\w+)/.exec(text)?.[1];
    here.write(
      'clean.yaml',
      text.replace('finished:\n', `finished:\n  - {id: silent, version: "${silent}", do: archive}\n`),
    );
    const { stdout } = await here.run('clean --apply clean.yaml --format json', TODAY);
    expect(JSON.parse(stdout).refused).toMatchObject([
      { id: 'silent', reason: 'it is open: close it first' },
    ]);
    here.write('clean.yaml', text.replace('quarter: 2026-Q4', 'quarter: 2099-Q1'));
    const { stderr, status } = await here.run('clean --apply clean.yaml', TODAY);
    expect([status, stderr.includes('The quarter 2099-Q1 has not begun yet')]).toEqual([2, true]);
    expect(here.files('archive/2099-Q1')).toEqual({});
  });

  test.each(['pl', 'en', 'de'])(
    'the next one is due from its day, whatever the locale (%s)',
    async (locale) => {
      here.write('pipeline.yaml', SETTINGS.replace('locale: en', `locale: ${locale}`));
      workspace();
      await decide();
      const overdue = async (today: string) =>
        (await here.json<{ findings: object[] }>('check --rule clean-overdue', { today })).findings.length;
      expect([await overdue('2027-02-23'), await overdue('2027-02-24')]).toEqual([0, 1]);
    },
  );

  test('what stands in the way in the archive stops all of it, and nothing is lost', async () => {
    workspace();
    await plan();
    here.write('archive/2026-Q4/won-long-ago.yaml', 'name: another\nstage: won\n');
    const before = truth();
    const { status } = await here.run('clean --apply clean.yaml', TODAY);
    expect(status).not.toBe(0);
    expect(here.read('archive/2026-Q4/won-long-ago.yaml')).toBe('name: another\nstage: won\n');
    expect(Object.keys(truth()).length).toBeGreaterThanOrEqual(Object.keys(before).length);
  });

  test('in a mirror the CRM’s record is named for what is mirrored; the archive and waivers are ours', async () => {
    here.write('pipeline.yaml', `${SETTINGS}source_of_record: pipedrive\n`);
    workspace();
    const source = { source: '{system: pipedrive, id: 17}' };
    silentSince('silent', '2026-05-27', source);
    won('won-long-ago', '2026-08-24', source);
    const { stdout, status } = await decide(aboutSilent('do: lost', 'reason: no-decision'));
    expect(status).toBe(3);
    expect(stdout).toContain('silent: lost: pipedrive holds it: change record 17 there and import it again');
    expect(Object.keys(here.files('archive'))).toContain('archive/2026-Q4/won-long-ago.yaml');
  });
});

test.each([
  ['clean --plan a.yaml --apply b.yaml', '--plan and --apply exclude each other'],
  ['clean --apply b.yaml --quarter 2026-Q3', '--quarter does not go with --apply'],
])('%s is a mistake', async (words, said) => {
  const { stderr, status } = await here.run(words, TODAY);
  expect([status, stderr.includes(said)]).toEqual([2, true]);
});
