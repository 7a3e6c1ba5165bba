// Parts of three versions, one by one and in order.

import { addedComments, type Conflict, GONE, type Joined, joinedComments, settled } from './joined.ts';
import { joinedOrder } from './order.ts';
import { coreOf, type Part } from './parts.ts';
import { each, picked, type Three } from './three.ts';

/** Both sides have it; the base may. */
export type BothHave = Three<Part | undefined> & Pick<Three<Part>, 'ours' | 'theirs'>;

/** Joins what both sides have and at least one of them changed, without what stands above it. */
export type JoinCore = (id: string, of: BothHave) => Joined;

export interface JoinedPart extends Joined {
  readonly id: string;
}

export interface JoinedParts {
  /** In order; nothing that is gone. */
  readonly parts: readonly JoinedPart[];
  /** Whether the order is anybody's guess. */
  readonly isDoubtful: boolean;
}

/**
 * @param fieldOf how a conflict of a part is called
 * @param contested those that are a conflict wherever the two sides differ
 */
export function joinedParts(
  three: Three<readonly Part[]>,
  fieldOf: (id: string) => string,
  joinCore: JoinCore,
  contested: ReadonlySet<string> = new Set(),
): JoinedParts {
  const by = each(three, (parts) => new Map(parts.map((part) => [part.id, part])));
  const joined = new Map<string, Joined>();
  for (const id of new Set([...by.base.keys(), ...by.ours.keys(), ...by.theirs.keys()])) {
    const versions = each(by, (parts) => parts.get(id));
    const one = contested.has(id)
      ? contestedPart(fieldOf(id), versions)
      : joinedPart(fieldOf(id), versions, (both) => joinCore(id, both));
    if (one !== GONE) joined.set(id, one);
  }
  const partOf = (id: string) => by.ours.get(id) ?? by.theirs.get(id);
  const sign = isFalling(three) ? -1 : 1;
  const { ids, isDoubtful } = joinedOrder(
    each(three, (parts) => parts.map(({ id }) => id).filter((id) => joined.has(id))),
    (a, b) => compare(partOf(a), partOf(b), sign),
  );
  return {
    parts: ids.flatMap((id) => {
      const one = joined.get(id);
      return one === undefined ? [] : [{ id, ...one }];
    }),
    isDoubtful,
  };
}

function joinedPart(
  field: string,
  { base, ours, theirs }: Three<Part | undefined>,
  joinBoth: (both: BothHave) => Joined,
): Joined {
  if (ours !== undefined && theirs !== undefined) {
    const leads = { base: base?.lead ?? '', ours: ours.lead, theirs: theirs.lead };
    const core = picked({ base: base && coreOf(base), ours: coreOf(ours), theirs: coreOf(theirs) });
    if (core === undefined) return behind(joinedComments(leads), joinBoth({ base, ours, theirs }));
    return settled((core === coreOf(ours) ? ours : theirs).says, joinedComments(leads), core);
  }
  const left = ours ?? theirs;
  if (left === undefined) return GONE;
  if (base === undefined) return settled(left.says, left.lead, coreOf(left));
  if (coreOf(left) === coreOf(base) && addedComments([base.lead], left.lead) === '') return GONE;
  return behind(left.lead, conflictOf(field, ours, theirs));
}

function contestedPart(field: string, { base, ours, theirs }: Three<Part | undefined>): Joined {
  if (ours?.says === theirs?.says)
    return joinedPart(field, { base, ours, theirs }, (both) => joinedValue(field, both));
  const leads = each({ base, ours, theirs }, (part) => part?.lead ?? base?.lead ?? '');
  return behind(joinedComments(leads), conflictOf(field, ours, theirs));
}

function behind(lead: string, { pieces, says }: Joined): Joined {
  return { pieces: [lead, ...pieces], says };
}

/** A value that one of the sides changed, with the comments of both around it; else a conflict of the whole. */
export function joinedValue(field: string, { base, ours, theirs }: BothHave): Joined {
  const says = picked({ base: base?.says, ours: ours.says, theirs: theirs.says });
  if (says === undefined) return conflictOf(field, ours, theirs);
  const texts = (of: 'before' | 'value' | 'after') =>
    picked({ base: base?.[of], ours: ours[of], theirs: theirs[of] });
  const value =
    ours.says === theirs.says ? (texts('value') ?? ours.value) : (ours.says === says ? ours : theirs).value;
  const [before, after] = [texts('before'), texts('after')];
  const isOnOneLine = ![ours, theirs].some((part) => (part.before + part.value).includes('\n'));
  if (before !== undefined && after !== undefined && isOnOneLine)
    return settled(says, before + value + after);
  const [plain, other] = mayHaveComment(theirs) ? [ours, theirs] : [theirs, ours];
  if (ours.says !== theirs.says || mayHaveComment(plain)) return conflictOf(field, ours, theirs);
  return settled(says, coreOf(other)); // the two ways to write it differ in nothing that would be missed
}

function mayHaveComment(part: Part): boolean {
  return coreOf(part).includes('#');
}

export function conflictOf(field: string, ours: Part | undefined, theirs: Part | undefined): Joined {
  const of = (part: Part | undefined) => (part === undefined ? '' : coreOf(part));
  const conflict: Conflict = { field, ours: of(ours), theirs: of(theirs) };
  return { pieces: [conflict], says: { ours: ours?.says, theirs: theirs?.says } };
}

/** Whether they go from high to low, as people write who put the newest on top. */
function isFalling({ base, ours, theirs }: Three<readonly Part[]>): boolean {
  const rows = [base, ours, theirs].map((parts) => parts.map(({ rank }) => rank));
  const falls = rows.map(
    (ranks) => ranks.filter((rank, at) => at > 0 && rank < (ranks[at - 1] ?? '')).length,
  );
  const climbs = rows.map(
    (ranks) => ranks.filter((rank, at) => at > 0 && rank > (ranks[at - 1] ?? '')).length,
  );
  return climbs.every((count) => count === 0) && falls.some((count) => count > 0);
}

/** By rank; else by anything that is the same whoever merges. */
function compare(a: Part | undefined, b: Part | undefined, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return 0;
  if (a.rank !== b.rank) return a.rank < b.rank ? -sign : sign;
  return a.says < b.says ? -1 : 1;
}
