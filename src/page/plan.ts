// The page of `pipeline plan`: the target, what is won, what is open, and whether that is enough.

import type { PlanGroup, PlanView } from '../report/plan.ts';
import type { PlanFigures } from '../report/plan-figures.ts';
import { counted } from './counted.ts';
import { groupTitle } from './group-title.ts';
import { indicatorLabel } from './indicator-label.ts';
import type { Look } from './look.ts';
import { multiplierCell } from './multiplier-cell.ts';
import type { Block, Cell, Column, Page, Title } from './page.ts';
import { planCourse } from './plan-course.ts';
import { planHeading } from './plan-heading.ts';
import { judgement } from './plan-judgement.ts';
import { say } from './say.ts';
import { withoutRateLines } from './without-rate.ts';

/** @param mp what the multiplier MP is called in words: labels.MP */
export function planPage(view: PlanView, look: Look, mp: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, mp)] };
}

const COLUMNS: readonly Column[] = [
  { key: 'what', title: '', shrinkTo: 12 },
  { key: 'value', title: '', align: 'right' },
  { key: 'note', title: '', shrinkTo: 10 },
];

function* blocksOf(view: PlanView, look: Look, mp: string): Generator<Block> {
  yield { kind: 'heading', parts: planHeading(view, look) };
  yield { kind: 'blank' };
  yield { kind: 'table', columns: COLUMNS, rows: moneyRows(view) };
  yield { kind: 'blank' };
  const unconverted = withoutRateLines(view.open.without_rate, view);
  if (unconverted.length > 0) yield* [...unconverted, { kind: 'blank' } as const];
  yield { kind: 'table', columns: COLUMNS, rows: multiplierRows(view, mp) };
  yield { kind: 'blank' };
  yield* planCourse(view);
  if (view.groups.length > 0) {
    yield {
      kind: 'table',
      columns: groupColumns(view),
      rows: view.groups.map((group) => groupRow(group, view, look)),
    };
    yield { kind: 'blank' };
  }
  yield* judgement(view);
}

function moneyRows(view: PlanView): Cell[][] {
  const { target, won, left, open, stages, period, as_of, targets_beside: beside } = view;
  const noTarget =
    as_of !== null
      ? say('none in the snapshot of {day}', { day: { kind: 'day', day: as_of } })
      : beside.of_others > 0
        ? say('none of just these deals')
        : say('none in pipeline.yaml for {period}', { period });
  return [
    target === null
      ? row(say('Target'), text('–'), noTarget)
      : row(say('Target'), { kind: 'money', amount: target }),
    row(
      say(view.today > view.to ? 'Won' : 'Won so far'),
      { kind: 'money', amount: won.value },
      counted(won.count, 'deal'),
    ),
    ...(left === null
      ? []
      : [
          row(say(left.startsWith('-') ? 'Won beyond it' : 'Still to win'), {
            kind: 'money',
            amount: positive(left),
          }),
        ]),
    row(
      say('Open, due in {period}', { period }),
      { kind: 'money', amount: open.value },
      open.without_value === 0
        ? counted(open.count, 'deal')
        : say('{deals, plural, one {# deal} other {# deals}}, {without} without a value', {
            deals: open.count,
            without: open.without_value,
          }),
    ),
    ...stages.map(({ label, value, count }) =>
      row(text(`  ${label}`), { kind: 'money', amount: value }, text(String(count))),
    ),
  ];
}

