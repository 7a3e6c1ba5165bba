// Open deals by stage: a bar of the value of each, with how many they are; where no value is known, of how many.

import type { Decimal } from '../base/money.ts';
import { type Chart, type ChartLook, dealsText, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, rowsPicture } from './rows.ts';

export interface FunnelValues {
  readonly title: string;
  /** In the order of the process. */
  readonly stages: readonly { readonly label: string; readonly deals: number; readonly value: Decimal }[];
}

/** `49 open deals in 4 stages, 3,620,000 PLN. Most value: Proposal, 1,240,000 PLN in 11 deals.` */
export function captionOfFunnel({ stages }: FunnelValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const deals = stages.reduce((sum, stage) => sum + stage.deals, 0);
  const value = stages.reduce((sum, stage) => sum + Number(stage.value), 0);
  const largest = stages.toSorted((x, y) => Number(y.value) - Number(x.value))[0];
  const all = told(
    '{deals, plural, one {# deal} other {# deals}} in {stages, plural, one {# stage} other {# stages}}, {value}.',
    { deals, stages: stages.length, value: figures.money(value) },
    look,
  );
  if (largest === undefined || deals === 0) return all;
  if (!isValueKnown(stages)) return told('{all} No value is known: bars go by deals.', { all }, look);
  const most = told(
    'Most value: {stage}, {value} in {deals, plural, one {# deal} other {# deals}}.',
    { stage: largest.label, value: figures.money(Number(largest.value)), deals: largest.deals },
    look,
  );
  return `${all} ${most}`;
}

function isValueKnown(stages: FunnelValues['stages']): boolean {
  return stages.some(({ value }) => Number(value) !== 0);
}

export function funnelChart(values: FunnelValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { stages } = values;
  const byValue = isValueKnown(stages);
  const amounts = stages.map(({ deals, value }) => (byValue ? Number(value) : deals));
  return chart(look, values.title, captionOfFunnel(values, look), (width) =>
    rowsPicture(
      {
        names: stages.map(({ label }) => label),
        figures: stages.map(({ deals, value }) =>
          width < 500
            ? `${figures.full(deals, 'count')} · ${figures.full(Number(value), 'money')}`
            : `${dealsText(deals, look)} · ${figures.full(Number(value), 'money')}`,
        ),
        low: Math.min(0, ...amounts),
        high: Math.max(0, ...amounts),
        shapes: (row, places) => [barShape(places, 0, amounts[row] ?? 0, COLOURS.up)],
      },
      width,
    ),
  );
}
