// pipeline/agenda-done/1: that an activity of the rhythm was held, and when it is due again.

import type { Day } from '../base/day.ts';
import type { Said } from '../base/said.ts';
import type { Held } from '../feedback/entry.ts';
import { dueAfter, rhythmSaid } from '../workspace/rhythm.ts';
import type { Settings } from '../workspace/settings.ts';

export interface AgendaDoneView {
  readonly schema: 'pipeline/agenda-done/1';
  readonly what: Held['what'];
  /** The day it was held. */
  readonly on: Day;
  /** Whether that was written; else it was there already. */
  readonly written: boolean;
  /** An interval after that day. */
  readonly due: Day;
  readonly rhythm: Said;
}

export function agendaDoneView(
  { what, on }: Pick<Held, 'what' | 'on'>,
  written: boolean,
  { rhythm }: Pick<Settings, 'rhythm'>,
): AgendaDoneView {
  return {
    schema: 'pipeline/agenda-done/1',
    what,
    on,
    written,
    due: dueAfter(rhythm[what], on),
    rhythm: rhythmSaid(rhythm[what]),
  };
}
