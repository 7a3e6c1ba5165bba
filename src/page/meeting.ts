// The page of a meeting: one part after the other in the order of the method, each with the command that shows all of it.

import type { DrawnSheetView, MeetingView } from '../report/meeting.ts';
import { dayOfName } from '../snapshot/names.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';
import { actionsPage } from './actions.ts';
import { agendaPage } from './agenda.ts';
import { cleanPage } from './clean.ts';
import { counted } from './counted.ts';
import { feedbackPage } from './feedback.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Heading, Page } from './page.ts';
import { planPage } from './plan.ts';
import { resultsPage } from './results.ts';
import { reviewPage } from './review.ts';
import { say } from './say.ts';
import { movedBlocks, nothingToCompare } from './snapshot-report.ts';
import { stageCell } from './stage-cell.ts';
import { staleInShort } from './stale.ts';
import { unreadSheetLines } from './unread-sheets.ts';
import { sayWeekday } from './weekday.ts';
import { whyPicked } from './why-picked.ts';

/** Stale deals that are named. */
const MOST_STALE = 10;

const TITLES = {
  weekly: 'Weekly meeting',
  monthly: 'Monthly meeting',
  quarterly: 'Quarterly meeting',
} as const satisfies Record<MeetingView['kind'], Message>;

/** @param labels what the indicators are called in words */
export function meetingPage(view: MeetingView, look: Look, labels: Settings['labels']): Page {
  const dialogueLook = { ...look, currency: view.currency };
  const parts: readonly (readonly Block[])[] = [
    [...movements(view, look)],
    titled('Freshness', [...staleInShort(view.freshness, look, MOST_STALE)]),
    ...(view.clean === null ? [] : [cleanPage(view.clean, look, { plan: undefined }).blocks]),
    ...view.sheets.map((sheet) => [...sheetBlocks(sheet, look)]),
    ...(view.draw === null ? [] : [reviewPage(view.draw, look, 'pipeline review --sheet').blocks]),
    ...(view.actions.actions.length === 0 ? [] : [actionsPage(view.actions, dialogueLook).blocks]),
    ...(view.plan === null ? [] : [planPage(view.plan, look, labels.MP).blocks]),
    ...(view.results === null ? [] : [resultsPage(view.results, look, labels).blocks]),
    ...(view.dialogue === null ? [] : [titled('Dialogue', feedbackPage(view.dialogue, dialogueLook).blocks)]),
    agendaPage(view.agenda, view.currency, look.digits).blocks,
  ];
  return {
    currency: view.currency,
    digits: look.digits,
    blocks: [
      heading(view),
      ...unreadSheets(view),
      ...parts.flatMap((blocks, at) => [BLANK, ...numbered(blocks, at + 1)]),
    ],
  };
}

const BLANK: Block = { kind: 'blank' };

/** Begins with what it is about. */
function titled(title: Message, blocks: readonly Block[]): readonly Block[] {
  return withHeading(blocks, (parts) => [say(title), ' · ', ...parts]);
}

/** With its place in the meeting; headings within it become lines. */
function numbered(blocks: readonly Block[], place: number): readonly Block[] {
  const [first, ...rest] = withHeading(blocks, (parts) => [`${place}. `, ...parts]);
  const inner = rest.flatMap((block): Block[] =>
    block.kind === 'heading' ? [BLANK, { kind: 'line', tone: 'strong', parts: block.parts }] : [block],
  );
  return first === undefined ? inner : [first, ...inner];
}

function withHeading(
  blocks: readonly Block[],
  change: (parts: Heading['parts']) => Heading['parts'],
): Block[] {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  return blocks.map((block, at) =>
    at === first && block.kind === 'heading' ? { ...block, parts: change(block.parts) } : block,
  );
}

function heading({ kind, workspace, today, since, from }: MeetingView): Block {
  return {
    kind: 'heading',
    parts: [
      say(TITLES[kind]),
      ` · ${workspace} · `,
      sayWeekday(today),
      ' ',
      { kind: 'day', day: today },
      ' · ',
      say('since {day}', { day: { kind: 'day', day: since } }),
      // The bridge begins with a snapshot, which may be some days older than that.
      ...(from === null || dayOfName(from) === since
        ? []
        : [', ', say('bridge from {day}', { day: { kind: 'day', day: dayOfName(from) } })]),
    ],
  };
}

/** Named by the draw, where there is one. */
function unreadSheets({ unread_sheets: unread, draw }: MeetingView): readonly Block[] {
  return unread.length === 0 || draw !== null ? [] : [BLANK, ...unreadSheetLines(unread)];
}

function* movements({ movements: moved, from }: MeetingView, look: Look): Generator<Block> {
  if (moved === null) {
    yield { kind: 'heading', parts: [say('Movements')] };
    yield {
      kind: 'paragraph',
      parts: [from === null ? say('There is no snapshot from before today.') : nothingToCompare(from)],
    };
    yield { kind: 'next', text: say('Record the state of today'), command: 'pipeline snapshot' };
    return;
  }
  yield* movedBlocks(moved, look, true);
  yield { kind: 'next', text: say('Deal by deal'), command: `pipeline diff ${from}` };
}

/** The deals of a review that was drawn since the meeting before. */
function* sheetBlocks(sheet: DrawnSheetView, look: Look): Generator<Block> {
  const { file, on, picked, answered, to_apply } = sheet;
  const hasVerdict = picked.some(({ verdict }) => verdict !== null);
  yield {
    kind: 'heading',
    parts: [
      say('Review of {day}', { day: { kind: 'day', day: on } }),
      ' · ',
      counted(picked.length, 'deal'),
      ' · ',
      say('{answered} answered', { answered }),
      ` · ${file}`,
    ],
  };
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 14 },
      { key: 'name', title: 'Name', dropRank: 2 },
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      { key: 'stage', title: 'Stage', shrinkTo: 8, dropRank: 1 },
      { key: 'why', title: 'Picked' },
      { key: 'value', title: 'Value then', align: 'right' },
      ...(hasVerdict ? [{ key: 'verdict', title: 'Verdict' } as const] : []),
    ],
    rows: picked.map(({ id, name, owner, stage, why, rank, value, verdict }): Cell[] => [
      { kind: 'text', text: id },
      { kind: 'text', text: name },
      { kind: 'text', text: look.ownerLabel(owner) },
      stageCell(stage, look),
      whyPicked(why, rank),
      value === null ? { kind: 'none' } : { kind: 'money', amount: value },
      ...(hasVerdict ? [verdictCell(verdict)] : []),
    ]),
  };
  if (!to_apply) return;
  yield { kind: 'blank' };
  yield {
    kind: 'next',
    text: say('What was filled in becomes edits'),
    command: `pipeline review --apply ${file}`,
  };
}

function verdictCell(verdict: DrawnSheetView['picked'][number]['verdict']): Cell {
  if (verdict === null) return { kind: 'none' };
  return { kind: 'text', text: verdict, ...(verdict === 'dead' ? { tone: 'bad' as const } : {}) };
}
