// What forecast and backtest ask of the workspace: the snapshots of before a day, or all of them and what stands now.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { BasisFacts } from '../report/forecast-basis.ts';
import { refuseToCome } from './past-day.ts';
import type { Call } from './verb.ts';

/** @param asOf a day of the past at whose start to stand; undefined: the end of today */
export async function forecastFacts(call: Call, asOf: Day | undefined): Promise<BasisFacts> {
  const { listSnapshots } = await import('../snapshot/store.ts');
  if (asOf !== undefined) {
    const [settings, snapshots] = [await call.settings(), await call.snapshots()];
    const now = call.today(settings.timeZone);
    refuseToCome(
      asOf,
      now,
      'A forecast stands where something is known: pipeline forecast PERIOD looks ahead.',
    );
    const { lastDayOf } = await import('../snapshot/origin.ts');
    const all = listSnapshots(call.root());
    const names = all.filter((name) => lastDayOf(snapshots.header(name)) < asOf);
    if (names.length === 0) {
      throw new Failure('no-such-snapshot', said('There is no snapshot of before {asOf}.', { asOf }), {
        hint:
          all[0] === undefined
            ? 'pipeline snapshot takes one.'
            : said('The first one is {all}.', { all: all[0] }),
      });
    }
    return { settings, names, ...reading(snapshots), now: undefined, today: asOf, exported: undefined };
  }
  const { newestImport } = await import('../workspace/import-due.ts');
  const { settings, snapshots, snapshotNames, state, today, imports, keptPast } = await call.book();
  const last = newestImport(settings, imports);
  const exported = last !== undefined && last < today ? last : undefined;
  return { settings, names: snapshotNames, ...reading(snapshots), now: state, today, exported, keptPast };
}

function reading(snapshots: Awaited<ReturnType<Call['snapshots']>>): Pick<BasisFacts, 'header' | 'read'> {
  return { header: (name) => snapshots.header(name), read: (name) => snapshots.read(name) };
}
