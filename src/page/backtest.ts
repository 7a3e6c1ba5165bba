// The page of `pipeline forecast backtest`: the errors of each way, then whether chances were true, then the verdict.

import type { BacktestMethod, BacktestView } from '../report/backtest.ts';
import type { Message } from '../words/message.ts';
import { FEW, METHODS, pointOf, sameForecasts, verdict } from './forecast-tried.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { rangePlot } from './range-plot.ts';
import { count, say } from './say.ts';
import { wholeMoney } from './whole-money.ts';

export function backtestPage(view: BacktestView, look: Look, next: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, next)] };
}

function* blocksOf(view: BacktestView, look: Look, next: string): Generator<Block> {
  yield {
    kind: 'heading',
    parts: dotted([
      say('Backtest'),
      ...(view.owner === null ? [] : [look.ownerLabel(view.owner)]),
      say(OF_THE_PAST, { periods: view.periods, forecasts: view.tried.runs }),
    ]),
  };
  yield { kind: 'blank' };
  yield errors(view);
  yield* sameForecasts(view.methods.filter(({ fraction }) => fraction === null));
  yield* calls(view);
  yield { kind: 'blank' };
  yield { kind: 'paragraph', parts: [coverage(view)] };
  yield { kind: 'blank' };
  yield* plot(view);
  yield chances(view);
  if (view.deals_tried > 0) yield { kind: 'line', tone: 'muted', parts: [chancesTried(view)] };
  yield { kind: 'paragraph', parts: [truthOfChances(view)] };
  yield { kind: 'blank' };
  yield* verdict(view.tried);
  if (view.tried.best === 'forecast')
    yield { kind: 'line', parts: [say('It had the smallest error of all.')] };
  yield { kind: 'next', text: say('The forecast of now'), command: next };
}

const OF_THE_PAST =
  '{periods, plural, one {# period} other {# periods}}, {forecasts, plural, one {# forecast} other {# forecasts}} of the past' satisfies Message;

function coverage({ tried: { within, runs } }: BacktestView): Cell {
  const values = { within: count(within), runs: count(runs) };
  if (runs === 0)
    return say('Within P10–P90: {within} of {runs}, 80 % were meant, too few to judge.', values);
  return say(
    runs < FEW
      ? 'Within P10–P90: {within} of {runs} ({share}), 80 % were meant, too few to judge.'
      : 'Within P10–P90: {within} of {runs} ({share}), 80 % were meant.',
    { ...values, share: { kind: 'share', share: within / runs } },
  );
}

function truthOfChances({ calibration_error: error, brier_skill: skill }: BacktestView): Cell {
  const off: Cell | string = error === null ? '–' : { kind: 'share', share: error, decimals: 1 };
  if (skill === null) {
    return say('Chance against outcome: off by {off} on average; nothing was won or lost to judge by.', {
      off,
    });
  }
  return say(
    skill >= 0
      ? 'Chance against outcome: off by {off} on average; Brier score {share} better than one chance for all.'
      : 'Chance against outcome: off by {off} on average; Brier score {share} worse than one chance for all.',
    { off, share: { kind: 'share', share: Math.abs(skill), decimals: 1 } },
  );
}

/** A row a way, WAPE at each horizon, and bias over all. */
function errors(view: BacktestView): Block {
  const fractions = [...new Set(view.methods.map(({ fraction }) => fraction))].filter((one) => one !== null);
  const names = [...new Set(view.methods.map(({ method }) => method))];
  const found = (method: string, fraction: number | null): BacktestMethod | undefined =>
    view.methods.find((one) => one.method === method && one.fraction === fraction);
  return {
    kind: 'table',
    columns: [
      { key: 'method', title: 'Error (WAPE) as of', shrinkTo: 14 },
      ...fractions.map((fraction) => ({
        key: `at_${fraction}`,
        title: pointOf(fraction),
        align: 'right' as const,
      })),
      { key: 'bias', title: 'Bias', align: 'right' },
      { key: 'runs', title: 'Forecasts', align: 'right' },
    ],
    rows: names.map((method) => [
      say(METHODS[method]),
      ...fractions.map((fraction) => share(found(method, fraction)?.wape)),
      signed(found(method, null)?.bias),
      { kind: 'count', count: found(method, null)?.runs ?? 0 },
    ]),
  };
}

const MOST_PERIODS = 12;
const PLOT = 32;
const EARLIER =
  '{periods, plural, one {# earlier period} other {# earlier periods}}: --format csv' satisfies Message;

