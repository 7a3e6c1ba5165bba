// A stage as people see it: by its name, which is the company's own, or said in their language where it is not known.

import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import { NOT_KNOWN_LABEL } from '../deal/process.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

export function stageCell(stage: string, look: Pick<Look, 'stageLabel'>): Cell {
  return namedStageCell({ stage, label: look.stageLabel(stage) });
}

/** Of a view that names its stages. */
export function namedStageCell({ stage, label }: { readonly stage: string; readonly label: string }): Cell {
  return stage === STAGE_NOT_KNOWN ? say(NOT_KNOWN_LABEL) : { kind: 'text', text: label };
}
