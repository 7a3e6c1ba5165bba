// Which period and whose deals a forecast is of.

import { Failure } from '../base/failure.ts';
import { digitsOf } from '../base/money.ts';
import { type Period, parsePeriod } from '../base/period.ts';
import { labelOf } from '../deal/process.ts';
import { ownerKey } from '../freshness/owner.ts';
import { currentPeriod } from '../plan/current-period.ts';
import { targetFor } from '../plan/targets.ts';
import type { DealRow } from '../snapshot/row.ts';
import { targetsInForce } from '../snapshot/targets.ts';
import { ownerLabel, ownerNamed } from './chosen.ts';
import type { BasisFacts } from './forecast-basis.ts';

/** The period that the word names, else that of the plan. @throws Failure `bad-period` */
export function periodNamed(word: string | undefined, { settings, today }: BasisFacts): Period {
  const { fiscalYearStarts } = settings;
  if (word === undefined) {
    return currentPeriod(targetsInForce(settings.plan.targets, today), today, fiscalYearStarts);
  }
  return parsePeriod(word, { today, fiscalYearStarts });
}

/**
 * The owner that the word names, as the team or the newest deals know one, and whether a row is theirs.
 * @throws Failure `usage` with "did you mean"
 */
export function ownerScope(
  word: string | undefined,
  { settings, names, now, read }: BasisFacts,
): { owner: string | undefined; isChosen: (row: DealRow) => boolean } {
  if (word === undefined) return { owner: undefined, isChosen: () => true };
  const last = names.at(-1);
  const state = now ?? (last === undefined ? undefined : read(last));
  if (state === undefined) {
    throw new Failure('nothing-to-look-at', 'There is no snapshot that an owner could be looked up in.', {
      hint: 'pipeline snapshot takes one; pipeline backfill makes past ones.',
    });
  }
  const owner = ownerNamed(word, { settings, state });
  return { owner, isChosen: (row) => ownerKey(settings.team, row.owner) === owner };
}

/** The target of the period that was in force on the day, in minor units; undefined: there is none. */
export function targetOn(
  { settings, today }: BasisFacts,
  period: Period,
  owner: string | undefined,
): number | undefined {
  const targets = targetsInForce(settings.plan.targets, today);
  return targetFor(targets, period.name, owner === undefined ? {} : { owner }, digitsOf(settings.currency));
}

/** Labels as the settings have them. */
export function lookThrough({ settings }: BasisFacts) {
  return {
    digits: digitsOf(settings.currency),
    ownerLabel: (owner: string) => ownerLabel(settings.team, owner),
    stageLabel: (stage: string) => labelOf(settings.process, stage),
  };
}
