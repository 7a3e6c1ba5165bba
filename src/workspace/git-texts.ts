// What `pipeline git install` writes, to the letter: what it takes out again is just that.

import { shellWord } from '../base/shell-word.ts';

export const ATTRIBUTES_FILE = '.gitattributes';
export const DRIVER_NAME = 'pipeline-deal';

/** How git names it when it merges. */
export const DRIVER_TITLE = 'deals, feedback and calls, field by field';

/**
 * By its name, so that it survives a move of the program. Where that is not found, or fails, git merges lines: a driver
 * that is gone would else leave ours without a mark.
 */
export const DRIVER_LINES = [
  'pipeline git merge-file --marker-size %L -- %O %A %B %P;',
  's=$?; test $s -le 1 && exit $s;',
  'git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B',
  '|| exit 1',
];
export const DRIVER = DRIVER_LINES.join(' ');

/** As versions wrote it that knew no dialogue, and no calls. */
export const ATTRIBUTES_BEFORE: readonly string[] = [
  `# deals are merged field by field in clones where pipeline git install was run
deals/**/*.yaml merge=${DRIVER_NAME}
archive/**/*.yaml merge=${DRIVER_NAME}
`,
  `# deals and feedback are merged field by field in clones where pipeline git install was run
deals/**/*.yaml merge=${DRIVER_NAME}
archive/**/*.yaml merge=${DRIVER_NAME}
feedback/*.yaml merge=${DRIVER_NAME}
`,
];

export const ATTRIBUTES = `# deals, feedback and calls are merged field by field in clones where pipeline git install was run
deals/**/*.yaml merge=${DRIVER_NAME}
archive/**/*.yaml merge=${DRIVER_NAME}
feedback/*.yaml merge=${DRIVER_NAME}
forecasts/*.yaml merge=${DRIVER_NAME}
`;

/** @param folder of the workspace from the top of the work tree, with a slash behind it; '' for the top */
export function hookText(folder: string): string {
  return `#!/bin/sh
# Checks the staged deals before a commit.
# Written by pipeline git install, taken out by pipeline git uninstall.
if ! command -v pipeline >/dev/null 2>&1; then
  echo 'pipeline is not on the PATH: staged deals are not checked.' >&2
  exit 0
fi
found=$(${hookCommand(folder)} 2>&1) && exit 0
printf '%s\\n' "$found" 'Not committed. As it is: git commit --no-verify' >&2
exit 1
`;
}

/** What a hook of somebody's own may have as a line. */
export function hookCommand(folder: string): string {
  const at = folder === '' ? '' : ` -C ${shellWord(`./${folder.replace(/\/$/, '')}`)}`;
  return `pipeline${at} check --staged`;
}
