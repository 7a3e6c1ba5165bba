// The stages of an export as the workspace's process: pipeline.yaml with nothing else changed.

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import { fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { Settings } from '../workspace/settings.ts';
import { readSettings } from '../workspace/settings-read.ts';
import { withStages } from '../workspace/stage-lines.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { ExportedStage } from './new-process.ts';

/**
 * The change of pipeline.yaml and the settings that it then holds.
 * @throws Failure `settings-invalid` where the file can't take the stages
 */
export function processChange(
  root: string,
  stages: readonly ExportedStage[],
): { readonly file: FileChange; readonly settings: Settings } {
  const read = readRegularFile(join(root, SETTINGS_FILE), MOST_BYTES);
  if (read.kind !== 'read') throw new Failure('settings-invalid', `${SETTINGS_FILE} can't be read.`);
  const content = withStages(read.bytes.toString('utf8'), stages);
  const { settings, problems } = readSettings(content, SETTINGS_FILE);
  if (settings === undefined) {
    throw new Failure('settings-invalid', `${SETTINGS_FILE} can't take the stages of the export.`, {
      problems,
    });
  }
  const expected = fingerprintOf(read.stat);
  return { file: { kind: 'write', path: SETTINGS_FILE, content, expected }, settings };
}
