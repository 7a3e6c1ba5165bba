// Two people's edits of one deal → one file. By key, by key under `custom`, by item of a list; what both changed
// differently is a conflict of just that. What does not read back as meant is not given at all.

import { compose } from '../deal/compose.ts';
import { DEAL_KEYS } from '../deal/deal.ts';
import { Layout } from '../deal/layout.ts';
import { isDealKey } from '../deal/read-keys.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, type MapNode, type TreeNode } from '../deal/tree.ts';
import { joinedCollection } from './collection.ts';
import { LISTS } from './items.ts';
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
import { entryLines, type Lines, type Part, type Reading } from './parts.ts';
import { amountSaying, mapSaying, sayingOf } from './saying.ts';
import { formOf, inForm } from './text-form.ts';
import { each, picked, SIDES, type Three } from './three.ts';

export interface MergedDeal {
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
export function mergedDeal(three: Three<string>, markerSize = 7): MergedDeal | undefined {
  const whole = picked(three);
  if (whole !== undefined) return { text: whole, conflicts: [] };
  const form = formOf(three);
  const joined = joinedTexts(form.texts);
  if (joined === undefined) return undefined;
  const { pieces, says } = joined;
  const settled = (side: (typeof SIDES)[number]) => inForm(form, settledFor(pieces, side));
  if (SIDES.some((side) => rootSaying(settled(side)) !== says[side])) return undefined;
  const isLastOpen = form.isLastOpen && typeof pieces.findLast((piece) => piece !== '') === 'string';
  return { text: inForm(form, marked(pieces, markerSize), isLastOpen), conflicts: conflictsIn(pieces) };
}

function marked(pieces: readonly Piece[], size: number): string {
  const mark = (sign: string, label = '') => `${sign.repeat(size)}${label}\n`;
  const textOf = ({ ours, theirs }: Conflict) =>
    `${mark('<', ' ours')}${ours}${mark('=')}${theirs}${mark('>', ' theirs')}`;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece))).join('');
}

function joinedTexts(texts: Three<string>): Joined | undefined {
  const layouts = each(texts, (text) => new Layout(text));
  const { base, ours, theirs } = each(layouts, documentOf);
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const head = picked(each({ base, ours, theirs }, (of) => of.head));
  if (head === undefined) return undefined;
  const three = { base, ours, theirs };
  if (new Set(Object.values(three).flatMap(({ column }) => column ?? [])).size > 1) return undefined;
  const parts = each(three, (of) => of.parts);
  const joinCore = (key: string, both: BothHave) =>
    (hasItems(key) ? joinedCollection(key, both, layouts, readingOf(key)) : undefined) ??
    joinedValue(key, both);
  const joined = joinedParts(parts, (key) => key, joinCore, contestedIn(parts)).parts;
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
function documentOf(layout: Layout): Document | undefined {
  const { text } = layout;
  const root = rootOf(text);
  if (root === undefined || root.flow) return undefined;
  const first = root.entries[0]?.from ?? text.length;
  const head = /^[\s\S]*^---(?:[ \t].*)?\n/m.exec(text.slice(0, first))?.[0] ?? '';
  const lines = entryLines(layout, root, [head.length, text.length], DEAL);
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
function rootSaying(text: string): string | undefined {
  const root = rootOf(text);
  return root && mapSaying(root.entries.map(({ key, value }) => [key, DEAL.saysOf(key, value)]));
}

/** An amount says nothing without its currency: where a side changed the one and a side the other, both are doubtful. */
function contestedIn(parts: Three<readonly Part[]>): ReadonlySet<string> {
  const { base, ours, theirs } = each(parts, (of) => new Map(of.map(({ id, says }) => [id, says])));
  const changes = (side: ReadonlyMap<string, string>, key: string) => side.get(key) !== base.get(key);
  const isMixed =
    (changes(ours, 'currency') && changes(theirs, 'amount')) ||
    (changes(theirs, 'currency') && changes(ours, 'amount'));
  return new Set(isMixed ? ['amount', 'currency'] : []);
}

function hasItems(key: string): boolean {
  return key === 'custom' || Object.hasOwn(LISTS, key);
}

/** The keys of a deal. */
const DEAL: Reading = {
  saysOf: (key, node) => {
    if (key === 'amount') return amountSaying(node);
    return sayingOf(node, isDealKey(key) && key !== 'custom' ? 'text' : 'data');
  },
  rankOf: (key) => {
    const place = (DEAL_KEYS as readonly string[]).indexOf(key);
    return `${String(place < 0 ? DEAL_KEYS.length : place).padStart(2, '0')} ${key}`;
  },
};

/** The items of a list, or the keys under `custom`. */
function readingOf(key: string): Reading {
  if (key === 'custom') return { saysOf: (_, node) => sayingOf(node, 'data'), rankOf: (id) => id };
  return { saysOf: (_, node) => sayingOf(node, 'text'), rankOf: (_, node) => dayOf(node) };
}

/** The day of an activity or a stage. */
function dayOf(item: TreeNode): string {
  const on = item.kind === 'map' ? entryOf(item, 'on')?.value : undefined;
  return on?.kind === 'scalar' ? on.text : '';
}
