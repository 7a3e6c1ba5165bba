// pipeline/review-verify/1: whether the deals of a sheet are those that its snapshot and its seed give, drawn again.

import type { Day } from '../base/day.ts';
import { type Problem, placeOf } from '../base/problem.ts';
import { asValue, dayValue, type Said, type Sayable, said } from '../base/said.ts';
import { listed, withCommas } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import type { Outcome } from '../deal/deal.ts';
import { ownerKey } from '../freshness/owner.ts';
import { type DrawRequest, drawFrom, lastReview, recordOf, reviewedWithin } from '../review/drawing.ts';
import type { SheetDraw, SheetPick, SheetStratum } from '../review/sheet.ts';
import { nameOf } from '../review/sheet-name.ts';
import { sectionsMissing } from '../review/sheet-sections.ts';
import { closedSince } from '../review/strata.ts';
import { defaultSeed } from '../review/stream.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';

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

export interface VerifyFacts {
  readonly sheet: Pick<DrawnSheet, 'file' | 'text' | 'draw'>;
  /** All sheets of the workspace. */
  readonly all: readonly DrawnSheet[];
  /** What is wrong with those that can't be read. */
  readonly unread: readonly Problem[];
  readonly now: SnapshotNow;
  readonly settings: Pick<Settings, 'name' | 'team' | 'review'>;
  readonly snapshotNames: Book['snapshotNames'];
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

function drawAgain(draw: SheetDraw, snapshot: Snapshot, earlier: readonly DrawnSheet[]): SheetDraw {
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

function differencesFrom(written: SheetDraw, again: SheetDraw): Difference[] {
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

/** Names that meant other owners when the sheet was made. */
function renamedSince({ names, owner }: SheetDraw, { team }: Pick<Settings, 'team'>): Said[] {
  const keys = [...names, ...(owner === undefined ? [] : [{ name: owner, owner }])];
  const others = keys.filter((one) => ownerKey(team, one.name) !== one.owner);
  if (others.length === 0) return [];
  const each = others.map(({ name, owner: before }) =>
    said('{name} was {before} and is {now}', { name, before, now: ownerKey(team, name) }),
  );
  return [
    said("The team in pipeline.yaml has changed since, the sheet's own counts: {each}.", {
      each: listed(each),
    }),
  ];
}

function notesOn(
  { sheet, all, unread, settings, snapshotNames }: VerifyFacts,
  earlier: readonly DrawnSheet[],
): Said[] {
  const { draw, file } = sheet;
  const last = lastReview(earlier, draw.on, draw.owner, (name) => ownerKey(settings.team, name))?.draw.on;
  const { from, to } = draw.closed;
  const closed = closedSince(draw.on, last, settings.review.closedWithin);
  const isNewest = newestUntil(snapshotNames, draw.on) === draw.snapshot.name;
  const later = snapshotNames.filter((name) => name > draw.snapshot.name && dayOfName(name) <= draw.on);
  const others = all.filter(
    (one) => one.file !== file && one.draw.on === draw.on && one.draw.owner === draw.owner,
  );
  return [
    ...renamedSince(draw, settings),
    ...(draw.seed === defaultSeed(settings.name, draw.on, draw.owner ?? '')
      ? []
      : [
          said('The seed {seed} was given by hand: it does not follow from workspace, day and owner.', {
            seed: draw.seed,
          }),
        ]),
    ...(from === closed.from && to === undefined
      ? []
      : [
          to === undefined
            ? said('Closed deals were chosen by hand: from {from}.', { from: dayValue(from) })
            : said('Closed deals were chosen by hand: from {from} to {to}.', {
                from: dayValue(from),
                to: dayValue(to),
              }),
        ]),
    ...(draw.notAgainWithin === settings.review.notAgainWithin
      ? []
      : [
          said('Left out of chance were deals of the last {days} days; pipeline.yaml now says {now}.', {
            days: draw.notAgainWithin,
            now: settings.review.notAgainWithin,
          }),
        ]),
    ...(isNewest || later.length === 0
      ? []
      : [said('There is a newer snapshot of that day or before: {name}.', { name: later.at(-1) ?? '' })]),
    ...others.map((one) => said('{file} is of the same day and the same deals.', { file: one.file })),
    ...unreadBefore(draw.on, unread),
  ];
}

/** A sheet that can't be read is of the day in its name. Its deals were left out, if it could be read then. */
function unreadBefore(on: Day, unread: readonly Problem[]): Said[] {
  const earlier = unread.filter((problem) => nameOf(problem) < on);
  return earlier.map((problem) =>
    said(
      "An earlier sheet can't be read, and its deals are drawn from as if nobody had reviewed them: {place}.",
      { place: placeOf(problem) },
    ),
  );
}
