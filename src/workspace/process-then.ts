// The process that was in force on a day, as pipeline.yaml keeps it under process.history.

import type { Day } from '../base/day.ts';
import type { Process } from '../deal/process.ts';
import type { Settings } from './settings.ts';
import { plainStage } from './settings-defaults.ts';

/** Since when the process is without a stage that it had, under that id; undefined where it has it, or nobody said. */
export function goneSince(
  stage: string,
  { process, processHistory }: Pick<Settings, 'process' | 'processHistory'>,
): Day | undefined {
  const versions = [...processHistory, process];
  const last = versions.findLastIndex(({ stages }) =>
    stages.some(({ id, was }) => [id, ...was].includes(stage)),
  );
  return last < 0 ? undefined : versions[last + 1]?.since;
}

/**
 * The processes that were in force at some time of a day: two on the day on which a version began. Without a day all of
 * them, since nobody knows which it was.
 */
export function processesOn(
  { process, processHistory }: Pick<Settings, 'process' | 'processHistory'>,
  day: Day | undefined,
): readonly Process[] {
  const versions = [...processHistory, process];
  if (day === undefined) return versions;
  const inForce = versions.filter(({ since }, at) => {
    const until = versions[at + 1]?.since;
    return (since === undefined || since <= day) && (until === undefined || until >= day);
  });
  return inForce.length > 0 ? inForce : versions.slice(0, 1);
}

/** The newest version that had begun; before all of them the oldest. A former stage has the settings of its heir by id. */
export function processThen(
  { process, processHistory }: Pick<Settings, 'process' | 'processHistory'>,
  day: Day,
): Settings['process'] {
  if (processHistory.length === 0) return process;
  const former = processHistory.map((version) => ({
    ...version,
    stages: version.stages.map(
      (stage) => process.stages.find(({ id }) => id === stage.id) ?? { ...plainStage(stage.id), ...stage },
    ),
  }));
  const versions = [...former, process];
  return versions.findLast(({ since }) => since === undefined || since <= day) ?? versions[0] ?? process;
}
