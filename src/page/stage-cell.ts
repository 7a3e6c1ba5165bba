// A stage as people see it: by its name, which is the company's own, or said in their language where it is none.

import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import { NOT_KNOWN_LABEL } from '../deal/process.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';
import { type Said, say } from './say.ts';

/** Those that are no company's own; an outcome stands in the place of a stage. */
const OURS: ReadonlyMap<string, Message> = new Map([
  [STAGE_NOT_KNOWN, NOT_KNOWN_LABEL],
  ['won', 'Won'],
  ['lost', 'Lost'],
] as const);

export function stageCell(stage: string, look: Pick<Look, 'stageLabel'>): Cell {
  return namedStageCell({ stage, label: look.stageLabel(stage) });
}

/** Of a view that names its stages. */
export function namedStageCell({ stage, label }: { readonly stage: string; readonly label: string }): Cell {
  return ourStage(stage) ?? { kind: 'text', text: label };
}

/** What is said of one that is no company's own; undefined of all others. */
export function ourStage(stage: string): Said | undefined {
  const own = OURS.get(stage);
  return own && say(own);
}
