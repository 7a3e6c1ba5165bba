// Open deals by stage: a bar of the value of each, with how many they are; where no value is known, of how many.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { sentences } from '../page/sentences.ts';
import { type Caption, howMany, lengthOf, nameCell, whole } from './caption.ts';
import { type Chart, type ChartLook, dealsText, figuresOf } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, rowsPicture } from './rows.ts';

export interface FunnelValues {
  readonly title: string;
  /** Of all stages. */
  readonly all: { readonly deals: Cell; readonly value: Cell };
  /** In the order of the process. */
  readonly stages: readonly { readonly label: string; readonly deals: Cell; readonly value: Cell }[];
}

/** `49 open deals in 4 stages, 3,620,000 PLN. Most value: Proposal, 1,240,000 PLN in 11 deals.` */
export function captionOfFunnel({ all, stages }: FunnelValues, { currency }: ChartLook): Caption {
  const largest = stages.toSorted((x, y) => lengthOf(y.value) - lengthOf(x.value))[0];
  const isValued = isValueKnown(stages);
  const whatIs = say(
    isValued
      ? '{count, plural, one {{deals} deal} other {{deals} deals}} in {of, plural, one {{stages} stage} other {{stages} stages}}, {value} {currency}.'
      : '{count, plural, one {{deals} deal} other {{deals} deals}} in {of, plural, one {{stages} stage} other {{stages} stages}}.',
    {
      ...{ deals: all.deals, count: lengthOf(all.deals) },
      ...{ stages: howMany(stages.map(({ deals }) => deals)), of: stages.length },
      ...{ value: whole(all.value), currency },
    },
  );
  if (largest === undefined || lengthOf(all.deals) === 0) return [whatIs];
  if (!isValued) return sentences(whatIs, say('No value is known: bars go by deals.'));
  const most = say(
    'Most value: {stage}, {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}.',
    {
      ...{ stage: nameCell(largest.label), value: whole(largest.value), currency },
      ...{ deals: largest.deals, count: lengthOf(largest.deals) },
    },
  );
  return sentences(whatIs, most);
}

function isValueKnown(stages: FunnelValues['stages']): boolean {
  return stages.some(({ value }) => lengthOf(value) !== 0);
}

export function funnelChart(values: FunnelValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { stages } = values;
  const byValue = isValueKnown(stages);
  const amounts = stages.map(({ deals, value }) => lengthOf(byValue ? value : deals));
  return chart(look, values.title, captionOfFunnel(values, look), (width) =>
    rowsPicture(
      {
        names: stages.map(({ label }) => label),
        figures: stages.map(({ deals, value }) =>
          !byValue
            ? figures.full(lengthOf(deals), 'count')
            : width < 500
              ? `${figures.full(lengthOf(deals), 'count')} · ${figures.full(lengthOf(value), 'money')}`
              : `${dealsText(lengthOf(deals), look)} · ${figures.full(lengthOf(value), 'money')}`,
        ),
        low: Math.min(0, ...amounts),
        high: Math.max(0, ...amounts),
        shapes: (row, places) => [barShape(places, 0, amounts[row] ?? 0, COLOURS.up)],
      },
      width,
    ),
  );
}
