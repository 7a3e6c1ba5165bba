// Three versions of one deal at random: a file in any style, and what two people do with it, in part the same.

import { Failure } from '../../src/base/failure.ts';
import type { DealChange } from '../../src/deal/change.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import {
  anyAppend,
  anyAppendText,
  anyInsert,
  anyNextStep,
  anyRemove,
  anyReplace,
  anySet,
  anySetCustom,
} from '../deal/changes.ts';
import { DEFAULTS, said } from '../deal/deals.ts';
import { anyStyledDeal } from '../deal/styles.ts';
import { fc } from '../support/seeded.ts';

export const PATH = 'deals/2026/acme-erp.yaml';

export interface Triple {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

const anyChange = fc.oneof(
  ...[anySet, anySetCustom, anyAppend, anyAppendText, anyInsert, anyNextStep, anyRemove, anyReplace],
);

/** What a person does: a change, or a comment above a line. */
const anyDeed = fc.oneof(
  { weight: 5, arbitrary: anyChange },
  {
    weight: 1,
    arbitrary: fc.record({ comment: fc.constantFrom('# first', '# second', '  # within'), at: fc.nat() }),
  },
);

type Deed = DealChange | { readonly comment: string; readonly at: number };

/** Who does it. */
const anyHand = fc.constantFrom('ours', 'theirs', 'both');

const edited: fc.Arbitrary<Triple> = fc
  .tuple(anyStyledDeal, fc.array(fc.tuple(anyHand, anyDeed), { minLength: 1, maxLength: 8 }))
  .map(([{ text }, deeds]) => {
    const by = (side: string) =>
      deeds.filter(([hand]) => hand === side || hand === 'both').map(([, deed]) => deed);
    return { base: text, ours: after(text, by('ours')), theirs: after(text, by('theirs')) };
  });

/** Files that have little in common, with or without a version that they began as. */
const unrelated: fc.Arbitrary<Triple> = fc.record({
  base: fc.oneof(
    fc.constant(''),
    anyStyledDeal.map(({ text }) => text),
  ),
  ours: anyStyledDeal.map(({ text }) => text),
  theirs: anyStyledDeal.map(({ text }) => text),
});

export const anyTriple = fc.oneof({ weight: 9, arbitrary: edited }, { weight: 1, arbitrary: unrelated });

function after(text: string, deeds: readonly Deed[]): string {
  return deeds.reduce((now, deed) => ('comment' in deed ? commented(now, deed) : changed(now, deed)), text);
}

/** As it was where the deal can't hold it. */
function changed(text: string, change: DealChange): string {
  try {
    return patchDeal(text, [change], PATH, DEFAULTS);
  } catch (error) {
    if (error instanceof Failure || error instanceof RangeError) return text;
    throw error;
  }
}

/** Above a line where the comment is one. */
function commented(text: string, { comment, at }: { comment: string; at: number }): string {
  const lines = text.split(/(?<=\n)/);
  const place = at % lines.length;
  if (place === 0) return text;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const so = lines.toSpliced(place, 0, comment + end).join('');
  const says = (of: string) => JSON.stringify(said(readDeal(of, PATH, DEFAULTS).deal));
  return says(so) === says(text) ? so : text;
}
