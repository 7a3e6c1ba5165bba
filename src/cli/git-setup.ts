// What `pipeline git`, `git install` and `git uninstall` have in common: the look at the clone, and the view.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ExitStatus } from '../base/exit-status.ts';
import type { GitAction } from '../report/git-setup.ts';
import type { GitSetup } from '../workspace/git-setup.ts';
import type { Call } from './verb.ts';

/** @param wasShown a person has seen what is written, and agreed */
export async function showSetup(
  call: Call,
  setup: GitSetup,
  action: Omit<GitAction, 'onPath'>,
  wasShown = false,
): Promise<ExitStatus> {
  const { gitSetupView } = await import('../report/git-setup.ts');
  const { gitSetupPage, gitSetupRecords } = await import('../page/git-setup.ts');
  const view = gitSetupView(setup, { ...action, onPath: isOnPath('pipeline', call.io.env.PATH ?? '') });
  await call.show({ view, page: () => gitSetupPage(view, wasShown), records: () => gitSetupRecords(view) });
  return ExitStatus.done;
}

function isOnPath(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => folder !== '' && isExecutable(join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
