// What was promised and said in a review → entries of the dialogue. The same words in the same sheet are one entry,
// however often the sheet is applied.

import { type Said, said } from '../base/said.ts';
import type { Action, DialogueEntry } from '../feedback/entry.ts';
import { entryId } from '../feedback/entry-id.ts';
import { isToDo } from '../feedback/state.ts';
import type { NewAction, NewFeedback } from '../feedback/write.ts';
import type { DealAnswer, ProcessAnswer, SheetDraw } from './sheet.ts';

/**
 * The actions of one deal.
 * @param ref the sheet's name without `.md`
 * @param there what stands in feedback/
 */
export function promisedEntries(
  { actions }: DealAnswer,
  deal: string,
  { on }: Pick<SheetDraw, 'on'>,
  ref: string,
  there: readonly DialogueEntry[],
): NewAction[] {
  const promised = actions.map(
    ({ what, owner, by }): NewAction => ({
      id: entryId('a', ['review', ref, deal, what, owner]),
      on,
      kind: 'action',
      text: what,
      owner,
      ...(by === undefined ? {} : { due: by }),
      deal,
      ref,
    }),
  );
  return recognised(promised, there, {
    formerId: ({ text }) => entryId('a', ['review', ref, deal, text]),
    isSame: (entry, { owner }) => entry.kind === 'action' && entry.owner === owner,
  });
}

/** What was said about the process; in a one-to-one it is its owner who said it. */
export function saidEntries(
  process: readonly ProcessAnswer[],
  { on, owner }: Pick<SheetDraw, 'on' | 'owner'>,
  ref: string,
  there: readonly DialogueEntry[],
): NewFeedback[] {
  const said = process.map(
    ({ kind, text, why, stage }): NewFeedback => ({
      id: entryId('f', ['review', ref, kind, text, stage]),
      on,
      kind,
      text,
      why,
      stage,
      by: owner ?? '',
      ref,
    }),
  );
  return recognised(said, there, {
    formerId: ({ kind, text }) => entryId('f', ['review', ref, kind, text]),
    isSame: (entry, { stage }) => 'stage' in entry && entry.stage === stage,
  });
}

interface Recognising<Said> {
  /** The id that it had when ids did not hold whose it is, or of which stage. */
  formerId(said: Said): string;
  isSame(entry: DialogueEntry, said: Said): boolean;
}

/**
 * With the ids of the entries that they are already. Where the owner or the stage was changed afterwards, it is the
 * entry of those words that nothing else in the sheet is.
 */
function recognised<Said extends NewAction | NewFeedback>(
  said: readonly Said[],
  there: readonly DialogueEntry[],
  { formerId, isSame }: Recognising<Said>,
): Said[] {
  const known = said.map((one) => {
    const former = formerId(one);
    return there.find((entry) => entry.id === one.id || (entry.id === former && isSame(entry, one)))?.id;
  });
  const taken = new Set(known);
  return said.map((one, at) => {
    const former = formerId(one);
    const isOfWords = (entry: DialogueEntry) =>
      entry.id === former || (entry.kind !== 'held' && wordsOf(entry) === wordsOf(one));
    const id = known[at] ?? there.find((entry) => !taken.has(entry.id) && isOfWords(entry))?.id ?? one.id;
    taken.add(id);
    return { ...one, id };
  });
}

function wordsOf({ ref = '', kind, deal = '', text }: NewAction | NewFeedback): string {
  return JSON.stringify([ref, kind, deal, text]);
}

/**
 * A sentence for each that was written down before and says otherwise now: it was changed in the sheet, or in its file.
 * @param there what stands in feedback/
 */
export function saidOtherwise(
  now: readonly (NewAction | NewFeedback)[],
  there: readonly DialogueEntry[],
): Said[] {
  return now.flatMap((one) => {
    const entry = there.find(({ id }) => id === one.id);
    const other = entry === undefined ? [] : differences(entry, one);
    if (entry === undefined || other.length === 0) return [];
    const [first, second] = other.map(({ key, stands }) =>
      stands === '' ? said('{key} empty', { key }) : said('{key} “{stands}”', { key, stands }),
    );
    const stands =
      first === undefined || second === undefined
        ? (first ?? '')
        : said('{names} and {last}', { names: first, last: second });
    const place = `${entry.file}:${entry.line}`;
    return [
      said(
        entry.kind === 'action'
          ? '“{text}” stays as it was promised before, with {stands}: change it in {place}'
          : '“{text}” stays as it was said before, with {stands}: change it in {place}',
        { text: one.text, stands, place },
      ),
    ];
  });
}

/** The keys in which an entry is not as the sheet has it, and what the entry says. */
function differences(entry: DialogueEntry, one: NewAction | NewFeedback) {
  const keys = entry.kind === 'action' ? ['owner', 'due'] : ['why', 'stage'];
  const [before, now] = [entry, one].map((of) => new Map<string, unknown>(Object.entries(of)));
  return keys
    .map((key) => ({ key, stands: String(before?.get(key) ?? ''), says: String(now?.get(key) ?? '') }))
    .filter(({ stands, says }) => stands !== says);
}

/** A sentence for each that was said about the process in this sheet, that is not settled, and that it no longer has. */
export function takenOut(there: readonly DialogueEntry[], ref: string, now: readonly NewFeedback[]): Said[] {
  return there.flatMap((entry) => {
    if (entry.kind === 'action' || entry.kind === 'held' || entry.ref !== ref) return [];
    const isSettled = entry.decision !== undefined || entry.done !== undefined;
    if (isSettled || entry.deal !== '' || now.some(({ id }) => id === entry.id)) return [];
    const place = `${entry.file}:${entry.line}`;
    return [
      said('“{text}” is no longer in the sheet, and stays said in {place}', { text: entry.text, place }),
    ];
  });
}

/** Actions that a sheet promised before, that are still to be done, and that it no longer has. */
export function actionsTakenOut(
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
      isToDo(entry) &&
      !promised.some(({ id }) => id === entry.id),
  );
}
