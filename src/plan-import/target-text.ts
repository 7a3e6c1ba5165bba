// New targets in the text of pipeline.yaml, at the end of those that are there; every other byte as it was.

import type { Sayable } from '../base/said.ts';
import { appendItem } from '../deal/edit-list.ts';
import { addEntry } from '../deal/edit-map.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { entryOf } from '../deal/tree.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import type { PlanTarget } from '../workspace/settings.ts';
import { readSettings } from '../workspace/settings-read.ts';
import { mapAt, SettingsText } from '../workspace/settings-text.ts';

/** The text with the targets in it. */
export function withTargets(text: string, added: readonly PlanTarget[]): string {
  const sheet = new SettingsText(text);
  for (const target of added) addTarget(sheet, itemText(target));
  return sheet.text;
}

/** Why the settings can't take a target, as their own check says it; undefined where they can. */
export function targetTrouble(text: string, target: PlanTarget): Sayable | undefined {
  return readSettings(withTargets(text, [target]), SETTINGS_FILE).problems[0]?.message;
}

function addTarget(sheet: SettingsText, item: string): void {
  sheet.edit((layout, root) => {
    const entry = entryOf(root, 'plan');
    const plan = mapAt(root, ['plan']);
    const targets = plan === undefined ? undefined : entryOf(plan, 'targets');
    if (plan !== undefined && targets !== undefined) return appendItem(layout, plan, targets, item);
    const last = plan?.entries.at(-1);
    if (plan !== undefined && last !== undefined) {
      if (plan.flow) return [addEntry(layout, plan, 'targets', { kind: 'bare', text: `[${item}]` }, last)];
      const indent = layout.indentAt(last.from);
      const line = layout.lineAfterComments(last.to, indent.length);
      return [layout.insertLines(line, [`${indent}targets:`, `${indent}  - ${item}`])];
    }
    if (entry !== undefined) {
      const from = entry.colonAt === undefined ? entry.value.from : entry.colonAt + 1;
      return [{ from, to: Math.max(from, entry.value.to), text: ` {targets: [${item}]}` }];
    }
    if (root.flow)
      return [
        addEntry(layout, root, 'plan', { kind: 'bare', text: `{targets: [${item}]}` }, root.entries.at(-1)),
      ];
    const at = layout.text.length;
    const end = layout.text.includes('\r\n') ? '\r\n' : '\n';
    const before = layout.text.endsWith('\n') ? '' : end;
    return [{ from: at, to: at, text: `${before}plan:${end}  targets:${end}    - ${item}${end}` }];
  });
}

function itemText({
  period,
  owner,
  group,
  stage,
  segment,
  currency,
  custom,
  target,
  since,
  why,
}: PlanTarget): string {
  const text = (key: string, value: string) => (value === '' ? [] : [`${key}: ${scalarText(value, 'flow')}`]);
  return `{${[
    ...text('period', period),
    ...text('owner', owner),
    ...text('group', group),
    ...text('stage', stage),
    ...text('segment', segment),
    ...text('currency', currency),
    ...Object.entries(custom ?? {}).flatMap(([key, value]) =>
      text(scalarText(`custom.${key}`, 'flow'), value),
    ),
    `target: "${target}"`,
    ...text('since', since ?? ''),
    ...text('why', why),
  ].join(', ')}}`;
}