function multiplierRows(view: PlanView, mp: string): Cell[][] {
  const over = view.multiplier_over === 'whole' ? view.target : view.left;
  const quotient = (value: string): (string | Cell)[] =>
    over === null || typeof view.multiplier !== 'number' ? [] : [money(value), ' ÷ ', money(over)];
  const { fresh, what_if: asked } = view;
  const { left_out, not_judged } = fresh;
  const leftOut = [
    ...(left_out === 0
      ? []
      : [
          '  ',
          say('{deals, plural, one {# with an error} other {# with errors}} left out', { deals: left_out }),
        ]),
    ...(not_judged === 0
      ? []
      : [
          '  ',
          say('{deals, plural, one {# is} other {# are}} not judged by stale', { deals: not_judged }, 'warn'),
        ]),
  ];
  return [
    phraseRow(say('MP ({label})', { label: indicatorLabel(mp) }), view.multiplier, quotient(view.open.value)),
    phraseRow(say('MP, fresh deals only'), fresh.multiplier, [...quotient(fresh.value), ...leftOut]),
    phraseRow(say('MP needed'), view.needed, neededNote(view)),
    ...(asked === null ? [] : [phraseRow(say('MP if so'), asked.multiplier, quotient(asked.open.value))]),
  ];
}

function neededNote({ needed_from: from }: PlanView): (string | Cell)[] {
  if (from === null) return [say('no earlier period tells it')];
  if (from.kind === 'history') {
    const median = say(
      'median at this day of {periods, plural, one {# earlier period} other {# earlier periods}}',
      { periods: from.periods.length },
    );
    return from.left_out === 0
      ? [median]
      : [median, '; ', say('{periods} with nothing still won left out', { periods: from.left_out })];
  }
  return [
    say('weaker: 1 ÷ win rate, {won} of {decided} ({deals})', {
      won: money(from.won),
      decided: money(from.decided),
      deals: from.deals,
    }),
  ];
}

function phraseRow(what: Cell, multiplier: number | 'met' | null, note: (string | Cell)[]): Cell[] {
  return [what, multiplierCell(multiplier), { kind: 'phrase', parts: note }];
}

function groupColumns({ by, groups }: PlanView): Column[] {
  const right = (key: string, title: Title, dropRank?: number): Column => ({
    ...{ key, title, align: 'right' },
    ...(dropRank === undefined ? {} : { dropRank }),
  });
  return [
    { key: 'group', title: by === null ? '' : groupTitle(by), shrinkTo: 8 },
    right('target', 'Target'),
    right('won', 'Won'),
    right('left', 'Still to win', 2),
    right('open', 'Open, due'),
    right('multiplier', 'MP'),
    right('fresh', 'Fresh', 1),
    right('needed', 'Needed'),
    ...(hasGap(groups) ? [right('short', 'Short', 3)] : []),
  ];
}

function groupRow(group: PlanGroup, { by, groups }: PlanView, look: Look): Cell[] {
  const { key, target, won, left, open, multiplier, fresh } = group;
  return [
    text(by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key),
    target === null ? text('–') : money(target),
    money(won.value),
    left === null ? text('–') : money(left),
    money(open.value),
    multiplierCell(multiplier),
    multiplierCell(fresh.multiplier),
    neededCell(group),
    ...(hasGap(groups) ? [gapCell(group)] : []),
  ];
}

function hasGap(groups: readonly PlanFigures[]): boolean {
  return groups.some(({ short }) => short !== null);
}

/** Open value that lacks, and of how many average deals that is. */
function gapCell({ short: lacks }: PlanFigures): Cell {
  if (lacks === null) return text('–');
  const deals = lacks.deals === null ? [] : [` (${Math.ceil(lacks.deals)})`];
  return { kind: 'phrase', parts: [money(lacks.value), ...deals] };
}

/** Where it rests on a win rate, with how many deals were decided. */
function neededCell({ needed, needed_from: from }: PlanFigures): Cell {
  if (needed === null || from?.kind !== 'win-rate') return multiplierCell(needed);
  return { kind: 'phrase', parts: [multiplierCell(needed), ` (${from.deals})`] };
}

function row(what: Cell, value: Cell, note: Cell = text('')): Cell[] {
  return [what, value, note];
}

function money(amount: string): Cell {
  return { kind: 'money', amount: amount as PlanFigures['won']['value'] };
}

function positive(amount: string): PlanFigures['won']['value'] {
  return amount.replace(/^-/, '') as PlanFigures['won']['value'];
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
