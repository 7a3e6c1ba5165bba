// The page of `pipeline actions`: what is overdue first, with days late.

import type { ActionsView } from '../report/actions.ts';
import type { ActionView } from '../report/dialogue.ts';
import type { Message } from '../words/message.ts';
import {
  actionItems,
  type DialogueLook,
  dayRecord,
  mistakeBlocks,
  numberRecord,
  textRecord,
} from './dialogue.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { count, say } from './say.ts';

const TITLES = {
  overdue: 'Overdue',
  open: 'To come',
  done: 'Done',
  dropped: 'Taken back',
} as const satisfies Record<ActionView['state'], Message>;

export function actionsPage(view: ActionsView, look: DialogueLook): Page {
  return { currency: look.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ActionsView, look: DialogueLook): Generator<Block> {
  const { actions, mistakes } = view;
  yield { kind: 'heading', parts: dotted(headingOf(view, look)) };
  for (const state of ['overdue', 'open', 'done', 'dropped'] as const) {
    const of = actions.filter((action) => action.state === state);
    if (of.length === 0) continue;
    yield { kind: 'blank' };
    yield { kind: 'line', tone: 'strong', parts: [say(TITLES[state]), ` · ${of.length}`] };
    for (const action of of) yield* actionItems(action, look);
  }
  yield { kind: 'blank' };
  yield* mistakeBlocks(mistakes);
  yield next(actions);
}

/** What is said of all promises, of those by somebody, and of those by nobody. */
const OF_WHOM = {
  all: {
    none: 'Nothing was promised in reviews.',
    left: 'Nothing promised in reviews is left to do',
    done: '{actions, plural, one {The one action promised in reviews is done} other {All # actions promised in reviews are done}}',
  },
  owner: {
    none: 'Nothing was promised in reviews by {owner}.',
    left: 'Nothing promised in reviews by {owner} is left to do',
    done: '{actions, plural, one {The one action promised in reviews by {owner} is done} other {All # actions promised in reviews by {owner} are done}}',
  },
  nobody: {
    none: 'Nothing promised in reviews is without an owner.',
    left: 'Nothing promised in reviews without an owner is left to do',
    done: '{actions, plural, one {The one action promised in reviews without an owner is done} other {All # actions promised in reviews without an owner are done}}',
  },
} as const satisfies Record<string, Record<'none' | 'left' | 'done', Message>>;

function headingOf({ counts, owner }: ActionsView, look: DialogueLook): Cell[] {
  const { overdue, open, done, dropped, done_in_time: inTime, done_with_day: withDay } = counts;
  const words = OF_WHOM[owner === null ? 'all' : owner === '' ? 'nobody' : 'owner'];
  const whose = { owner: look.ownerLabel(owner ?? '') };
  const toDo = overdue + open;
  if (toDo + done + dropped === 0) return [say(words.none, whose)];
  const ahead =
    toDo > 0
      ? [say(TO_DO, { actions: toDo }), say('{count} overdue', { count: count(overdue) })]
      : dropped > 0
        ? [say(words.left, whose), say('{count} done', { count: count(done) })]
        : [say(words.done, { ...whose, actions: done })];
  return [
    ...ahead,
    ...(withDay === 0
      ? []
      : [say('{count} of {of} done by their day', { count: count(inTime), of: count(withDay) })]),
    ...(dropped === 0 ? [] : [say('{count} taken back', { count: count(dropped) })]),
  ];
}

const TO_DO = '{actions, plural, one {# action} other {# actions}} promised and not done';

function next(actions: readonly ActionView[]): Block {
  const first = actions.find(({ state }) => state === 'overdue' || state === 'open');
  if (first !== undefined) {
    return { kind: 'next', text: say('When it is done'), command: `pipeline actions done ${first.id}` };
  }
  return { kind: 'next', text: say('What was said about the process'), command: 'pipeline feedback' };
}

/** A record an action. */
export function actionsRecords({ actions }: Pick<ActionsView, 'actions'>): Records {
  return {
    columns: [
      'id',
      'on',
      'state',
      'text',
      'owner',
      'due',
      'days_late',
      'deal',
      'ref',
      'done',
      'result',
      'dropped',
      'why',
    ],
    rows: actions.map((action) => [
      ...[textRecord(action.id), dayRecord(action.on), textRecord(action.state), textRecord(action.text)],
      ...[textRecord(action.owner), dayRecord(action.due), numberRecord(action.days_late)],
      ...[textRecord(action.deal), textRecord(action.ref), dayRecord(action.done?.on)],
      ...[textRecord(action.done?.result ?? ''), dayRecord(action.dropped?.on)],
      textRecord(action.dropped?.why ?? ''),
    ]),
  };
}
