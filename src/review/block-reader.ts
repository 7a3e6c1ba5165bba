// What the readers of a sheet's blocks share: the block's map, its texts and lists, and what is wrong at which place.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { compose } from '../deal/compose.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import { type Collector, collectorFor, inQuotes } from '../workspace/settings-report.ts';
import { textOf, under } from '../workspace/settings-tree.ts';
import { isPrinted } from './printed-comments.ts';
import type { SheetBlock } from './sheet-blocks.ts';

export class BlockReader {
  readonly block: SheetBlock;
  /** Undefined where the block is no map, or can't be read. */
  readonly map: MapNode | undefined;
  readonly report: Collector['report'];
  readonly #broken: readonly Problem[];
  readonly #collector: Collector;

  constructor(block: SheetBlock) {
    this.block = block;
    this.#collector = collectorFor(block.source);
    this.report = this.#collector.report;
    if (!block.closed) {
      this.report(0, 'The block has no end.', 'Close it with a line of ``` below its last key.');
    }
    const { root, problems } = block.closed ? compose(block.source) : { root: undefined, problems: [] };
    this.#broken = problems;
    this.map = root?.kind === 'map' ? root : undefined;
  }

  problems(): readonly Problem[] {
    return [...this.#broken, ...this.#collector.problems()];
  }

  /** What stands at a key; undefined where nothing does. */
  at(key: string): TreeNode | undefined {
    return under(this.map, key);
  }

  /** The line of a key, from 1; of the block where it has none. */
  lineOf(key: string): number {
    const entry = this.map === undefined ? undefined : entryOf(this.map, key);
    return entry === undefined ? this.block.line : this.block.source.lineAt(entry.from);
  }

  /** A text, trimmed; '' where there is none. What is no text is reported. */
  text(key: string, node = this.at(key)): string {
    if (node === undefined) return '';
    const text = textOf(node)?.trim();
    if (text === undefined)
      this.report(
        node.from,
        said('{key} takes a text.', { key }),
        said('Write {key}: in a few words.', { key }),
      );
    return text ?? '';
  }

  /** A text in somebody's own words: one that a `#` has cut short is reported. */
  words(key: string, node = this.at(key)): string {
    const text = this.text(key, node);
    if (node?.kind === 'scalar' && node.style === 'plain' && text !== '') this.#expectWhole(key, node);
    return text;
  }

  /** The comments that the sheet itself prints may stay behind what was filled in. */
  #expectWhole(key: string, { to }: TreeNode): void {
    const behind = /^[ \t]+#[ \t]*([^\r\n]*)/.exec(this.block.source.text.slice(to));
    if (behind === null || isPrinted(behind[1] ?? '')) return;
    this.report(
      to + behind[0].indexOf('#'),
      said('{key} ends before the #: what follows is a comment.', { key }),
      'A text with a # stands in quotes: "see ticket #3". A comment stands on a line of its own.',
    );
  }

  /** The items of a list, or the one thing that stands in its place; an empty text is none. */
  items(key: string): readonly TreeNode[] {
    const node = this.at(key);
    if (node === undefined) return [];
    const items = node.kind === 'list' ? node.items.map(({ value }) => value) : [node];
    return items.filter((item) => !isNothing(item) && textOf(item)?.trim() !== '');
  }

  /** What is made of a text, or what is wrong with it at its place. */
  tried<Value>(at: number, make: () => Value): Value | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.report(at, error.said.message, error.said.hint ?? '');
      return undefined;
    }
  }

  /** Reports other keys than these. @param hint where one holds nothing: it is then half of a text */
  expectKeys(map: MapNode, known: readonly string[], hint?: Sayable): void {
    for (const { key, from, value } of map.entries) {
      if (known.includes(key)) continue;
      this.report(from, said('There is no key {key} here.', { key: inQuotes(key) }), () =>
        hint !== undefined && isNothing(value)
          ? hint
          : didYouMean(key, known, said('The keys are {known}.', { known: known.join(', ') })),
      );
    }
  }
}
