// The settings that a commit has.

import { SETTINGS_FILE } from '../workspace/find.ts';
import type { GitFiles } from '../workspace/git-past.ts';
import type { Settings } from '../workspace/settings.ts';
import { readSettings } from '../workspace/settings-read.ts';

/** What a commit's own pipeline.yaml says; undefined where it has none that can be read. */
export function settingsIn(git: GitFiles, commit: string): Settings | undefined {
  const file = git
    .files(commit, [SETTINGS_FILE])
    .find(({ path, isLink }) => path === SETTINGS_FILE && !isLink);
  const bytes = file && git.contents([file.id]).get(file.id);
  return bytes && readSettings(bytes.toString('utf8'), SETTINGS_FILE).settings;
}
