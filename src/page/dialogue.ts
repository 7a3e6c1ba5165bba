// Entries of the dialogue as they stand in lists: what was said first, then whose it is and where it comes from.

import type { ActionView, DecisionView, MistakeView, SaidView } from '../report/dialogue.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, RecordCell } from './page.ts';

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
    kind,
    ...(stage === '' ? [] : [look.stageLabel(stage)]),
    ...(deal === '' ? [] : [deal]),
    ...(by === '' ? [] : [look.ownerLabel(by)]),
  ].map((part) => `${part} · `);
  const origin = ref === '' ? [] : [ref === on ? ', in a review' : `, in the review ${ref}`];
  return [
    { kind: 'item', depth: 0, parts: [oneLine(text)] },
    ...(told.why !== true || why === '' ? [] : [below([`why: ${oneLine(why)}`])]),
    ...(told.decision !== true || decision === null ? [] : [below(decisionParts(decision, look))]),
    ...(told.done !== true || done === null ? [] : [below(doneParts(done, process))]),
    below([...around, day(on), ...origin]),
  ];
}

export function below(parts: readonly (string | Cell)[]): Block {
  return { kind: 'item', depth: 1, parts };
}

/** `trial since 2026-10-05, until 2026-12-31, by slip-rate of Proposal: three deals first`. */
export function decisionParts(decision: DecisionView, look: DialogueLook): (string | Cell)[] {
  const { as, on, why, until, metric, stage } = decision;
  const of = stage === '' ? '' : ` of ${look.stageLabel(stage)}`;
  return [
    as === 'trial' ? 'on trial since ' : `${as} on `,
    day(on),
    ...(until === null ? [] : [' until ', day(until)]),
    ...(metric === '' ? [] : [`, by ${metric}${of}`]),
    ...(why === '' ? [] : [`: ${oneLine(why)}`]),
  ];
}

export function doneParts(
  { on, result }: NonNullable<SaidView['done']>,
  process: number | null,
): (string | Cell)[] {
  const led = process === null ? '' : ` → version ${process} of the process`;
  return ['done on ', day(on), result === '' ? '' : `: ${oneLine(result)}`, led];
}

/** A promise, whose it is, and how late. */
export function actionItems(action: ActionView, look: DialogueLook): Block[] {
  const { id, text, owner, due, days_late: late, deal, on, ref, done, dropped } = action;
  const by: (string | Cell)[] = due === null ? ['no day'] : ['by ', day(due)];
  const lateness: (string | Cell)[] =
    late === null || late === 0 ? [] : [{ kind: 'text', text: `, ${plural(late, 'day')} late`, tone: 'bad' }];
  return [
    { kind: 'item', depth: 0, parts: [oneLine(text)] },
    below([
      ...[id, look.ownerLabel(owner), ...(deal === '' ? [] : [deal])].map((part) => `${part} · `),
      ...by,
      ...lateness,
      ' · promised on ',
      day(on),
      ...(ref === '' || ref === on ? [] : [` in the review ${ref}`]),
    ]),
    ...(done === null ? [] : [below(doneParts(done, null))]),
    ...(dropped === null ? [] : [below(droppedParts(dropped))]),
  ];
}

function droppedParts({ on, why }: NonNullable<ActionView['dropped']>): (string | Cell)[] {
  return ['taken back on ', day(on), ...(why === '' ? [] : [`: ${oneLine(why)}`])];
}

const MOST_MISTAKES = 5;

/** What can't be read in feedback/, for it is in no figure. */
export function mistakeBlocks(mistakes: readonly MistakeView[]): Block[] {
  if (mistakes.length === 0) return [];
  const shown = mistakes.slice(0, MOST_MISTAKES).map(({ file, line, column, message, hint }): Block => {
    const place = [file, line, column].filter((part) => part !== null).join(':');
    return { kind: 'paragraph', tone: 'bad', parts: [`${place}: ${message} ${hint}`.trimEnd()] };
  });
  const more = mistakes.length - shown.length;
  const last: Block[] =
    more > 0 ? [{ kind: 'line', tone: 'bad', parts: [`and ${plural(more, 'mistake')} more`] }] : [];
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
