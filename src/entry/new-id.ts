// An id that a person chose for a deal.

import { Failure } from '../base/failure.ts';
import { slug } from '../base/fold.ts';
import { said } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import { isDealId } from '../deal/id.ts';

/**
 * @param deal which gets it, where it has one already: it may have its own former id back
 * @throws Failure `usage` where it is none, or another deal has or had it
 */
export function expectFreeId(
  id: string,
  isTaken: (id: string) => boolean,
  deal?: Pick<Deal, 'id' | 'was'>,
): void {
  if (!isDealId(id)) {
    const better = slug(id);
    throw new Failure('usage', said('"{id}" can\'t be an id.', { id }), {
      hint:
        better === ''
          ? 'An id has small letters, digits and hyphens.'
          : said('An id has small letters, digits and hyphens: {better}.', { better }),
    });
  }
  if (id === deal?.id)
    throw new Failure('usage', said('It is {id} already.', { id }), { hint: 'Give another one.' });
  const wasItsOwn = deal !== undefined && formerIdsOf(deal).includes(id);
  if (isTaken(id) && !wasItsOwn) {
    throw new Failure('usage', said('{id} is or was the id of another deal.', { id }), {
      hint: said('Look: pipeline show {id}', { id }),
    });
  }
}