/** The latest periods as they were forecast at their start, each beside what happened. */
function* plot({ runs, currency }: BacktestView): Generator<Block> {
  const own = runs.flatMap((run) => {
    const { method, fraction, p10, p50, p90, actual } = run;
    if (method !== 'forecast' || fraction !== 0 || p10 === null || p50 === null || p90 === null) return [];
    const drawn = { p10: Number(p10), p50: Number(p50), p90: Number(p90), actual: Number(actual) };
    return [{ period: run.period, said: p50, actual, drawn }];
  });
  if (own.length === 0) return;
  const shown = own.slice(-MOST_PERIODS);
  const reach = Math.max(...shown.map(({ drawn }) => Math.max(drawn.p90, drawn.actual)));
  yield {
    kind: 'table',
    columns: [
      { key: 'period', title: 'At the start' },
      { key: 'p50', title: 'P50', align: 'right' },
      { key: 'actual', title: say('Happened, {currency}', { currency }), align: 'right' },
      { key: 'plot', title: 'P10 ─┼─ P90, ● within, ○ outside' },
    ],
    rows: shown.map(({ period, said, actual, drawn }): Cell[] => [
      { kind: 'text', text: period },
      { kind: 'money', amount: said },
      wholeMoney(actual),
      { kind: 'text', text: rangePlot(drawn, reach, PLOT) },
    ]),
  };
  if (own.length > shown.length) {
    yield { kind: 'line', tone: 'muted', parts: [say(EARLIER, { periods: own.length - shown.length })] };
  }
  yield { kind: 'blank' };
}

/** People and the forecast over the same forecasts: others may be over more of them. */
function* calls({ methods }: BacktestView): Generator<Block> {
  const called = methods.find(({ method, fraction }) => method === 'human-calls' && fraction === null);
  if (called === undefined || called.wape === null || called.forecast_wape === null) return;
  const values = { forecasts: called.runs, people: share(called.wape), own: share(called.forecast_wape) };
  yield { kind: 'line', parts: [say(CALLED, values)] };
}

const CALLED =
  'In the {forecasts, plural, one {# forecast} other {# forecasts}} with a call: people {people}, this forecast {own}.' satisfies Message;

function chancesTried({ calibration, deals_tried: deals }: BacktestView): Cell {
  const tried = calibration.reduce((sum, band) => sum + band.chances, 0);
  return say(CHANCES_TRIED, { of: tried, chances: count(tried), count: deals, deals: count(deals) });
}

const CHANCES_TRIED =
  '{of, plural, one {{chances} chance} other {{chances} chances}} of {count, plural, one {{deals} deal} other {{deals} deals}}: one in each forecast in which a deal was open.' satisfies Message;

function chances({ calibration }: BacktestView): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'band', title: 'Chance' },
      { key: 'chances', title: 'Chances', align: 'right' },
      { key: 'meant', title: 'Meant', align: 'right' },
      { key: 'won', title: 'Won', align: 'right' },
      { key: 'share', title: 'Share', align: 'right' },
      { key: 'bar', title: '' },
    ],
    rows: calibration
      .filter((band) => band.chances > 0)
      .map(({ from, to, chances: tried, won, mean_chance, share: of }) => [
        { kind: 'text', text: `${Math.round(100 * from)}–${Math.round(100 * to)} %` },
        { kind: 'count', count: tried },
        share(mean_chance),
        { kind: 'count', count: won },
        share(of),
        { kind: 'bar', from: 0, to: of ?? 0 },
      ]),
  };
}

export function share(of: number | null | undefined): Cell {
  return of === null || of === undefined ? { kind: 'text', text: '–' } : { kind: 'share', share: of };
}

export function signed(of: number | null | undefined): Cell {
  if (of === null || of === undefined) return { kind: 'text', text: '–' };
  const percent = Math.round(100 * of);
  return { kind: 'text', text: `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %` };
}

/** A row a period, horizon and way. */
export function backtestRecords({ runs }: Pick<BacktestView, 'runs'>): Records {
  const decimal = (of: string | null): RecordCell =>
    of === null ? { kind: 'none' } : { kind: 'decimal', decimal: of };
  return {
    columns: ['period', 'from', 'to', 'as_of', 'fraction', 'method', 'p10', 'p50', 'p90', 'actual'],
    rows: runs.map((run): RecordCell[] => [
      { kind: 'text', text: run.period },
      { kind: 'day', day: run.from },
      { kind: 'day', day: run.to },
      { kind: 'day', day: run.as_of },
      { kind: 'number', number: run.fraction },
      { kind: 'text', text: run.method },
      decimal(run.p10),
      decimal(run.p50),
      decimal(run.p90),
      decimal(run.actual),
    ]),
  };
}
