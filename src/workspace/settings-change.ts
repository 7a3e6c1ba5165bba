// A change of pipeline.yaml: its text edited, and the settings that it then holds. Reads the file, writes nothing.

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { MOST_BYTES } from './deal-files.ts';
import { SETTINGS_FILE } from './find.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readRegularFile } from './read-file.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings-read.ts';
import type { FileChange } from './write-plan.ts';

export interface SettingsChange {
  readonly file: FileChange;
  readonly settings: Settings;
}

/**
 * The change of pipeline.yaml that an edit of its text makes.
 * @param what as the sentence has it that says that it can't be done: `the stages of the export`
 * @throws Failure `settings-invalid` where the file can't be read, or can't take the edit
 */
export function settingsChange(root: string, what: string, edit: (text: string) => string): SettingsChange {
  const read = readRegularFile(join(root, SETTINGS_FILE), MOST_BYTES);
  if (read.kind !== 'read')
    throw new Failure(
      'settings-invalid',
      said("{settings_file} can't be read.", { settings_file: SETTINGS_FILE }),
    );
  const content = edit(read.bytes.toString('utf8'));
  const { settings, problems } = readSettings(content, SETTINGS_FILE);
  if (settings === undefined) {
    throw new Failure(
      'settings-invalid',
      said("{settings_file} can't take {what}.", { settings_file: SETTINGS_FILE, what }),
      { problems },
    );
  }
  const expected = fingerprintOf(read.stat);
  return { file: { kind: 'write', path: SETTINGS_FILE, content, expected }, settings };
}
