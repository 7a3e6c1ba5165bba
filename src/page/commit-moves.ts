// Steps from commits as a table: marked as such, outside of the figures around them.

import type { CommitMove } from '../report/commit-moves.ts';
import { whatHappened } from './diff-words.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column } from './page.ts';
import { say } from './say.ts';

interface Told {
  /** '' for none. */
  readonly id: string;
  readonly steps: readonly CommitMove[];
}

const NONE: Cell = { kind: 'none' };

/** A row a step; several deals are told apart by a first column. */
export function movesTable(deals: readonly Told[], currency: string, look: Look): Block {
  const columns: readonly Column[] = [
    ...(deals.some(({ id }) => id !== '') ? [{ key: 'id', title: 'Deal', shrinkTo: 6 } as const] : []),
    { key: 'on', title: 'Day', dropRank: 2 },
    { key: 'author', title: 'Who', shrinkTo: 6, dropRank: 1 },
    // Wide enough for a date that moved.
    { key: 'what', title: 'What a commit did', shrinkTo: 31 },
    { key: 'commit', title: 'Commit', dropRank: 3 },
  ];
  return {
    kind: 'table',
    columns,
    rows: deals.flatMap((deal) =>
      deal.steps.flatMap(({ commit, author, on, stage, movements, due_in }, at) => {
        const [first, ...further] = whatHappened({ stage, movements }, { due_in, currency }, look);
        const cells: Readonly<Record<string, Cell>> = {
          id: at === 0 ? text(deal.id) : NONE,
          on: { kind: 'day', day: on },
          author: text(author ?? '–'),
          what: first,
          commit: commit === null ? say('none yet') : text(commit.slice(0, 8)),
        };
        return [
          columns.map(({ key }) => cells[key] ?? NONE),
          ...further.map((words) => columns.map(({ key }) => (key === 'what' ? words : NONE))),
        ];
      }),
    ),
  };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
