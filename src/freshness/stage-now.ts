// What the settings say of a stage, also under an id that it had before.

import type { Settings, StageSettings } from '../workspace/settings.ts';

/** The stage of that id, else the one that was once called so; undefined where there is none. */
export function stageNow(stage: string, { process }: Pick<Settings, 'process'>): StageSettings | undefined {
  return (
    process.stages.find(({ id }) => id === stage) ?? process.stages.find(({ was }) => was.includes(stage))
  );
}
