// What is worth knowing of a sheet and proves nothing: a seed given by hand, a team that has changed since.

import type { Day } from '../base/day.ts';
import { type Problem, placeOf } from '../base/problem.ts';
import { dayValue, type Said, said } from '../base/said.ts';
import { listed } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import { ownerKey } from '../freshness/owner.ts';
import { lastReview } from '../review/drawing.ts';
import type { SheetDraw } from '../review/sheet.ts';
import { nameOf } from '../review/sheet-name.ts';
import { closedSince } from '../review/strata.ts';
import { defaultSeed } from '../review/stream.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import type { Settings } from '../workspace/settings.ts';

export interface NotedSheet {
  readonly sheet: Pick<DrawnSheet, 'file' | 'text' | 'draw'>;
  /** All sheets of the workspace. */
  readonly all: readonly DrawnSheet[];
  /** What is wrong with those that can't be read. */
  readonly unread: readonly Problem[];
  readonly settings: Pick<Settings, 'name' | 'team' | 'review'>;
  readonly snapshotNames: Book['snapshotNames'];
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

/** @param earlier sheets dated before it */
export function notesOn(
  { sheet, all, unread, settings, snapshotNames }: NotedSheet,
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
