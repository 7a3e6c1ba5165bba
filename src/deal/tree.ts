// A deal file as a tree of source texts with the offsets where they stand: what the reader reads and what the
// patcher splices at. No number, date or boolean is guessed here; a text is what the file says.

/** From the first character up to, and not including, the character at `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** Without quotes and escapes, folded; '' for a value that is left out, which is plain and spans nothing. */
  readonly text: string;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Of the hyphen; in a flow list of the value. */
  readonly at: number;
  readonly value: TreeNode;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

/** Spans key and value; the comment behind it is outside. */
export interface Entry extends Span {
  readonly key: string;
  readonly keyTo: number;
  /** Undefined where a flow map has a key alone. */
  readonly colonAt: number | undefined;
  readonly value: TreeNode;
}

export type TreeNode = ScalarNode | ListNode | MapNode;

/** Whether the value is left out, `null` or `~`. */
export function isNothing(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && NOTHING.has(node.text);
}

const NOTHING: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

/** The entry of a key, or undefined. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  return map.entries.find((entry) => entry.key === key);
}
