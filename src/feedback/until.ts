// The dialogue as it stood on a day: what was said, decided and done later is not there yet.

import type { Day } from '../base/day.ts';
import type { DialogueEntry, Feedback } from './entry.ts';

/** The entries of that day and before, with what had been decided and done by then. */
export function dialogueUntil(entries: readonly DialogueEntry[], today: Day): DialogueEntry[] {
  return entries.filter(({ on }) => on <= today).map((entry) => entryUntil(entry, today));
}

function entryUntil(entry: DialogueEntry, today: Day): DialogueEntry {
  if (entry.kind === 'held') return entry;
  const isDone = entry.done !== undefined && entry.done.on <= today;
  const done = isDone ? entry.done : undefined;
  if (entry.kind === 'action') {
    const isDropped = entry.dropped !== undefined && entry.dropped.on <= today;
    return { ...entry, done, dropped: isDropped ? entry.dropped : undefined };
  }
  const process = entry.done === undefined || isDone ? entry.process : undefined;
  return { ...entry, ...decidedUntil(entry, today), done, process };
}

function decidedUntil({ decision, earlier }: Feedback, today: Day): Pick<Feedback, 'decision' | 'earlier'> {
  if (decision === undefined || decision.on <= today) return { decision, earlier };
  const made = earlier.filter(({ on }) => on <= today);
  return { decision: made.at(-1), earlier: made.slice(0, -1) };
}
