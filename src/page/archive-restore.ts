// The page of `pipeline archive restore`: what came back, to where, and what that does to the open pipeline.

import type { ArchiveRestoreView } from '../report/archive-restore.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { dotted, sayNames } from './names.ts';
import { nothingWritten } from './nothing-written.ts';
import { openChangeLine } from './open-change.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say } from './say.ts';

export function archiveRestorePage(view: ArchiveRestoreView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ArchiveRestoreView, look: Look): Generator<Block> {
  const { restored, dry_run } = view;
  const back = say(BACK, { deals: restored.length });
  const dry = dry_run ? [say('dry run, nothing is written')] : [];
  yield { kind: 'heading', parts: dotted([back, { kind: 'day', day: view.on }, ...dry]) };
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 16 },
      { key: 'stage', title: 'Stage', shrinkTo: 8 },
      { key: 'value', title: 'Value', align: 'right' },
      { key: 'file', title: dry_run ? 'Would be' : 'Is now', shrinkTo: 20 },
    ],
    rows: restored.map((deal) => [
      text(deal.id),
      text(deal.stage === '' ? '' : look.stageLabel(deal.stage)),
      deal.value === null ? { kind: 'none' } : { kind: 'money', amount: deal.value },
      text(deal.file),
    ]),
  };
  yield { kind: 'blank' };
  yield* openChangeLine(view);
  yield* remarks(view);
  yield next(view);
}

const BACK = '{deals, plural, one {# deal} other {# deals}} back from the archive' satisfies Message;
const CLOSED = 'Closed, so that a clean-up proposes to archive it again: {names}.' satisfies Message;

function* remarks({ restored }: ArchiveRestoreView): Generator<Block> {
  for (const { id, was_merged_into: survivor } of restored) {
    if (survivor === '') continue;
    const parts = [say('{survivor} keeps what it took over from {merged}.', { survivor, merged: id })];
    yield { kind: 'paragraph', tone: 'warn', parts };
  }
  const closed = restored.filter(({ outcome }) => outcome === 'won' || outcome === 'lost');
  if (closed.length > 0) {
    yield { kind: 'paragraph', parts: [say(CLOSED, { names: sayNames(closed.map(({ id }) => id)) })] };
  }
}

function next({ dry_run, restored }: ArchiveRestoreView): Block {
  if (dry_run) return nothingWritten();
  if (restored.some(({ problem }) => problem !== ''))
    return { kind: 'next', text: say('What is wrong with its file'), command: 'pipeline check' };
  return { kind: 'next', text: say('All of one deal'), command: `pipeline show ${restored[0]?.id ?? ''}` };
}

function text(of: string): Cell & RecordCell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A record a deal. */
export function archiveRestoreRecords({ restored }: ArchiveRestoreView): Records {
  return {
    columns: ['id', 'name', 'owner', 'stage', 'value', 'from', 'file', 'was_merged_into', 'problem'],
    rows: restored.map((deal) => [
      ...[deal.id, deal.name, deal.owner, deal.stage].map(text),
      deal.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: deal.value },
      ...[deal.from, deal.file, deal.was_merged_into, deal.problem].map(text),
    ]),
  };
}
