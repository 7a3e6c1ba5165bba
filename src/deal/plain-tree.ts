// The plain form of YAML → its tree, in one pass: what the tool writes and most of what people write. Gives up, without
// a word, at anything else: compose then asks the yaml package, which alone says what a text is and what is wrong with it.

import { findUnprintable } from './guard-text.ts';
import { isLineEnd, PlainText, SIGN } from './plain-text.ts';
import type { Entry, ListItem, ListNode, MapNode, ScalarNode, TreeNode } from './tree.ts';
import { YAML_LIMITS } from './yaml-limits.ts';

/** No text holds more values, or more marks between them, than characters. */
const MOST_CHARACTERS = YAML_LIMITS.nodes;
const MOST_DEPTH = 8;
/** Each key is compared with those before it. */
const MOST_KEYS = 64;
/** YAML bounds a key before a colon to 1024. */
const LONGEST_KEY = 1000;

let isOn = true;

/** Off: every text is read by the yaml package, for the day that somebody doubts this reader. */
export function usePlainReader(on: boolean): void {
  isOn = on;
}

/** Just the tree that yaml and `compose` make of the text; undefined where the text may be anything but plain. */
export function plainTree(text: string): MapNode | undefined {
  if (!isOn || text.length > MOST_CHARACTERS) return undefined;
  if (text.includes('\t') || findUnprintable(text) !== undefined) return undefined;
  return new PlainReader(new PlainText(text)).root();
}

/** Each method reads what begins at the place, and leaves the place behind it; undefined is "give up". */
class PlainReader {
  readonly #place: PlainText;

  constructor(place: PlainText) {
    this.#place = place;
  }

  /** A line at a column where nothing is open ends all that is open, and so is left over here. */
  root(): MapNode | undefined {
    const isFound = this.#place.goToContent(0) && this.#place.indent >= 0;
    const map = isFound ? this.#blockMap(MOST_DEPTH) : undefined;
    return this.#place.indent < 0 ? map : undefined;
  }

  #blockMap(depth: number): MapNode | undefined {
    const { at: from, indent } = this.#place;
    const entries: Entry[] = [];
    let to = from;
    while (this.#place.indent === indent) {
      const entry = this.#blockEntry(indent, depth);
      if (entry === undefined || !isNewKey(entries, entry.key)) return undefined;
      entries.push(entry);
      to = entry.to;
    }
    return { kind: 'map', flow: false, from, to, entries };
  }

  #blockEntry(indent: number, depth: number): Entry | undefined {
    const key = this.#place.scalar(false);
    if (key === undefined || key.to - key.from > LONGEST_KEY || !this.#place.isAt(SIGN.colon))
      return undefined;
    const colonAt = this.#place.at++;
    const value = this.#blockValue(indent, depth);
    if (value === undefined) return undefined;
    return { key: key.text, from: key.from, keyTo: key.to, colonAt, value, to: value.to };
  }

  /** What stands behind a colon, or in the lines below it. */
  #blockValue(indent: number, depth: number): TreeNode | undefined {
    const near = this.#place.at;
    const code = this.#place.skipSpaces();
    if (code !== SIGN.hash && !isLineEnd(code)) return this.#restOfLine(depth);
    this.#place.at = near;
    if (!this.#place.finishLine() || depth === 0) return undefined;
    if (this.#place.indent >= indent && this.#place.isAt(SIGN.hyphen)) return this.#blockList(depth - 1);
    return this.#place.indent > indent ? this.#blockMap(depth - 1) : leftOut(near);
  }

  #blockList(depth: number): ListNode | undefined {
    const { at: from, indent } = this.#place;
    const items: ListItem[] = [];
    let to = from;
    while (this.#place.indent === indent && this.#place.isAt(SIGN.hyphen)) {
      const at = this.#place.at++;
      const value = this.#blockItem(at, depth);
      if (value === undefined) return undefined;
      items.push({ at, value });
      to = value.to;
    }
    return { kind: 'list', flow: false, from, to, items };
  }

  #blockItem(hyphenAt: number, depth: number): TreeNode | undefined {
    const code = this.#place.skipSpaces();
    if (code === SIGN.openMap || code === SIGN.openList) return this.#restOfLine(depth);
    const from = this.#place.at;
    const item = this.#place.scalar(false);
    if (item === undefined) return undefined;
    if (!this.#place.isAt(SIGN.colon)) return this.#place.finishLine() ? item : undefined;
    this.#place.at = from;
    this.#place.indent += from - hyphenAt;
    return depth === 0 ? undefined : this.#blockMap(depth - 1);
  }

  #restOfLine(depth: number): TreeNode | undefined {
    const value = this.#inline(false, depth);
    return value !== undefined && this.#place.finishLine() ? value : undefined;
  }

  #inline(inFlow: boolean, depth: number): TreeNode | undefined {
    const code = this.#place.skipSpaces();
    if (code !== SIGN.openMap && code !== SIGN.openList) return this.#place.scalar(inFlow);
    if (depth === 0) return undefined;
    return code === SIGN.openMap ? this.#flowMap(depth - 1) : this.#flowList(depth - 1);
  }

  #flowMap(depth: number): MapNode | undefined {
    const from = this.#place.at++;
    const entries: Entry[] = [];
    while (this.#place.skipSpaces() !== SIGN.closeMap) {
      const entry = this.#flowEntry(depth);
      if (entry === undefined || !isNewKey(entries, entry.key) || !this.#skipComma(SIGN.closeMap))
        return undefined;
      entries.push(entry);
    }
    return { kind: 'map', flow: true, from, to: ++this.#place.at, entries };
  }

  #flowEntry(depth: number): Entry | undefined {
    const key = this.#place.scalar(true);
    if (key === undefined || !this.#place.isAt(SIGN.colon)) return undefined;
    const colonAt = this.#place.at++;
    const code = this.#place.skipSpaces();
    const isLeftOut = code === SIGN.comma || code === SIGN.closeMap;
    const value = isLeftOut ? leftOut(colonAt + 1) : this.#inline(true, depth);
    if (value === undefined) return undefined;
    return { key: key.text, from: key.from, keyTo: key.to, colonAt, value, to: value.to };
  }

  #flowList(depth: number): ListNode | undefined {
    const from = this.#place.at++;
    const items: ListItem[] = [];
    while (this.#place.skipSpaces() !== SIGN.closeList) {
      const value = this.#inline(true, depth);
      if (value === undefined || !this.#skipComma(SIGN.closeList)) return undefined;
      items.push({ at: value.from, value });
    }
    return { kind: 'list', flow: true, from, to: ++this.#place.at, items };
  }

  #skipComma(close: number): boolean {
    const code = this.#place.skipSpaces();
    if (code === SIGN.comma) this.#place.at++;
    return code === SIGN.comma || code === close;
  }
}

/** A value that is left out stands behind its colon. */
function leftOut(near: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', text: '', from: near, to: near };
}

function isNewKey(entries: readonly Entry[], key: string): boolean {
  return entries.length < MOST_KEYS && entries.every((entry) => entry.key !== key);
}
