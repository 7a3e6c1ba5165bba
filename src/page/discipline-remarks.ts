// What stands below the figures of discipline: what they leave out, why lines are unknown, and why all this matters.

import { UNKNOWNS } from '../discipline/moments.ts';
import type { DisciplineView } from '../report/discipline.ts';
import type { Message } from '../words/message.ts';
import { unreadableLines } from './freshness-lines.ts';
import { dotted } from './names.ts';
import type { Block } from './page.ts';
import { count, type Said, say } from './say.ts';

export function* remarkBlocks(view: DisciplineView): Generator<Block> {
  for (const said of remarks(view)) yield { kind: 'paragraph', tone: 'muted', parts: [said] };
  yield* unreadableLines(view.unreadable);
  yield {
    kind: 'paragraph',
    parts: [say('Until a thing is written down, everybody decides on what was true before it.')],
  };
}

function* remarks(view: DisciplineView): Generator<Said> {
  const { documented_since, period, unknown, all, undated, shallow, within } = view;
  if (documented_since !== null && documented_since > period.from) {
    yield say('What happened before {day} (documented_since) is left out.', {
      day: { kind: 'day', day: documented_since },
    });
  }
  if (within.own) {
    yield say(
      'Some groups or stages have a promised time of their own (rules.late-log.after): theirs counts for them.',
    );
  }
  const lines = unknown.map(({ why, lines: of }) => say(UNKNOWNS[why], { lines: count(of) }));
  if (lines.length > 0) {
    yield say('Unknown, in no other figure: {lines}.', { lines: { kind: 'phrase', parts: dotted(lines) } });
  }
  const { imported } = all.first_entries;
  if (imported > 0) yield say(IMPORTED, { deals: imported });
  if (undated > 0) yield say(UNDATED, { deals: undated });
  if (shallow) {
    yield say(
      'This clone is shallow: of lines from before it nothing is known. git fetch --unshallow brings the rest.',
    );
  }
}

const IMPORTED =
  '{deals, plural, one {# deal} other {# deals}} came by an import: in no lag of first entries.' satisfies Message;
const UNDATED =
  '{deals, plural, one {# deal} other {# deals}} without any day: in no figure on first entries.' satisfies Message;
