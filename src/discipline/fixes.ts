// What an owner can put right next: deals of their own, each with what is missing in it.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { findingsOf } from '../freshness/findings.ts';
import { isOpen } from '../freshness/open-deals.ts';
import { ownerKey } from '../freshness/owner.ts';
import { RULES } from '../freshness/registry.ts';
import type { Looked } from '../freshness/rule.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { WrittenDown } from './written.ts';

/** In the order in which they are worth it. */
export const FIX_KINDS = ['undocumented-stage', 'silent', 'late-entry'] as const;
export type FixKind = (typeof FIX_KINDS)[number];

export interface Fix {
  readonly kind: FixKind;
  readonly owner: string;
  readonly row: DealRow;
  /** The stage that it left, is in, or was first recorded in. */
  readonly stage: string;
  /** The day it left that stage, of its last sign of life, or it was first recorded. */
  readonly on: Day;
  /** Without a sign of life; else undefined. */
  readonly days: number | undefined;
}

/**
 * Of each owner's open deals, each once: the first of each kind, then the second of each. The newest first, but of those
 * without a sign of life the longest.
 * @param counted what counts in the period
 */
export function fixesFor(counted: WrittenDown, book: Looked): Fix[] {
  const rows = new Map(book.state.deals.filter(isOpen).map((row) => [row.id, row]));
  const of = (kind: FixKind, id: string, fix: Pick<Fix, 'stage' | 'on'>, days?: number): Fix[] => {
    const row = rows.get(id);
    if (row === undefined) return [];
    return [{ kind, owner: ownerKey(book.settings.team, row.owner), row, ...fix, days }];
  };
  const silent = findingsOf(book, { rules: [RULES.stale] }).findings.filter(
    ({ waived }) => waived === undefined,
  );
  const lists: readonly (readonly Fix[])[] = [
    newestFirst(counted.steps.filter(({ isUndocumented }) => isUndocumented)).flatMap((step) =>
      of('undocumented-stage', step.id, step),
    ),
    silent
      .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))
      .flatMap(({ id, since, days }) =>
        since === undefined
          ? []
          : of('silent', id, { stage: rows.get(id)?.stage ?? '', on: since.date }, days),
      ),
    newestFirst(counted.entries.filter(({ isFromFirstStage }) => !isFromFirstStage)).flatMap((entry) =>
      of('late-entry', entry.id, { stage: entry.stage, on: entry.day }),
    ),
  ];
  const byOwner = lists.map((list) => grouped(list, ({ owner }) => owner));
  const owners = [...new Set(byOwner.flatMap((list) => [...list.keys()]))].sort(compareText);
  return owners.flatMap((owner) => oncePerDeal(inTurn(byOwner.map((list) => list.get(owner) ?? []))));
}

function oncePerDeal(fixes: readonly Fix[]): Fix[] {
  return [...grouped(fixes, ({ row }) => row.id).values()].flatMap((same) => same.slice(0, 1));
}

function newestFirst<Of extends { readonly id: string; readonly day: Day }>(items: readonly Of[]): Of[] {
  return items.toSorted((a, b) => compareText(b.day, a.day) || compareText(a.id, b.id));
}

function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
