// One chart of each kind, of a made-up company: for tests, and to look at (see chart.test.ts).

import { addDays, day } from '../../src/base/day.ts';
import type { Decimal } from '../../src/base/money.ts';
import { backtestChart } from '../../src/chart/backtest-chart.ts';
import { calibration } from '../../src/chart/calibration.ts';
import type { DayCell } from '../../src/chart/caption.ts';
import type { Chart } from '../../src/chart/chart.ts';
import { cohortLines } from '../../src/chart/cohort-lines.ts';
import { conversionBars } from '../../src/chart/conversion-bars.ts';
import { fan } from '../../src/chart/fan.ts';
import { funnelChart } from '../../src/chart/funnel.ts';
import { lines } from '../../src/chart/lines.ts';
import { slipArrows } from '../../src/chart/slip-arrows.ts';
import { waterfall } from '../../src/chart/waterfall.ts';
import type { Cell } from '../../src/page/page.ts';
import { languageOf } from '../../src/words/speak.ts';

export const money = (amount: number, signed = false): Cell => ({
  ...{ kind: 'money', amount: String(amount) as Decimal },
  ...(signed ? { signed } : {}),
});
export const count = (of: number): Cell => ({ kind: 'count', count: of });
export const share = (of: number): Cell => ({ kind: 'share', share: of });
export const on = (date: string): DayCell => ({ kind: 'day', day: day(date) });
const week = (at: number, from = '2026-06-01'): DayCell => on(addDays(day(from), 7 * at));

/** @param name stands in every place for a name that comes from files; by default as people write them */
export function gallery(locale = 'en', name = (own: string) => own): readonly Chart[] {
  const look = (id: string) => ({ id, language: languageOf(locale, undefined), currency: 'PLN' });
  return [
    waterfall(
      {
        title: name('Bridge'),
        of: 'open',
        opening: money(1_560_000),
        closing: money(1_120_000),
        change: money(-440_000, true),
        bars: [
          { label: name('new'), sign: 1, value: money(60_000), count: count(1) },
          { label: name('pulled in'), sign: 1, value: money(80_000), count: count(1) },
          { label: name('grown'), sign: 1, value: money(35_000), count: count(1) },
          { label: name('won'), sign: -1, value: money(240_000), count: count(2) },
          { label: name('lost'), sign: -1, value: money(55_000), count: count(2) },
          { label: name('pushed out'), sign: -1, value: money(245_000), count: count(2) },
          { label: name('shrunk'), sign: -1, value: money(75_000), count: count(2) },
        ],
      },
      look('bridge'),
    ),
    funnelChart(
      {
        title: name('Funnel'),
        all: { deals: count(49), value: money(3_620_000) },
        stages: [
          { label: name('Lead'), deals: count(18), value: money(540_000) },
          { label: name('Qualified'), deals: count(14), value: money(860_000) },
          { label: name('Proposal'), deals: count(11), value: money(1_240_000) },
          { label: name('Negotiation'), deals: count(6), value: money(980_000) },
        ],
      },
      look('funnel'),
    ),
    slipArrows(
      {
        title: name('Slips'),
        slipped: count(3),
        pulledIn: count(1),
        deals: [
          { name: name('goplo-erp'), from: on('2026-11-20'), to: on('2027-02-12'), days: count(84) },
          { name: name('wda-platform'), from: on('2026-12-10'), to: on('2027-01-08'), days: count(29) },
          {
            name: name('karpaty-edi-second-phase-of-the-rollout'),
            from: on('2026-12-31'),
            to: on('2027-01-04'),
            days: count(4),
          },
          { name: name('odra-scada'), from: on('2027-01-20'), to: on('2026-12-18'), days: count(-33) },
        ],
      },
      look('slips'),
    ),
    conversionBars(
      {
        title: name('Conversion'),
        stages: [
          { label: name('Lead'), count: count(60), of: count(96), share: share(60 / 96) },
          { label: name('Qualified'), count: count(40), of: count(58), share: share(40 / 58) },
          { label: name('Proposal'), count: count(5), of: count(12), share: share(5 / 12) },
          { label: name('Negotiation'), count: count(0), of: count(0), share: { kind: 'none' } },
        ],
      },
      look('conversion'),
    ),
    lines(
      {
        title: name('Freshness'),
        unit: 'share',
        series: [
          {
            name: name('Fresh value'),
            points: Array.from({ length: 26 }, (_, at) => ({
              on: week(at),
              value: at === 9 ? { kind: 'none' } : share(0.55 + 0.2 * Math.sin(at / 4)),
            })),
          },
        ],
      },
      look('freshness'),
    ),
    lines(
      {
        title: name('Slipped'),
        unit: 'count',
        series: ['Anna', 'Piotr', 'Ewa'].map((owner, own) => ({
          name: name(owner),
          points: Array.from({ length: 26 }, (_, at) => ({
            on: week(at),
            value: count((at * (own + 3)) % (7 + own)),
          })),
        })),
      },
      look('slipped'),
    ),
    cohortLines(
      {
        title: name('Cohorts'),
        cohorts: ['2026-Q1', '2026-Q2', '2026-Q3'].map((cohort, own) => ({
          name: name(cohort),
          deals: count(51 - own),
          points: Array.from({ length: 14 - own * 4 }, (_, at) => ({
            age: count(at * 14),
            share: share((at * (3 + own)) / 120),
          })),
        })),
      },
      look('cohorts'),
    ),
    fan(
      {
        title: name('Forecast'),
        start: on('2026-09-30'),
        target: money(2_400_000),
        weeks: Array.from({ length: 13 }, (_, at) => ({
          on: week(at, '2026-10-05'),
          range:
            at < 7
              ? null
              : {
                  p10: money(1_480_000 + (at - 7) * 76_000),
                  p50: money(1_480_000 + (at - 7) * 110_000),
                  p90: money(1_480_000 + (at - 7) * 150_000),
                },
          won: at > 7 ? null : money(at * 211_000),
        })),
      },
      look('fan'),
    ),
    backtestChart(
      {
        title: name('Backtest'),
        periods: Array.from({ length: 8 }, (_, at) => ({
          name: name(`202${5 + Math.floor(at / 4)}-Q${1 + (at % 4)}`),
          p10: money(900_000 + at * 40_000),
          p50: money(1_200_000 + at * 40_000),
          p90: money(1_500_000 + at * 50_000),
          actual: money(at === 2 ? 700_000 : at === 5 ? 2_000_000 : 1_100_000 + at * 60_000),
        })),
      },
      look('backtest'),
    ),
    calibration(
      {
        title: name('Calibration'),
        deals: count(180),
        deciles: Array.from({ length: 9 }, (_, at) => {
          const chances = 90 - at * 9;
          const won = Math.round(chances * Math.min(1, 0.04 + at / 9.5));
          return {
            ...{ expected: share(0.05 + at / 10), won: count(won), chances: count(chances) },
            share: share(won / chances),
          };
        }),
      },
      look('calibration'),
    ),
  ];
}
