// What stands below the figures of discipline: what they leave out, why lines are unknown, and why all this matters.

import { UNKNOWNS } from '../discipline/moments.ts';
import type { DisciplineView } from '../report/discipline.ts';
import { plural, unreadableLines } from './freshness-lines.ts';
import type { Block } from './page.ts';

export function* remarkBlocks(view: DisciplineView): Generator<Block> {
  for (const text of remarks(view)) yield { kind: 'paragraph', tone: 'muted', parts: [text] };
  yield* unreadableLines(view.unreadable);
  yield {
    kind: 'paragraph',
    parts: ['Until a thing is written down, everybody decides on what was true before it.'],
  };
}

function* remarks(view: DisciplineView): Generator<string> {
  const { documented_since, period, unknown, all, undated, shallow, within } = view;
  if (documented_since !== null && documented_since > period.from) {
    yield `What happened before ${documented_since} (documented_since) is left out.`;
  }
  if (within.own) {
    yield 'Some groups or stages have a promised time of their own (rules.late-log.after): theirs counts for them.';
  }
  const lines = unknown.map(({ why, lines: count }) => `${count} ${UNKNOWNS[why]}`);
  if (lines.length > 0) yield `Unknown, in no other figure: ${lines.join(' · ')}.`;
  const { imported } = all.first_entries;
  if (imported > 0) {
    yield `${plural(imported, 'deal')} came by an import: in no lag of first entries.`;
  }
  if (undated > 0) yield `${plural(undated, 'deal')} without any day: in no figure on first entries.`;
  if (shallow) {
    yield 'This clone is shallow: of lines from before it nothing is known. git fetch --unshallow brings the rest.';
  }
}
