// The lessons that reviews wrote down, by stage, each with its deal and sheet.

import { fold } from '../base/fold.ts';
import { type Process, stageCalled } from '../deal/process.ts';
import type { Judged } from '../review/judged.ts';

export interface Lesson {
  readonly lesson: string;
  /** That the deal was in, as the process calls it now, or the outcome. */
  readonly stage: string;
  readonly tags: readonly string[];
  readonly deal: string;
  /** From the workspace's root. */
  readonly sheet: string;
  /** Of the deal's block in it. */
  readonly line: number;
}

/** In the order of the process, then outcomes, last what the process does not have; of one stage the newest first. One that a deal has twice stands once. */
export function lessonsIn(deals: readonly Judged[], process: Pick<Process, 'stages'>): Lesson[] {
  const seen = new Set<string>();
  const lessons = [...deals].reverse().flatMap(({ pick, answer, sheet }): Lesson[] => {
    if (answer === undefined || answer.lesson === '') return [];
    const { lesson, tags, line } = answer;
    const key = JSON.stringify([pick.id, fold(lesson)]);
    if (seen.has(key)) return [];
    seen.add(key);
    const stage = stageCalled(process.stages, pick.stage)?.id ?? pick.stage;
    return [{ lesson, stage, tags, deal: pick.id, sheet: sheet.file, line }];
  });
  const order = [...process.stages.map(({ id }) => id), 'won', 'lost'];
  const placeOf = ({ stage }: Lesson) => (order.includes(stage) ? order.indexOf(stage) : order.length);
  return lessons.sort((a, b) => placeOf(a) - placeOf(b));
}
