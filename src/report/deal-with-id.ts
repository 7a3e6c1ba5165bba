// The deal of the working set that has an id, for verbs that change it: no piece of an id will do.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';

/**
 * The deal.
 * @throws Failure `no-such-deal` with "did you mean", or where it is in the archive; `deals-unreadable`
 */
export function dealWithId(id: string, { book }: Pick<Opened, 'book'>): Deal {
  const row = book.state.deals.find((one) => one.id === id);
  const deal = row?.problem === '' ? book.deals.get(id) : undefined;
  if (deal !== undefined) return deal;
  if (row !== undefined || book.leftOut.includes(id)) {
    const problems = book.problems.filter(({ file }) => file.endsWith(`/${id}.yaml`));
    throw new Failure('deals-unreadable', said('The file of {id} cannot be read.', { id }), { problems });
  }
  const archived = book.state.archived.find((one) => one.id === id);
  if (archived === undefined) {
    const ids = book.state.deals.map((one) => one.id);
    throw new Failure('no-such-deal', said('There is no deal "{id}".', { id }), {
      hint: didYouMean(id, ids, 'It takes whole ids: pipeline list --all'),
    });
  }
  const { mergedInto } = archived;
  const restore = `pipeline archive restore ${id}`;
  throw new Failure(
    'no-such-deal',
    mergedInto === ''
      ? said('{id} is in the archive.', { id })
      : said('{id} is in the archive, merged into {merged}.', { id, merged: mergedInto }),
    {
      hint: said('Bring it back first: {command}', {
        command: mergedInto === '' ? restore : `${restore} --force`,
      }),
    },
  );
}
