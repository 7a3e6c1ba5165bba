// Whether the dates in the deals tell of a time before the first snapshot: only then is it worth to speak of it.

import { backfillDays } from '../backfill/days.ts';
import { pastFromDates } from '../backfill/from-dates.ts';
import type { PastSource } from '../backfill/source.ts';
import type { Day } from '../base/day.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { lacksRate } from '../snapshot/rates-missing.ts';
import { archiveFolder } from '../workspace/deal-files.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';

/**
 * Whether `pipeline backfill --from dates` would make something: there are days to make a snapshot of, and no amount that
 * is known on one of them lacks a rate.
 * @param taken the name of the snapshot that the past ends with
 */
export async function hasDatedPast(
  { deals, problems, settings, snapshotNames, today }: Book,
  archive: ReadonlyMap<string, Deal>,
  taken: string,
): Promise<boolean> {
  if (problems.some(({ severity }) => severity === 'error')) return false;
  const archived = [...archive.values()].map((deal) => ({ deal, folder: archiveFolder(deal.path) ?? '' }));
  const source = pastFromDates({ deals: [...deals.values()], archived, settings });
  const { since, last, days: only } = source;
  if (since === undefined || since >= today) return false;
  const asked = { on: undefined, every: 'week', since: undefined, until: undefined } as const;
  const names = [...new Set([...snapshotNames, taken])].sort();
  const known = { since, last, only, today, names, isTaken: (name: string) => name === taken, settings };
  const { days } = backfillDays(asked, known);
  return days.length > 0 && !(await lacksRates(source, days, settings));
}

/**
 * Whether an amount that is known on one of the days has no rate then. A currency that has one keeps it, and an amount that
 * is known stays so: of each currency the last day without a rate tells for all.
 */
async function lacksRates(source: PastSource, days: readonly Day[], settings: Settings): Promise<boolean> {
  const currencies = new Set(settings.rates.flatMap(({ rates }) => Object.keys(rates)));
  const withoutRate = (currency: string) =>
    days.findLast((day) => !Object.hasOwn(ratesOn(settings, day), currency));
  const asked = new Set([days.at(-1), ...[...currencies].map(withoutRate)].flatMap((day) => day ?? []));
  for (const day of asked) {
    const { deals, archived } = await source.at(day);
    const snapshot = { rates: ratesOn(settings, day), origin: source.origin };
    const then = [...deals, ...archived.map(({ deal }) => deal)];
    const isLacking = ({ stage, amount, currency }: Deal) =>
      lacksRate({ stage, amount, currency: currency || settings.currency }, snapshot);
    if (then.some(isLacking)) return true;
  }
  return false;
}
