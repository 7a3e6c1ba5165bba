// A list or map of three versions, joined item by item: in lines, or in brackets.

import type { Layout } from '../deal/layout.ts';
import { isNothing } from '../deal/tree.ts';
import { type BothHave, type JoinCore, type JoinedPart, joinedParts, joinedValue } from './join-parts.ts';
import { bySide, conflictsIn, GONE, type Joined, joinedComments, saidBy, settledFor } from './joined.ts';
import {
  type Bracketed,
  bracketed,
  coreOf,
  entryLines,
  itemLines,
  type Lines,
  type Part,
  type PartReading,
  shifted,
} from './parts.ts';
import { listSaying, mapSaying, NOTHING } from './saying.ts';
import { each, picked, type Side, type Three } from './three.ts';

type Collection =
  | { readonly form: 'empty'; readonly parts: readonly []; readonly kind?: undefined }
  | {
      readonly kind: 'list' | 'map';
      readonly form: 'lines';
      readonly parts: readonly Part[];
      readonly head: string;
      readonly tail: string;
      readonly column: number;
    }
  | ({ readonly form: 'brackets'; readonly kind: 'list' | 'map' } & Bracketed);

const EMPTY: Collection = { form: 'empty', parts: [] };

/** What a list or map is made of. */
export interface Items {
  readonly reading: PartReading;
  /** Of a list, whose items have no keys: them with ids, the same for what is one thing in several versions. */
  identified?(parts: Three<readonly Part[]>): Three<readonly Part[]>;
  /** Joins two versions of an item, where there is more to it than which of them stands. */
  joinItem?: JoinCore | undefined;
}

/**
 * A list or map joined, with its key; undefined where the two sides write it differently, or it can't be told apart
 * into items.
 */
export function joinedCollection(
  key: string,
  both: BothHave,
  layouts: Three<Layout>,
  items: Items,
): Joined | undefined {
  const { reading } = items;
  const held = {
    base: both.base === undefined ? EMPTY : collectionOf(both.base, layouts.base, reading),
    ours: collectionOf(both.ours, layouts.ours, reading),
    theirs: collectionOf(both.theirs, layouts.theirs, reading),
  };
  const { base, ours, theirs } = held;
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const [model = EMPTY, other = EMPTY] = ours.form === 'empty' ? [theirs, ours] : [ours, theirs];
  if (other.form !== 'empty' && other.form !== model.form) return undefined;
  if (other.form === 'empty' && [both.ours.after, both.theirs.after].some((text) => text.includes('#')))
    return undefined;
  if (model.form === 'empty' || (base.form !== 'empty' && base.form !== model.form)) return undefined;
  const three = { base, ours, theirs };
  if (!canBeInOneColumn(three) || !isOneKind(three)) return undefined;
  return model.form === 'lines'
    ? inLines(key, each(three, onColumn(model.column)), items)
    : inBrackets(key, three, both, items);
}

function collectionOf(part: Part, layout: Layout, reading: PartReading): Collection | undefined {
  const { node, before, after } = part;
  if (node.kind === 'scalar') return isNothing(node) ? EMPTY : undefined;
  const children = node.kind === 'list' ? node.items : node.entries;
  if (children.length === 0) return /[^[\]{}\s]/.test(part.value) ? undefined : EMPTY;
  if (node.flow) {
    const held = bracketed(layout.text, node, reading);
    return held && { kind: node.kind, form: 'brackets', ...held };
  }
  const start = node.from - before.length;
  const head = before.slice(0, before.indexOf('\n') + 1);
  const region = [start + head.length, node.to + after.length] as const;
  const lines =
    node.kind === 'list'
      ? itemLines(layout, node, region, reading)
      : entryLines(layout, node, region, reading);
  const first = node.kind === 'list' ? node.items[0]?.at : node.entries[0]?.from;
  return (
    lines && {
      kind: node.kind,
      form: 'lines',
      head,
      ...lines,
      column: layout.indentAt(first ?? node.from).length,
    }
  );
}

