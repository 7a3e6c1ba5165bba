// The page of `pipeline actions`: what is overdue first, with days late.

import type { ActionsView } from '../report/actions.ts';
import type { ActionView } from '../report/dialogue.ts';
import {
  actionItems,
  type DialogueLook,
  dayRecord,
  mistakeBlocks,
  numberRecord,
  textRecord,
} from './dialogue.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Page, Records } from './page.ts';

const TITLES = {
  overdue: 'Overdue',
  open: 'To come',
  done: 'Done',
  dropped: 'Taken back',
} as const satisfies Record<ActionView['state'], string>;

export function actionsPage(view: ActionsView, look: DialogueLook): Page {
  return { currency: look.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ActionsView, look: DialogueLook): Generator<Block> {
  const { actions, mistakes } = view;
  yield { kind: 'heading', parts: [headingOf(view, look)] };
  for (const state of ['overdue', 'open', 'done', 'dropped'] as const) {
    const of = actions.filter((action) => action.state === state);
    if (of.length === 0) continue;
    yield { kind: 'blank' };
    yield { kind: 'line', tone: 'strong', parts: [`${TITLES[state]} · ${of.length}`] };
    for (const action of of) yield* actionItems(action, look);
  }
  yield { kind: 'blank' };
  yield* mistakeBlocks(mistakes);
  yield next(actions);
}

function headingOf({ counts, owner }: ActionsView, look: DialogueLook): string {
  const { overdue, open, done, dropped, done_in_time: inTime, done_with_day: withDay } = counts;
  const back = dropped === 0 ? '' : ` · ${dropped} taken back`;
  const kept = `${withDay === 0 ? '' : ` · ${inTime} of ${withDay} done by their day`}${back}`;
  if (overdue + open + done + dropped === 0) return nothingOf(owner, look);
  const whose = owner === null ? '' : owner === '' ? ' without an owner' : ` by ${look.ownerLabel(owner)}`;
  if (overdue + open === 0) {
    if (dropped > 0) return `Nothing promised in reviews${whose} is left to do · ${done} done${kept}`;
    const all =
      done === 1
        ? `The one action promised in reviews${whose} is`
        : `All ${done} actions promised in reviews${whose} are`;
    return `${all} done${kept}`;
  }
  return `${plural(overdue + open, 'action')} promised and not done · ${overdue} overdue${kept}`;
}

function nothingOf(owner: ActionsView['owner'], look: DialogueLook): string {
  if (owner === '') return 'Nothing promised in reviews is without an owner.';
  return `Nothing was promised in reviews${owner === null ? '' : ` by ${look.ownerLabel(owner)}`}.`;
}

function next(actions: readonly ActionView[]): Block {
  const first = actions.find(({ state }) => state === 'overdue' || state === 'open');
  if (first !== undefined) {
    return { kind: 'next', text: 'When it is done', command: `pipeline actions done ${first.id}` };
  }
  return { kind: 'next', text: 'What was said about the process', command: 'pipeline feedback' };
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
