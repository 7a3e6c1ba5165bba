// Entries of the dialogue as they stand in lists: what was said first, then whose it is and where it comes from.

import type { ActionView, DecisionView, MistakeView, SaidView } from '../report/dialogue.ts';
import type { Message } from '../words/message.ts';
import { dotted } from './names.ts';
import type { Block, Cell, RecordCell } from './page.ts';
import { type Said, say } from './say.ts';

/** How ids are shown; there is no money in the dialogue, but a page has a currency. */
export interface DialogueLook {
  readonly currency: string;
  readonly digits: number;
  ownerLabel(owner: string): string;
  stageLabel(stage: string): string;
}

/** Which of what an entry says is told; all where left out. */
export interface Told {
  readonly why?: boolean;
  readonly decision?: boolean;
  readonly done?: boolean;
}

/** What was said, and why, who, where; what was decided, and what came of it. */
export function saidItems(
  entry: SaidView,
  look: DialogueLook,
  told: Told = { why: true, decision: true, done: true },
): Block[] {
  const { id, kind, text, why, stage, deal, by, on, ref, decision, done, process } = entry;
  const around = [
    id,
    say(kind),
    ...(stage === '' ? [] : [look.stageLabel(stage)]),
    ...(deal === '' ? [] : [deal]),
    ...(by === '' ? [] : [look.ownerLabel(by)]),
    saidOn(on, ref),
  ];
  return [
    { kind: 'item', depth: 0, parts: [oneLine(text)] },
    ...(told.why !== true || why === '' ? [] : [below([say('why: {why}', { why: oneLine(why) })])]),
    ...(told.decision !== true || decision === null ? [] : [below([sayDecision(decision, look)])]),
    ...(told.done !== true || done === null ? [] : [below([sayDone(done, process)])]),
    below(dotted(around)),
  ];
}

function saidOn(on: SaidView['on'], review: string): Cell {
  if (review === '') return day(on);
  if (review === on) return say('{day}, in a review', { day: day(on) });
  return say('{day}, in the review {review}', { day: day(on), review });
}

export function below(parts: readonly (string | Cell)[]): Block {
  return { kind: 'item', depth: 1, parts };
}

/** `on trial since 2026-10-05 until 2026-12-31, by slip-rate of Proposal: three deals first`. */
export function sayDecision({ as, on, why, until, metric, stage }: DecisionView, look: DialogueLook): Said {
  const decidedOn = say(DECIDED[as], { day: day(on) });
  const decision =
    until === null ? decidedOn : say('{decision} until {until}', { decision: decidedOn, until: day(until) });
  const measured = metric === '' ? decision : say(...measuredBy(decision, metric, stage, look));
  return why === '' ? measured : say('{decision}: {why}', { decision: measured, why: oneLine(why) });
}

const DECIDED = {
  accepted: 'accepted on {day}',
  rejected: 'rejected on {day}',
  trial: 'on trial since {day}',
} as const satisfies Record<DecisionView['as'], Message>;

function measuredBy(
  decision: Said,
  metric: string,
  stage: string,
  look: DialogueLook,
): Parameters<typeof say> {
  return stage === ''
    ? ['{decision}, by {metric}', { decision, metric }]
    : ['{decision}, by {metric} of {stage}', { decision, metric, stage: look.stageLabel(stage) }];
}

export function sayDone({ on, result }: NonNullable<SaidView['done']>, process: number | null): Said {
  const done = say('done on {day}', { day: day(on) });
  const told = result === '' ? done : say('{done}: {result}', { done, result: oneLine(result) });
  return process === null
    ? told
    : say('{done} → version {version} of the process', { done: told, version: String(process) });
}

/** A promise, whose it is, and how late. */
export function actionItems(action: ActionView, look: DialogueLook): Block[] {
  const { id, text, owner, due, days_late: late, deal, on, ref, done, dropped } = action;
  const by = due === null ? say('no day') : say('by {day}', { day: day(due) });
  const lateness = late === null || late === 0 ? [] : [', ', sayLate(late)];
  return [
    { kind: 'item', depth: 0, parts: [oneLine(text)] },
    below([
      ...dotted([id, look.ownerLabel(owner), ...(deal === '' ? [] : [deal]), by]),
      ...lateness,
      ' · ',
      ref === '' || ref === on
        ? say('promised on {day}', { day: day(on) })
        : say('promised on {day} in the review {review}', { day: day(on), review: ref }),
    ]),
    ...(done === null ? [] : [below([sayDone(done, null)])]),
    ...(dropped === null ? [] : [below([sayDropped(dropped)])]),
  ];
}

/** `3 days late`, which nobody wants. */
export function sayLate(days: number): Said {
  return say('{days, plural, one {# day late} other {# days late}}', { days }, 'bad');
}

function sayDropped({ on, why }: NonNullable<ActionView['dropped']>): Said {
  return why === ''
    ? say('taken back on {day}', { day: day(on) })
    : say('taken back on {day}: {why}', { day: day(on), why: oneLine(why) });
}

const MOST_MISTAKES = 5;
const MORE_MISTAKES = '{mistakes, plural, one {and # mistake more} other {and # mistakes more}}';

/** What can't be read in feedback/, for it is in no figure. */
export function mistakeBlocks(mistakes: readonly MistakeView[]): Block[] {
  if (mistakes.length === 0) return [];
  const shown = mistakes.slice(0, MOST_MISTAKES).map(({ file, line, column, message, hint }): Block => {
    const place = [file, line, column].filter((part) => part !== null).join(':');
    return { kind: 'paragraph', tone: 'bad', parts: [`${place}: ${message} ${hint}`.trimEnd()] };
  });
  const more = mistakes.length - shown.length;
  const last: Block[] =
    more > 0 ? [{ kind: 'line', tone: 'bad', parts: [say(MORE_MISTAKES, { mistakes: more })] }] : [];
  return [...shown, ...last, { kind: 'blank' }];
}

/** Texts of people go on as one line: a paragraph in an answer is not one of the page. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function day(of: SaidView['on']): Cell {
  return { kind: 'day', day: of };
}

export function textRecord(text: string): RecordCell {
  return text === '' ? { kind: 'none' } : { kind: 'text', text };
}

export function dayRecord(of: SaidView['on'] | null | undefined): RecordCell {
  return of === null || of === undefined ? { kind: 'none' } : { kind: 'day', day: of };
}

export function numberRecord(number: number | null): RecordCell {
  return number === null ? { kind: 'none' } : { kind: 'number', number };
}
