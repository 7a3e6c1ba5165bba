// What the verbs that change the process have in common: the lock, the change, the write, the page.

import { ExitStatus } from '../base/exit-status.ts';
import type { PlaceAsked } from '../process-change/asked.ts';
import type { ProcessChange } from '../process-change/process-change.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Call, OptionSpec } from './verb.ts';

export const DRY_RUN: OptionSpec = { flags: '--dry-run', text: 'say what would change, and write nothing' };

export const PLACE: readonly OptionSpec[] = [
  { flags: '--after <stage>', text: 'behind that stage' },
  { flags: '--before <stage>', text: 'in front of that stage' },
  { flags: '--first', text: 'as the first stage' },
];

/** The place that the options name. */
export function placeOf(call: Call): PlaceAsked {
  return { after: call.text('after'), before: call.text('before'), first: call.flag('first') };
}

/** @param asked the change that the words mean. @throws Failure, before anything is written */
export async function changeProcess(
  call: Call,
  asked: (settings: Settings) => ProcessChange,
): Promise<ExitStatus> {
  return call.locked(async (today) => {
    const { processFiles } = await import('../process-change/process-files.ts');
    const { processChangeView } = await import('../report/process-change.ts');
    const { processChangePage, processChangeRecords } = await import('../page/process-change.ts');
    const { lookOf } = await import('../page/look.ts');
    const workspace = await call.open({ today: () => today });
    const files = processFiles(workspace, asked(workspace.book.settings));
    const dryRun = call.flag('dry-run');
    const view = processChangeView(workspace.book, files, dryRun);
    if (!dryRun) await call.write(files.files, { signal: call.io.signal });
    await call.show({
      view,
      page: () => processChangePage(view, lookOf(workspace.book)),
      records: () => processChangeRecords(view),
    });
    return ExitStatus.done;
  });
}
