// A change of the process → the text of pipeline.yaml, with every byte that it does not concern as it was.

import { appendItem } from '../deal/edit-list.ts';
import { addEntry, type NewValue } from '../deal/edit-map.ts';
import { Layout, type Splice } from '../deal/layout.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { entryOf, isNothing, type ListItem, type ListNode, type MapNode } from '../deal/tree.ts';
import type { Settings } from '../workspace/settings.ts';
import { plainStage } from '../workspace/settings-defaults.ts';
import { mapAt, SettingsText } from '../workspace/settings-text.ts';
import { itemsOf, keysOf, textOf, under } from '../workspace/settings-tree.ts';
import { formerIds, type ProcessChange, stageAfter } from './process-change.ts';
import { putItem, takeItem, textOfItem } from './stage-list.ts';

/**
 * The text after the change.
 * @param after the settings that it is to say, of which `before` are those that it says
 */
export function processText(text: string, change: ProcessChange, before: Settings, after: Settings): string {
  const sheet = new SettingsText(text);
  editStages(sheet, change, before);
  editUses(sheet, change);
  editVersion(sheet, before, after);
  return sheet.text;
}

function editStages(sheet: SettingsText, change: ProcessChange, before: Settings): void {
  switch (change.kind) {
    case 'rename':
      renameStage(sheet, change, before);
      break;
    case 'add':
      sheet.edit((layout, root) => {
        const list = stagesIn(root);
        return [putItem(layout, list, change.at, inList(layout, list, newStage(change.stage, change.label)))];
      });
      break;
    case 'remove':
      sheet.edit((layout, root) => [takeItem(layout, stagesIn(root), itemIn(root, change.stage))]);
      break;
    case 'reorder': {
      const lines = textOfItem(
        new Layout(sheet.text),
        stagesIn(sheet.root),
        itemIn(sheet.root, change.stage),
      );
      sheet.edit((layout, root) => [takeItem(layout, stagesIn(root), itemIn(root, change.stage))]);
      sheet.edit((layout, root) => [putItem(layout, stagesIn(root), change.at, lines)]);
    }
  }
}

function newStage(id: string, label: string): string {
  return `{id: ${scalarText(id, 'flow')}, label: ${scalarText(label, 'flow')}}`;
}

function inList(layout: Layout, list: ListNode, item: string): readonly string[] {
  if (list.flow) return [item];
  const [first] = list.items;
  return [`${first === undefined ? '' : layout.indentAt(first.at)}- ${item}`];
}

type Renaming = Extract<ProcessChange, { kind: 'rename' }>;

function renameStage(sheet: SettingsText, { stage, to, label }: Renaming, { process }: Settings): void {
  const known = process.stages.find(({ id }) => id === stage);
  const was = known === undefined ? [] : formerIds(known, to);
  const isDerived = label === plainStage(to).label;
  const { value } = itemIn(sheet.root, stage);
  if (value.kind === 'scalar') {
    const named = isDerived ? '' : `, label: ${scalarText(label, 'flow')}`;
    const former = was.length === 0 ? '' : `, was: ${listOf(was)}`;
    const text = `{id: ${scalarText(to, 'flow')}${named}${former}}`;
    sheet.edit(() => [{ from: value.from, to: value.to, text }]);
    return;
  }
  const map = (root: MapNode) => stageMap(root, to) ?? stageMap(root, stage);
  sheet.set(map, 'id', { kind: 'text', text: to });
  sheet.edit((layout, root) => {
    const own = map(root);
    if (own === undefined || entryOf(own, 'label') !== undefined || isDerived) return [];
    return [addEntry(layout, own, 'label', { kind: 'text', text: label }, entryOf(own, 'id'))];
  });
  sheet.set(map, 'label', { kind: 'text', text: label });
  if (stage === to) return;
  const isLonger = was.length === (known?.was.length ?? 0) + 1;
  const list: NewValue = { kind: 'bare', text: listOf(was) };
  sheet.edit((layout, root) => {
    const own = map(root);
    const entry = own === undefined ? undefined : entryOf(own, 'was');
    if (own === undefined) return [];
    if (entry !== undefined) return isLonger ? appendItem(layout, own, entry, scalarText(stage, 'flow')) : [];
    return [addEntry(layout, own, 'was', list, entryOf(own, 'label') ?? entryOf(own, 'id'))];
  });
  if (!isLonger) sheet.set(map, 'was', list);
}

