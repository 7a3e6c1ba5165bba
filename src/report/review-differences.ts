// In what a sheet differs from the same draw made again.

import { asValue, type Said, type Sayable, said } from '../base/said.ts';
import { withCommas } from '../base/said-lists.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import type { Outcome } from '../deal/deal.ts';
import { type DrawRequest, drawFrom, recordOf, reviewedWithin } from '../review/drawing.ts';
import type { SheetDraw, SheetPick, SheetStratum } from '../review/sheet.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What does not match: each makes the exit status 1. */
export type DifferenceKind =
  | 'snapshot-gone'
  | 'snapshot-changed'
  | 'not-drawn'
  | 'left-out'
  | 'picked-otherwise'
  | 'figures'
  | 'section-missing'
  | 'section-added'
  | 'unreadable';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly stratum: Outcome | null;
  /** The deal that it is about; '' for none. */
  readonly id: string;
  readonly message: Sayable;
}

/** The draw of a sheet, made of the snapshot as it is now. @param earlier sheets dated before it */
export function drawAgain(draw: SheetDraw, snapshot: Snapshot, earlier: readonly DrawnSheet[]): SheetDraw {
  const request: DrawRequest = {
    ...draw,
    strata: draw.strata.map(({ stratum, largest, random }) => ({ stratum, largest, random })),
  };
  // Who was who is what the sheet says: the team in pipeline.yaml may have changed since.
  const owners = new Map(draw.names.map(({ name, owner }) => [name, owner]));
  const drawing = drawFrom(snapshot, request, {
    ownerKey: (name) => owners.get(name) ?? name,
    reviewed: reviewedWithin(earlier, draw.on, draw.notAgainWithin),
  });
  return recordOf(drawing, draw.snapshot, snapshot);
}

/** Stratum by stratum: figures, deals and what stands of each. */
export function differencesFrom(written: SheetDraw, again: SheetDraw): Difference[] {
  return written.strata.flatMap((stratum, at) => {
    const other = again.strata[at];
    return other === undefined ? [] : stratumDifferences(stratum, other);
  });
}

function stratumDifferences(written: SheetStratum, again: SheetStratum): Difference[] {
  const { stratum } = written;
  const byId = new Map(written.picked.map((pick) => [pick.id, pick]));
  const drawn = new Set(again.picked.map(({ id }) => id));
  const differences: Difference[] = [];
  const tell = (kind: DifferenceKind, id: string, message: Sayable) =>
    differences.push({ kind, stratum, id, message });
  for (const [key, label] of FIGURES) {
    if (written[key] === again[key]) continue;
    tell(
      'figures',
      '',
      said('{label} {stratum}: the sheet says {written}, drawn again it is {again}.', {
        label: said(label),
        stratum,
        written: written[key],
        again: again[key],
      }),
    );
  }
  for (const pick of written.picked) {
    if (!drawn.has(pick.id))
      tell('not-drawn', pick.id, said('{id} is in the sheet, and was not drawn.', { id: pick.id }));
  }
  for (const pick of again.picked) {
    const there = byId.get(pick.id);
    if (there === undefined) {
      tell(
        'left-out',
        pick.id,
        said('{id} was drawn ({why} {rank}), and is not in the sheet.', {
          id: pick.id,
          why: pick.why,
          rank: pick.rank,
        }),
      );
      continue;
    }
    const otherwise = PICKED.filter((key) => there[key] !== pick[key]);
    if (otherwise.length === 0) continue;
    const each = otherwise.map((key) =>
      said('{key} {before} instead of {now}', { key, before: shown(there[key]), now: shown(pick[key]) }),
    );
    tell(
      'picked-otherwise',
      pick.id,
      said('{id} stands with {each}.', { id: pick.id, each: asValue(withCommas(each)) }),
    );
  }
  return differences;
}

const FIGURES = [
  ['population', 'Deals that are'],
  ['excluded', 'Left out of chance among'],
  ['drawnFrom', 'Drawn from among'],
  ['drawnFromValue', 'Worth of those drawn from among'],
] as const;

const PICKED = [
  'why',
  'rank',
  'probability',
  'owner',
  'stage',
  'amount',
  'currency',
  'value',
  'close',
] as const satisfies readonly (keyof SheetPick)[];

function shown(value: string | number | undefined): string | Said {
  return value === undefined || value === '' ? said('none') : String(value);
}
