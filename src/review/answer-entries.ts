// What was promised and said in a review → entries of the dialogue. The same words in the same sheet are one entry,
// however often the sheet is applied.

import type { Action, DialogueEntry } from '../feedback/entry.ts';
import { entryId } from '../feedback/entry-id.ts';
import type { NewAction, NewFeedback } from '../feedback/write.ts';
import type { DealAnswer, ProcessAnswer, SheetDraw } from './sheet.ts';

/** The actions of one deal. @param ref the sheet's name without `.md` */
export function promisedEntries(
  { actions }: DealAnswer,
  deal: string,
  { on }: Pick<SheetDraw, 'on'>,
  ref: string,
): NewAction[] {
  return actions.map(({ what, owner, by }) => ({
    id: entryId('a', ['review', ref, deal, what]),
    on,
    kind: 'action',
    text: what,
    owner,
    ...(by === undefined ? {} : { due: by }),
    deal,
    ref,
  }));
}

/** What was said about the process; in a one-to-one it is its owner who said it. */
export function saidEntries(
  said: readonly ProcessAnswer[],
  { on, owner }: Pick<SheetDraw, 'on' | 'owner'>,
  ref: string,
): NewFeedback[] {
  return said.map(({ kind, text, why, stage }) => ({
    id: entryId('f', ['review', ref, kind, text]),
    on,
    kind,
    text,
    why,
    stage,
    by: owner ?? '',
    ref,
  }));
}

/** Whether an entry that is there says otherwise than the sheet: it was changed in one of the two. */
export function differs(entry: DialogueEntry, said: NewAction | NewFeedback): boolean {
  if (entry.kind === 'held') return true;
  if (entry.kind === 'action') {
    const { owner = '', due } = said as NewAction;
    return entry.owner !== owner || entry.due !== due;
  }
  const { why = '', stage = '' } = said as NewFeedback;
  return entry.why !== why || entry.stage !== stage;
}

/** Actions that a sheet promised before, that are not done, and that it no longer has. */
export function droppedActions(
  entries: readonly DialogueEntry[],
  deal: string,
  ref: string,
  promised: readonly NewAction[],
): Action[] {
  return entries.filter(
    (entry): entry is Action =>
      entry.kind === 'action' &&
      entry.ref === ref &&
      entry.deal === deal &&
      entry.done === undefined &&
      !promised.some(({ id }) => id === entry.id),
  );
}
