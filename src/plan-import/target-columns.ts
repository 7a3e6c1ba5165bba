// Which column of a table of targets holds what: by headers in English and Polish, as people keep plans in spreadsheets.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Table } from '../crm-import/table.ts';

const HEADERS = {
  period: ['period', 'okres', 'quarter', 'kwartał', 'month', 'miesiąc', 'year', 'rok'],
  target: ['target', 'cel', 'plan', 'quota', 'budget', 'budżet', 'amount', 'kwota', 'value', 'wartość'],
  owner: ['owner', 'właściciel', 'opiekun', 'handlowiec', 'seller', 'sales rep', 'rep', 'person', 'osoba'],
  group: ['group', 'grupa', 'team', 'zespół', 'region'],
  stage: ['stage', 'etap'],
  segment: ['segment'],
  currency: ['currency', 'waluta'],
  since: ['since', 'od', 'valid from', 'in force since', 'obowiązuje od', 'from'],
  why: ['why', 'dlaczego', 'reason', 'powód', 'note', 'uwagi', 'comment', 'komentarz'],
} as const satisfies Record<string, readonly string[]>;

export type TargetColumn = keyof typeof HEADERS;

export interface TargetColumns {
  /** From 0; -1 where there is none. */
  readonly column: Readonly<Record<TargetColumn, number>>;
  /** Columns `custom.KEY`, by key. */
  readonly custom: ReadonlyMap<string, number>;
  /** Headers of columns that hold nothing of a target. */
  readonly unused: readonly string[];
}

/** @throws Failure `mapping-needed` where no column has the period, or the target */
export function targetColumns({ file, headers }: Table): TargetColumns {
  const squeezed = headers.map(squeeze);
  const find = (words: readonly string[]) =>
    squeezed.findIndex((header) => words.map(squeeze).includes(header));
  const column = Object.fromEntries(
    Object.entries(HEADERS).map(([name, words]) => [name, find(words)]),
  ) as Record<TargetColumn, number>;
  for (const needed of ['period', 'target'] as const) {
    if (column[needed] >= 0) continue;
    throw new Failure(
      'mapping-needed',
      said('{file}: no column tells the {needed}. It has: {named}.', { file, needed, named: fewOf(headers) }),
      {
        hint: said('Call it one of these: {headers}.', { headers: HEADERS[needed].join(', ') }),
      },
    );
  }
  const custom = new Map(
    headers.flatMap((header, at) => {
      const key = /^custom\.(.+)$/.exec(header.trim())?.[1];
      return key === undefined ? [] : [[key, at] as const];
    }),
  );
  const used = new Set([...Object.values(column), ...custom.values()]);
  return { column, custom, unused: headers.filter((header, at) => header.trim() !== '' && !used.has(at)) };
}

/** Whether a cell is the header of a column that is known. */
export function isTargetHeader(cell: string): boolean {
  return KNOWN.has(squeeze(cell));
}

const KNOWN = new Set(Object.values(HEADERS).flat().map(squeeze));

function squeeze(header: string): string {
  return fold(header.trim()).replace(/[\s_.-]+/gu, '');
}
