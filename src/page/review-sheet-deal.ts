// One section of a review sheet: why the deal was picked, what was said and what happened since, and what to ask.

import type { Day } from '../base/day.ts';
import type { ReviewSheetView } from '../report/review-sheet.ts';
import type { SaidThen, SheetDeal } from '../report/review-sheet-deal.ts';
import { happenedParts } from './diff-words.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { dealBlock } from './review-sheet-block.ts';
import { shareCell } from './review-stratum.ts';

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
  yield item(['Picked: ', ...whyParts(deal, view)]);
  if (deal.important !== '' && deal.why !== 'important') yield item([`Important: ${deal.important}`]);
  yield* history(deal, view, look);
  yield* findings(deal);
  yield* activities(deal);
  if (deal.stratum === 'open') yield item(nextStep(deal));
  if (deal.questions.length > 0) {
    yield item(['To ask']);
    for (const question of deal.questions) yield item([question], 1);
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
      ? [`${look.stageLabel(deal.stage)}${days === null ? '' : `, ${plural(days, 'day')}`}`]
      : [stratum, ...(close === null ? [] : [' ', dayCell(close)]), ...lost(deal), ...after(cycle)];
  return [
    deal.account === '' ? [] : [deal.account],
    [deal.owner === '' ? 'no owner' : look.ownerLabel(deal.owner)],
    at,
    deal.amount === null ? ['no amount'] : [{ kind: 'money', amount: deal.amount }, ` ${deal.currency}`],
    ...(stratum === 'open' ? [close === null ? ['no close date'] : ['close ', dayCell(close)]] : []),
  ];
}

function lost({ stratum, lost_reason }: SheetDeal): string[] {
  return stratum === 'lost' && lost_reason !== '' ? [`: ${lost_reason}`] : [];
}

function after(days: number | null): string[] {
  return days === null ? [] : [`, ${plural(days, 'day')} after it was created`];
}

/** `marked important: reference customer`, `largest 1 of the open deals`, `at random, number 2 by seed 7f3a-21c9: a chance of 12 %`. */
function whyParts({ why, rank, probability, stratum, important }: SheetDeal, view: ReviewSheetView): Part[] {
  switch (why) {
    case 'important':
      return [`marked important: ${important}`];
    case 'largest':
      return [`largest ${rank} of the ${stratum} deals`];
    case 'random':
      return [`at random, number ${rank} by seed ${view.seed}: a chance of `, shareCell(probability)];
  }
}

function* said({ said: then, stage, close, amount, currency }: SheetDeal, look: Look): Generator<Block> {
  if (then === null) return;
  const verdict = then.verdict === null ? [] : [[`verdict ${then.verdict}`]];
  const promised: Part[][] = [
    [look.stageLabel(then.stage)],
    ...(then.close === null ? [] : [['close ', dayCell(then.close)] satisfies Part[]]),
    ...(then.amount === null ? [] : [moneyParts(then.amount, then.currency)]),
  ];
  yield item(['We said on ', dayCell(then.on), ': ', ...joined([...verdict, ...promised])]);
  const became: Part[][] = [
    ...(stage === then.stage ? [] : [[look.stageLabel(stage)]]),
    ...(then.close === null || close === null ? [] : [closeBecame(then, close)]),
    then.amount_changed && amount !== null ? ['amount ', ...moneyParts(amount, currency)] : ['same amount'],
  ];
  yield item(['Since then: ', ...joined(became)], 1);
  if (then.lesson !== '') yield item([`Lesson: ${then.lesson}`], 1);
}

function closeBecame({ close_moved_days: days }: SaidThen, close: Day): Part[] {
  if (days === null || days === 0) return ['same close date'];
  return ['close ', dayCell(close), `, ${plural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`];
}

function* history(deal: SheetDeal, view: ReviewSheetView, look: Look): Generator<Block> {
  const { movements } = deal;
  if (movements !== null && view.movements_since !== null) {
    const moved = movements.filter(({ kind }) => kind !== 'idle');
    const happened = happenedParts({ stage: deal.stage, movements: moved }, view, look);
    yield item([
      'Since ',
      dayCell(view.movements_since),
      ': ',
      ...(happened.length === 0 ? ['no movement'] : happened),
    ]);
  }
  const { push_count: pushes, days_slipped: days, amount_first: first, amount, currency } = deal;
  const slipped = days > 0 ? `, ${plural(days, 'day')} in all` : '';
  yield item([pushes === 0 ? 'Close date never pushed' : `Close date pushed ${pushes}×${slipped}`]);
  if (first !== null && amount !== null && Number(first) !== Number(amount)) {
    yield item(['Amount ', ...moneyParts(amount, currency), ', at first ', ...moneyParts(first, currency)]);
  }
}

function* findings({ findings: found }: SheetDeal): Generator<Block> {
  const open = found.filter(({ severity }) => severity !== 'info');
  if (open.length === 0) return;
  yield item(['Open findings']);
  for (const { severity, rule, message } of open) yield item([`${severity} · ${rule} · ${message}`], 1);
}

function* activities({ activities: last }: SheetDeal): Generator<Block> {
  if (last.length === 0) {
    yield item(['No activity on record']);
    return;
  }
  yield item(['Last activities']);
  for (const { on, type, note } of last) {
    yield item([dayCell(on), ` ${type}${note === '' ? '' : ` · ${note}`}`], 1);
  }
}

function nextStep({ next_step }: SheetDeal): Part[] {
  if (next_step === null) return ['No next step'];
  const by: Part[] = next_step.by === null ? [] : [' by ', dayCell(next_step.by)];
  return ['Next step', ...by, `: ${next_step.what}`];
}

function moneyParts(amount: SheetDeal['amount'] & string, currency: string): Part[] {
  return [{ kind: 'money', amount }, ` ${currency}`];
}

function dayCell(day: Day): Cell {
  return { kind: 'day', day };
}
