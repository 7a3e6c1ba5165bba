// What a review says where its random part ran dry: in a small book those left out for having been seen lately are all there are.

import type { ReviewedStratum, ReviewView } from '../report/review.ts';
import type { Message } from '../words/message.ts';
import type { Block } from './page.ts';
import { STRATUM_LABELS } from './review-stratum.ts';
import { count, say } from './say.ts';

type DrawnFrom = Pick<ReviewedStratum, 'stratum' | 'excluded' | 'drawn_from'> & {
  readonly picked: readonly Pick<ReviewedStratum['picked'][number], 'why'>[];
};

interface DrawnStrata extends Pick<ReviewView, 'not_again_within' | 'cut'> {
  readonly strata: readonly DrawnFrom[];
}

const RAN_DRY =
  '{stratum}: {left, plural, one {# deal was} other {# deals were}} left to draw at random, and {excluded} left out, having been in a sheet of the last {days, plural, one {# day} other {# days}}. A lower review.not_again_within draws them sooner.' satisfies Message;

/** A paragraph a stratum of which chance took whoever was left; none where time cut the sample. */
export function* ranDryLines({ strata, not_again_within: days, cut }: DrawnStrata): Generator<Block> {
  if (cut > 0) return;
  for (const { stratum, excluded, drawn_from, picked } of strata) {
    const drawn = picked.filter(({ why }) => why === 'random').length;
    if (excluded === 0 || drawn < drawn_from) continue;
    const values = { left: drawn_from, excluded: count(excluded), days };
    yield {
      kind: 'paragraph',
      parts: [say(RAN_DRY, { stratum: say(STRATUM_LABELS[stratum]), ...values })],
    };
  }
}
