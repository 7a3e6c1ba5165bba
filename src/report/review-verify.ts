// pipeline/review-verify/1: whether the deals of a sheet are those that its snapshot and its seed give, drawn again.

import type { Day } from '../base/day.ts';
import { type Said, type Sayable, said } from '../base/said.ts';
import { sectionsMissing } from '../review/sheet-sections.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Difference, type DifferenceKind, differencesFrom, drawAgain } from './review-differences.ts';
import { type NotedSheet, notesOn } from './review-verify-notes.ts';

export interface VerifiedSheet {
  readonly file: string;
  readonly matches: boolean;
  /** Whether how the deals were drawn could be read at all. */
  readonly readable: boolean;
  readonly review: Day | null;
  readonly owner: string | null;
  readonly seed: string | null;
  readonly sampler: number | null;
  readonly snapshot: string | null;
  /** Deals drawn again and found in the sheet, by why. */
  readonly proved: { readonly judged: number; readonly random: number };
  /** Sheets dated before, whose deals were left out where they are recent enough. */
  readonly earlier_sheets: number;
  readonly differences: readonly Difference[];
  /** What is worth knowing and proves nothing: a seed given by hand, say. */
  readonly notes: readonly Said[];
}

export interface ReviewVerifyView {
  readonly schema: 'pipeline/review-verify/1';
  readonly sheets: readonly VerifiedSheet[];
}

/** What the named snapshot is now. `problem`: why it can't be drawn from. */
export type SnapshotNow =
  | { readonly snapshot: Snapshot; readonly deals: string; readonly archived: string }
  | { readonly problem: Said };

export interface VerifyFacts extends NotedSheet {
  readonly now: SnapshotNow;
}

/** The sheet held against the draw that its own record gives. */
export function verifySheet(facts: VerifyFacts): VerifiedSheet {
  const { sheet, all, now } = facts;
  const { draw, file, text } = sheet;
  const earlier = all.filter((one) => one.draw.on < draw.on);
  const differences: Difference[] = [];
  if ('problem' in now) differences.push(plain('snapshot-gone', now.problem));
  else {
    if (now.deals !== draw.snapshot.deals || now.archived !== draw.snapshot.archived) {
      const message = said(
        'The snapshot {name} was changed since: its checksums are not those of the sheet.',
        { name: draw.snapshot.name },
      );
      differences.push(plain('snapshot-changed', message));
    }
    differences.push(...differencesFrom(draw, drawAgain(draw, now.snapshot, earlier)));
  }
  const wrong = new Set(differences.map(({ id }) => id));
  const proved = draw.strata.flatMap(({ picked }) => picked).filter(({ id }) => !wrong.has(id));
  const isProved = !('problem' in now);
  differences.push(...sectionsMissing(text, file, draw));
  const random = proved.filter(({ why }) => why === 'random').length;
  return {
    file,
    matches: differences.length === 0,
    readable: true,
    review: draw.on,
    owner: draw.owner ?? null,
    seed: draw.seed,
    sampler: draw.sampler,
    snapshot: draw.snapshot.name,
    proved: isProved ? { judged: proved.length - random, random } : { judged: 0, random: 0 },
    earlier_sheets: earlier.length,
    differences,
    notes: notesOn(facts, earlier),
  };
}

/** A sheet of which nobody can read how its deals were drawn. @param problems with their places */
export function unreadableSheet(file: string, problems: readonly Sayable[]): VerifiedSheet {
  return {
    file,
    matches: false,
    readable: false,
    review: null,
    owner: null,
    seed: null,
    sampler: null,
    snapshot: null,
    proved: { judged: 0, random: 0 },
    earlier_sheets: 0,
    differences: problems.map((message) => plain('unreadable', message)),
    notes: [],
  };
}

function plain(kind: DifferenceKind, message: Sayable): Difference {
  return { kind, stratum: null, id: '', message };
}
