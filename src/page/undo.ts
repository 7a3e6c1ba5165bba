// The pages of `pipeline undo`: what was taken back, and what can be.

import type { TakenBack, UndoListView, UndoneFile, UndoView } from '../report/undo.ts';
import type { Message } from '../words/message.ts';
import { dryRunMark } from './nothing-written.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say } from './say.ts';

/** Files beyond these are counted. */
const MOST_LISTED = 20;

const WORDS: Readonly<Record<TakenBack, Message>> = {
  restored: 'as it was',
  removed: 'removed: it was new',
  'put-back': 'put back',
  'moved-back': 'moved back',
};

export function undoPage(view: UndoView): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: UndoView): Generator<Block> {
  const { command, written_at, dry_run, already, files } = view;
  const done = already
    ? 'Taken back before: {command}'
    : dry_run
      ? 'Would be taken back: {command}'
      : 'Taken back: {command}';
  yield { kind: 'heading', parts: [say(done, { command })] };
  const what = already
    ? say('all is as it was before it')
    : say('{count, plural, one {# file} other {# files}}', { count: files.length });
  const written = say('Written {minute}', { minute: minuteOf(written_at) });
  yield { kind: 'line', parts: [written, ' · ', what, ...dryRunMark(dry_run)] };
  yield { kind: 'blank' };
  if (files.length > 0) {
    yield {
      kind: 'table',
      columns: [
        { key: 'path', title: 'File', shrinkTo: 24 },
        { key: 'what', title: dry_run ? 'Would be' : 'Is now', shrinkTo: 20 },
      ],
      rows: files.slice(0, MOST_LISTED).map((file) => [text(file.path), toldOf(file)]),
    };
    const more = files.length - MOST_LISTED;
    if (more > 0)
      yield { kind: 'line', parts: [say('and {more} more: --format csv lists them all', { more })] };
    yield { kind: 'blank' };
  }
  yield nextOf(view);
}

/** One line on what happens to a file. */
function toldOf(file: UndoneFile): Cell {
  const { what, from, lines_removed: gone, lines_restored: back } = file;
  const [now, former] = [file.line_now.trim(), file.line_former.trim()];
  if (what === 'moved-back') return say('moved back from {from}', { from });
  if (gone === 1 && back === 1 && now !== '')
    return say('{line} (was {former})', { line: former, former: now });
  if (gone === 1 && back === 0 && now !== '') return say('without {line}', { line: now });
  if (gone === 0 && back === 1 && former !== '') return say('with {line}', { line: former });
  return what === 'restored' && gone + back > 0
    ? say('as it was, lines −{gone} +{back}', { gone, back })
    : say(WORDS[what]);
}

function nextOf({ dry_run, already, next }: UndoView): Block {
  if (dry_run && !already)
    return { kind: 'next', text: say('Nothing was written; this does it'), command: 'pipeline undo' };
  if (next === null) return { kind: 'line', parts: [say('No write before it can be taken back.')] };
  return {
    kind: 'next',
    text: say('Before it: {command}', { command: next.command }),
    command: 'pipeline undo',
  };
}

/** A record a file. */
export function undoRecords({ files }: UndoView): Records {
  return {
    columns: ['path', 'what', 'from', 'lines_removed', 'lines_restored', 'line_now', 'line_former'],
    rows: files.map((file) => [
      ...[file.path, file.what, file.from].map(text),
      { kind: 'number', number: file.lines_removed },
      { kind: 'number', number: file.lines_restored },
      ...[file.line_now, file.line_former].map(text),
    ]),
  };
}

export function undoListPage({ writes }: UndoListView): Page {
  if (writes.length === 0) return nothingPage();
  const can = writes.filter(({ lasting }) => lasting === '').length;
  return {
    currency: '',
    digits: 0,
    blocks: [
      {
        kind: 'heading',
        parts: [
          say('{writes, plural, one {# write} other {# writes}} can be taken back, the newest first', {
            writes: can,
          }),
        ],
      },
      { kind: 'blank' },
      {
        kind: 'table',
        columns: [
          { key: 'nth', title: '', align: 'right' },
          { key: 'written_at', title: 'Written' },
          { key: 'files', title: 'Files', align: 'right' },
          { key: 'command', title: 'Command', shrinkTo: 24 },
          { key: 'lasting', title: '', shrinkTo: 12 },
        ],
        rows: writes.map(({ nth, written_at, files, command, lasting }) => [
          { kind: 'count', count: nth },
          text(written_at === null ? '' : minuteOf(written_at)),
          files === null ? { kind: 'none' } : { kind: 'count', count: files },
          text(command),
          lasting === '' ? text('') : say('stays: {reason}', { reason: lasting }),
        ]),
      },
      { kind: 'blank' },
      { kind: 'next', text: say('What the first would change'), command: 'pipeline undo --dry-run' },
    ],
  };
}

function nothingPage(): Page {
  const parts = [say('Nothing can be taken back here.')];
  return { currency: '', digits: 0, blocks: [{ kind: 'heading', parts }] };
}

/** A record a write. */
export function undoListRecords({ writes }: UndoListView): Records {
  return {
    columns: ['nth', 'written_at', 'files', 'command', 'lasting'],
    rows: writes.map(({ nth, written_at, files, command, lasting }) => [
      { kind: 'number', number: nth },
      text(written_at ?? ''),
      files === null ? { kind: 'none' } : { kind: 'number', number: files },
      ...[command, lasting].map(text),
    ]),
  };
}

/** `2026-11-23 09:14`, as the clock there showed it. */
function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

function text(of: string): Cell & RecordCell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}
