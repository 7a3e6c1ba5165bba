// A call that is said: added to forecasts/calls.yaml, or in the place of one of the same day. Every byte around it stays.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { appendLines } from '../deal/append-lines.ts';
import { compose } from '../deal/compose.ts';
import { setValue } from '../deal/edit-map.ts';
import { type Edit, recordEdits } from '../deal/edits.ts';
import { Layout, spliced } from '../deal/layout.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, type MapNode } from '../deal/tree.ts';
import type { Fingerprint } from '../workspace/fingerprint.ts';
import { itemsOf, textOf, under } from '../workspace/settings-tree.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { CALL_KEYS, CALLS_FILE, CALLS_FORMAT, type HumanCall } from './human-call.ts';
import { CALLS_LIMITS, type CallsAsked, readCalls } from './read.ts';

export interface CallsFile {
  readonly text: string;
  readonly fingerprint: Fingerprint;
}

/** A call's keys, all of them texts. */
const SHAPE = {
  fields: Object.fromEntries(CALL_KEYS.map((key) => [key, 'text' as const])),
  required: [],
  example: '{period: 2026-Q4, on: 2026-11-23, amount: 450000}',
};

/**
 * The change that writes the call down; none where it stands there so.
 * @param file undefined where there is none yet
 * @throws Failure `calls-invalid` where the file can't be read, or would be too large to be
 */
export function withCall(
  file: CallsFile | undefined,
  call: HumanCall,
  asked: CallsAsked,
): FileChange | undefined {
  const before = file?.text ?? '';
  const text = withText(before, call, asked);
  if (text === before) return undefined;
  if (text.length > CALLS_LIMITS.size)
    throw new Failure(
      'calls-invalid',
      said("{calls_file} can't take more: it would be too large to be read.", { calls_file: CALLS_FILE }),
      {
        hint: 'Take the calls of old periods out; git has them.',
      },
    );
  const isThere = readCalls(text, CALLS_FILE, asked).calls.some(
    (read) => JSON.stringify(read) === JSON.stringify(call),
  );
  if (!isThere)
    throw new Error(`the change of ${CALLS_FILE} would not read back as intended; nothing was written`);
  return { kind: 'write', path: CALLS_FILE, content: text, expected: file?.fingerprint ?? 'absent' };
}

function withText(text: string, call: HumanCall, asked: CallsAsked): string {
  const { problems, isOurs } = readCalls(text, CALLS_FILE, asked);
  if (!isOurs)
    throw new Failure(
      'calls-invalid',
      said("{calls_file} can't be read, so nothing is written there.", { calls_file: CALLS_FILE }),
      {
        problems,
      },
    );
  const root = rootOf(text);
  const lines = linesOf(call);
  if (root === undefined) {
    const end = text === '' || text === '\ufeff' || text.endsWith('\n') ? '' : '\n';
    return `${text}${end}format: ${CALLS_FORMAT}\ncalls:\n${lines.map((line) => `  ${line}\n`).join('')}`;
  }
  const at = itemsOf(under(root, 'calls')).findIndex((item) => isOf(item, call, asked));
  if (at === -1) {
    const inBraces = `{${pairsOf(call, 'flow').join(', ')}}`;
    return spliced(text, appendLines(new Layout(text), root, 'calls', { lines, inBraces }));
  }
  const find = (of: MapNode) => {
    const item = itemsOf(under(of, 'calls'))[at];
    return item?.kind === 'map' ? item : undefined;
  };
  const amount: Edit = (layout, of) => {
    const item = find(of);
    const entry = item && entryOf(item, 'amount');
    if (item === undefined || entry === undefined || textOf(entry.value) === call.amount) return [];
    return setValue(layout, item, entry, { kind: 'plain', text: call.amount });
  };
  let after = text;
  for (const edit of [amount, ...recordEdits(find, SHAPE, { ...call })]) {
    const now = rootOf(after);
    if (now !== undefined) after = spliced(after, edit(new Layout(after), now));
  }
  return after;
}

function rootOf(text: string): MapNode | undefined {
  const { root } = compose(new SourceText(text, CALLS_FILE), CALLS_LIMITS);
  return root?.kind === 'map' ? root : undefined;
}

/** Whether the item is the call of that day for the same deals, as the reader takes it. */
function isOf(item: ReturnType<typeof itemsOf>[number], call: HumanCall, asked: CallsAsked): boolean {
  const said = (key: string) => textOf(under(item, key))?.trim() ?? '';
  if (said('owner') !== call.owner || said('on') !== call.on) return false;
  const [read] = readCalls(
    `format: 1\ncalls: [{period: ${scalarText(said('period'), 'flow')}, on: ${call.on}, amount: 0}]`,
    '',
    asked,
  ).calls;
  return read?.period === call.period;
}

function linesOf(call: HumanCall): readonly string[] {
  return pairsOf(call, 'block').map((pair, at) => `${at === 0 ? '- ' : '  '}${pair}`);
}

/** An amount and a day need no quotes: the reader takes their text. */
function pairsOf(call: HumanCall, context: 'block' | 'flow'): string[] {
  return CALL_KEYS.flatMap((key) => {
    const value = call[key] ?? '';
    if (value === '') return [];
    return [`${key}: ${key === 'amount' ? value : scalarText(value, context)}`];
  });
}