/** They do where all begin in one column; what spans lines may mean something else in another one. */
function canBeInOneColumn(three: Three<Collection>): boolean {
  const all = Object.values(three).filter((of) => of.form === 'lines');
  const spansLines = (part: Part) => coreOf(part).trimEnd().includes('\n');
  return (
    new Set(all.map(({ column }) => column)).size <= 1 || !all.some(({ parts }) => parts.some(spansLines))
  );
}

function isOneKind(three: Three<Collection>): boolean {
  return new Set(Object.values(three).flatMap(({ kind }) => kind ?? [])).size <= 1;
}

function onColumn(column: number): (of: Collection) => Collection {
  return (of) => (of.form === 'lines' ? { ...of, ...shifted(of as Lines, column - of.column) } : of);
}

function partsJoined(key: string, three: Three<Collection>, items: Items): readonly JoinedPart[] | undefined {
  const parts = each(three, (of): readonly Part[] => of.parts);
  const isList = items.identified !== undefined;
  const fieldOf = (id: string) => (isList ? key : `${key}.${id}`);
  const joinCore = items.joinItem ?? ((id, both) => joinedValue(fieldOf(id), both));
  const joined = joinedParts(items.identified?.(parts) ?? parts, fieldOf, joinCore);
  return isList && joined.isDoubtful ? undefined : joined.parts;
}

function saysOf(parts: readonly JoinedPart[], side: Side, { identified }: Items): string {
  const said = saidBy(parts, side);
  return identified === undefined ? mapSaying(said) : listSaying(said.map(([, saying]) => saying));
}

/** Where no item is left, its key goes too. */
function inLines(key: string, three: Three<Collection>, items: Items): Joined | undefined {
  const heads = each(three, (of) => (of.form === 'lines' ? of.head : undefined));
  const head = picked({ ...heads, ours: heads.ours ?? heads.theirs, theirs: heads.theirs ?? heads.ours });
  const tail = joinedComments(each(three, (of) => (of.form === 'lines' ? of.tail : '')));
  const parts = partsJoined(key, three, items);
  if (head === undefined || parts === undefined) return undefined;
  // With the key a comment beside it goes: nobody but a person knows whether it was meant for what is gone.
  const isSaid = head.includes('#') && head !== heads.base;
  if (parts.length === 0) return tail.trim() === '' && !isSaid ? GONE : undefined;
  return {
    pieces: [head, ...parts.flatMap(({ pieces }) => pieces), tail],
    says: bySide((side) => (saidBy(parts, side).length === 0 ? NOTHING : saysOf(parts, side, items))),
  };
}

/** Where an item is a conflict the whole line is one, with all the other items on both sides of it; where several are, of the key. */
function inBrackets(
  key: string,
  three: Three<Collection>,
  { base, ours, theirs }: BothHave,
  items: Items,
): Joined | undefined {
  const parts = partsJoined(key, three, items);
  const around = (of: 'before' | 'after') => picked({ base: base?.[of], ours: ours[of], theirs: theirs[of] });
  const [before, after] = [around('before'), around('after')];
  const [a, b] = [three.ours, three.theirs].filter((of) => of.form === 'brackets');
  if (parts === undefined || before === undefined || after === undefined || a === undefined) return undefined;
  const texts = bySide((side) => {
    const kept = parts.filter(({ says }) => says[side] !== undefined);
    const held = kept.map(({ pieces }) => settledFor(pieces, side)).join(a.joint ?? b?.joint ?? ', ');
    return before + a.open + held + a.close + after;
  });
  const fields = new Set(conflictsIn(parts.flatMap(({ pieces }) => pieces)).map(({ field }) => field));
  const [field] = fields.size > 1 ? [key] : fields;
  return {
    pieces: [field === undefined ? texts.ours : { ...texts, field }],
    says: bySide((side) => saysOf(parts, side, items)),
  };
}
