// What the tool says about the year of maven_crm, each figure held to SQL over the source file; and docs/maven-year.md,
// which shows it, to what its commands print.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import type { FunnelView } from '../src/report/funnel.ts';
import type { ListView } from '../src/report/list.ts';
import type { ResultsView } from '../src/report/results.ts';
import type { SnapshotListView } from '../src/report/snapshot-list.ts';
import type { StatusView } from '../src/report/status.ts';
import type { TrendView } from '../src/report/trend.ts';
import type { MetricValue } from '../src/report/trend-metrics.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { expectScreens } from './support/screens.ts';
import { sqlite } from './support/sqlite.ts';

const SOURCE = resolve('../shared/data/maven_crm/sales_pipeline.csv');
const PAGE = 'docs/maven-year.md';
const TODAY = '2018-01-02';
/** The starts of quarters, as the snapshots are made for. */
const STARTS = ['2017-01-01', '2017-04-01', '2017-07-01', '2017-10-01', '2018-01-01'];
const QUARTERS = STARTS.slice(1).map((to, at) => ({ name: `2017-Q${at + 1}`, from: STARTS[at] ?? '', to }));

const isHere = existsSync(SOURCE);
const db = sqlite(':memory:');
let maven: Desk;

beforeAll(async () => {
  if (!isHere) return;
  db.exec('CREATE TABLE deals (id, agent, product, account, stage, engaged, closed, value INTEGER)');
  const insert = db.prepare('INSERT INTO deals VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const rows: string[][] = parse(readFileSync(SOURCE), { from_line: 2 });
  for (const row of rows) insert.run(...row);
  maven = await desk('--name maven --stages Prospecting,Engaging --currency USD --locale en --time-zone UTC');
  for (const words of [['import', SOURCE], 'backfill --from dates --every quarter'] as const) {
    const { stderr } = await maven.run(words, { today: TODAY });
    expect(stderr).toBe('');
  }
}, 180_000);
afterAll(() => {
  if (isHere) maven.clear();
  db.close();
});

const sql = <Row>(query: string, ...values: readonly string[]) =>
  db.prepare<string[], Row>(query).all(...values);
const one = <Row>(query: string, ...values: readonly string[]): Row => {
  const [row] = sql<Row>(query, ...values);
  if (row === undefined) throw new Error(query);
  return row;
};
const ask = <View>(words: string) => maven.json<View>(words, { today: TODAY });
const counts = (value: MetricValue | undefined) =>
  value?.kind === 'share' ? { won: value.count, decided: value.of } : value;
const grouped = (figure: number) => figure.toLocaleString('en-US');

const DECIDED = "stage IN ('Won', 'Lost')";
const IN_QUARTER = `${DECIDED} AND closed >= ? AND closed < ?`;

describe.skipIf(!isHere)('the year of maven_crm (needs ../shared/data/maven_crm)', () => {
  const page = readFileSync(PAGE, 'utf8');

  test('open deals at the start of each quarter', async () => {
    const expected = STARTS.map(
      (day) =>
        one<{ open: number }>(
          "SELECT count(*) AS open FROM deals WHERE engaged != '' AND engaged < ? AND (closed = '' OR closed >= ?)",
          day,
          day,
        ).open,
    );
    const { snapshots } = await ask<SnapshotListView>('snapshot list');
    expect(snapshots.map(({ name, open }) => [name, open])).toEqual(
      STARTS.map((day, at) => [day, expected[at]]),
    );
    expect(expected.slice(1, 4)).toEqual([1330, 1686, 2409]);
    const trend = await ask<TrendView>('trend open-count --every quarter');
    expect(trend.groups[0]?.metrics['open-count']).toEqual(
      expected.map((count) => ({ kind: 'count', count })),
    );
  });

  test('the win rate and the deals that dropped out, quarter by quarter', async () => {
    const expected = QUARTERS.map(({ from, to }) =>
      one<{ won: number; decided: number }>(
        `SELECT sum(stage = 'Won') AS won, count(*) AS decided FROM deals WHERE ${IN_QUARTER}`,
        from,
        to,
      ),
    );
    const { intervals, groups } = await ask<TrendView>('trend win-rate drop-out-rate --every quarter');
    expect(intervals.map(({ name }) => name)).toEqual(['2016-Q4', ...QUARTERS.map(({ name }) => name)]);
    expect(groups[0]?.metrics['win-rate']?.slice(1).map(counts)).toEqual(expected);
    const [, second, third, fourth] = expected.map(({ won, decided }) => Math.round((100 * won) / decided));
    expect(page).toContain(`From then on ${second}, ${third} and ${fourth} of a hundred deals`);
    const dropped = QUARTERS.map(({ from, to }) => {
      const { lost } = one<{ lost: number }>(
        "SELECT count(*) AS lost FROM deals WHERE stage = 'Lost' AND engaged < ? AND closed >= ? AND closed < ?",
        from,
        from,
        to,
      );
      return lost;
    });
    expect(
      groups[0]?.metrics['drop-out-rate']?.slice(1).map((value) => value?.kind === 'share' && value.count),
    ).toEqual(dropped);
  });

  test('the money won in each quarter, by the bridge and by the list', async () => {
    for (const { name, from, to } of QUARTERS) {
      const { count, value } = one<{ count: number; value: number }>(
        "SELECT count(*) AS count, sum(value) AS value FROM deals WHERE stage = 'Won' AND closed >= ? AND closed < ?",
        from,
        to,
      );
      const diff = await ask<DiffView>(`diff ${from} ${to}`);
      expect(diff.bridge.bars.won, name).toMatchObject({ count, value: `${value}.00` });
      const list = await ask<ListView>(`list --won --closing ${name}`);
      expect(list.total, name).toMatchObject({ count, value: `${value}.00` });
      expect(page).toContain(grouped(value));
    }
  });

  test('the results of each quarter: win rate, cycle, average amount', async () => {
    for (const { name, from, to } of QUARTERS) {
      const closed = `FROM deals WHERE ${IN_QUARTER}`;
      const { won, lost, value } = one<{ won: number; lost: number; value: number | null }>(
        `SELECT sum(stage = 'Won') AS won, sum(stage = 'Lost') AS lost, sum(iif(stage = 'Won', value, 0)) AS value ${closed}`,
        from,
        to,
      );
      const days = sql<{ days: number }>(
        `SELECT julianday(closed) - julianday(engaged) AS days ${closed} AND stage = 'Won' ORDER BY days`,
        from,
        to,
      ).map((row) => row.days);
      const { win_rate: rate, cycle, average, ...found } = await ask<ResultsView>(`results ${name}`);
      if (won === null) {
        expect(rate, name).toMatchObject({ of: 0, share: null });
        continue;
      }
      expect(found, name).toMatchObject({ won: { count: won, value: `${value}.00` }, lost: { count: lost } });
      expect(rate, name).toMatchObject({ count: won, of: won + lost, share: won / (won + lost) });
      expect(average, name).toMatchObject({ mean: ((value ?? 0) / won).toFixed(2), count: won });
      const [lower = 0, upper = 0] = [days[Math.ceil(won / 2) - 1], days[Math.floor(won / 2)]];
      expect(cycle, name).toMatchObject({ median: Math.round((lower + upper) / 2), count: won });
    }
  });

  test('conversion, and the days until a deal ends', async () => {
    const { stages, cohorts } = await ask<FunnelView>('funnel --cohort quarter');
    const days = `SELECT julianday(closed) - julianday(engaged) AS days FROM deals WHERE ${DECIDED} ORDER BY days`;
    const ofDecided = one<{ won: number; lost: number; decided: number }>(
      `SELECT sum(stage = 'Won') AS won, sum(stage = 'Lost') AS lost, count(*) AS decided FROM deals WHERE ${DECIDED}`,
    );
    const { won, lost, decided } = ofDecided;
    const at = (place: number) => one<{ days: number }>(`${days} LIMIT 1 OFFSET ${place - 1}`).days;
    const median = Math.round((at(Math.floor((decided + 1) / 2)) + at(Math.floor((decided + 2) / 2))) / 2);
    const p75 = at(Math.ceil(0.75 * decided));
    expect(stages.find(({ stage }) => stage === 'engaging')).toMatchObject({
      moved_on: won,
      lost,
      conversion: { count: won, of: decided, share: won / decided },
      days: { median, p75, count: decided },
    });
    expect(page).toContain(`within ${median} days, three quarters within ${p75}.`);
    const born = sql<{ deals: number; won: number; lost: number }>(
      `SELECT count(*) AS deals, sum(stage = 'Won') AS won, sum(stage = 'Lost') AS lost FROM deals WHERE engaged != ''
       GROUP BY substr(engaged, 1, 4), (substr(engaged, 6, 2) + 2) / 3 ORDER BY min(engaged)`,
    );
    expect(cohorts.map((cohort) => ({ deals: cohort.deals, won: cohort.won, lost: cohort.lost }))).toEqual(
      born,
    );
  });

  test('how long the open ones are open, and how many of them for longer than most that ended', async () => {
    const { stages } = await ask<StatusView>('status');
    const open = sql<{ days: number }>(
      "SELECT julianday(?) - julianday(engaged) AS days FROM deals WHERE stage = 'Engaging' ORDER BY days",
      TODAY,
    ).map(({ days }) => days);
    const median = open[(open.length - 1) / 2];
    expect(stages.find(({ stage }) => stage === 'engaging')).toMatchObject({
      count: open.length,
      median_days: median,
    });
    const { total } = await ask<ListView>('list --stage engaging --where created<2017-10-09');
    const old = open.filter((days) => days > 85).length;
    expect(total.count).toBe(old);
    expect(page).toContain(`${grouped(old)} of ${grouped(open.length)}.`);
    expect(page).toContain(`a median of ${median} days.`);
  });

  test('who wins, quarter by quarter', async () => {
    const { groups } = await ask<TrendView>('trend win-rate --every quarter --by owner');
    const ranked = QUARTERS.map(({ name, from, to }, at) => {
      const agents = sql<{ agent: string; won: number; decided: number }>(
        `SELECT agent, sum(stage = 'Won') AS won, count(*) AS decided FROM deals WHERE ${IN_QUARTER}
         GROUP BY agent ORDER BY 1.0 * won / decided DESC`,
        from,
        to,
      );
      expect(agents.length).toBe(30);
      for (const { agent, ...expected } of agents) {
        const value = groups.find(({ key }) => key === agent)?.metrics['win-rate']?.[at + 1];
        expect(counts(value), `${agent} in ${name}`).toEqual(expected);
      }
      return agents;
    });
    const [leader, last] = [ranked[3]?.[0], ranked[3]?.at(-1)];
    const before = ranked[2]?.find(({ agent }) => agent === last?.agent);
    expect(page.replaceAll('\n', ' ')).toContain(
      `${leader?.agent} leads with ${leader?.won} of ${leader?.decided} and ${last?.agent} is last with ${last?.won} of ${last?.decided}, who won ${before?.won} of ${before?.decided} in the third.`,
    );
  });

  test('what sells', async () => {
    const products = sql<{ product: string; won: number; lost: number; value: number }>(
      `SELECT product, sum(stage = 'Won') AS won, sum(stage = 'Lost') AS lost, sum(value) AS value
       FROM deals WHERE ${DECIDED} GROUP BY product ORDER BY value DESC`,
    );
    for (const { product, won, lost, value } of products) {
      const of = (outcome: string) =>
        maven.run(['list', outcome, '--where', `custom.product = ${product}`, '--format', 'json'], {
          today: TODAY,
        });
      const sold: ListView = JSON.parse((await of('--won')).stdout);
      expect(sold.total).toMatchObject({ count: won, value: `${value}.00` });
      const missed: ListView = JSON.parse((await of('--lost')).stdout);
      expect(missed.total.count).toBe(lost);
    }
    const rows = products.map(
      ({ product, won, lost, value }) => `| ${product} | ${won} | ${lost} | ${grouped(value)} |\n`,
    );
    expect(page).toContain(`| product | won | lost | value won |\n|---|---:|---:|---:|\n${rows.join('')}`);
  });

  test(`${PAGE} shows what the commands print`, async () => {
    expect(await expectScreens(PAGE, { cwd: maven.root, today: TODAY })).toBeGreaterThan(4);
  });
});
