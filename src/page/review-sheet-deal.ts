// One section of a review sheet: why the deal was picked, what was said and what happened since, and what to ask.

import type { Day } from '../base/day.ts';
import type { Outcome } from '../deal/deal.ts';
import type { ReviewSheetView } from '../report/review-sheet.ts';
import type { SaidThen, SheetDeal } from '../report/review-sheet-deal.ts';
import type { Message } from '../words/message.ts';
import { QUESTION_DEFAULTS } from '../workspace/settings-defaults.ts';
import { counted } from './counted.ts';
import { happenedParts } from './diff-words.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { dealBlock } from './review-sheet-block.ts';
import { shareCell } from './review-stratum.ts';
import { type Said, say, spoken } from './say.ts';

type Part = string | Cell;

/** The section of the deal with that number. */
export function* dealSection(
  deal: SheetDeal,
  number: number,
  view: ReviewSheetView,
  look: Look,
  lostReasons: readonly string[],
): Generator<Block> {
  const called = deal.name === '' ? deal.id : `${deal.name} · ${deal.id}`;
  yield { kind: 'blank' };
  yield { kind: 'heading', parts: [`${number}. ${called}`] };
  yield { kind: 'line', parts: joined(factsOf(deal, look)) };
  yield { kind: 'blank' };
  yield* said(deal, look);
  yield item([say('Picked: {why}', { why: whyCell(deal, view) })]);
  if (deal.important !== '' && deal.why !== 'important')
    yield item([say('Important: {reason}', { reason: deal.important })]);
  yield* history(deal, view, look);
  yield* findings(deal);
  yield* activities(deal);
  if (deal.stratum === 'open') yield item(nextStep(deal));
  if (deal.questions.length > 0) {
    yield item([say('To ask')]);
    for (const question of deal.questions) yield item([questionOf(question)], 1);
  }
  yield { kind: 'blank' };
  yield dealBlock(deal, view.today, lostReasons);
}

function item(parts: readonly Part[], depth: 0 | 1 = 0): Block {
  return { kind: 'item', depth, parts };
}

function joined(all: readonly (readonly Part[])[]): Part[] {
  return all
    .filter((parts) => parts.length > 0)
    .flatMap((parts, at) => (at === 0 ? parts : [' · ', ...parts]));
}

/** `Acme · Anna Nowak · Proposal, 34 days · 480,000 PLN · close 2026-12-15`. */
function factsOf(deal: SheetDeal, look: Look): Part[][] {
  const { stratum, days_in_stage: days, cycle_days: cycle, close } = deal;
  const at: Part[] =
    stratum === 'open'
      ? [look.stageLabel(deal.stage), ...(days === null ? [] : [', ', counted(days, 'day')])]
      : [say(stratum), ...(close === null ? [] : [' ', dayCell(close)]), ...lost(deal), ...after(cycle)];
  return [
    deal.account === '' ? [] : [deal.account],
    [deal.owner === '' ? say('no owner') : look.ownerLabel(deal.owner)],
    at,
    deal.amount === null ? [say('no amount')] : [{ kind: 'money', amount: deal.amount }, ` ${deal.currency}`],
    ...(stratum === 'open' ? [[closeOn(close)]] : []),
  ];
}

function lost({ stratum, lost_reason }: SheetDeal): string[] {
  return stratum === 'lost' && lost_reason !== '' ? [`: ${lost_reason}`] : [];
}

function after(days: number | null): Part[] {
  return days === null
    ? []
    : [', ', say('{days, plural, one {# day} other {# days}} after it was created', { days })];
}

/** `marked important: reference customer`, `largest 1 of the open deals`, `at random, number 2 by seed 7f3a-21c9: a chance of 12 %`. */
function whyCell({ why, rank, probability, stratum, important }: SheetDeal, view: ReviewSheetView): Cell {
  switch (why) {
    case 'important':
      return say('marked important: {reason}', { reason: important });
    case 'largest':
      return say(LARGEST[stratum], { rank });
    case 'random':
      return say('at random, number {rank} by seed {seed}: a chance of {share}', {
        rank,
        seed: view.seed,
        share: shareCell(probability),
      });
  }
}

const LARGEST = {
  open: 'largest {rank} of the open deals',
  won: 'largest {rank} of the won deals',
  lost: 'largest {rank} of the lost deals',
} as const satisfies Record<Outcome, Message>;

function closeOn(close: Day | null): Cell {
  return close === null ? say('no close date') : say('close {day}', { day: dayCell(close) });
}

