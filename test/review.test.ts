// pipeline review, as a person types it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companyFolder, put } from './look/company-files.ts';
import { cli } from './support/cli.ts';

let company: ReturnType<typeof companyFolder>;
beforeAll(() => {
  company = companyFolder();
});
afterAll(() => company.remove());

const review = (words: string | readonly string[] = '') =>
  cli(typeof words === 'string' ? `review ${words}` : ['review', ...words], { cwd: company.root });
const json = async (words: string | readonly string[] = '') => {
  const { status, stdout, stderr } = await review(
    typeof words === 'string' ? `${words} --format json` : [...words, '--format', 'json'],
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
};
const idsOf = (view: { strata: { picked: { id: string }[] }[] }) =>
  view.strata.map(({ picked }) => picked.map(({ id }) => id));

describe('pipeline review', () => {
  test('--random alone does what a manager means: all three strata, each with its largest', async () => {
    const view = await json('--random 2');
    expect(view).toMatchObject({
      schema: 'pipeline/review/1',
      sampler: 1,
      seed: '2712-ca4f',
      movements_since: '2026-11-16',
    });
    expect(
      view.strata.map(({ stratum, population }: { stratum: string; population: number }) => [
        stratum,
        population,
      ]),
    ).toEqual([
      ['open', 10],
      ['won', 3],
      ['lost', 2],
    ]);
    const open = view.strata[0].picked.map(({ why }: { why: string }) => why);
    expect(open).toEqual(['important', ...Array(5).fill('largest'), 'random', 'random']);
  });

  test('says of each deal why it was picked, with what chance, what moved and what is wrong', async () => {
    const view = await json('--largest 9 --random 0');
    const byId = new Map(view.strata[0].picked.map((deal: { id: string }) => [deal.id, deal]));
    expect(byId.get('goplo-erp')).toMatchObject({
      why: 'important',
      rank: 1,
      probability: 1,
      value: '480000.00',
      important: 'reference customer',
      movements: [{ kind: 'slipped', days: 42, from: '2026-12-18', to: '2027-01-29' }],
    });
    expect(byId.get('odra-scada')).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'past-close', severity: 'error', days: 3 }),
      ]),
    });
  });

  test('the same seed gives the same sample, another one another', async () => {
    const words = '--random 3 --largest 1 --seed 7f3a-21c9';
    expect(await json(words)).toEqual(await json(words));
    const seeds = await Promise.all(
      ['a', 'b', 'c', 'd'].map((seed) => json(`--random 3 --largest 1 --seed ${seed}`)),
    );
    expect(new Set(seeds.map((view) => idsOf(view).join('|'))).size).toBeGreaterThan(1);
  });

  test('a larger --random only adds', async () => {
    const [few, more] = [await json('--largest 1 --random 2'), await json('--largest 1 --random 4')];
    expect(idsOf(more)[0]?.slice(0, 4)).toEqual(idsOf(few)[0]);
  });

  test('--owner draws among one person’s deals, by a seed of their own', async () => {
    const view = await json('--owner Anna');
    expect(view).toMatchObject({ owner: 'anna', seed: '6358-7927' });
    expect(
      view.strata.flatMap(({ picked }: { picked: { owner: string }[] }) => picked.map(({ owner }) => owner)),
    ).toEqual(expect.not.arrayContaining(['piotr', 'marek']));
  });

  test('--status, --since and --period choose among strata and closed deals', async () => {
    expect(idsOf(await json('--status won'))).toEqual([['rega-tms', 'pomorze-erp', 'drawa-wms']]);
    expect(idsOf(await json('--status won --since 2026-11-01'))).toEqual([['rega-tms', 'pomorze-erp']]);
    expect(idsOf(await json('--status lost --period 2026-Q3'))).toEqual([['opole-mes']]);
    expect((await json('--status lost --period 2026-Q3')).closed).toEqual({
      from: '2026-07-01',
      to: '2026-09-30',
      period: '2026-Q3',
    });
  });

  test('--minutes cuts the sample to the time, and both parts stay', async () => {
    const view = await json('--status open --minutes 20');
    expect(view).toMatchObject({ deals: 4, minutes: 20, cut: 6 });
    const why = view.strata[0].picked.map((deal: { why: string }) => deal.why);
    expect(why).toContain('random');
    expect(why[0]).toBe('important');
  });

  test('--weighted prints each chance, and what has no value is never drawn', async () => {
    const view = await json('--status open --weighted --largest 1 --random 3');
    expect(view.strata[0]).toMatchObject({ drawn_from: 7, never_drawn: 1 });
    const random = view.strata[0].picked.filter(({ why }: { why: string }) => why === 'random');
    expect(random).toHaveLength(3);
    expect(new Set(random.map(({ probability }: { probability: number }) => probability)).size).toBe(3);
  });

  test.each([
    ['--minutes 4', 'No deal can be reviewed in --minutes 4.'],
    ['--since 2026-01-01 --period 2026-Q4', '--since and --period'],
    ['--owner nobody', 'There is no owner "nobody".'],
    ['--status closed', 'is invalid'],
    ['--random some', '--random takes a whole number'],
    ['--period whenever', '"whenever" is not a period.'],
  ])('%s is refused with a sentence', async (words, sentence) => {
    const { status, stderr, stdout } = await review(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  test('an empty --seed is none', async () => {
    expect((await review(['--seed', ' '])).status).toBe(2);
  });

  test('any text is a seed, and the same one however its letters are composed', async () => {
    const composed = 'przegl\u0105d \u00e9';
    expect(await json(['--seed', composed])).toEqual(await json(['--seed', composed.normalize('NFD')]));
  });

  test('--as-of draws as of the snapshot’s day', async () => {
    const view = await json('--as-of 2026-11-20 --random 2');
    expect(view).toMatchObject({ today: '2026-11-16', as_of: '2026-11-16', movements_since: null });
    expect(view.seed).not.toBe('2712-ca4f');
    expect(view.strata[0].population).toBe(12);
  });

  test('the screen', async () => {
    const { stdout, status } = await cli('review --largest 3 --random 3', {
      cwd: company.root,
      tty: true,
      columns: 80,
    });
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../snapshots/review.txt');
  });

  test('CSV has a row a deal', async () => {
    const { stdout } = await review('--status won --format csv');
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'stratum,id,why,rank,probability,name,account,owner,stage,value,close,important,findings,movements',
      'won,rega-tms,largest,1,1,Project tms,Rega Sp. z o.o.,anna,won,150000.00,2026-11-19,,,won',
    ]);
  });

  test('a deal that cannot be read stands as the snapshot has it, is named, and the status says so', async () => {
    const broken = companyFolder();
    put(broken.root, 'deals/2026/beskid-mes.yaml', 'name: [');
    const { status, stdout } = await cli('review --format json', { cwd: broken.root });
    broken.remove();
    expect(status).toBe(3);
    const view = JSON.parse(stdout);
    expect(view.unreadable).toEqual(['beskid-mes']);
    expect(view.strata[0].population).toBe(10);
  });
});
