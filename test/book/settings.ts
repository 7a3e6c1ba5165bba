import type { Settings } from '../../src/workspace/settings.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';

/** The settings that a text of pipeline.yaml says. @throws where it has a problem */
export function settingsOf(text: string): Settings {
  const { settings, problems } = readSettings(text, 'pipeline.yaml');
  if (settings === undefined) throw new Error(JSON.stringify(problems));
  return settings;
}
