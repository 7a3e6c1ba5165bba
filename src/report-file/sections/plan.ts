// The target of the period against what is won and open, now and over its weeks.

import { type Chart, told } from '../../chart/chart.ts';
import { lines } from '../../chart/lines.ts';
import type { Block } from '../../page/page.ts';
import { say } from '../../page/say.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { type Around, columnsOf, type Part, type Section, text } from '../section.ts';
import type { ReportViews } from '../views.ts';

type Plan = ReportViews['plan'];

export function planSection(view: Plan, around: Around): Section {
  const { currency } = around;
  const of = figuresOf(view);
  const values: Record<string, Part> = {
    period: view.period,
    currency,
    won: of.money(({ won }) => won.value),
    open: of.money(({ open }) => open.value),
    target: of.money(({ target }) => target),
    left: of.money(({ left }) => left),
    multiplier: of.factor(({ multiplier }) => multiplier),
    needed: of.factor(({ needed }) => needed),
  };
  return {
    id: 'plan',
    leads: [
      [
        say(
          view.target === null
            ? '{period}: won {won} {currency}, open {open}. There is no target to hold it against.'
            : '{period}: won {won} of {target} {currency}, {left} is left. Open {open}: multiplier {multiplier}, needed {needed}.',
          values,
        ),
      ],
    ],
    charts: planCharts(view, around),
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('stage', '>count', '>value'),
        rows: of
          .each(({ stages }) => stages)
          .map((stage) => [
            text(stage.of.label),
            stage.count(({ count }) => count),
            stage.money(({ value }) => value),
          ]),
        totals: [
          [
            say('Open, due in the period'),
            of.count(({ open }) => open.count),
            of.money(({ open }) => open.value),
          ],
          [say('Won'), of.count(({ won }) => won.count), of.money(({ won }) => won.value)],
        ],
      },
      ...courseBlocks(of),
    ],
  };
}

/** The snapshots of the period, and now. */
function standsOf({ course, today, to, target, won, left, open, multiplier }: Plan) {
  const now = { on: today, target, won: won.value, left, open: open.value, multiplier };
  return today > to ? course : [...course.filter(({ on }) => on < today), now];
}

function planCharts(view: Plan, around: Around): Chart[] {
  const stands = standsOf(view);
  const isAllNothing = stands.every(({ target, won, open }) =>
    [target, won, open].every((of) => Number(of ?? 0) === 0),
  );
  if (stands.length < 2 || isAllNothing) return [];
  const { chartLook } = around;
  const amount = (value: string | null) => (value === null ? null : Number(value));
  const money = [
    ...(view.target === null
      ? []
      : [
          {
            name: told('Target', {}, around),
            points: stands.map(({ on, target }) => ({ on, value: amount(target) })),
          },
        ]),
    {
      name: told('Won', {}, around),
      points: stands.map(({ on, won }) => ({ on, value: amount(won) })),
    },
    ...(view.target === null
      ? []
      : [
          {
            name: told('Still to win', {}, around),
            points: stands.map(({ on, left }) => ({ on, value: amount(left) })),
          },
        ]),
    {
      name: told('Open, due', {}, around),
      points: stands.map(({ on, open }) => ({ on, value: amount(open) })),
    },
  ];
  const title = told('Target, won and open, by week', {}, around);
  return [
    lines({ title, unit: 'money', series: money }, chartLook('plan')),
    ...multiplierChart(view, around),
  ];
}

function multiplierChart(view: Plan, around: Around): Chart[] {
  const { needed, period } = view;
  const points = standsOf(view).map(({ on, multiplier }) => ({
    on,
    value: typeof multiplier === 'number' ? multiplier : null,
  }));
  if (points.filter(({ value }) => value !== null).length < 2) return [];
  const goal = points.map(({ on }) => ({ on, value: needed }));
  const series = [
    { name: told('MP', {}, around), points },
    ...(needed === null ? [] : [{ name: told('Needed', {}, around), points: goal }]),
  ];
  const title = `${told('Plan multiplier over the period', {}, around)}, ${period}`;
  return [lines({ title, unit: 'number', series }, around.chartLook('multiplier'))];
}

/** How it stood in the snapshots of the period. */
function courseBlocks(of: Figures<Plan>): Block[] {
  const points = of.each(({ course }) => course);
  if (points.length === 0) return [];
  const isPlanned = points.some((point) => point.of.target !== null);
  const rows = points.map((point) => {
    const [on, won, open] = [
      point.day((at) => at.on),
      point.money((at) => at.won),
      point.money((at) => at.open),
    ];
    if (!isPlanned) return [on, won, open];
    const [target, left] = [point.money((at) => at.target), point.money((at) => at.left)];
    return [on, target, won, left, open, point.factor(({ multiplier }) => multiplier)];
  });
  const columns = isPlanned
    ? columnsOf('on', '>target', '>won', '>left', '>open', '>mp')
    : columnsOf('on', '>won', '>open');
  return [{ kind: 'blank' }, { kind: 'table', columns, rows }];
}
