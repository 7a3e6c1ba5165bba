// The day since which deals are written down in a workspace: what is done at intervals is first due after it.

import type { Day } from '../base/day.ts';
import type { Looked } from './rule.ts';

/** documented_since, else the first `recorded`; undefined where nothing tells it: then nothing is late yet. */
export function firstDay({ settings, state }: Pick<Looked, 'settings' | 'state'>): Day | undefined {
  if (settings.documentedSince !== undefined) return settings.documentedSince;
  const recorded = [...state.deals, ...state.archived].map((row) => row.recorded);
  return recorded.filter((day) => day !== undefined).sort()[0];
}
