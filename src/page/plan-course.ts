// How a plan's multiplier went, week by week, beside earlier periods at the same day.

import type { PlanView } from '../report/plan.ts';
import { multiplierCell } from './multiplier-cell.ts';
import type { Block, Cell } from './page.ts';
import { say } from './say.ts';
import { spark } from './spark.ts';

type Multiplier = number | 'met' | null;

/** Nothing where the period has fewer than two snapshots with a target. */
export function* planCourse({ course }: PlanView): Generator<Block> {
  const told = course.filter(({ multiplier }) => multiplier !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  yield {
    kind: 'line',
    parts: [
      say('Since {day}', { day: { kind: 'day', day: first.on } }),
      `  ${spark(course.map(({ multiplier }) => height(multiplier)))}  `,
      ...fromTo(first.multiplier, last.multiplier),
    ],
  };
  for (const period of new Set(course.flatMap(({ earlier }) => earlier.map((one) => one.period)))) {
    const points = course.map(
      ({ earlier }) => earlier.find((one) => one.period === period)?.multiplier ?? null,
    );
    const known = points.filter((point) => point !== null);
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [
        say('{period} then', { period }),
        `  ${spark(points.map(height))}  `,
        ...fromTo(known[0] ?? null, known.at(-1) ?? null),
      ],
    };
  }
  yield { kind: 'blank' };
}

function height(multiplier: Multiplier): number | undefined {
  return typeof multiplier === 'number' ? multiplier : undefined;
}

function fromTo(first: Multiplier, last: Multiplier): (string | Cell)[] {
  return [multiplierCell(first), ' → ', multiplierCell(last)];
}
