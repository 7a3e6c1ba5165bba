// Keys of an entry of the dialogue that are set in its file: what was decided, what came of it, what was
// taken back. Every other byte stays.

import { isDeepStrictEqual } from 'node:util';
import { appendItem } from '../deal/edit-list.ts';
import { addEntry, type NewValue, setValue } from '../deal/edit-map.ts';
import { type Edit, entryBefore, recordEdits } from '../deal/edits.ts';
import { Layout, spliced } from '../deal/layout.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, type MapNode, type TreeNode } from '../deal/tree.ts';
import { recordText } from '../deal/write.ts';
import { itemsOf, textOf, under } from '../workspace/settings-tree.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { expectAsMeant, type FeedbackFile, type FoundFile, rootOf } from './changes.ts';
import type { Action, Decision, Feedback } from './entry.ts';
import { KEYS, MAPS } from './keys.ts';

/** Keys that are set; a decision of another day or kind moves the one that it takes the place of to `earlier`. */
export interface EntryEdit {
  readonly decision?: Decision;
  readonly done?: NonNullable<Feedback['done']>;
  readonly dropped?: NonNullable<Action['dropped']>;
  readonly process?: number;
}

/**
 * The change that sets keys of an entry; none where they are so already.
 * @param entry as it was read of these files
 * @throws Failure `feedback-invalid` where its file can't be read
 */
export function withEntryChanged(
  files: readonly FoundFile[],
  entry: Feedback | Action,
  edit: EntryEdit,
): FileChange[] {
  const file = files.find(({ path }) => path === entry.file);
  if (file?.text === undefined) throw new Error(`${entry.file} is not among the files`);
  let text = file.text;
  for (const splicesOf of editsOf(entry, itemOf(entry, file), edit)) {
    const root = rootOf(text, file.path);
    if (root === undefined) throw new Error(`there is nothing in ${file.path}`);
    text = spliced(text, splicesOf(new Layout(text), root));
  }
  expectAsMeant(text, file.path, (read) => read.id === entry.id && holds(read, edit));
  if (text === file.text) return [];
  return [{ kind: 'write', path: file.path, content: text, expected: file.fingerprint }];
}

function holds(read: object, edit: EntryEdit): boolean {
  const said = new Map<string, unknown>(Object.entries(read));
  return Object.entries(edit).every(([key, value]) => isDeepStrictEqual(said.get(key), value));
}

/** Each looks at the text as the one before left it. */
function editsOf(entry: Feedback | Action, itemIn: ItemIn, edit: EntryEdit): readonly Edit[] {
  const { decision, done, dropped, process } = edit;
  const before = entry.kind === 'action' ? undefined : entry.decision;
  const isKept = decision !== undefined && before !== undefined && isKeptAsEarlier(before, decision);
  return [
    ...(isKept ? [appendEarlier(entry, itemIn, before)] : []),
    ...(decision === undefined ? [] : setMap(entry, itemIn, 'decision', { ...decision })),
    ...(done === undefined ? [] : setMap(entry, itemIn, 'done', { ...done })),
    ...(dropped === undefined ? [] : setMap(entry, itemIn, 'dropped', { ...dropped })),
    ...(process === undefined
      ? []
      : [setKey(entry, itemIn, 'process', { kind: 'bare', text: String(process) })]),
  ];
}

/** Whether a decision stays on record where the other takes its place; one that is only put otherwise does not. */
export function isKeptAsEarlier(before: Decision, decision: Decision): boolean {
  return before.as !== decision.as || before.on !== decision.on;
}

function appendEarlier(entry: Feedback | Action, itemIn: ItemIn, decision: Decision): Edit {
  const text = recordText(decision, MAPS.decision);
  return (layout, root) => {
    const item = itemIn(root);
    const earlier = entryOf(item, 'earlier');
    if (earlier?.value.kind === 'list') return appendItem(layout, item, earlier, text);
    return setKey(entry, itemIn, 'earlier', { kind: 'bare', text: `[${text}]` })(layout, root);
  };
}

/** Key by key where the map is there, so that what stays the same keeps its bytes. */
function setMap(
  entry: Feedback | Action,
  itemIn: ItemIn,
  key: keyof typeof MAPS,
  record: Readonly<Record<string, string | undefined>>,
): readonly Edit[] {
  const mapOf = (root: MapNode) => {
    const value = entryOf(itemIn(root), key)?.value;
    return value?.kind === 'map' ? value : undefined;
  };
  const fresh: Edit = (layout, root) =>
    mapOf(root) === undefined
      ? setKey(entry, itemIn, key, { kind: 'bare', text: recordText(record, MAPS[key]) })(layout, root)
      : [];
  return [fresh, ...recordEdits(mapOf, MAPS[key], record)];
}

function setKey({ kind }: Feedback | Action, itemIn: ItemIn, key: string, value: NewValue): Edit {
  return (layout, root) => {
    const item = itemIn(root);
    const entry = entryOf(item, key);
    if (entry !== undefined) return setValue(layout, item, entry, value);
    return [addEntry(layout, item, key, value, entryBefore(item, KEYS[kind].keys, key))];
  };
}

/** Where an entry stands in the file, which is the same place whatever was set in it. */
type ItemIn = (root: MapNode) => MapNode;

/** The entry that was read: one before it that can't be read may have its id. */
function itemOf({ id, line }: Feedback | Action, { path, text }: FeedbackFile): ItemIn {
  const source = new SourceText(text, path);
  const isIt = (item: TreeNode) =>
    source.lineAt(item.from) === line && textOf(under(item, 'id'))?.trim() === id;
  const root = rootOf(text, path);
  const at = root === undefined ? -1 : itemsOf(under(root, 'entries')).findIndex(isIt);
  return (now) => {
    const item = itemsOf(under(now, 'entries'))[at];
    if (item?.kind === 'map') return item;
    throw new Error(`${id} is not in the file`);
  };
}
