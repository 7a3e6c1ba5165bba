// pipeline/dialogue-change/1: an entry of the dialogue that was written, decided, done or taken back.

import type { Day } from '../base/day.ts';
import type { Sayable } from '../base/said.ts';
import type { Action, Feedback } from '../feedback/entry.ts';
import { type ActionView, actionView, type SaidView, saidView } from './dialogue.ts';

export interface DialogueChangeView {
  readonly schema: 'pipeline/dialogue-change/1';
  readonly today: Day;
  /** `nothing`: it says so already. */
  readonly did: 'added' | 'decided' | 'done' | 'dropped' | 'nothing';
  readonly entry: SaidView | (ActionView & { readonly kind: 'action' });
  /** What is worth knowing of it. */
  readonly remarks: readonly Sayable[];
}

export function dialogueChangeView(
  entry: Feedback | Action,
  did: DialogueChangeView['did'],
  remarks: readonly Sayable[],
  today: Day,
): DialogueChangeView {
  const view =
    entry.kind === 'action' ? { kind: entry.kind, ...actionView(entry, today) } : saidView(entry, today);
  return { schema: 'pipeline/dialogue-change/1', today, did, entry: view, remarks };
}
