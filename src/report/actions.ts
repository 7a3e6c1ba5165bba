// pipeline/actions/1: what was promised in reviews and is not done, the latest first.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import type { Action } from '../feedback/entry.ts';
import type { ActionState } from '../feedback/state.ts';
import { dialogueUntil } from '../feedback/until.ts';
import { ownerKey } from '../freshness/owner.ts';
import type { Settings } from '../workspace/settings.ts';
import { type ActionView, actionView, type MistakeView, mistakeViews } from './dialogue.ts';

export interface ActionsAsked {
  /** The key of an owner; '' for nobody's. */
  readonly owner: string | undefined;
  readonly overdue: boolean;
  /** Also what is done or taken back. */
  readonly all: boolean;
}

export interface ActionsView {
  readonly schema: 'pipeline/actions/1';
  readonly today: Day;
  /** Whose they are: the key of the owner asked for, '' for nobody's; null: everybody's. */
  readonly owner: string | null;
  /** Of the owner asked for; `done_in_time` of those that are done and had a day. */
  readonly counts: Readonly<Record<ActionState | 'done_in_time' | 'done_with_day', number>>;
  /** Overdue, the longest first; then by day, without one last; then what is done, then what was taken back, the newest first. */
  readonly actions: readonly ActionView[];
  readonly mistakes: readonly MistakeView[];
}

export function actionsView(
  { entries, problems }: Pick<WorkspaceFeedback, 'entries' | 'problems'>,
  asked: ActionsAsked,
  { settings, today }: { readonly settings: Pick<Settings, 'team'>; readonly today: Day },
): ActionsView {
  const views = actionsIn(dialogueUntil(entries, today))
    .filter(({ owner }) => asked.owner === undefined || ownerKey(settings.team, owner) === asked.owner)
    .map((action) => actionView(action, today));
  const of = (state: ActionView['state']) => views.filter((each) => each.state === state);
  const doneWithDay = of('done').filter(({ days_late }) => days_late !== null);
  const open = asked.overdue ? [] : of('open');
  return {
    schema: 'pipeline/actions/1',
    today,
    owner: asked.owner ?? null,
    counts: {
      ...{ overdue: of('overdue').length, open: of('open').length },
      ...{ done: of('done').length, dropped: of('dropped').length },
      done_in_time: doneWithDay.filter(({ days_late }) => days_late === 0).length,
      done_with_day: doneWithDay.length,
    },
    actions: [
      ...of('overdue').toSorted(byDue),
      ...open.toSorted(byDue),
      ...(asked.all ? [...of('done'), ...of('dropped')].toSorted(byEnd) : []),
    ],
    mistakes: mistakeViews(problems),
  };
}

export function actionsIn(entries: WorkspaceFeedback['entries']): Action[] {
  return entries.filter((entry): entry is Action => entry.kind === 'action');
}

function byDue(a: ActionView, b: ActionView): number {
  return compareText(a.due ?? '9999-12-31', b.due ?? '9999-12-31') || compareText(a.id, b.id);
}

/** What is done, then what was taken back; the newest first. */
function byEnd(a: ActionView, b: ActionView): number {
  const dayOf = ({ done, dropped }: ActionView) => done?.on ?? dropped?.on ?? '';
  const isDropped = ({ state }: ActionView) => Number(state === 'dropped');
  return isDropped(a) - isDropped(b) || compareText(dayOf(b), dayOf(a)) || compareText(a.id, b.id);
}
