// The target of the period against what is won and open, now and over its weeks.

import { type DayCell, lengthOf, numberOf } from '../../chart/caption.ts';
import { type Chart, told } from '../../chart/chart.ts';
import { lines } from '../../chart/lines.ts';
import type { Block, Cell } from '../../page/page.ts';
import { say } from '../../page/say.ts';
import type { Message } from '../../words/message.ts';
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
    charts: planCharts(of, around),
    blocks: [...stageBlocks(of), ...courseBlocks(of)],
  };
}

/** What is open and what is won, by stage; nothing where there is neither. */
function stageBlocks(of: Figures<Plan>): Block[] {
  if (of.of.open.count + of.of.won.count === 0) return [];
  return [
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
  ];
}

/** A stand of the plan: in a snapshot of the period, or now. */
type Stand = Readonly<Record<'target' | 'won' | 'left' | 'open' | 'multiplier', Cell>> & {
  readonly on: DayCell;
};

function standsOf(of: Figures<Plan>): Stand[] {
  const { today, to } = of.of;
  const course = of
    .each(({ course: points }) => points)
    .flatMap((point): Stand[] => {
      const on = point.knownDay((at) => at.on);
      if (on === undefined || (today <= to && on.day >= today)) return [];
      return [
        {
          on,
          target: point.money((at) => at.target),
          won: point.money((at) => at.won),
          left: point.money((at) => at.left),
          open: point.money((at) => at.open),
          multiplier: point.factor((at) => at.multiplier),
        },
      ];
    });
  const on = of.knownDay((plan) => plan.today);
  if (on === undefined || today > to) return course;
  return [
    ...course,
    {
      on,
      target: of.money(({ target }) => target),
      won: of.money(({ won }) => won.value),
      left: of.money(({ left }) => left),
      open: of.money(({ open }) => open.value),
      multiplier: of.factor(({ multiplier }) => multiplier),
    },
  ];
}

const PLANNED = [
  ['target', 'Target'],
  ['won', 'Won'],
  ['left', 'Still to win'],
  ['open', 'Open, due'],
] as const satisfies readonly (readonly [keyof Stand, Message])[];

function planCharts(of: Figures<Plan>, around: Around): Chart[] {
  const stands = standsOf(of);
  const isAllNothing = stands.every((stand) =>
    (['target', 'won', 'open'] as const).every((key) => lengthOf(stand[key]) === 0),
  );
  if (stands.length < 2 || isAllNothing) return [];
  const isPlanned = of.of.target !== null;
  const series = PLANNED.filter(([key]) => isPlanned || key === 'won' || key === 'open').map(
    ([key, name]) => ({
      name: told(name, {}, around),
      points: stands.map((stand) => ({ on: stand.on, value: stand[key] })),
    }),
  );
  const title = told('Target, won and open, by week', {}, around);
  return [
    lines({ title, unit: 'money', series }, around.chartLook('plan')),
    ...multiplierChart(of, stands, around),
  ];
}

function multiplierChart(of: Figures<Plan>, stands: readonly Stand[], around: Around): Chart[] {
  const { needed, period } = of.of;
  const points = stands.map(({ on, multiplier }) => ({ on, value: multiplier }));
  if (points.filter(({ value }) => numberOf(value) !== null).length < 2) return [];
  const goal = points.map(({ on }) => ({ on, value: of.factor((plan) => plan.needed) }));
  const series = [
    { name: told('MP', {}, around), points },
    ...(needed === null ? [] : [{ name: told('Needed', {}, around), points: goal }]),
  ];
  const title = `${told('Plan multiplier over the period', {}, around)}, ${period}`;
  return [lines({ title, unit: 'number', series }, around.chartLook('multiplier'))];
}

function isNothing({ of: { target, won, open } }: Figures<Plan['course'][number]>): boolean {
  return target === null && Number(won) === 0 && Number(open) === 0;
}

/** How it stood in the snapshots of the period; nothing where there was nothing in any. */
function courseBlocks(of: Figures<Plan>): Block[] {
  const points = of.each(({ course }) => course);
  if (points.every(isNothing)) return [];
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
