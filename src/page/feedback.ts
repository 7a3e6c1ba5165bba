// The page of `pipeline feedback`: by how far each has come, what waits for somebody first.

import { STATE_NAMES, STATES, UNFINISHED } from '../feedback/state.ts';
import type { SaidView } from '../report/dialogue.ts';
import type { FeedbackView } from '../report/feedback.ts';
import {
  type DialogueLook,
  dayRecord,
  mistakeBlocks,
  numberRecord,
  saidItems,
  textRecord,
} from './dialogue.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { count, say } from './say.ts';

export function feedbackPage(view: FeedbackView, look: DialogueLook): Page {
  return { currency: look.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: FeedbackView, look: DialogueLook): Generator<Block> {
  const { entries, mistakes } = view;
  yield { kind: 'heading', parts: dotted(headingOf(view)) };
  for (const state of STATE_NAMES) {
    const of = entries.filter((entry) => entry.state === state);
    if (of.length === 0) continue;
    yield { kind: 'blank' };
    yield { kind: 'line', tone: 'strong', parts: [say(STATES[state]), ` · ${of.length}`] };
    for (const entry of of) yield* saidItems(entry, look);
  }
  yield { kind: 'blank' };
  yield* mistakeBlocks(mistakes);
  yield nextFor(entries[0]);
}

function headingOf({ entries, counts, period }: FeedbackView): Cell[] {
  if (entries.length === 0) {
    return [
      period === null
        ? say('Nothing was said about the process.')
        : say('Nothing was said about the process in {period}.', { period }),
    ];
  }
  const { ended, open, accepted, trial } = counts;
  const things = entries.length;
  return [
    period === null ? say(SAID, { things }) : say(SAID_IN, { things, period }),
    ...(ended > 0 ? [say('{trials, plural, one {# trial} other {# trials}} over', { trials: ended })] : []),
    ...(open > 0 ? [say('{count} waiting for a decision', { count: count(open) })] : []),
    ...(accepted > 0 ? [say('{count} accepted and not done', { count: count(accepted) })] : []),
    ...(trial > 0 ? [say('{count} on trial', { count: count(trial) })] : []),
  ];
}

const SAID = '{things, plural, one {# thing} other {# things}} said about the process';
const SAID_IN = '{things, plural, one {# thing} other {# things}} said about the process in {period}';

/** What to do about what waits for somebody; where nothing does, to say more. */
export function nextFor(first: SaidView | undefined): Block {
  if (first === undefined || !UNFINISHED.has(first.state)) {
    return { kind: 'next', text: say('Say more'), command: 'pipeline feedback add "…" --kind works' };
  }
  const { id, state, kind } = first;
  if (state === 'ended') {
    return { kind: 'next', text: say('Before and after'), command: 'pipeline feedback digest' };
  }
  return state === 'open' && kind !== 'question'
    ? { kind: 'next', text: say('Decide'), command: `pipeline feedback decide ${id} accepted --why "…"` }
    : {
        kind: 'next',
        text: say(state === 'open' ? 'Answer' : 'When it is done'),
        command: `pipeline feedback done ${id} --result "…"`,
      };
}

export const FEEDBACK_COLUMNS = [
  ...[
    'id',
    'on',
    'kind',
    'state',
    'text',
    'why',
    'stage',
    'deal',
    'by',
    'ref',
    'decision',
    'decided',
    'decision_why',
  ],
  ...['until', 'metric', 'metric_stage', 'done', 'result', 'process'],
];

/** A record an entry. */
export function feedbackRecords({ entries }: Pick<FeedbackView, 'entries'>): Records {
  return { columns: FEEDBACK_COLUMNS, rows: entries.map(recordOf) };
}

export function recordOf(entry: SaidView): RecordCell[] {
  const { decision, done } = entry;
  const text = textRecord;
  return [
    ...[text(entry.id), dayRecord(entry.on), text(entry.kind), text(entry.state), text(entry.text)],
    ...[entry.why, entry.stage, entry.deal, entry.by, entry.ref, decision?.as ?? ''].map(text),
    dayRecord(decision?.on),
    text(decision?.why ?? ''),
    dayRecord(decision?.until),
    ...[
      text(decision?.metric ?? ''),
      text(decision?.stage ?? ''),
      dayRecord(done?.on),
      text(done?.result ?? ''),
    ],
    numberRecord(entry.process),
  ];
}
