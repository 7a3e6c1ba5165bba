// One chart of each kind, of a made-up company: for tests, and to look at (see chart.test.ts).

import { addDays, day } from '../../src/base/day.ts';
import type { Decimal } from '../../src/base/money.ts';
import { backtestChart } from '../../src/chart/backtest-chart.ts';
import { calibration } from '../../src/chart/calibration.ts';
import type { Chart } from '../../src/chart/chart.ts';
import { cohortLines } from '../../src/chart/cohort-lines.ts';
import { conversionBars } from '../../src/chart/conversion-bars.ts';
import { fan } from '../../src/chart/fan.ts';
import { funnelChart } from '../../src/chart/funnel.ts';
import { lines } from '../../src/chart/lines.ts';
import { slipArrows } from '../../src/chart/slip-arrows.ts';
import { waterfall } from '../../src/chart/waterfall.ts';
import { languageOf } from '../../src/words/speak.ts';

const money = (amount: number) => String(amount) as Decimal;
const week = (at: number) => addDays(day('2026-06-01'), 7 * at);

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
        bars: [
          { label: name('new'), sign: 1, value: money(60_000), count: 1 },
          { label: name('pulled in'), sign: 1, value: money(80_000), count: 1 },
          { label: name('grown'), sign: 1, value: money(35_000), count: 1 },
          { label: name('won'), sign: -1, value: money(240_000), count: 2 },
          { label: name('lost'), sign: -1, value: money(55_000), count: 2 },
          { label: name('pushed out'), sign: -1, value: money(245_000), count: 2 },
          { label: name('shrunk'), sign: -1, value: money(75_000), count: 2 },
        ],
      },
      look('bridge'),
    ),
    funnelChart(
      {
        title: name('Funnel'),
        stages: [
          { label: name('Lead'), deals: 18, value: money(540_000) },
          { label: name('Qualified'), deals: 14, value: money(860_000) },
          { label: name('Proposal'), deals: 11, value: money(1_240_000) },
          { label: name('Negotiation'), deals: 6, value: money(980_000) },
        ],
      },
      look('funnel'),
    ),
    slipArrows(
      {
        title: name('Slips'),
        deals: [
          { name: name('goplo-erp'), from: day('2026-11-20'), to: day('2027-02-12') },
          { name: name('wda-platform'), from: day('2026-12-10'), to: day('2027-01-08') },
          {
            name: name('karpaty-edi-second-phase-of-the-rollout'),
            from: day('2026-12-31'),
            to: day('2027-01-04'),
          },
          { name: name('odra-scada'), from: day('2027-01-20'), to: day('2026-12-18') },
        ],
      },
      look('slips'),
    ),
    conversionBars(
      {
        title: name('Conversion'),
        stages: [
          { label: name('Lead'), count: 60, of: 96 },
          { label: name('Qualified'), count: 40, of: 58 },
          { label: name('Proposal'), count: 5, of: 12 },
          { label: name('Negotiation'), count: 0, of: 0 },
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
              value: at === 9 ? null : 0.55 + 0.2 * Math.sin(at / 4),
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
            value: (at * (own + 3)) % (7 + own),
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
          deals: 51 - own,
          points: Array.from({ length: 14 - own * 4 }, (_, at) => ({
            age: at * 14,
            share: (at * (3 + own)) / 120,
          })),
        })),
      },
      look('cohorts'),
    ),
    fan(
      {
        title: name('Forecast'),
        target: money(2_400_000),
        weeks: Array.from({ length: 13 }, (_, at) => ({
          on: addDays(day('2026-10-05'), 7 * at),
          p10: at < 7 ? null : money(1_480_000 + (at - 7) * 76_000),
          p50: at < 7 ? null : money(1_480_000 + (at - 7) * 110_000),
          p90: at < 7 ? null : money(1_480_000 + (at - 7) * 150_000),
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
        deciles: Array.from({ length: 9 }, (_, at) => ({
          expected: 0.05 + at / 10,
          deals: 90 - at * 9,
          won: Math.round((90 - at * 9) * Math.min(1, 0.04 + at / 9.5)),
        })),
      },
      look('calibration'),
    ),
  ];
}
