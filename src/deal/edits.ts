// A change → edits of the text. An edit looks at the text as it stands when its turn comes.

import type { DealChange, ScalarKey } from './change.ts';
import { customKeyOf, isCustomKey } from './custom.ts';
import { type CustomValue, DEAL_KEYS, type DealKey } from './deal.ts';
import { appendItem, insertItem } from './edit-list.ts';
import { addEntry, type NewValue, removeEntry, setValue, written } from './edit-map.ts';
import type { Layout, Splice } from './layout.ts';
import { scalarText } from './scalar-text.ts';
import { type ListName, SHAPES, type Shape } from './shapes.ts';
import { type Entry, entryOf, isNothing, type MapNode } from './tree.ts';
import { dataText, recordText } from './write.ts';

/** Splices that do not touch each other; none where there is nothing to do. */
export type Edit = (layout: Layout, root: MapNode) => readonly Splice[];

/** To be carried out in this order. */
export function editsOf(change: DealChange): readonly Edit[] {
  switch (change.kind) {
    case 'set':
      return [
        isCustomKey(change.key)
          ? setCustom(customKeyOf(change.key), customValue(change.value))
          : setKey(change.key, keyValue(change.key, String(change.value))),
      ];
    case 'set-custom':
      return [setCustom(customKeyOf(change.key), customValue(change.value))];
    case 'remove':
      return [isCustomKey(change.key) ? removeCustom(customKeyOf(change.key)) : removeKey(change.key)];
    case 'set-next-step':
      return nextStepEdits(change.step);
    case 'append':
      return [append(change.key, recordText(change.item, SHAPES[change.key]), change.before)];
    case 'append-text':
      return [appendText(change.key, change.text)];
    case 'replace':
      return recordEdits((root) => itemOf(root, change.key, change.index), SHAPES[change.key], change.item);
  }
}

function keyValue(key: ScalarKey, text: string): NewValue {
  return { kind: key === 'amount' ? 'plain' : 'text', text };
}

function customValue(value: CustomValue): NewValue {
  return typeof value === 'string'
    ? { kind: 'text', text: value }
    : { kind: 'bare', text: dataText(value, 'flow') };
}

function setKey(key: DealKey, value: NewValue): Edit {
  return (layout, root) => {
    const entry = entryOf(root, key);
    if (entry !== undefined) return setValue(layout, root, entry, value);
    return [addEntry(layout, root, key, value, entryBefore(root, DEAL_KEYS, key))];
  };
}

function removeKey(key: DealKey): Edit {
  return (layout, root) => {
    const entry = entryOf(root, key);
    return entry === undefined ? [] : [removeEntry(layout, root, entry)];
  };
}

function setCustom(key: string, value: NewValue): Edit {
  const alone: NewValue = { kind: 'bare', text: `{${scalarText(key, 'flow')}: ${written(value, 'flow')}}` };
  return (layout, root) => {
    const map = entryOf(root, 'custom')?.value;
    if (map?.kind !== 'map') return setKey('custom', alone)(layout, root);
    const entry = entryOf(map, key);
    return entry === undefined ? [addEntry(layout, map, key, value)] : setValue(layout, map, entry, value);
  };
}

/** With the last key of it, `custom` itself goes. */
function removeCustom(key: string): Edit {
  return (layout, root) => {
    const map = entryOf(root, 'custom')?.value;
    const entry = map?.kind === 'map' ? entryOf(map, key) : undefined;
    if (map?.kind !== 'map' || entry === undefined) return [];
    return map.entries.length === 1 ? removeKey('custom')(layout, root) : [removeEntry(layout, map, entry)];
  };
}

type Texts = Readonly<Record<string, string | undefined>>;

function nextStepEdits(step: Texts): readonly Edit[] {
  if (Object.values(step).every((text) => text === undefined || text === '')) return [removeKey('next_step')];
  const whole: NewValue = { kind: 'bare', text: recordText(step, SHAPES.next_step) };
  const map = (root: MapNode) => {
    const value = entryOf(root, 'next_step')?.value;
    return value?.kind === 'map' ? value : undefined;
  };
  const fresh: Edit = (layout, root) =>
    map(root) === undefined ? setKey('next_step', whole)(layout, root) : [];
  return [fresh, ...recordEdits(map, SHAPES.next_step, step)];
}

/** Key by key, so that what stays the same keeps its bytes; keys taken out last, so that one is always left. */
export function recordEdits(
  find: (root: MapNode) => MapNode | undefined,
  shape: Shape,
  texts: Texts,
): readonly Edit[] {
  const keys = Object.keys(shape.fields);
  const set = keys.map(
    (key): Edit =>
      (layout, root) => {
        const map = find(root);
        const text = texts[key] ?? '';
        if (map === undefined || text === '') return [];
        const entry = entryOf(map, key);
        const value: NewValue = { kind: 'text', text };
        if (entry === undefined) return [addEntry(layout, map, key, value, entryBefore(map, keys, key))];
        return holds(entry, text) ? [] : setValue(layout, map, entry, value);
      },
  );
  const removed = keys.map(
    (key): Edit =>
      (layout, root) => {
        const map = find(root);
        const entry = map === undefined ? undefined : entryOf(map, key);
        const goes = entry !== undefined && (texts[key] ?? '') === '';
        return map === undefined || !goes ? [] : [removeEntry(layout, map, entry)];
      },
  );
  return [...set, ...removed];
}

function append(key: ListName, item: string, before: number | undefined): Edit {
  return (layout, root) => {
    const entry = entryOf(root, key);
    const list = entry?.value;
    const next = before === undefined || list?.kind !== 'list' ? undefined : list.items[before];
    if (list?.kind === 'list' && next !== undefined) return [insertItem(layout, list, next, item)];
    if (entry !== undefined) return appendItem(layout, root, entry, item);
    const behind = entryBefore(root, DEAL_KEYS, key);
    if (root.flow) return [addEntry(layout, root, key, { kind: 'bare', text: `[${item}]` }, behind)];
    return [addEntry(layout, root, key, { kind: 'bare', text: '' }, behind, [`  - ${item}`])];
  };
}

/** In brackets where the list is new: texts are short. */
function appendText(key: 'contacts' | 'checklist', text: string): Edit {
  const item = scalarText(text, 'flow');
  return (layout, root) => {
    const entry = entryOf(root, key);
    if (entry !== undefined) return appendItem(layout, root, entry, item);
    return setKey(key, { kind: 'bare', text: `[${item}]` })(layout, root);
  };
}

function itemOf(root: MapNode, key: ListName, index: number): MapNode | undefined {
  const list = entryOf(root, key)?.value;
  const item = list?.kind === 'list' ? list.items[index]?.value : undefined;
  return item?.kind === 'map' ? item : undefined;
}

/** The nearest entry that stands before a key in the order of writing; undefined where none is there. */
export function entryBefore(map: MapNode, order: readonly string[], key: string): Entry | undefined {
  const places = order.slice(0, order.indexOf(key)).reverse();
  for (const place of places) {
    const entry = entryOf(map, place);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function holds(entry: Entry, text: string): boolean {
  return entry.value.kind === 'scalar' && !isNothing(entry.value) && entry.value.text === text;
}
