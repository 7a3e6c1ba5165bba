// pipeline review --sheet and review verify, as a person types them: a sheet that nobody can bend.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blocksOf } from '../src/review/sheet-blocks.ts';
import { pipedrive } from './crm-import/desk.ts';
import { companyFolder, put } from './look/company-files.ts';
import { cli } from './support/cli.ts';

let company: ReturnType<typeof companyFolder>;
beforeEach(() => {
  company = companyFolder();
});
afterEach(() => company.remove());

const run = (line: string | readonly string[], today?: string, at = '12:00') =>
  cli(line, {
    cwd: company.root,
    ...(today === undefined ? {} : { today }),
    now: new Date(`${today ?? '2026-11-23'}T${at}:00Z`),
  });
const json = async (line: string, today?: string) =>
  JSON.parse((await run(`${line} --format json`, today)).stdout);
const path = (name: string) => join(company.root, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const sum = (name: string) =>
  createHash('sha256')
    .update(readFileSync(path(name)))
    .digest('hex');
const change = (name: string, from: string | RegExp, to: string) => {
  const text = read(name);
  expect(text).toMatch(from);
  writeFileSync(path(name), text.replace(from, to));
};
const sheets = () => (existsSync(path('reviews')) ? readdirSync(path('reviews')).sort() : []);

const SHEET = 'reviews/2026-11-23.md';
const FEW = 'review --largest 2 --random 3 --sheet';

describe('pipeline review --sheet', () => {
  test('takes a snapshot where the newest is not of this state, and names it with its checksums and the seed', async () => {
    const { status, stderr, stdout } = await run(FEW);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${SHEET} written`);
    expect(stdout).toContain('snapshot 2026-11-23 (taken for it)');
    const text = read(SHEET);
    expect(text).toContain('seed: 2712-ca4f');
    expect(text).toContain(`deals_sha256: "${sum('snapshots/2026-11-23/deals.csv')}"`);
    expect(text).toContain(`archived_sha256: "${sum('snapshots/2026-11-23/archived.csv')}"`);
    expect((await json('snapshot list')).snapshots.at(-1)).toMatchObject({ message: `for ${SHEET}` });
  });

  test('takes none where the newest one is of this state', async () => {
    await run('snapshot');
    const { stdout } = await run(FEW);
    expect(stdout).toContain('snapshot 2026-11-23.\n');
    expect(readdirSync(path('snapshots'))).toEqual(['2026-11-16', '2026-11-23']);
  });

  test('the same draw on the same day writes nothing, and touches nothing that was written into it', async () => {
    await run(FEW);
    change(SHEET, 'verdict:', 'verdict: at-risk');
    const before = read(SHEET);
    const again = await run(FEW);
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toContain(`${SHEET} is there already`);
    await run('log goplo-erp called --type call', undefined, '12:10');
    expect((await run(FEW, undefined, '12:20')).stdout).toContain('is there already');
    expect(read(SHEET)).toBe(before);
    expect(sheets()).toEqual(['2026-11-23.md']);
  });

  test('another draw of the day is another sheet, with a further snapshot where the deals changed', async () => {
    await run(FEW);
    await run('set goplo-erp amount=490000', undefined, '12:10');
    const { stdout } = await run(FEW, undefined, '12:20');
    expect(stdout).toContain('reviews/2026-11-23-2.md written');
    expect(stdout).toContain('snapshot 2026-11-23T1320 (taken for it)');
    expect(stdout).toContain(
      `It is another one of the day: ${SHEET} was drawn before deals changed, and stays.`,
    );
    const third = await run('review --sheet --seed mine', undefined, '12:30');
    expect(third.stdout.replace(/\s+/g, ' ')).toContain(
      'reviews/2026-11-23-2.md was drawn by another seed, in another size, and stays.',
    );
    expect(sheets()).toEqual(['2026-11-23-2.md', '2026-11-23-3.md', '2026-11-23.md']);
    expect(await run(`review verify ${sheets().join(' ')}`)).toMatchObject({ status: 0, stderr: '' });
  });

  test('undo takes back the sheet and its snapshot together', async () => {
    await run(FEW);
    expect(await run('undo')).toMatchObject({ status: 0 });
    expect(sheets()).toEqual([]);
    expect(readdirSync(path('snapshots'))).toEqual(['2026-11-16']);
  });

  test('--dry-run says what would be written, and writes nothing', async () => {
    const { stdout, status } = await run(`${FEW} --dry-run`);
    expect(status).toBe(0);
    expect(stdout).toContain(`${SHEET} would be written`);
    expect(stdout).toContain('snapshot 2026-11-23 (would be taken for it)');
    expect(sheets()).toEqual([]);
    expect(readdirSync(path('snapshots'))).toEqual(['2026-11-16']);
  });

  test('--owner is a sheet of one person’s deals, with a last review of its own', async () => {
    const [file = ''] = readdirSync(path('deals'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('baltik-portal.yaml'));
    change(`deals/${file}`, 'owner: anna', 'owner: Anna Nowak');
    await run('review --owner Anna --sheet', '2026-11-20');
    await run('review --sheet', '2026-11-21', '12:30');
    const view = await json('review --owner Anna --sheet');
    expect(view).toMatchObject({
      file: 'reviews/2026-11-23-anna.md',
      owner: 'anna',
      closed: { from: '2026-11-20' },
      last_review: 'reviews/2026-11-20-anna.md',
    });
    expect(await run('review verify 2026-11-23-anna')).toMatchObject({ status: 0 });
    await run('review --team --sheet');
    const both = 'review verify 2026-11-23-anna 2026-11-23';
    expect((await run(both)).stdout).not.toContain('pipeline.yaml has changed');
    change('pipeline.yaml', 'id: anna', 'id: anna-n');
    const { status, stdout } = await run(both);
    expect([status, stdout.replace(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringContaining("The team in pipeline.yaml has changed since, the sheet's own counts:"),
    ]);
  });

  test('where all deals were in a sheet lately it says which setting leaves them out, and till when', async () => {
    const all = 'review --status open --owner piotr --largest 0 --random 99 --sheet';
    await run(all, '2026-11-20');
    const { status, stderr } = await run(all);
    expect([status, stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringMatching(
        /no deal to review: .* in a sheet of the last 60 days \(review\.not_again_within\)/,
      ),
    ]);
    expect(stderr).toContain('The first can be drawn again on 2027-01-20');
    expect((await run(all, '2027-01-19')).status).toBe(2);
    expect((await run(all, '2027-01-20')).status).toBe(0);
  });

  test('--owner finds the sheets of an owner whose id is another one now', async () => {
    await run('review --owner anna --sheet', '2026-11-20');
    change('pipeline.yaml', /id: anna\b/, 'id: anna-n, also: [anna]');
    expect(await json('review --owner anna-n --sheet')).toMatchObject({
      owner: 'anna-n',
      closed: { from: '2026-11-20' },
      last_review: 'reviews/2026-11-20-anna.md',
    });
    const { status, stdout } = await run('review verify 2026-11-23-anna-n');
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('chosen by hand')]);
  });

  test('--team deals to everyone, prints each chance, and can be proved', async () => {
    const view = await json('review --team --status open --largest 1 --random 1 --sheet');
    const random = view.strata[0].picked.filter(({ why }: { why: string }) => why === 'random');
    expect(new Set(random.map(({ owner }: { owner: string }) => owner)).size).toBe(random.length);
    expect(random.length).toBeGreaterThan(1);
    expect(read(SHEET)).toContain('team: true');
    expect(await run(`review verify ${SHEET}`)).toMatchObject({ status: 0 });
    expect((await run('review --team --owner anna')).stderr).toContain('--team deals across all owners');
  });

  test('the next one leaves out of chance whom this one had, counts closed deals from it, and says what was said', async () => {
    const first = await json('review --largest 1 --random 4 --sheet');
    const had = first.strata[0].picked;
    const chance = had.find(({ why }: { why: string }) => why === 'random');
    await run(`set ${chance.id} amount=77000 close=2027-03-01`, '2026-11-27');
    const next = await json('review --largest 20 --random 0 --sheet', '2026-11-30');
    expect(next).toMatchObject({
      closed: { from: '2026-11-23', to: null },
      last_review: SHEET,
      movements_since: '2026-11-23',
    });
    const again = next.strata[0].picked.find(({ id }: { id: string }) => id === chance.id);
    expect(again.said).toMatchObject({
      sheet: SHEET,
      on: '2026-11-23',
      close: chance.close,
      amount: chance.amount,
      amount_changed: true,
    });
    const plain = await json('review --largest 1 --random 20', '2026-11-30');
    const [open] = plain.strata;
    expect(open.excluded).toBe(4);
    const drawnAgain = open.picked.filter(({ why }: { why: string }) => why === 'random');
    const before = new Set(had.map(({ id }: { id: string }) => id));
    expect(drawnAgain.filter(({ id }: { id: string }) => before.has(id))).toEqual([]);
    expect((await json('review --largest 1 --random 20', '2027-03-01')).strata[0].excluded).toBe(0);
  });

  test('what was filled in is what we said: the verdict, the promises and the lesson, and what became of them', async () => {
    await run('review --largest 1 --random 0 --status open --sheet');
    change(SHEET, /verdict: +# confirmed[^\n]*\nclose: +[^\n]*/, 'verdict: at-risk\nclose: 2027-02-26');
    change(SHEET, 'lesson:', 'lesson: nobody asked for the budget');
    // Another draw of the day that nobody filled in does not hide it.
    await run('review --largest 1 --random 1 --status open --sheet');
    expect(sheets()).toContain('2026-11-23-2.md');
    await run('set goplo-erp close=2027-03-05', '2026-11-27');
    const [open] = (await json('review --largest 1 --random 0 --status open --sheet', '2026-11-30')).strata;
    expect(open.picked[0].said).toMatchObject({
      verdict: 'at-risk',
      close: '2027-02-26',
      close_moved_days: 7,
      lesson: 'nobody asked for the budget',
    });
    expect(read('reviews/2026-11-30.md')).toContain(
      '- We said on 2026-11-23: verdict at-risk · Negotiation · close 2027-02-26 · 480,000 PLN\n' +
        '  - Since then: close 2027-03-05, 7 days later · same amount\n' +
        '  - Lesson: nobody asked for the budget\n',
    );
  });

  test('questions come from pipeline.yaml, those of the stage added', async () => {
    change(
      'pipeline.yaml',
      /$/,
      'review: {questions: {open: ["Who pays?"], stages: {negotiation: ["Who signs?"]}}}\n',
    );
    const view = await json('review --largest 9 --sheet');
    const [open, won] = view.strata;
    for (const { stage, questions } of open.picked) {
      expect(questions).toEqual(stage === 'negotiation' ? ['Who pays?', 'Who signs?'] : ['Who pays?']);
    }
    expect(won.picked[0].questions).toContain('What was decisive?');
    expect(read(SHEET)).toContain('  - Who signs?');
    expect((await run('check')).stdout).not.toContain('has no effect');
  });

  test('what somebody wrote into a deal opens no block and no heading', async () => {
    put(
      company.root,
      'deals/2026/evil.yaml',
      `name: "x\\n\`\`\`yaml\\ndeal: goplo-erp\\nverdict: dead\\n\`\`\`\\n# Heading"
account: "<script>alert(1)</script>"
owner: anna
stage: lead
amount: 9000000.00
created: 2026-11-01
next_step: {what: "\`\`\`yaml\\nformat: 1"}
activities:
  - {on: 2026-11-20, logged: 2026-11-20, type: call, note: "\\n\`\`\`yaml\\ndeal: goplo-erp"}
`,
    );
    await run('review --largest 1 --random 0 --status open --sheet');
    const text = read(SHEET);
    const deals = blocksOf(text, SHEET).filter(({ kind }) => kind === 'deal');
    expect(deals.map(({ source }) => source.text.split('\n')[0])).toEqual(['deal: goplo-erp', 'deal: evil']);
    expect(text).not.toContain('<script>');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual(['# Review 2026-11-23']);
    expect(await run(`review verify ${SHEET}`)).toMatchObject({ status: 0 });
  });

  test('an earlier sheet of which nobody can tell whom it had stops the next one; a plain review says so', async () => {
    await run(FEW);
    change(SHEET, /why: random/, 'why: liked');
    const { status, stderr } = await run(FEW, '2026-11-30');
    expect(status).toBe(3);
    expect(stderr).toContain('no sheet is written');
    expect(stderr).toMatch(/reviews\/2026-11-23\.md:\d+:\d+/);
    expect(sheets()).toEqual(['2026-11-23.md']);
    const plain = await run('review', '2026-11-30');
    expect(plain.status).toBe(3);
    expect(plain.stdout).toContain('Its deals count as not reviewed.');
  });

  test.each([
    ['review --sheet --as-of 2026-11-16', '--sheet is of today'],
    ['review --dry-run', '--dry-run is of --sheet'],
    ['review --status won --since 2027-01-01 --sheet', 'There is no deal to review.'],
  ])('%s is refused with a sentence', async (line, sentence) => {
    const { status, stdout, stderr } = await run(line);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(sheets()).toEqual([]);
  });

  test('notes that people keep in reviews/ are no sheets, and a link is not followed', async () => {
    put(company.root, 'reviews/2026-11-10-notes.md', '# What we talked about\n\n```yaml\nname: x\n```\n');
    put(company.root, 'reviews/README.md', 'About reviews.\n');
    expect(await run(FEW)).toMatchObject({ status: 0 });
    symlinkSync('/etc/hostname', path('reviews/2026-11-11.md'));
    expect((await run(FEW, '2026-11-30')).stderr).toContain('is a symbolic link');
  });

  test('the sheet, as it was read by eye; on a screen; as HTML with its blocks', async () => {
    const { stdout } = await run('review --largest 1 --random 1 --sheet --format markdown');
    expect(stdout).toBe(read(SHEET));
    await expect(stdout).toMatchFileSnapshot('../snapshots/review-sheet.md');
    const screen = await cli('review --largest 1 --random 1 --sheet', {
      cwd: company.root,
      tty: true,
      columns: 80,
    });
    await expect(screen.stdout).toMatchFileSnapshot('../snapshots/review-sheet.txt');
    const html = (await run('review --largest 1 --random 1 --sheet --format html')).stdout;
    expect(html).toContain('<code class="language-yaml">deal: goplo-erp');
    const csv = (await run('review --largest 1 --random 1 --sheet --format csv')).stdout;
    expect(csv.split('\n')[0]).toContain('push_count');
  });
});

describe('pipeline review verify', () => {
  test('proves what was drawn, also weighted and cut to the time, and says what a person chose', async () => {
    await run('review --weighted --minutes 40 --seed audit --since 2026-10-01 --sheet');
    const { status, stdout } = await run(`review verify ${SHEET}`);
    expect(status).toBe(0);
    expect(stdout).toContain('its deals are those that were drawn');
    expect(stdout).toContain('The seed audit was given by hand');
    expect(stdout).toContain('Closed deals were chosen by hand: from 2026-10-01.');
    expect(await json(`review verify ${SHEET}`)).toMatchObject({
      schema: 'pipeline/review-verify/1',
      sheets: [{ matches: true, differences: [] }],
    });
  });

  test('proves a sheet that was filled in, and changed around its blocks', async () => {
    await run(FEW);
    change(SHEET, 'verdict:', 'verdict: at-risk');
    change(SHEET, '## The process', 'We met in Gdańsk.\n\n```\nformat: 1\n```\n\n## The process');
    expect(await run(`review verify ${SHEET}`)).toMatchObject({ status: 0 });
  });

  test.each(['"deal": goplo-erp', "{deal: 'goplo-erp', verdict: confirmed}", '{ "deal": "goplo-erp" }'])(
    'proves a sheet in which a block begins with %s',
    async (written) => {
      await run(FEW);
      change(SHEET, /```yaml\ndeal: goplo-erp\n[^`]*```\n/, `\`\`\`yaml\n${written}\n\`\`\`\n`);
      expect(await run(`review verify ${SHEET}`)).toMatchObject({ status: 0, stderr: '' });
    },
  );

  test('a sheet counts those before it as they are: who takes one of them away is found out', async () => {
    await run('review --largest 1 --random 4 --sheet');
    await run('review --largest 1 --random 4 --sheet', '2026-11-30');
    expect(await run('review verify 2026-11-30')).toMatchObject({ status: 0 });
    rmSync(path(SHEET));
    const { status, stdout } = await run('review verify 2026-11-30');
    expect(status).toBe(1);
    expect(stdout).toContain('Left out of chance among open');
  });

  test('an earlier sheet that can’t be read is named: it may be why the draw comes out otherwise', async () => {
    await run('review --largest 1 --random 4 --sheet');
    await run('review --largest 1 --random 4 --sheet', '2026-11-30');
    change(SHEET, 'sampler: 1', 'sampler: &x 1');
    put(company.root, 'reviews/2026-12-01.md', read(SHEET));
    const { status, stdout } = await run('review verify 2026-11-30');
    expect(status).toBe(1);
    expect(stdout).toMatch(/An earlier sheet can't be read, .*: reviews\/2026-11-23\.md:\d+:\d+\./s);
    expect(stdout).not.toContain('2026-12-01');
    expect((await run('review verify 2026-11-30 --format csv')).stdout).toContain(
      `note,,,"An earlier sheet can't be read, `,
    );
  });

  const picked = /\n {6}- \{id: [^\n]*why: random, rank: 1,[^\n]*/;
  test.each([
    ['a pick taken out', picked, '', 'and is not in the sheet'],
    [
      'a pick put in',
      picked,
      '\n      - {id: mine, why: random, rank: 1, probability: 1, owner: anna, stage: lead, currency: PLN}',
      'mine is in the sheet, and was not drawn.',
    ],
    [
      'another chance',
      /(why: random, rank: 1, probability: )[\d.]+/,
      '$10.5',
      'stands with probability 0.5 instead of',
    ],
    ['another amount', /amount: "\d+/, 'amount: "1', 'stands with amount'],
    ['another seed', 'seed: 2712-ca4f', 'seed: liked', 'The seed liked was given by hand'],
    [
      'a larger population',
      'population: 10',
      'population: 12',
      'Deals that are open: the sheet says 12, drawn again it is 10.',
    ],
    ['a section taken out', /```yaml\ndeal: goplo-erp\n[^`]*```\n/, '', 'The block of goplo-erp is missing.'],
    ['the process taken out', /```yaml\nworks:[^`]*```\n/, '', 'The block of the process is missing.'],
    ['another checksum', /deals_sha256: "\w{8}/, 'deals_sha256: "00000000', 'was changed since'],
    ['another snapshot', 'name: 2026-11-23', 'name: 2026-11-16', 'was changed since'],
  ])('%s does not match', async (_, from, to, sentence) => {
    await run(FEW);
    change(SHEET, from, to);
    const { status, stdout } = await run(`review verify ${SHEET}`);
    expect(status).toBe(1);
    expect(stdout).toContain(sentence);
    expect((await json(`review verify ${SHEET}`)).sheets[0].matches).toBe(false);
  });

  test('a snapshot that was changed, or is gone, proves nothing any more', async () => {
    await run(FEW);
    change('snapshots/2026-11-23/deals.csv', 'Goplo', 'Gopla');
    expect((await run(`review verify ${SHEET}`)).stdout).toContain(
      'The snapshot 2026-11-23 was changed since',
    );
    rmSync(path('snapshots/2026-11-23'), { recursive: true });
    const { status, stdout } = await run(`review verify ${SHEET}`);
    expect(status).toBe(1);
    expect(stdout).toContain('There is no snapshot 2026-11-23: nobody can draw from it again.');
  });

  test('a snapshot that a sheet was drawn from is not replaced', async () => {
    await run(FEW);
    const before = read('snapshots/2026-11-23/snapshot.yaml');
    await run('set goplo-erp amount=490000');
    const { status, stderr } = await run('snapshot --replace');
    expect([status, stderr]).toEqual([2, expect.stringContaining(`The deals of ${SHEET} were drawn from`)]);
    expect(stderr).toContain('pipeline snapshot --again');
    expect(read('snapshots/2026-11-23/snapshot.yaml')).toBe(before);
    expect(await run(`review verify ${SHEET}`)).toMatchObject({ status: 0 });
  });

  test('nor does a week replace it: nothing of the week is written then', async () => {
    await run(FEW);
    const before = read('snapshots/2026-11-23/snapshot.yaml');
    writeFileSync(path('week.csv'), pipedrive('1,Alpha,100,Lead,open'));
    for (const line of ['week week.csv --replace', 'week week.csv --replace --dry-run']) {
      const { status, stderr } = await run(line);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`The deals of ${SHEET} were drawn from`)]);
      expect(stderr).toContain('pipeline week EXPORT --again adds another one of the day.');
    }
    expect(existsSync(path('imports'))).toBe(false);
    expect(read('snapshots/2026-11-23/snapshot.yaml')).toBe(before);
  });

  test('what was drawn by a later sampler is refused by name', async () => {
    await run(FEW);
    change(SHEET, 'sampler: 1', 'sampler: 2');
    const { status, stderr } = await run(`review verify ${SHEET}`);
    expect(status).toBe(2);
    expect(stderr).toContain('was drawn by sampler 2; this version has sampler 1.');
  });

  test('a record that can’t be read is named with its line; what is no sheet, or not there, is refused', async () => {
    await run(FEW);
    change(SHEET, 'sampler: 1', 'sampler: &x 1');
    const { status, stdout } = await run(`review verify ${SHEET}`);
    expect(status).toBe(3);
    expect(stdout).toMatch(/reviews\/2026-11-23\.md:\d+:\d+/);
    put(company.root, 'reviews/notes.md', 'Nothing.\n');
    expect((await run('review verify reviews/notes.md')).stderr).toContain('is no review sheet');
    expect((await run('review verify reviews/none.md')).stderr).toContain('is not there');
  });
});
