// A table of how metrics went: where each began, the course at a glance, and where it is.

import type { MetricValue } from '../report/trend-metrics.ts';
import type { Block, Cell, Column, Title } from './page.ts';
import { count, say } from './say.ts';
import { spark } from './spark.ts';

/** A value an interval, in order of time. */
export type Values = readonly MetricValue[];

/** A line a metric, or a group: its first value, how it went, its last one, and what that is of. */
export function courseTable(
  title: Title,
  rows: readonly (readonly [label: string | Cell, values: Values])[],
): Block {
  const columns: readonly Column[] = [
    { key: 'metric', title, shrinkTo: 10 },
    { key: 'first', title: 'First', align: 'right', dropRank: 1 },
    { key: 'course', title: '' },
    { key: 'last', title: 'Last', align: 'right' },
    { key: 'of', title: '', align: 'right', dropRank: 2 },
  ];
  return {
    kind: 'table',
    columns,
    rows: rows.map(([label, values]) => {
      const known = values.filter((value) => value !== null);
      return [
        typeof label === 'string' ? { kind: 'text', text: label } : label,
        cellOf(known[0] ?? null),
        { kind: 'text', text: known.length === 0 ? '' : spark(values.map(numberOf)) },
        cellOf(values.at(-1) ?? null),
        countOf(values.at(-1) ?? null),
      ];
    }),
  };
}

/** A rate is shown with what it is of; over nothing it is –. */
function cellOf(value: MetricValue): Cell {
  if (value === null) return { kind: 'text', text: '–' };
  if (value.kind === 'met') return say('met');
  if (value.kind === 'count') return { kind: 'count', count: value.count };
  if (value.kind === 'money') return { kind: 'money', amount: value.amount };
  if (value.kind === 'number') return numberCell(value.number);
  return value.share === null ? { kind: 'text', text: '–' } : { kind: 'share', share: value.share };
}

/** As exact as it is. */
function numberCell(number: number): Cell {
  const [, fraction = ''] = String(number).split('.');
  return { kind: 'number', number, decimals: fraction.length };
}

function countOf(value: MetricValue): Cell {
  if (value?.kind !== 'share' || value.share === null) return { kind: 'none' };
  return say('{count} of {of}', { count: count(value.count), of: count(value.of) });
}

function numberOf(value: MetricValue): number | undefined {
  if (value === null || value.kind === 'met') return undefined;
  if (value.kind === 'count') return value.count;
  if (value.kind === 'money') return Number(value.amount);
  return value.kind === 'number' ? value.number : (value.share ?? undefined);
}
