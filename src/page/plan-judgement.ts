// What a plan comes to, in sentences that name their figures, and what to do about it.

import type { PlanView } from '../report/plan.ts';
import type { Message } from '../words/message.ts';
import { multiplierCell } from './multiplier-cell.ts';
import { sayNames } from './names.ts';
import type { Block } from './page.ts';
import { type Said, say } from './say.ts';
import { sentences } from './sentences.ts';
import { undatedLines } from './undated.ts';
import { wholeMoney } from './whole-money.ts';

/** One judgement with its reasons, then the command that helps most. */
export function* judgement(view: PlanView): Generator<Block> {
  yield { kind: 'paragraph', parts: sentences(verdict(view), newDeals(view)) };
  yield* whatIf(view);
  yield* planRemarks(view);
  yield next(view);
}

/** What its figures leave out. */
export function planRemarks({ undated }: PlanView): Block[] {
  return undatedLines(undated);
}

function verdict(view: PlanView): Said {
  const { target, multiplier, needed, short, average_deal: average, won } = view;
  if (target === null) return noTarget(view);
  if (multiplier === 'met') return say('Met: {won} is won.', { won: { kind: 'money', amount: won.value } });
  if (needed === null) return say('No earlier period tells what multiplier is needed.');
  if (short === null) {
    return say('Enough is open: {multiplier} where {needed} was needed.', {
      multiplier: multiplierCell(multiplier),
      needed: multiplierCell(needed),
    });
  }
  const value = wholeMoney(short.value);
  return short.deals === null || average === null
    ? say('Short by {value} of open value.', { value })
    : say(
        'Short by {value} of open value, about {deals, plural, one {# average deal} other {# average deals}} ({average}).',
        {
          value,
          deals: Math.max(1, Math.round(short.deals)),
          average: wholeMoney(average.value),
        },
      );
}

/** What there is instead, so that nobody looks for a target in vain. */
function noTarget({ period, as_of, targets_beside: { of_others: others, within } }: PlanView): Said {
  if (others > 0) {
    return say(
      '{targets, plural, one {The one target of {period} is not} other {None of the # targets of {period} is}} of just these deals.',
      { targets: others, period },
    );
  }
  if (within.length > 0)
    return say('No target is of {period}; there are some of {periods}.', {
      period,
      periods: sayNames(within),
    });
  return as_of === null
    ? say('No target says what is to be won in {period}.', { period })
    : say('The snapshot of {day} knows no target of {period}.', { day: { kind: 'day', day: as_of }, period });
}

/** Whether deals that begin now can still count, and those that are not fresh. */
function newDeals(view: PlanView): Said | undefined {
  const { cycle, today, to, multiplier, target, period } = view;
  if (target === null || multiplier === 'met' || today > to) return undefined;
  if (cycle === null) return say('No period before it has 5 wins to tell how long one takes.');
  const closes = { day: { kind: 'day', day: cycle.starting_today }, days: cycle.days } as const;
  return cycle.latest_start < today
    ? say(
        'A deal started today closes about {day} (median cycle {days, plural, one {# day} other {# days}}): new deals will hardly help {period}.',
        { ...closes, period },
      )
    : say(
        'A deal started today closes about {day} (median cycle {days, plural, one {# day} other {# days}}): new ones can still close in it if they begin by {latest}.',
        { ...closes, latest: { kind: 'day', day: cycle.latest_start } },
      );
}

const DUE_WITH_ERROR =
  '{deals, plural, one {# deal} other {# deals}} due with an error of freshness' satisfies Message;

function next({ target, fresh, period, multiplier, as_of }: PlanView): Block {
  if (target === null && as_of !== null)
    return { kind: 'next', text: say('How it stands'), command: `pipeline plan ${period}` };
  if (target === null) {
    return {
      kind: 'next',
      text: say('Add one under plan: targets: - {entry}', { entry: `{period: ${period}, target: "…"}` }),
      command: 'pipeline check',
    };
  }
  if (fresh.left_out > 0 && multiplier !== 'met') {
    return {
      kind: 'next',
      text: say(DUE_WITH_ERROR, { deals: fresh.left_out }),
      command: 'pipeline check --gate error',
    };
  }
  return { kind: 'next', text: say('Deal by deal'), command: `pipeline list --closing ${period}` };
}

function* whatIf(view: PlanView): Generator<Block> {
  const { what_if: asked, period } = view;
  if (asked === null) return;
  const { lost, slipped, not_due: notDue } = asked;
  const condition = conditionOf(lost, slipped);
  yield {
    kind: 'paragraph',
    parts: sentences(
      consequence(view, asked, condition),
      notDue.length === 0
        ? undefined
        : say('Not due in {period} anyway: {names}.', { period, names: sayNames(notDue) }),
    ),
  };
}

function consequence(
  { target, needed }: PlanView,
  { multiplier, short }: NonNullable<PlanView['what_if']>,
  condition: Said | '',
): Said {
  if (short !== null)
    return say('If {condition}: short by {value}.', { condition, value: wholeMoney(short.value) });
  if (target === null)
    return say('If {condition}: nothing can be said of it without a target.', { condition });
  if (needed === null && multiplier !== 'met')
    return say('If {condition}: nothing can be said of it, since no multiplier needed is known.', {
      condition,
    });
  return say('If {condition}: enough is left.', { condition });
}

function conditionOf(lost: readonly string[], slipped: readonly string[]): Said | '' {
  const out = say('{names} {deals, plural, one {is} other {are}} lost', namesOf(lost));
  const later = say('{names} {deals, plural, one {closes} other {close}} later', namesOf(slipped));
  if (lost.length > 0 && slipped.length > 0) return say('{lost} and {later}', { lost: out, later });
  return lost.length > 0 ? out : slipped.length > 0 ? later : '';
}

function namesOf(ids: readonly string[]) {
  return { names: sayNames(ids), deals: ids.length };
}
