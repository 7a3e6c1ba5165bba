// What befalls a pipeline in the middle of its past, and what a forecast makes of it: a process that changes, an owner who is
// new, currencies, and periods in which nothing closes.

import { afterEach, expect, test } from 'vitest';
import type { BacktestView } from '../src/report/backtest.ts';
import type { ForecastView } from '../src/report/forecast.ts';
import type { GroupedForecast } from '../src/report/forecast-groups.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const TODAY = { today: '2027-01-25' };
const QUARTER = 'forecast 2027-Q1';

interface Row {
  readonly id: string;
  readonly owner: string;
  readonly stage: string;
  readonly amount: number;
  readonly currency: string;
  readonly created: string;
  readonly closed: string;
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Eight deals a month of 2025 and 2026, every other one won after five or six weeks; ben's and ann's by turns. */
const ROWS = Array.from({ length: 24 * 8 }, (_, at): Row => {
  const [month, place] = [Math.floor(at / 8), at % 8];
  const created = Date.UTC(2025, month, 1 + 3 * place);
  const closed = dayOf(created + (35 + ((at * 7) % 9)) * 86_400_000);
  const isOver = closed < '2027-01-01';
  return {
    id: `d${at}`,
    owner: place % 4 < 2 ? 'ann' : 'ben',
    stage: !isOver ? (['lead', 'offer'][at % 2] ?? '') : place % 2 === 0 ? 'won' : 'lost',
    amount: 2 * (450 + ((at * 37) % 150)),
    currency: 'EUR',
    created: dayOf(created),
    closed: isOver ? closed : '',
  };
});

let here: Desk | undefined;
afterEach(() => here?.clear());

/** A workspace in euros with monthly snapshots of the past that the rows tell. */
async function workspaceOf(rows: readonly Row[], settings = ''): Promise<Desk> {
  here?.clear();
  const made = await desk('--name years --stages lead,offer --currency EUR --locale en --time-zone UTC');
  here = made;
  if (settings !== '') made.write('pipeline.yaml', `${made.read('pipeline.yaml')}\n${settings}`);
  const header = 'Id,Deal Name,Owner,Stage,Amount,Currency,Created Date,Close Date,Date entered “lead”';
  const lines = rows.map(({ id, owner, stage, amount, currency, created, closed }) =>
    [id, `Deal ${id}`, owner, stage, amount, currency, created, closed, created].join(','),
  );
  made.write('export.csv', [header, ...lines].join('\n'));
  for (const words of ['import export.csv', 'backfill --from dates --every month']) {
    const { status, stderr } = await made.run(words, TODAY);
    expect(status, stderr).toBe(0);
  }
  return made;
}

const range = ({ p10, p50, p90, mean }: Pick<ForecastView, 'p10' | 'p50' | 'p90' | 'mean'>) => [
  p10,
  p50,
  p90,
  mean,
];

test('a stage that is renamed in mid-history: the past counts for it as before, to the last digit', async () => {
  const { run, json } = await workspaceOf(ROWS);
  const before = await json<ForecastView>(QUARTER, TODAY);
  expect(before.deals.some(({ like }) => like.of > 0)).toBe(true);
  expect((await run('process rename offer proposal', TODAY)).status).toBe(0);
  expect((await run('snapshot', TODAY)).status).toBe(0);
  const after = JSON.stringify(await json<ForecastView>(QUARTER, TODAY));
  const { snapshots } = before.history;
  expect(JSON.parse(after.replaceAll('"proposal"', '"offer"'))).toEqual({
    ...before,
    history: { ...before.history, snapshots: snapshots + 1 },
  });
});

test('a stage that is new: its deals have no like in the past and begin at what is configured; no deal is lost', async () => {
  const { run, json, write, read } = await workspaceOf(ROWS);
  const before = await json<ForecastView>(QUARTER, TODAY);
  expect((await run('process add trial --after lead', TODAY)).status).toBe(0);
  write(
    'pipeline.yaml',
    read('pipeline.yaml').replace(/- id: trial\n/, '- id: trial\n      probability: 40%\n'),
  );
  const moved = before.deals.find(({ stage }) => stage === 'lead')?.id ?? '';
  const { status, stderr } = await run(`move ${moved} trial`, TODAY);
  expect(status, stderr).toBe(0);
  const { deals, history } = await json<ForecastView>(QUARTER, TODAY);
  expect(deals.map(({ id }) => id).sort()).toEqual(before.deals.map(({ id }) => id).sort());
  expect(history.periods).toBe(before.history.periods);
  const trial = deals.find(({ stage }) => stage === 'trial');
  expect(trial).toMatchObject({ id: moved, like: { won: 0, of: 0 } });
  expect(trial?.probability).toBeGreaterThan(0.1);
  const { stdout } = await run(QUARTER, TODAY);
  expect(stdout).toMatch(new RegExp(`^${moved} +Trial .* none like it$`, 'm'));
});

test('a stage that is taken out: its deals are forecast in the one that they went to', async () => {
  const { run, json } = await workspaceOf(ROWS);
  const before = await json<ForecastView>(QUARTER, TODAY);
  expect((await run('process remove offer --to lead', TODAY)).status).toBe(0);
  const after = await json<ForecastView>(QUARTER, TODAY);
  expect(new Set(after.deals.map(({ stage }) => stage))).toEqual(new Set(['lead']));
  expect([after.deals.length, after.parts.won]).toEqual([before.deals.length, before.parts.won]);
});

test('an owner who takes over in mid-history: the whole does not move, and of the new one nothing of a past is claimed', async () => {
  const { run, json } = await workspaceOf(ROWS);
  const before = await json<GroupedForecast>(`${QUARTER} --by owner`, TODAY);
  const handed = before.deals.filter(({ owner }) => owner === 'ann').map(({ id }) => id);
  expect(handed.length).toBeGreaterThan(1);
  for (const id of handed) expect((await run(`set ${id} owner=zoe`, TODAY)).status).toBe(0);
  const after = await json<GroupedForecast>(`${QUARTER} --by owner`, TODAY);
  expect(range(after)).toEqual(range(before));
  const of = (view: GroupedForecast, name: string) => view.groups.find(({ key }) => key === name);
  expect(of(after, 'zoe')).toMatchObject({
    counts: { won: 0, open: handed.length },
    history: { pooled: true, decided: 0 },
  });
  expect(of(after, 'ann')).toMatchObject({
    counts: { open: 0 },
    // What somebody gave away is for that one as if it was lost.
    history: { pooled: false, decided: (of(before, 'ann')?.history.decided ?? 0) + handed.length },
  });
  expect(of(after, 'ben')).toEqual(of(before, 'ben'));
});

test('more currencies: what is worth the same is forecast the same, and of each by itself', async () => {
  const euros = await (await workspaceOf(ROWS)).json<ForecastView>(QUARTER, TODAY);
  const isForeign = ({ owner }: Row) => owner === 'ben';
  const mixed = ROWS.map((row) =>
    isForeign(row) ? { ...row, currency: 'USD', amount: 2 * row.amount } : row,
  );
  const { json, run } = await workspaceOf(mixed, 'rates: [{on: 2020-01-01, USD: 0.5}]\n');
  const view = await json<ForecastView>(QUARTER, TODAY);
  expect(view).toEqual(euros);
  const { groups } = await json<GroupedForecast>(`${QUARTER} --by currency`, TODAY);
  expect(groups.map(({ key }) => key).sort()).toEqual(['EUR', 'USD']);
  expect((await run(`${QUARTER} --by currency`, TODAY)).stdout).toContain('USD');
});

test('a rate that changes: a win counts by the day on which it closed, an open deal by today', async () => {
  const dollars = ROWS.map((row) => ({ ...row, currency: 'USD' }));
  const steady = await (await workspaceOf(dollars, 'rates: [{on: 2020-01-01, USD: 1}]\n')).json<ForecastView>(
    QUARTER,
    TODAY,
  );
  const rates = 'rates: [{on: 2020-01-01, USD: 1}, {on: 2027-01-20, USD: 0.5}]\n';
  const fallen = await (await workspaceOf(dollars, rates)).json<ForecastView>(QUARTER, TODAY);
  const values = ({ deals }: ForecastView) =>
    Object.fromEntries(deals.map(({ id, value }) => [id, Number(value)]));
  const halved = Object.entries(values(steady)).map(([id, value]) => [id, value / 2]);
  expect(values(fallen)).toEqual(Object.fromEntries(halved));
  expect(fallen.baselines['mean-of-past']).toBe(steady.baselines['mean-of-past']);
  expect(Number(fallen.p50)).toBeLessThan(Number(steady.p50));
});

test('a period without a creation and a closing is missing; one without closings alone is a period of nothing', async () => {
  const isCut = (day: string) => day >= '2026-04-01' && day < '2026-07-01';
  const cut = ROWS.filter(({ created, closed }) => !isCut(created) && !isCut(closed));
  const gap = await (await workspaceOf(cut)).json<BacktestView>('forecast backtest --every quarter', TODAY);
  expect([...new Set(gap.runs.map(({ period }) => period))]).toEqual(
    expect.arrayContaining(['2026-Q1', '2026-Q3']),
  );
  expect(gap.runs.filter(({ period }) => period === '2026-Q2')).toEqual([]);

  const late = ROWS.map((row) => (isCut(row.closed) ? { ...row, closed: '2026-07-02' } : row));
  const idle = await workspaceOf(late);
  const tried = await idle.json<BacktestView>('forecast backtest --every quarter', TODAY);
  const empty = tried.runs.filter(({ period }) => period === '2026-Q2');
  expect(empty.length).toBeGreaterThan(0);
  for (const { actual } of empty) expect(actual).toBe('0.00');
});

test('where nothing was ever closed: the configured chances, in every format, and no figure that is none', async () => {
  const open = ROWS.map((row) => ({ ...row, stage: 'lead', closed: '' }));
  const { json, run } = await workspaceOf(open);
  const view = await json<ForecastView>(QUARTER, TODAY);
  expect(view).toMatchObject({
    history: { grounds: 'configured', periods: 0 },
    tried: null,
    parts: { won: '0.00' },
  });
  for (const format of ['table', 'json', 'csv', 'markdown']) {
    const { stdout, status } = await run(`${QUARTER} --format ${format}`, TODAY);
    expect([status, stdout]).toEqual([0, expect.not.stringMatching(/NaN|Infinity|undefined/)]);
  }
  const { stderr, status } = await run('forecast backtest --every quarter', TODAY);
  expect([status, stderr]).toEqual([2, expect.stringContaining('no complete quarter')]);
});
