// The pages of `pipeline undo`: what was taken back, and what can be.

import type { TakenBack, UndoListView, UndoneFile, UndoView } from '../report/undo.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';

/** Files beyond these are counted. */
const MOST_LISTED = 20;

const WORDS: Readonly<Record<TakenBack, string>> = {
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
  const done = already ? 'Taken back before' : dry_run ? 'Would be taken back' : 'Taken back';
  yield { kind: 'heading', parts: [`${done}: ${command}`] };
  const what = already ? 'all is as it was before it' : plural(files.length, 'file');
  const dry = dry_run ? ' · dry run, nothing is written' : '';
  yield { kind: 'line', parts: [`Written ${minuteOf(written_at)} · ${what}${dry}`] };
  yield { kind: 'blank' };
  if (files.length > 0) {
    yield {
      kind: 'table',
      columns: [
        { key: 'path', title: 'File', shrinkTo: 24 },
        { key: 'what', title: dry_run ? 'Would be' : 'Is now', shrinkTo: 20 },
      ],
      rows: files.slice(0, MOST_LISTED).map((file) => [text(file.path), text(toldOf(file))]),
    };
    const more = files.length - MOST_LISTED;
    if (more > 0) yield { kind: 'line', parts: [`and ${more} more: --format csv lists them all`] };
    yield { kind: 'blank' };
  }
  yield nextOf(view);
}

/** One line on what happens to a file. */
function toldOf(file: UndoneFile): string {
  const { what, from, lines_removed: gone, lines_restored: back } = file;
  const [now, former] = [file.line_now.trim(), file.line_former.trim()];
  if (what === 'moved-back') return `moved back from ${from}`;
  if (gone === 1 && back === 1 && now !== '') return `${former} (was ${now})`;
  if (gone === 1 && back === 0 && now !== '') return `without ${now}`;
  if (gone === 0 && back === 1 && former !== '') return `with ${former}`;
  const lines = what === 'restored' && gone + back > 0 ? `, lines −${gone} +${back}` : '';
  return `${WORDS[what]}${lines}`;
}

function nextOf({ dry_run, already, next }: UndoView): Block {
  if (dry_run && !already)
    return { kind: 'next', text: 'Nothing was written; this does it', command: 'pipeline undo' };
  if (next === null) return { kind: 'line', parts: ['No write before it can be taken back.'] };
  return { kind: 'next', text: `Before it: ${next.command}`, command: 'pipeline undo' };
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
      { kind: 'heading', parts: [`${plural(can, 'write')} can be taken back, the newest first`] },
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
          text(lasting === '' ? '' : `stays: ${lasting}`),
        ]),
      },
      { kind: 'blank' },
      { kind: 'next', text: 'What the first would change', command: 'pipeline undo --dry-run' },
    ],
  };
}

function nothingPage(): Page {
  const parts = ['Nothing can be taken back here.'];
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
