// pipeline meeting, as a person types it: what each kind looks at, the same figures as in the views themselves.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MeetingView } from '../src/report/meeting.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { dealFile, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';
import { elementsOf, htmlProblems, PLAIN_ELEMENTS } from './support/html.ts';

async function json<View = MeetingView>(words: string, cwd: string): Promise<View> {
  const { stdout, stderr } = await cli(`${words} --format json`, { cwd });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('on the demo', () => {
  test('a week, a month and a quarter look back as far, at what each needs', async () => {
    const cwd = demoWorkspace();
    const parts = async (kind: string) => {
      const view = await json(`meeting ${kind}`, cwd);
      const { clean, plan, results, dialogue } = view;
      const there = Object.entries({ clean, plan, results, dialogue }).filter(([, part]) => part !== null);
      return [view.since, view.from, there.map(([name]) => name).join(' ')];
    };
    expect(await parts('weekly')).toEqual(['2026-11-16', '2026-11-16', '']);
    expect(await parts('monthly')).toEqual(['2026-10-23', '2026-10-19', 'plan dialogue']);
    expect(await parts('quarterly')).toEqual(['2026-08-23', '2026-08-24', 'clean plan results dialogue']);
    expect(await parts('weekly --since 2026-11-05')).toEqual(['2026-11-05', '2026-11-02', '']);
  });

  test('its figures are those of the views', async () => {
    const cwd = demoWorkspace();
    const view = await json('meeting quarterly --since 2026-10-26', cwd);
    const diff = await json<MeetingView['movements']>('diff 2026-10-26', cwd);
    expect(view.movements?.bridge).toEqual(diff?.bridge);
    expect(view.freshness).toEqual(await json('stale', cwd));
    expect(view.draw?.strata).toEqual((await json<{ strata: unknown }>('review', cwd)).strata);
    expect(view.draw?.seed).toBe((await json<{ seed: string }>('review', cwd)).seed);
    expect(view.actions).toEqual(await json('actions', cwd));
    expect(view.clean).toEqual(await json('clean --dry-run', cwd));
    expect(view.agenda).toEqual(await json('agenda', cwd));
    expect(view.results).toEqual(await json('results 2026-Q3 --compare 2026-Q2', cwd));
    expect(view.plan).toEqual(await json('plan', cwd));
  });

  test('the dialogue is what waits for somebody, and what was said, decided or done since', async () => {
    const cwd = demoWorkspace();
    const states = (view: MeetingView) => view.dialogue?.entries.map(({ state, on }) => `${state} ${on}`);
    expect(states(await json('meeting monthly', cwd))).toEqual([
      'open 2026-11-09',
      'open 2026-11-16',
      'trial 2026-10-12',
      'noted 2026-10-26',
    ]);
    expect(states(await json('meeting quarterly', cwd))).toContain('done 2026-10-05');
    expect(states(await json('meeting monthly --since 2026-11-20', cwd))).not.toContain('noted 2026-10-26');
  });

  test.each(['weekly', 'monthly', 'quarterly'])('the %s screen', async (kind) => {
    const cwd = demoWorkspace();
    const { stdout, status } = await cli(`meeting ${kind}`, { cwd, tty: true, columns: 80 });
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot(`../snapshots/meeting/${kind}.txt`);
  });

  test('as Markdown, and as one HTML file that is valid and fetches nothing', async () => {
    const cwd = demoWorkspace();
    const markdown = await cli('meeting weekly --format markdown', { cwd });
    await expect(markdown.stdout).toMatchFileSnapshot('../snapshots/meeting/weekly.md');
    await cli('meeting quarterly --output html=meeting.html', { cwd });
    const html = readFileSync(join(cwd, 'meeting.html'), 'utf8');
    expect(await htmlProblems(html)).toEqual([]);
    expect(elementsOf(html)).toEqual(PLAIN_ELEMENTS);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<h2>\d+\. /g)).toHaveLength(9);
  });

  test('a kind that is none, and a day that is not past, are refused', async () => {
    const cwd = demoWorkspace();
    const refused = async (words: string) => (await cli(`meeting ${words}`, { cwd })).stderr.split('\n')[0];
    expect(await refused('weakly')).toBe('error: There is no weakly meeting.');
    expect(await refused('weekly --since 2026-11-23')).toBe(
      'error: --since: 2026-11-23 is not before today, 2026-11-23.',
    );
  });
});

test('where a sheet was written since, its deals are talked about, and nobody is drawn anew', async () => {
  const cwd = demoWorkspace();
  await cli('review --sheet --largest 2 --random 1', { cwd });
  const view = await json('meeting weekly', cwd);
  expect(view.draw).toBe(null);
  expect(view.sheets).toMatchObject([
    { file: 'reviews/2026-11-23.md', on: '2026-11-23', answered: 0, to_apply: false },
  ]);
  const { stdout } = await cli('meeting weekly', { cwd });
  expect(stdout).not.toContain('pipeline review --apply');
  expect(view.sheets[0]?.picked.filter(({ why }) => why === 'random')).not.toEqual([]);
});

