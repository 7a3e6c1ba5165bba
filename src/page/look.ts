// How ids are shown to people: labels of stages and owners, digits of money.

import type { Book } from '../book/book.ts';
import { labelOf } from '../deal/process.ts';
import { ownerLabel } from '../report/chosen.ts';

export interface Look {
  /** Of the reporting currency. */
  readonly digits: number;
  ownerLabel(owner: string): string;
  stageLabel(stage: string): string;
}

/** The labels of a book: of its process, which for the past is the one in force then, and of the team. */
export function lookOf({ state, settings }: Pick<Book, 'state' | 'settings'>): Look {
  return {
    digits: state.digits,
    ownerLabel: (owner) => ownerLabel(settings.team, owner),
    stageLabel: (stage) => labelOf(state.process, stage),
  };
}
