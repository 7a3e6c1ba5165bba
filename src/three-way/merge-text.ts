// Two people's edits of one file of keys → one file. By key, and by item of what has items; what both changed differently
// is a conflict of just that. What does not read back as meant is not given at all.

import { compose } from '../deal/compose.ts';
import { Layout } from '../deal/layout.ts';
import { SourceText } from '../deal/source-text.ts';
import type { MapNode } from '../deal/tree.ts';
import { type Items, joinedCollection } from './collection.ts';
import { type BothHave, joinedParts, joinedValue } from './join-parts.ts';
import {
  bySide,
  type Conflict,
  conflictsIn,
  type Joined,
  joinedComments,
  type Piece,
  saidBy,
  settledFor,
} from './joined.ts';
import { entryLines, type Lines, type Part, type PartReading } from './parts.ts';
import { mapSaying } from './saying.ts';
import { formOf, inForm } from './text-form.ts';
import { each, picked, SIDES, type Three } from './three.ts';

/** What is known of the files of one kind. */
export interface Kind {
  /** Its keys. */
  readonly keys: PartReading;
  /** What the value of a key is made of; undefined where it is one thing. */
  itemsOf(key: string, layouts: Three<Layout>): Items | undefined;
  /** Keys that are a conflict wherever the two sides differ. */
  contestedIn?(parts: Three<readonly Part[]>): ReadonlySet<string>;
}

export interface Merged {
  /** With conflict markers where there are conflicts. */
  readonly text: string;
  /** In the order of the file. */
  readonly conflicts: readonly Conflict[];
}

/**
 * The text that both sides' edits come to; undefined where it can't be told apart into keys and items.
 * @param three the base is '' where both sides made the file
 * @param markerSize signs of a conflict marker
 */
export function mergedText(three: Three<string>, kind: Kind, markerSize = 7): Merged | undefined {
  const whole = picked(three);
  if (whole !== undefined) return { text: whole, conflicts: [] };
  const { base, ours, theirs } = three;
  // What can be joined for one of the two people alone would be another file for each of them.
  const forTheOther = textJoined({ base, ours: theirs, theirs: ours }, kind, markerSize);
  return forTheOther && textJoined(three, kind, markerSize);
}

function textJoined(three: Three<string>, kind: Kind, markerSize: number): Merged | undefined {
  const form = formOf(three);
  const joined = joinedTexts(form.texts, kind);
  if (joined === undefined) return undefined;
  const { pieces, says } = joined;
  const settled = (side: (typeof SIDES)[number]) => inForm(form, settledFor(pieces, side));
  if (SIDES.some((side) => rootSaying(settled(side), kind) !== says[side])) return undefined;
  const isLastOpen = form.isLastOpen && typeof pieces.findLast((piece) => piece !== '') === 'string';
  return { text: inForm(form, marked(pieces, markerSize), isLastOpen), conflicts: conflictsIn(pieces) };
}

function marked(pieces: readonly Piece[], size: number): string {
  const mark = (sign: string, label = '') => `${sign.repeat(size)}${label}\n`;
  const textOf = ({ ours, theirs }: Conflict) =>
    `${mark('<', ' ours')}${ours}${mark('=')}${theirs}${mark('>', ' theirs')}`;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece))).join('');
}

function joinedTexts(texts: Three<string>, kind: Kind): Joined | undefined {
  const layouts = each(texts, (text) => new Layout(text));
  const { base, ours, theirs } = each(layouts, (layout) => documentOf(layout, kind.keys));
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const head = picked(each({ base, ours, theirs }, (of) => of.head));
  if (head === undefined) return undefined;
  const three = { base, ours, theirs };
  if (new Set(Object.values(three).flatMap(({ column }) => column ?? [])).size > 1) return undefined;
  const parts = each(three, (of) => of.parts);
  const joinCore = (key: string, both: BothHave) => {
    const items = kind.itemsOf(key, layouts);
    return (items && joinedCollection(key, both, layouts, items)) ?? joinedValue(key, both);
  };
  const joined = joinedParts(parts, (key) => key, joinCore, kind.contestedIn?.(parts)).parts;
  return {
    pieces: [head, ...joined.flatMap(({ pieces }) => pieces), joinedComments(each(three, (of) => of.tail))],
    says: bySide((side) => mapSaying(saidBy(joined, side))),
  };
}

interface Document extends Lines {
  /** Up to the line that begins the document, where it has one. */
  readonly head: string;
  /** Of its keys, where it has any. */
  readonly column: number | undefined;
}

/** Undefined for what is no map in lines; the map of an empty file has no keys. */
function documentOf(layout: Layout, keys: PartReading): Document | undefined {
  const { text } = layout;
  const root = rootOf(text);
  if (root === undefined || root.flow) return undefined;
  const first = root.entries[0]?.from ?? text.length;
  const head = /^[\s\S]*^---(?:[ \t].*)?\n/m.exec(text.slice(0, first))?.[0] ?? '';
  const lines = entryLines(layout, root, [head.length, text.length], keys);
  return (
    lines && { head, ...lines, column: root.entries.length === 0 ? undefined : layout.indentAt(first).length }
  );
}

function rootOf(text: string): MapNode | undefined {
  const { root, problems } = compose(new SourceText(text, ''));
  if (problems.length > 0) return undefined;
  if (root === undefined)
    return { kind: 'map', flow: false, from: text.length, to: text.length, entries: [] };
  return root.kind === 'map' ? root : undefined;
}

/** What a whole text says. */
function rootSaying(text: string, { keys }: Kind): string | undefined {
  const root = rootOf(text);
  return root && mapSaying(root.entries.map(({ key, value }) => [key, keys.saysOf(key, value)]));
}
