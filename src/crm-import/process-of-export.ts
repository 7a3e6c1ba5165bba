// The stages of an export as the workspace's process: pipeline.yaml with nothing else changed.

import { type SettingsChange, settingsChange } from '../workspace/settings-change.ts';
import { withStages } from '../workspace/stage-lines.ts';
import type { ExportedStage } from './new-process.ts';

/**
 * The change of pipeline.yaml and the settings that it then holds.
 * @throws Failure `settings-invalid` where the file can't take the stages
 */
export function processOfExport(root: string, stages: readonly ExportedStage[]): SettingsChange {
  return settingsChange(root, 'the stages of the export', (text) => withStages(text, stages));
}
