// The snapshot that an earlier forecast stands on: the last one before today, or the one that a person names.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { BasisFacts } from '../report/forecast-basis.ts';
import { expectUntil, NOW } from '../snapshot/names.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import { resolveSnapshot } from '../snapshot/resolve.ts';

/**
 * @param word a day (the newest snapshot of it or before), or a snapshot as `pipeline diff` takes it
 * @throws Failure `nothing-to-look-at`, `no-such-snapshot`, `usage`
 */
export function snapshotSince(word: string | undefined, facts: BasisFacts): string {
  const { names, today, settings } = facts;
  const asked = word === undefined ? undefined : toDay(word.trim());
  if (facts.now === undefined && word !== undefined && asked !== undefined && asked >= today)
    throw isReversed(asked, today);
  const found = word === undefined ? lastBefore(facts) : named(word, facts);
  if (found === NOW || lastDayOf(facts.header(found)) > today) {
    throw new Failure(
      'usage',
      said('--since {word} is no snapshot of before {today}.', { word: word ?? found, today }),
      {
        hint: said('The last one is {last}.', { last: names.at(-1) ?? '' }),
      },
    );
  }
  const { reportingCurrency } = facts.read(found);
  if (reportingCurrency !== settings.currency) {
    throw new Failure(
      'usage',
      said(
        'Snapshot {found} is in {reportingCurrency}, the forecast in {currency}: no bridge leads between them.',
        { found, reportingCurrency, currency: settings.currency },
      ),
      { hint: 'Name a later one: pipeline snapshot list' },
    );
  }
  return found;
}

/** The snapshot of before that day would be taken instead, and nothing have changed. */
function isReversed(since: Day, asOf: Day): Failure {
  return new Failure(
    'usage',
    said('--since {since} is not before {asOf}, which --as-of names.', { since, asOf }),
    {
      hint:
        since === asOf
          ? 'Name an earlier one: pipeline snapshot list'
          : said('The earlier one first: pipeline forecast drivers --since {asOf} --as-of {since}', {
              since,
              asOf,
            }),
    },
  );
}

function named(word: string, { names, today }: BasisFacts): string {
  const day = toDay(word.trim());
  return day === undefined ? resolveSnapshot(word, names, today) : expectUntil(names, day);
}

/** Where the forecast stands on a snapshot itself, the one before that. */
function lastBefore({ names, now, today, exported, header }: BasisFacts): string {
  const earlier = now === undefined ? names.slice(0, -1) : names;
  const found = earlier.findLast((name) => lastDayOf(header(name)) < (exported ?? today));
  if (found !== undefined) return found;
  throw new Failure('nothing-to-look-at', `There is no earlier snapshot to begin with.`, {
    hint: 'Take one, and look again when something has changed: pipeline snapshot',
  });
}
