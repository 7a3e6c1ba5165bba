// pipeline/change/1: what an entry changed in deals, or would change.

import type { Day } from '../base/day.ts';
import type { Sayable } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import type { UnderstoodWord } from '../entry/understood.ts';
import { lacksRate } from '../snapshot/rates-missing.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { dealDifferences, type FieldDifference } from './deal-differences.ts';
import { type UnderstoodView, understoodView } from './understood.ts';

export interface ChangedDealView {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** Whether it was not there before. */
  readonly is_new: boolean;
  readonly changes: readonly FieldDifference[];
}

export interface ChangeView {
  readonly schema: 'pipeline/change/1';
  readonly verb: string;
  readonly on: Day;
  readonly dry_run: boolean;
  /** Words that were read as days and amounts, as a person typed them. */
  readonly understood: readonly UnderstoodView[];
  readonly deals: readonly ChangedDealView[];
  /** Ids of deals that said so before. */
  readonly unchanged: readonly string[];
  /** Currencies that were written down and that no rate of today converts: no total has those deals; ascending. */
  readonly missing_rates: readonly string[];
  /** What to know beside it, a sentence each. */
  readonly remarks: readonly Sayable[];
  /** What to do next; null where nothing presses. */
  readonly next: { readonly text: Sayable; readonly command: string } | null;
}

export interface ChangeFacts {
  /** Of today. */
  readonly rates: Snapshot['rates'];
  readonly verb: string;
  readonly on: Day;
  readonly dryRun: boolean;
  readonly readings: readonly UnderstoodWord[];
  readonly changed: readonly { readonly before: Deal | undefined; readonly after: Deal }[];
  readonly unchanged: readonly string[];
  readonly remarks: readonly Sayable[];
  readonly next: ChangeView['next'];
}

export function changeView(facts: ChangeFacts): ChangeView {
  return {
    schema: 'pipeline/change/1',
    verb: facts.verb,
    on: facts.on,
    dry_run: facts.dryRun,
    understood: facts.readings.map(understoodView),
    deals: facts.changed.map(({ before, after }) => ({
      id: after.id,
      name: after.name,
      file: after.path,
      is_new: before === undefined,
      changes: differences(before, after),
    })),
    unchanged: facts.unchanged,
    missing_rates: missingRates(facts),
    remarks: facts.remarks,
    next: facts.next,
  };
}

/** What has a bearing on whether a deal needs a rate, and which. */
const OF_VALUE: ReadonlySet<string> = new Set(['amount', 'currency', 'stage']);

function missingRates({ changed, rates }: ChangeFacts): string[] {
  const lacking = changed.filter(
    ({ before, after }) =>
      after.amount !== undefined &&
      after.currency !== '' &&
      lacksRate(after, { rates, origin: 'taken' }) &&
      dealDifferences(before, after).some(({ field }) => OF_VALUE.has(field)),
  );
  return [...new Set(lacking.map(({ after }) => after.currency))].sort();
}

function differences(before: Deal | undefined, after: Deal): FieldDifference[] {
  const found = dealDifferences(before, after);
  const isRenamed = before !== undefined && before.id !== after.id;
  return isRenamed ? [{ field: 'id', old: before.id, new: after.id }, ...found] : found;
}
