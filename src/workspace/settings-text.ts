// The text of pipeline.yaml, edited in place: each edit looks at the text as the one before left it.

import { compose } from '../deal/compose.ts';
import { type NewValue, removeEntry, setValue } from '../deal/edit-map.ts';
import { Layout, type Splice, spliced } from '../deal/layout.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { SourceText } from '../deal/source-text.ts';
import { type Entry, entryOf, type MapNode } from '../deal/tree.ts';
import { under } from './settings-tree.ts';

export class SettingsText {
  #layout: Layout;
  #root: MapNode;

  /** @throws Error where the text is no map */
  constructor(text: string) {
    this.#layout = new Layout(text);
    this.#root = rootOf(text);
  }

  get text(): string {
    return this.#layout.text;
  }

  get root(): MapNode {
    return this.#root;
  }

  /** @throws Error where the text would be no map any more */
  edit(splices: (layout: Layout, root: MapNode) => readonly Splice[]): void {
    const text = spliced(this.text, splices(this.#layout, this.#root));
    this.#root = rootOf(text);
    this.#layout = new Layout(text);
  }

  /** Another value behind a key that is there. */
  set(map: (root: MapNode) => MapNode | undefined, key: string, value: NewValue): void {
    this.edit((layout, root) => {
      const [found, entry] = entryIn(map(root), key);
      return found === undefined ? [] : setValue(layout, found, entry, value);
    });
  }

  /** Another key before a value that stays, where the key is there. */
  renameKey(path: readonly string[], key: string, to: string): void {
    this.edit((_layout, root) => {
      const [map, entry] = entryIn(mapAt(root, path), key);
      return map === undefined ? [] : [{ from: entry.from, to: entry.keyTo, text: scalarText(to, 'flow') }];
    });
  }

  /** A key taken out where it is there; and the map that it was the last one of, for an empty one says nothing. */
  removeKey(path: readonly string[], key: string): void {
    this.edit((layout, root) => {
      const [map, entry] = entryIn(mapAt(root, path), key);
      if (map === undefined) return [];
      if (map.entries.length > 1) return [removeEntry(layout, map, entry)];
      for (let depth = path.length - 1; depth >= 0; depth--) {
        const [above, empty] = entryIn(mapAt(root, path.slice(0, depth)), path[depth] ?? '');
        if (above !== undefined && above.entries.length > 1) return [removeEntry(layout, above, empty)];
      }
      return [];
    });
  }
}

/** The map under these keys; undefined where there is none. */
export function mapAt(root: MapNode, path: readonly string[]): MapNode | undefined {
  const node = under(root, ...path);
  return node?.kind === 'map' ? node : undefined;
}

function entryIn(
  map: MapNode | undefined,
  key: string,
): readonly [MapNode, Entry] | readonly [undefined, undefined] {
  const entry = map === undefined ? undefined : entryOf(map, key);
  return map === undefined || entry === undefined ? [undefined, undefined] : [map, entry];
}

function rootOf(text: string): MapNode {
  const { root } = compose(new SourceText(text, ''));
  if (root?.kind !== 'map')
    throw new Error('the change of pipeline.yaml would break it; nothing was written');
  return root;
}
