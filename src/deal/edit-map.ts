// Edits of one map in a text: another value behind a key, a new key, a key taken out. Every other byte stays.

import type { Layout, Splice } from './layout.ts';
import { doubleQuoted, type ScalarContext, scalarText, singleQuoted } from './scalar-text.ts';
import type { Entry, ListNode, MapNode, ScalarNode } from './tree.ts';

/**
 * What is to be written behind a colon: a text, quoted where it must be, which a day never is; an amount, which needs
 * no quotes but may keep those that stand; or what must stand bare: a number, brackets.
 */
export interface NewValue {
  readonly kind: 'text' | 'plain' | 'bare';
  readonly text: string;
}

/** The value as it is written where nothing stood. */
export function written(value: NewValue, context: ScalarContext): string {
  return value.kind === 'text' ? scalarText(value.text, context) : value.text;
}

/** Another value behind a key; in the quotes that stood there where a person chose them. */
export function setValue(layout: Layout, map: MapNode, entry: Entry, value: NewValue): Splice[] {
  const context = map.flow ? 'flow' : 'block';
  const fresh = written(value, context);
  const old = entry.value;
  if (old.kind === 'list' || old.kind === 'map') return replaceCollection(layout, entry, old, fresh);
  if (old.from === old.to) return [putBehind(entry, fresh)];
  const raw = layout.text.slice(old.from, old.to);
  if (old.style === 'block') return [{ from: old.from, to: old.to, text: fresh + restOfHeader(layout, raw) }];
  const quoted = old.style !== 'plain' && value.kind !== 'bare';
  const chosen = quoted && raw !== written({ kind: value.kind, text: old.text }, context);
  return [{ from: old.from, to: old.to, text: chosen ? inQuotesOf(old, value.text) : fresh }];
}

/**
 * A new key, behind another one of the map or as its last.
 * @param more further lines below it, in a block map
 */
export function addEntry(
  layout: Layout,
  map: MapNode,
  key: string,
  value: NewValue,
  behind = map.entries.at(-1),
  more: readonly string[] = [],
): Splice {
  const text = written(value, map.flow ? 'flow' : 'block');
  const pair = `${scalarText(key, 'flow')}:${text === '' ? '' : ' '}${text}`;
  if (!map.flow) {
    const indent = layout.indentAt((map.entries[0] ?? map).from);
    const at = layout.lineAfterComments(behind?.to ?? map.from, indent.length);
    return layout.insertLines(
      at,
      [pair, ...more].map((line) => indent + line),
    );
  }
  if (behind !== undefined) return { from: behind.to, to: behind.to, text: `, ${pair}` };
  const inside = map.from + 1;
  return { from: inside, to: inside, text: /[\s}]/.test(layout.text[inside] ?? '') ? pair : `${pair} ` };
}

/** A key taken out with its lines, or with its comma. The map must keep another one. */
export function removeEntry(layout: Layout, map: MapNode, entry: Entry): Splice {
  const at = map.entries.indexOf(entry);
  const [before, next] = [map.entries[at - 1], map.entries[at + 1]];
  const ownLines = !map.flow && layout.before(entry.from).trim() === '';
  if (ownLines) return layout.removeLines(...linesOf(layout, entry));
  if (next !== undefined) return { from: entry.from, to: next.from, text: '' };
  return { from: before?.to ?? entry.from, to: entry.to, text: '' };
}

function linesOf(layout: Layout, entry: Entry): [from: number, to: number] {
  const indent = layout.indentAt(entry.from);
  const isBlock = entry.value.kind !== 'scalar' && !entry.value.flow;
  const to = isBlock ? layout.lineAfterComments(entry.to, indent.length) : layout.lineAfter(entry.to);
  return [entry.from - indent.length, to];
}

/** A block list or map gives way to a scalar behind the colon. */
function replaceCollection(layout: Layout, entry: Entry, old: ListNode | MapNode, fresh: string): Splice[] {
  if (old.flow) return [{ from: old.from, to: old.to, text: fresh }];
  const from = layout.lineStart(old.from);
  return [putBehind(entry, fresh), layout.removeLines(from, layout.lineAfter(old.to))];
}

function putBehind(entry: Entry, fresh: string): Splice {
  if (entry.colonAt === undefined) return { from: entry.keyTo, to: entry.keyTo, text: `: ${fresh}` };
  return { from: entry.colonAt + 1, to: entry.colonAt + 1, text: ` ${fresh}` };
}

/** Of a block scalar: the comment behind its sign, and the line end that the scalar took in. */
function restOfHeader(layout: Layout, raw: string): string {
  const comment = /^[|>]\S*([ \t]+#[^\r\n]*)?/.exec(raw)?.[1] ?? '';
  return comment + (raw.endsWith('\n') ? layout.lineEnd : '');
}

function inQuotesOf(old: ScalarNode, text: string): string {
  const single = old.style === 'single' ? singleQuoted(text) : undefined;
  return single ?? doubleQuoted(text);
}
