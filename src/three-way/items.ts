// Which items of a list are one and the same thing in three versions of it: items have no ids.

import { entryOf } from '../deal/tree.ts';
import type { Part } from './parts.ts';
import { sayingOf } from './saying.ts';
import type { Three } from './three.ts';

/** The lists of a deal, and the key whose two different items added by both sides are one thing said differently. */
export const LISTS: Readonly<Record<string, string | undefined>> = {
  contacts: undefined,
  stages: 'stage',
  activities: undefined,
  checklist: undefined,
  waive: 'rule',
};

/** The items with ids: what is one thing in several versions has the same one there. */
export function identified(
  { base, ours, theirs }: Three<readonly Part[]>,
  list: string,
): Three<readonly Part[]> {
  const known = base.map((item, at) => named(item, `base ${at}`));
  const [ourOld, ourNew] = recognised(ours, known, (a, b) => isEdited(a, b, list));
  const [theirOld, theirNew] = recognised(theirs, known, (a, b) => isEdited(a, b, list));
  const added = ours.map((item, at) => named(item, ourOld.get(at) ?? `ours ${at}`));
  const fresh = ourNew.flatMap((at) => added[at] ?? []);
  const candidates = theirNew.flatMap((at) => theirs[at] ?? []);
  const [alike] = recognised(candidates, fresh, (a, b) => isSameKey(a, b, list));
  const theirIds = new Map(theirNew.map((at, place) => [at, alike.get(place)]));
  return {
    base: known,
    ours: added,
    theirs: theirs.map((item, at) => named(item, theirOld.get(at) ?? theirIds.get(at) ?? `theirs ${at}`)),
  };
}

function named(item: Part, id: string): Part {
  return { ...item, id };
}

/**
 * By place the ids of the items that are among the known ones: as they are, else where they are near enough. The
 * places of the others. Of several that say the same, as many are known as there are.
 */
function recognised(
  items: readonly Part[],
  known: readonly Part[],
  isNear: (item: Part, known: Part) => boolean,
): [old: ReadonlyMap<number, string>, rest: readonly number[]] {
  const old = new Map<number, string>();
  const left = new Set(known);
  for (const isOne of [(a: Part, b: Part) => a.says === b.says, isNear]) {
    for (const [at, item] of items.entries()) {
      const found = old.has(at) ? undefined : firstOf(left, (one) => isOne(item, one));
      if (found === undefined) continue;
      old.set(at, found.id);
      left.delete(found);
    }
  }
  return [old, [...items.keys()].filter((at) => !old.has(at))];
}

function firstOf(items: ReadonlySet<Part>, isIt: (item: Part) => boolean): Part | undefined {
  for (const item of items) if (isIt(item)) return item;
  return undefined;
}

/** Whether an item is another one after an edit: most of it is the same. */
function isEdited(a: Part, b: Part, list: string): boolean {
  if (isSameKey(a, b, list)) return true;
  if (a.node.kind !== 'map' || b.node.kind !== 'map') return false;
  const [mine, yours] = [a.node, b.node].map(
    ({ entries }) => new Map(entries.map(({ key, value }) => [key, sayingOf(value, 'text')])),
  );
  if (mine === undefined || yours === undefined) return false;
  const keys = new Set([...mine.keys(), ...yours.keys()]);
  const same = [...keys].filter((key) => mine.get(key) === yours.get(key));
  return same.length * 2 > keys.size;
}

function isSameKey(a: Part, b: Part, list: string): boolean {
  const key = LISTS[list];
  if (key === undefined || a.node.kind !== 'map' || b.node.kind !== 'map') return false;
  const [mine, yours] = [entryOf(a.node, key), entryOf(b.node, key)];
  return (
    mine !== undefined &&
    yours !== undefined &&
    sayingOf(mine.value, 'text') === sayingOf(yours.value, 'text')
  );
}
