// How the period gets to where its forecast ends, as a fan: what is won so far is a point, and each week to come a range.

import type { ForecastView } from '../report/forecast.ts';
import type { Block, Cell } from './page.ts';

/** The fan; nothing where the next step is the last one, since the range of the whole says that. */
export function* courseBlocks({ course, target }: ForecastView): Generator<Block> {
  const ahead = course.points.filter(({ known }) => !known);
  if (ahead.length < 2) return;
  const now = course.points.filter(({ known }) => known).slice(-1);
  const points = [...now, ...ahead];
  const goal = target === null ? 0 : Number(target.value);
  const reach = Math.max(goal, ...ahead.map(({ p90 }) => Number(p90)));
  const column = (key: 'p10' | 'p50' | 'p90', title: 'P10' | 'P50' | 'P90') =>
    ({ key, title, align: 'right' }) as const;
  yield {
    kind: 'table',
    columns: [
      { key: 'on', title: 'Won by the end of' },
      ...[column('p10', 'P10'), column('p50', 'P50'), column('p90', 'P90')],
      { key: 'fan', title: target === null ? 'P10 to P90' : 'P10 to P90, ┊ target' },
    ],
    rows: points.map(({ on, p10, p50, p90 }): Cell[] => [
      { kind: 'day', day: on },
      ...[p10, p50, p90].map((amount): Cell => ({ kind: 'money', amount })),
      reach === 0
        ? { kind: 'none' }
        : {
            kind: 'range',
            ...{ low: Number(p10) / reach, mid: Number(p50) / reach, high: Number(p90) / reach },
            ...(target === null ? {} : { mark: goal / reach }),
          },
    ]),
  };
  yield { kind: 'blank' };
}
