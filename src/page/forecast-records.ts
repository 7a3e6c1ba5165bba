// A forecast as records: rows whose `expected` adds up, then what people expect and how it comes about.

import { BASELINES } from '../forecast/baselines.ts';
import type { ForecastView } from '../report/forecast.ts';
import { answerBy } from '../report/forecast-answer.ts';
import type { RecordCell, Records } from './page.ts';

const COLUMNS = [
  ...['part', 'id', 'owner', 'stage', 'expected', 'value', 'probability', 'like_won', 'like_of'],
  ...['on', 'name', 'deals'],
] as const;

/** The forecast's own is the range. */
const WAYS = [...BASELINES, 'human-calls'] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], RecordCell>>;

/** The range, then what is won, new, and each open deal: these add up to the mean. Then the course, calls, categories, other ways. */
export function forecastRecords(view: ForecastView): Records {
  const rows: Row[] = [
    ...(['p10', 'p50', 'p90', 'mean'] as const).map((part) => figure(part, view[part])),
    figure('won', view.parts.won),
    figure('new', view.parts.new),
    ...view.deals.map(
      (deal): Row => ({
        part: text('open'),
        ...{ id: text(deal.id), owner: text(deal.owner), stage: text(deal.stage) },
        ...{ expected: decimal(deal.expected), value: decimal(deal.value) },
        probability: number(deal.probability),
        ...{ like_won: number(deal.like.won), like_of: number(deal.like.of) },
      }),
    ),
    ...view.course.points.flatMap((point) =>
      (['p10', 'p50', 'p90'] as const).map(
        (name): Row => ({
          part: text('course'),
          ...{ name: text(name), value: decimal(point[name]), on: { kind: 'day', day: point.on } },
        }),
      ),
    ),
    ...view.calls.map(
      ({ owner, amount, on }): Row => ({
        part: text('call'),
        ...{ owner: text(owner ?? ''), value: decimal(amount), on: { kind: 'day', day: on } },
      }),
    ),
    ...(view.categories?.sums ?? []).map(
      ({ category, deals, value }): Row => ({
        part: text('category'),
        ...{ name: text(category), deals: number(deals), value: decimal(value) },
      }),
    ),
    ...WAYS.flatMap((by): Row[] => {
      const value = answerBy(by, view);
      return value === null ? [] : [{ part: text('method'), name: text(by), value: decimal(value) }];
    }),
  ];
  return { columns: COLUMNS, rows: rows.map((row) => COLUMNS.map((key) => row[key] ?? NONE)) };
}

function figure(part: string, value: string): Row {
  return { part: text(part), expected: decimal(value) };
}

const NONE: RecordCell = { kind: 'none' };

function text(of: string): RecordCell {
  return { kind: 'text', text: of };
}

function decimal(of: string): RecordCell {
  return { kind: 'decimal', decimal: of };
}

function number(of: number): RecordCell {
  return { kind: 'number', number: of };
}
