// Other probabilities of stages in the text of pipeline.yaml; every other byte as it was.

import { addEntry } from '../deal/edit-map.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { entryOf, type MapNode } from '../deal/tree.ts';
import { SettingsText } from '../workspace/settings-text.ts';
import { itemIn, stageMap } from './process-text.ts';

/** @param shares by the id of a stage, 0 to 1, in whole per cent. @throws Error where a stage is not in it */
export function withProbabilities(text: string, shares: ReadonlyMap<string, number>): string {
  const sheet = new SettingsText(text);
  for (const [stage, share] of shares) setProbability(sheet, stage, share);
  return sheet.text;
}

/** Written as the one before was: `25%`, or `0.25`. */
function setProbability(sheet: SettingsText, stage: string, share: number): void {
  const percent = `${Math.round(share * 100)}%`;
  const { value } = itemIn(sheet.root, stage);
  if (value.kind === 'scalar') {
    const item = `{id: ${scalarText(stage, 'flow')}, probability: ${percent}}`;
    sheet.edit(() => [{ from: value.from, to: value.to, text: item }]);
    return;
  }
  const map = (root: MapNode) => stageMap(root, stage);
  sheet.edit((layout, root) => {
    const own = map(root);
    if (own === undefined || entryOf(own, 'probability') !== undefined) return [];
    const behind = entryOf(own, 'label') ?? entryOf(own, 'id');
    return [addEntry(layout, own, 'probability', { kind: 'plain', text: percent }, behind)];
  });
  const old = map(sheet.root);
  const written = old === undefined ? undefined : entryOf(old, 'probability')?.value;
  const isPlainNumber = written?.kind === 'scalar' && /^[\d.]+$/.test(written.text);
  sheet.set(map, 'probability', { kind: 'plain', text: isPlainNumber ? share.toFixed(2) : percent });
}