test('a sheet tells how far it is answered, and is to be applied only where it has what the deals do not tell', async () => {
  const cwd = demoWorkspace();
  await cli('review --sheet --largest 2 --random 1', { cwd });
  const file = join(cwd, 'reviews/2026-11-23.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^verdict:.*$/m, 'verdict: confirmed'));
  const shown = async () => (await cli('meeting weekly', { cwd, tty: true, columns: 80 })).stdout;
  const filled = await shown();
  expect(filled).toMatch(/Review of .* deals · 1 answered/);
  expect(filled).toMatch(/ confirmed\b/);
  expect(filled).toContain('pipeline review --apply reviews/2026-11-23.md');
  for (const line of filled.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  expect((await cli('review --apply reviews/2026-11-23.md', { cwd })).status).toBe(0);
  const applied = await shown();
  expect(applied).toMatch(/ confirmed\b/);
  expect(applied).not.toContain('pipeline review --apply');
  writeFileSync(file, readFileSync(file, 'utf8').replace('verdict: confirmed', 'verdict: maybe'));
  expect(await shown()).toContain('pipeline review --apply reviews/2026-11-23.md');
});

test('of many silent deals those worth most are named, and what the others are worth is said', async () => {
  const cwd = workspace({});
  mkdirSync(join(cwd, 'deals'), { recursive: true });
  for (let at = 1; at <= 12; at += 1) {
    // The longer silent, the less it is worth.
    const day = `2026-08-${String(at).padStart(2, '0')}`;
    const text = `name: N\naccount: A\nowner: anna\nstage: lead\namount: ${at}000\ncreated: ${day}\nstages: [{stage: lead, on: ${day}}]\n`;
    writeFileSync(join(cwd, `deals/deal-${at}.yaml`), text);
  }
  const { stdout } = await cli('meeting weekly', { cwd });
  const silent = stdout.slice(stdout.indexOf('Freshness'));
  expect(silent.match(/deal-\d+/g)?.slice(0, 10)).toEqual(
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((at) => `deal-${at}`),
  );
  expect(silent).toMatch(/2 more +3,000\n/);
});

test('a new workspace has a meeting too: no snapshot, no deal, nothing to promise', async () => {
  const cwd = workspace({ 'deals/2026/acme.yaml': dealFile() }, 'documented_since: 2026-11-20\n');
  const { stdout, status } = await cli('meeting quarterly', { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain('There is no snapshot from before today.');
  const empty = workspace({}, 'documented_since: 2026-11-20\n');
  expect((await cli('meeting monthly', { cwd: empty })).status).toBe(0);
});

test('deals and files that can’t be read are named, and the status says so', async () => {
  const cwd = workspace({ 'deals/acme.yaml': dealFile(), 'deals/broken.yaml': 'name: [' });
  const { stdout, status } = await cli('meeting weekly', { cwd });
  expect(status).toBe(3);
  expect(stdout).toContain('broken');
});

test('a review sheet that can’t be read is named, and the status says so, also beside one that can', async () => {
  const cwd = demoWorkspace();
  await cli('review --sheet --largest 2 --random 1', { cwd });
  const sheet = join(cwd, 'reviews/2026-11-23.md');
  const text = readFileSync(sheet, 'utf8');
  const damaged = text.replace(/^sampler: .*$/m, 'sampler: [');
  const named = async () => {
    const { stdout, status } = await cli('meeting weekly', { cwd, tty: true, columns: 200 });
    return {
      status,
      lines: stdout.split('\n').filter((line) => line.includes('Its deals count as not reviewed.')),
    };
  };
  writeFileSync(join(cwd, 'reviews/2026-11-22.md'), damaged);
  const beside = await named();
  expect(beside.status).toBe(3);
  expect(beside.lines).toEqual([expect.stringMatching(/^reviews\/2026-11-22\.md:\d+/)]);
  writeFileSync(sheet, damaged);
  const alone = await named();
  expect(alone.status).toBe(3);
  expect(alone.lines).toHaveLength(2);
  const view = JSON.parse((await cli('meeting weekly --format json', { cwd })).stdout) as MeetingView;
  expect(view.unread_sheets.map(({ place }) => place.split(':')[0])).toEqual([
    'reviews/2026-11-22.md',
    'reviews/2026-11-23.md',
  ]);
});

describe('what was applied is not offered again', () => {
  const FILE = 'reviews/2026-11-23.md';
  const applied = async () => {
    const cwd = workspace({ 'deals/2026/acme.yaml': dealFile() }, 'documented_since: 2026-11-20\n');
    await cli('review --sheet', { cwd });
    const fill = (key: string, value: string) => {
      const text = readFileSync(join(cwd, FILE), 'utf8');
      writeFileSync(join(cwd, FILE), text.replace(new RegExp(`^${key}:.*$`, 'm'), `${key}: ${value}`));
    };
    fill('verdict', 'corrected');
    fill('close', '2027-01-20');
    expect(await toApply(cwd)).toBe(true);
    expect((await cli(`review --apply ${FILE}`, { cwd })).status).toBe(0);
    expect(await toApply(cwd)).toBe(false);
    return { cwd, fill };
  };
  const toApply = async (cwd: string) => (await json('meeting weekly', cwd)).sheets[0]?.to_apply;

  test('though a date that the deal keeps was taken out of the sheet', async () => {
    const { cwd, fill } = await applied();
    fill('close', '');
    expect(await toApply(cwd)).toBe(false);
    fill('verdict', 'at-risk');
    expect(await toApply(cwd)).toBe(true);
  });

  test('though the deal has another id by now; what is filled in then is offered', async () => {
    const { cwd, fill } = await applied();
    expect((await cli('rename-id acme acme-erp', { cwd })).status).toBe(0);
    expect(await toApply(cwd)).toBe(false);
    fill('lesson', 'ask for the budget first');
    expect(await toApply(cwd)).toBe(true);
  });
});
