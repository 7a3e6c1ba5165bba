// Which sections a sheet ought to have, and which it has: a deal that was drawn can't be talked about where its is gone.

import { type Sayable, said } from '../base/said.ts';
import type { SheetDraw } from './sheet.ts';
import { blocksOf } from './sheet-blocks.ts';

export interface SectionDifference {
  readonly kind: 'section-missing' | 'section-added';
  readonly stratum: null;
  readonly id: string;
  readonly message: Sayable;
}

/** Sections of deals that were drawn and that the sheet lacks, of deals that were not drawn, and that of the process. */
export function sectionsMissing(text: string, file: string, { strata }: SheetDraw): SectionDifference[] {
  const blocks = blocksOf(text, file);
  const there = new Set(blocks.filter(({ kind }) => kind === 'deal').map(({ deal }) => deal));
  const drawn = new Set(strata.flatMap(({ picked }) => picked.map(({ id }) => id)));
  const missing = [...drawn].filter((id) => !there.has(id));
  const added = [...there].filter((id) => !drawn.has(id));
  return [
    ...missing.map((id) => difference('section-missing', id, said('The block of {id} is missing.', { id }))),
    ...added.map((id) =>
      difference(
        'section-added',
        id,
        id === ''
          ? 'There is a block of no deal, which was not drawn.'
          : said('There is a block of {id}, which was not drawn.', { id }),
      ),
    ),
    ...(blocks.some(({ kind }) => kind === 'process')
      ? []
      : [difference('section-missing', '', 'The block of the process is missing.')]),
  ];
}

function difference(kind: SectionDifference['kind'], id: string, message: Sayable): SectionDifference {
  return { kind, stratum: null, id, message };
}
