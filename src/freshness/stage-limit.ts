// How long a deal may be in its stage: a number of days, or the P75 of the deals later won.

import { stageCalled } from '../deal/process.ts';
import { percentileDays, staysOf } from '../snapshot/stage-days.ts';
import type { StageSettings } from '../workspace/settings.ts';
import type { Looked } from './rule.ts';

/** Of fewer won deals no P75 is told. */
export const LEAST_WON = 5;

export interface StageLimit {
  readonly stage: StageSettings;
  /** Undefined where too few deals were won to tell a P75. */
  readonly days: number | undefined;
  /** On how many won deals it rests; undefined for a fixed number. */
  readonly won: number | undefined;
}

/** The limit of a stage; undefined where it has none. */
export function stageLimit(
  stage: string,
  book: Pick<Looked, 'settings' | 'state' | 'today'>,
): StageLimit | undefined {
  const own = stageCalled(book.settings.process.stages, stage);
  if (own?.maxDays === undefined) return undefined;
  if (own.maxDays !== 'p75') return { stage: own, days: own.maxDays, won: undefined };
  const { won, p75 } = wonDays(book).get(own.id) ?? { won: 0, p75: undefined };
  return { stage: own, days: won < LEAST_WON ? undefined : p75, won };
}

interface WonDays {
  /** Won deals with a stay in the stage that has ended. */
  readonly won: number;
  readonly p75: number | undefined;
}

/** Asked once a deal; it looks at every won deal. */
const known = new WeakMap<object, ReadonlyMap<string, WonDays>>();

/** By present id of the stage: of every stay, as `pipeline funnel` counts days. */
function wonDays({ settings, state, today }: Pick<Looked, 'settings' | 'state' | 'today'>) {
  const found = known.get(state);
  if (found !== undefined) return found;
  const stays = new Map<string, { won: number; readonly days: number[] }>();
  for (const row of [...state.deals, ...state.archived]) {
    if (row.problem !== '' || row.stage !== 'won') continue;
    const seen = new Set<string>();
    for (const { stage, days } of staysOf(row, today)) {
      const id = stageCalled(settings.process.stages, stage)?.id;
      if (id === undefined || days === undefined) continue;
      const of = stays.get(id) ?? { won: 0, days: [] };
      of.days.push(days);
      if (!seen.has(id)) of.won++;
      seen.add(id);
      stays.set(id, of);
    }
  }
  const told = new Map(
    [...stays].map(([id, { won, days }]) => [id, { won, p75: percentileDays(days, 0.75) }]),
  );
  known.set(state, told);
  return told;
}
