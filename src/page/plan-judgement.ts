// What a plan comes to, in sentences that name their figures, and what to do about it.

import { named } from '../base/named.ts';
import type { PlanView } from '../report/plan.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell } from './page.ts';
import { wholeMoney } from './whole-money.ts';

type Part = string | Cell;

/** One judgement with its reasons, then the command that helps most. */
export function* judgement(view: PlanView): Generator<Block> {
  yield { kind: 'paragraph', parts: [...verdict(view), ...newDeals(view)] };
  yield* whatIf(view);
  if (view.undated.length > 0) {
    yield {
      kind: 'paragraph',
      tone: 'warn',
      parts: [`${plural(view.undated.length, 'closed deal')} without a close date: in no period.`],
    };
  }
  yield next(view);
}

function verdict(view: PlanView): Part[] {
  const { target, multiplier, needed, short, average_deal: average, won, period } = view;
  if (target === null) return [`No target says what is to be won in ${period}. `];
  if (multiplier === 'met') return ['Met: ', { kind: 'money', amount: won.value }, ' is won. '];
  if (needed === null) return ['No earlier period tells what multiplier is needed. '];
  if (short === null)
    return [`Enough is open: ${number(multiplier)} where ${needed.toFixed(2)} was needed. `];
  const inDeals: Part[] =
    short.deals === null || average === null
      ? []
      : [
          `, about ${plural(Math.max(1, Math.round(short.deals)), 'average deal')} (`,
          wholeMoney(average.value),
          ')',
        ];
  return ['Short by ', wholeMoney(short.value), ' of open value', ...inDeals, '. '];
}

/** Whether deals that begin now can still count, and those that are not fresh. */
function newDeals(view: PlanView): Part[] {
  const { cycle, today, to, multiplier, target, period } = view;
  if (target === null || multiplier === 'met' || today > to) return [];
  if (cycle === null) return ['No period before it has 5 wins to tell how long one takes.'];
  const closes: Part[] = [
    'A deal started today closes about ',
    { kind: 'day', day: cycle.starting_today },
    ` (median cycle ${plural(cycle.days, 'day')}): `,
  ];
  if (cycle.latest_start < today) return [...closes, `new deals will hardly help ${period}.`];
  return [
    ...closes,
    'new ones can still close in it if they begin by ',
    { kind: 'day', day: cycle.latest_start },
    '.',
  ];
}

function next({ target, fresh, period, multiplier }: PlanView): Block {
  if (target === null) {
    return {
      kind: 'next',
      text: `Add one under plan: targets: - {period: ${period}, target: "…"}`,
      command: 'pipeline check',
    };
  }
  if (fresh.left_out > 0 && multiplier !== 'met') {
    return {
      kind: 'next',
      text: `${plural(fresh.left_out, 'deal')} due and not fresh`,
      command: 'pipeline check --gate error',
    };
  }
  return { kind: 'next', text: 'Deal by deal', command: `pipeline list --closing ${period}` };
}

function* whatIf({ what_if: asked, period }: PlanView): Generator<Block> {
  if (asked === null) return;
  const { lost, slipped, not_due: notDue, short } = asked;
  const parts: Part[] = [
    'If ',
    [
      lost.length === 0 ? '' : `${named(lost)} ${lost.length === 1 ? 'is' : 'are'} lost`,
      slipped.length === 0 ? '' : `${named(slipped)} ${slipped.length === 1 ? 'closes' : 'close'} later`,
    ]
      .filter((part) => part !== '')
      .join(' and '),
    ...(short === null ? [': enough is left.'] : [': short by ', wholeMoney(short.value), '.']),
    notDue.length === 0 ? '' : ` Not due in ${period} anyway: ${named(notDue)}.`,
  ];
  yield { kind: 'paragraph', parts };
}

function number(multiplier: number | null): string {
  return multiplier === null ? '–' : multiplier.toFixed(2);
}
