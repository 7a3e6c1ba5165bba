// A stage as people see it: by its name, which is the company's own, or said in their language where it is not known.

import { NOT_KNOWN_LABEL } from '../deal/process.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

/** @param label as a look has it */
export function stageCell(label: string): Cell {
  return label === NOT_KNOWN_LABEL ? say(NOT_KNOWN_LABEL) : { kind: 'text', text: label };
}
