// What the stage that a deal is in requires of it and it lacks.

import type { Deal } from '../deal/deal.ts';
import { stageCalled } from '../deal/process.ts';
import { hasHappened } from '../freshness/said.ts';
import { inOrder } from '../snapshot/stage-record.ts';
import type { EntryContext } from './context.ts';
import { fieldsMissing } from './stage-gate.ts';

export interface Lacking {
  readonly fields: readonly string[];
  /** Types of activities of which one is missing; none where nothing is. */
  readonly activities: readonly string[];
}

/** Of an open deal, as rule missing-field sees it. */
export function lackingIn(deal: Deal, { settings, today }: EntryContext): Lacking {
  const { stages } = settings.process;
  const stage = stageCalled(stages, deal.stage);
  if (stage === undefined) return { fields: [], activities: [] };
  const last = inOrder(deal.stages).at(-1)?.stage;
  const isHere = (id: string) => stageCalled(stages, id)?.id === stage.id || id === last;
  const types = stage.requires.activities;
  const isSilent = types.length > 0 && !hasHappened(deal, types, isHere, today);
  return { fields: fieldsMissing(deal, stage), activities: isSilent ? types : [] };
}