function listOf(ids: readonly string[]): string {
  return `[${ids.map((id) => scalarText(id, 'flow')).join(', ')}]`;
}

/** Rules, questions of reviews and plan targets that name the stage. */
function editUses(sheet: SettingsText, change: ProcessChange): void {
  if (change.kind === 'add' || change.kind === 'reorder') return;
  const { stage } = change;
  const to = stageAfter(stage, change);
  const rules = keysOf(under(sheet.root, 'rules')).map(({ text }) => ['rules', text, 'stages']);
  const targets = itemsOf(under(sheet.root, 'plan', 'targets')).length;
  for (const path of [...rules, ['review', 'questions', 'stages']]) {
    if (change.kind === 'rename') sheet.renameKey(path, stage, change.to);
    else sheet.removeKey(path, stage);
  }
  for (let at = 0; at < targets && to !== undefined; at++) {
    const target = (root: MapNode) => {
      const one = itemsOf(under(root, 'plan', 'targets'))[at];
      return one?.kind === 'map' && textOf(under(one, 'stage')) === stage ? one : undefined;
    };
    sheet.set(target, 'stage', { kind: 'text', text: to });
  }
}

/** `version`, `since` and `history`: where they are, else where people look for them. */
function editVersion(sheet: SettingsText, before: Settings, after: Settings): void {
  const { version, since } = after.process;
  if (version === before.process.version) return;
  setFirst(sheet, 'version', String(version));
  sheet.edit((layout, root) => {
    const map = mapAt(root, ['process']);
    if (map === undefined || entryOf(map, 'since') !== undefined) return [];
    return [addEntry(layout, map, 'since', { kind: 'plain', text: since ?? '' }, entryOf(map, 'version'))];
  });
  sheet.set((root) => mapAt(root, ['process']), 'since', { kind: 'plain', text: since ?? '' });
  const { version: former, since: began, stages } = before.process;
  const ids = listOf(stages.map(({ id }) => id));
  const item = `{version: ${former}${began === undefined ? '' : `, since: ${began}`}, stages: ${ids}}`;
  sheet.edit((layout, root) => {
    const map = mapAt(root, ['process']);
    const entry = map === undefined ? undefined : entryOf(map, 'history');
    if (map === undefined) return [];
    if (entry !== undefined) return appendItem(layout, map, entry, item);
    const last = map.entries.at(-1);
    if (map.flow) return [addEntry(layout, map, 'history', { kind: 'bare', text: `[${item}]` }, last)];
    return [addEntry(layout, map, 'history', { kind: 'bare', text: '' }, last, [`  - ${item}`])];
  });
}

/** Another value of a key of the process; a new key becomes its first. */
function setFirst(sheet: SettingsText, key: string, text: string): void {
  const process = (root: MapNode) => mapAt(root, ['process']);
  sheet.edit((layout, root) => {
    const map = process(root);
    const first = map?.entries[0];
    if (map === undefined || first === undefined || entryOf(map, key) !== undefined) return [];
    return [putFirst(layout, map, first.from, `${key}: ${text}`)];
  });
  sheet.set(process, key, { kind: 'plain', text });
}

function putFirst(layout: Layout, map: MapNode, from: number, pair: string): Splice {
  if (map.flow) return { from, to: from, text: `${pair}, ` };
  return layout.insertLines(layout.lineStart(from), [`${layout.indentAt(from)}${pair}`]);
}

function stagesIn(root: MapNode): ListNode {
  const list = under(root, 'process', 'stages');
  if (list?.kind !== 'list') throw new Error('there are no stages to change');
  return list;
}

/** @throws Error where there is none */
export function itemIn(root: MapNode, stage: string): ListItem {
  const found = stagesIn(root).items.find(({ value }) => idOf(value) === stage);
  if (found === undefined) throw new Error(`there is no stage ${stage} to change`);
  return found;
}

/** The stage of that id where it is a map; undefined where it is an id alone, or is not there. */
export function stageMap(root: MapNode, stage: string): MapNode | undefined {
  const found = stagesIn(root).items.find(({ value }) => idOf(value) === stage)?.value;
  return found?.kind === 'map' ? found : undefined;
}

function idOf(value: ListItem['value']): string | undefined {
  return isNothing(value) ? undefined : textOf(value.kind === 'map' ? under(value, 'id') : value);
}