function* said({ said: then, stage, close, amount, currency }: SheetDeal, look: Look): Generator<Block> {
  if (then === null) return;
  const verdict = then.verdict === null ? [] : [[say('verdict {verdict}', { verdict: then.verdict })]];
  const promised: Part[][] = [
    [look.stageLabel(then.stage)],
    ...(then.close === null ? [] : [[closeOn(then.close)]]),
    ...(then.amount === null ? [] : [moneyParts(then.amount, then.currency)]),
  ];
  yield item([
    say('We said on {day}: {what}', {
      day: dayCell(then.on),
      what: { kind: 'phrase', parts: joined([...verdict, ...promised]) },
    }),
  ]);
  const became: Part[][] = [
    ...(stage === then.stage ? [] : [[look.stageLabel(stage)]]),
    ...(then.close === null || close === null ? [] : [closeBecame(then, close)]),
    then.amount_changed && amount !== null
      ? [say('amount {amount}', { amount: { kind: 'phrase', parts: moneyParts(amount, currency) } })]
      : [say('same amount')],
  ];
  yield item([say('Since then: {what}', { what: { kind: 'phrase', parts: joined(became) } })], 1);
  if (then.lesson !== '') yield item([say('Lesson: {lesson}', { lesson: then.lesson })], 1);
}

function closeBecame({ close_moved_days: days }: SaidThen, close: Day): Part[] {
  if (days === null || days === 0) return [say('same close date')];
  const moved =
    days > 0
      ? '{days, plural, one {# day} other {# days}} later'
      : '{days, plural, one {# day} other {# days}} earlier';
  return [closeOn(close), ', ', say(moved, { days: Math.abs(days) })];
}

function* history(deal: SheetDeal, view: ReviewSheetView, look: Look): Generator<Block> {
  const { movements } = deal;
  if (movements !== null && view.movements_since !== null) {
    const moved = movements.filter(({ kind }) => kind !== 'idle');
    const happened = happenedParts({ stage: deal.stage, movements: moved }, view, look);
    yield item([
      say('Since {day}: {what}', {
        day: dayCell(view.movements_since),
        what: happened.length === 0 ? say('no movement') : { kind: 'phrase', parts: happened },
      }),
    ]);
  }
  const { push_count: pushes, days_slipped: days, amount_first: first, amount, currency } = deal;
  yield item([
    pushes === 0
      ? say('Close date never pushed')
      : days > 0
        ? say('Close date pushed {pushes}×, {days, plural, one {# day} other {# days}} in all', {
            pushes,
            days,
          })
        : say('Close date pushed {pushes}×', { pushes }),
  ]);
  if (first !== null && amount !== null && Number(first) !== Number(amount)) {
    yield item([
      say('Amount {amount}, at first {first}', {
        amount: { kind: 'phrase', parts: moneyParts(amount, currency) },
        first: { kind: 'phrase', parts: moneyParts(first, currency) },
      }),
    ]);
  }
}

function* findings({ findings: found }: SheetDeal): Generator<Block> {
  const open = found.filter(({ severity }) => severity !== 'info');
  if (open.length === 0) return;
  yield item([say('Open findings')]);
  for (const { severity, rule, message } of open)
    yield item([say(severity), ` · ${rule} · `, spoken(message)], 1);
}

function* activities({ activities: last }: SheetDeal): Generator<Block> {
  if (last.length === 0) {
    yield item([say('No activity on record')]);
    return;
  }
  yield item([say('Last activities')]);
  for (const { on, type, note } of last) {
    yield item([dayCell(on), ` ${type}${note === '' ? '' : ` · ${note}`}`], 1);
  }
}

function nextStep({ next_step }: SheetDeal): Part[] {
  if (next_step === null) return [say('No next step')];
  const { what, by } = next_step;
  return [
    by === null
      ? say('Next step: {what}', { what })
      : say('Next step by {day}: {what}', { day: dayCell(by), what }),
  ];
}

function moneyParts(amount: SheetDeal['amount'] & string, currency: string): Part[] {
  return [{ kind: 'money', amount }, ` ${currency}`];
}

function dayCell(day: Day): Cell {
  return { kind: 'day', day };
}

/** Those of a workspace that has none of its own are said; its own stand as they are. */
function questionOf(question: string): string | Said {
  const own = Object.values(QUESTION_DEFAULTS).flat<readonly (readonly Message[])[]>();
  const known = own.find((one) => one === question);
  return known === undefined ? question : say(known);
}
