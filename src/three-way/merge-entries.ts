// Two people's edits of one file of entries, a month of the dialogue or the calls, → one file: by entry, which is known by
// what it says of itself, and by key of an entry.

import { compose } from '../deal/compose.ts';
import { Layout } from '../deal/layout.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf } from '../deal/tree.ts';
import { joinedCollection } from './collection.ts';
import { type BothHave, conflictOf, joinedParts, joinedValue } from './join-parts.ts';
import { bySide, type Joined, joinedComments, type Piece, saidBy } from './joined.ts';
import { type Kind, type Merged, mergedText } from './merge-text.ts';
import { coreOf, entryLines, type Lines, type Part, type PartReading } from './parts.ts';
import { dayOf, mapSaying, sayingOf } from './saying.ts';
import { each, type Three } from './three.ts';

/** As mergedDeal, of a file of feedback/: an entry has an id. */
export function mergedFeedback(three: Three<string>, markerSize?: number): Merged | undefined {
  return mergedText(three, kindOf('entries', ['id']), markerSize);
}

/** As mergedDeal, of forecasts/calls.yaml: a call is of a day, for somebody's deals in a period. */
export function mergedCalls(three: Three<string>, markerSize?: number): Merged | undefined {
  return mergedText(three, kindOf('calls', ['period', 'owner', 'on']), markerSize);
}

const KEYS: PartReading = { saysOf: (_, node) => sayingOf(node, 'text'), rankOf: (key) => key };
const ENTRIES: PartReading = {
  saysOf: (_, node) => sayingOf(node, 'text'),
  rankOf: (_, node) => dayOf(node),
};

/** @param names the keys that an entry is known by */
function kindOf(list: string, names: readonly string[]): Kind {
  return {
    keys: KEYS,
    itemsOf(key, layouts) {
      if (key !== list) return undefined;
      return {
        reading: ENTRIES,
        identified: (parts) => each(parts, (of) => byName(of, names)),
        joinItem: (id, both) =>
          isEndedTwice(both)
            ? conflictOf(id, both.ours, both.theirs)
            : (joinedEntry(id, both, layouts) ?? joinedValue(id, both)),
      };
    },
  };
}

/** Whether one side says that an action is done, and the other that it is dropped: only people can tell which it is. */
function isEndedTwice({ ours, theirs }: BothHave): boolean {
  return (
    (hasKey(ours, 'done') && !hasKey(theirs, 'done') && hasKey(theirs, 'dropped')) ||
    (hasKey(ours, 'dropped') && !hasKey(theirs, 'dropped') && hasKey(theirs, 'done'))
  );
}

function hasKey({ node }: Part, key: string): boolean {
  return node.kind === 'map' && entryOf(node, key) !== undefined;
}

/** What has no name is known by what it says; of several with one, the second is another. */
function byName(parts: readonly Part[], names: readonly string[]): readonly Part[] {
  const seen = new Map<string, number>();
  return parts.map((part) => {
    const name = nameOf(part, names);
    const id = name === '' ? part.says : name;
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return { ...part, id: before === 0 ? id : `${id} ${before + 1}` };
  });
}

function nameOf({ node }: Part, names: readonly string[]): string {
  if (node.kind !== 'map') return '';
  const values = names.map((name) => entryOf(node, name)?.value);
  return values
    .flatMap((value) => (value?.kind === 'scalar' && value.text !== '' ? [value.text] : []))
    .join(' ');
}

/** Key by key; undefined where the two are written in different ways. */
function joinedEntry(id: string, both: BothHave, layouts: Three<Layout>): Joined | undefined {
  const nodes = [both.base, both.ours, both.theirs].flatMap((part) => part?.node ?? []);
  if (nodes.every((node) => node.kind === 'map' && node.flow))
    return joinedCollection(id, both, layouts, { reading: KEYS });
  const { before } = both.ours;
  const lines = each<Part | undefined, Lines | undefined>(both, (part) =>
    part === undefined ? NO_LINES : part.before === before ? linesOf(part) : undefined,
  );
  const { base, ours, theirs } = lines;
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const fieldOf = (key: string) => `${id}.${key}`;
  const { parts } = joinedParts(
    each({ base, ours, theirs }, (of) => of.parts),
    fieldOf,
    (key, versions) => joinedValue(fieldOf(key), versions),
  );
  const [first, ...rest] = parts.flatMap(({ pieces }) => pieces).filter((piece) => piece !== '');
  const begun = beginning(first, before);
  if (begun === undefined) return undefined;
  const tail = joinedComments(each({ base, ours, theirs }, (of) => of.tail));
  return { pieces: [begun, ...rest, tail], says: bySide((side) => mapSaying(saidBy(parts, side))) };
}

const NO_LINES: Lines = { parts: [], tail: '' };

/** The lines of an item of a block list, its hyphen as if it were a space. */
function linesOf(part: Part): Lines | undefined {
  const { before, node } = part;
  if (node.kind !== 'map' || node.flow || !/^ *- +$/.test(before)) return undefined;
  const text = before.replace('-', ' ') + coreOf(part).slice(before.length);
  const { root } = compose(new SourceText(text, ''));
  if (root?.kind !== 'map') return undefined;
  return entryLines(new Layout(text), root, [0, text.length], KEYS);
}

/** With the hyphen again; undefined where a conflict or a comment would come before it. */
function beginning(piece: Piece | undefined, before: string): string | undefined {
  if (typeof piece !== 'string' || !piece.startsWith(before.replace('-', ' '))) return undefined;
  return piece[before.length] === '#' ? undefined : before + piece.slice(before.length);
}
