// The steps up in a deal's record of stages: from one stage to a further one, and what was jumped over (docs/method.md).

import type { Day } from '../base/day.ts';
import { labelOf, stageCalled } from '../deal/process.ts';
import { mapStages, type StageMap } from '../deal/stage-map.ts';
import type { DealRow, RowStage } from '../snapshot/row.ts';
import { inOrder } from '../snapshot/stage-record.ts';
import { processThen } from '../workspace/process-then.ts';
import { isDocumented } from './documented.ts';
import type { Looked } from './rule.ts';

export interface StepUp {
  readonly from: RowStage;
  readonly to: RowStage;
  /** The stages between the two that the record does not have between their days, as the process calls them now. */
  readonly jumped: readonly string[];
}

/**
 * The steps up that the record shows from documented_since up to today, the earliest first. What is further is told
 * by the process, and only stages that it had on the day of the step as well lie between. After an outcome a deal
 * begins anew.
 */
export function stepsUp({ stages }: Pick<DealRow, 'stages'>, book: Looked): StepUp[] {
  if (stages.length < 2) return [];
  const entries = inOrder(stages);
  return entries.slice(1).flatMap((to, at) => {
    const from = entries[at];
    if (from === undefined || to.on > book.today || !isDocumented(to.on, book.settings)) return [];
    const move = mapOn(to.on, book).move(stageNow(from.stage, book), stageNow(to.stage, book));
    if (move?.way !== 'up') return [];
    const passed = entries.filter(({ on }) => from.on <= on && on <= to.on);
    const isPassed = (stage: string) => passed.some((entry) => stageNow(entry.stage, book) === stage);
    return [{ from, to, jumped: move.between.filter((stage) => !isPassed(stage)) }];
  });
}

/** What the process calls a stage now. */
export function stageNow(stage: string, { state }: Pick<Looked, 'state'>): string {
  return stageCalled(state.process.stages, stage)?.id ?? stage;
}

/** As people read it. */
export function stageLabel(stage: string, { state }: Pick<Looked, 'state'>): string {
  return labelOf(state.process, stageNow(stage, { state }));
}

/** Asked once a step of every deal, of a few hundred days in all. */
const mapsByBook = new WeakMap<Looked, Map<Day, StageMap>>();

/** Between the process that was in force and the present one, in today's names. */
function mapOn(day: Day, book: Looked): StageMap {
  const maps = mapsByBook.get(book) ?? new Map<Day, StageMap>();
  mapsByBook.set(book, maps);
  const known = maps.get(day);
  if (known !== undefined) return known;
  const then = processThen(book.settings, day).stages.map(({ id }) => ({ id: stageNow(id, book), was: [] }));
  const map = mapStages(then, book.state.process.stages);
  maps.set(day, map);
  return map;
}
