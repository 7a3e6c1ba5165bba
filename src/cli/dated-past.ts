// Whether the dates in the deals tell of a time before the first snapshot: only then is it worth to speak of it.

import { backfillDays } from '../backfill/days.ts';
import { pastFromDates } from '../backfill/from-dates.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { archiveFolder } from '../workspace/deal-files.ts';
import { ratesOn } from '../workspace/rates.ts';

/**
 * Whether `pipeline backfill --from dates` would make something. Not sure of it where a currency has no rate of then: no.
 * @param taken the name of the snapshot that the past ends with
 */
export function hasDatedPast(
  { deals, problems, settings, snapshotNames, today }: Book,
  archive: ReadonlyMap<string, Deal>,
  taken: string,
): boolean {
  if (problems.some(({ severity }) => severity === 'error')) return false;
  const archived = [...archive.values()].map((deal) => ({ deal, folder: archiveFolder(deal.path) ?? '' }));
  const { since, last, days: only } = pastFromDates({ deals: [...deals.values()], archived, settings });
  if (since === undefined || since >= today) return false;
  const rates = ratesOn(settings, since);
  const all = [...deals.values(), ...archived.map(({ deal }) => deal)];
  if (!all.every(({ currency }) => currency === '' || Object.hasOwn(rates, currency))) return false;
  const asked = { on: undefined, every: 'week', since: undefined, until: undefined } as const;
  const names = [...new Set([...snapshotNames, taken])].sort();
  const known = { since, last, only, today, names, isTaken: (name: string) => name === taken, settings };
  return backfillDays(asked, known).days.length > 0;
}
