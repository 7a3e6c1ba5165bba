// What commits did to one deal, sorted into the times between its snapshots.

import type { DatedStep } from '../backfill/deal-steps.ts';
import { calendarIn } from '../base/calendar.ts';
import { Failure } from '../base/failure.ts';
import { asValue, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { idsOf } from '../deal/former-ids.ts';
import { isDealId } from '../deal/id.ts';
import type { LifePoint } from '../snapshot/life.ts';
import { wasOverBy } from '../snapshot/moment.ts';
import type { DealRow } from '../snapshot/row.ts';
import { firstContaining } from '../workspace/git-containing.ts';
import { gitFiles } from '../workspace/git-past.ts';
import { dealPaths } from '../workspace/git-removal.ts';
import { commitSteps } from '../workspace/git-steps.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Call } from './verb.ts';

/**
 * For each point of the deal's life what commits did to it since the one before; a last one for what they did since.
 * All of them are empty where there is no repository, and where it lacks old files, which is said.
 */
export async function stepsOfLife(
  call: Call,
  row: DealRow,
  life: readonly LifePoint[],
  { root, settings, today, state }: Book,
): Promise<readonly (readonly DatedStep[])[]> {
  const { env } = call.io;
  const between: DatedStep[][] = [...life, undefined].map(() => []);
  const commits =
    commitSteps(root, env, { until: 'HEAD' }, everyIdOf(row, life, state).flatMap(dealPaths)) ?? [];
  if (commits.length === 0) return between;
  const { dealSteps } = await import('../backfill/deal-steps.ts');
  const dayOf = calendarIn(settings.timeZone);
  const context = { settings, rates: ratesOn(settings, today), today, dayOf };
  const places = firstContaining(
    root,
    env,
    life.map(({ snapshot }) => snapshot.commit),
  );
  // A snapshot that names no commit, or one that HEAD does not have, goes by its day.
  const undated = life.map(({ snapshot }) =>
    places?.has(snapshot.commit) ? undefined : wasOverBy(snapshot, dayOf),
  );
  for (const step of asFarAsTold(call, () => dealSteps(gitFiles(root, env), commits, context))) {
    const byDay = undated.findIndex((wasOver) => wasOver?.(step.atMs) === true);
    const place = Math.min(places?.get(step.commit) ?? life.length, byDay < 0 ? life.length : byDay);
    between[place]?.push(step);
  }
  return between;
}

/** The snapshots tell without git too. */
function asFarAsTold<Step>(call: Call, read: () => readonly Step[]): readonly Step[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message, hint = '' } = error.said;
    call.note(said('{message} → {hint}', { message: asValue(message), hint: asValue(hint) }));
    return [];
  }
}

/** All that it was called, but for names that another deal has now. */
function everyIdOf(row: DealRow, life: readonly LifePoint[], { deals, archived }: Book['state']): string[] {
  const rows = [row, ...life.flatMap((point) => point.row ?? [])];
  const ids = new Set(rows.flatMap(idsOf).filter(isDealId));
  for (const { id } of [...deals, ...archived]) if (id !== row.id) ids.delete(id);
  return [...ids];
}
