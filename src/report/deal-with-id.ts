// The deal of the working set that has an id, for verbs that change it: no piece of an id will do.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
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
    throw new Failure('deals-unreadable', `The file of ${id} cannot be read.`, { problems });
  }
  const archived = book.state.archived.find((one) => one.id === id);
  if (archived === undefined) {
    const ids = book.state.deals.map((one) => one.id);
    throw new Failure('no-such-deal', `There is no deal "${id}".`, {
      hint: didYouMean(id, ids, 'It takes whole ids: pipeline list --all'),
    });
  }
  const merged = archived.mergedInto === '' ? '' : `, merged into ${archived.mergedInto}`;
  throw new Failure('no-such-deal', `${id} is in the archive${merged}.`, {
    hint: `Bring it back first: pipeline archive restore ${id}${merged === '' ? '' : ' --force'}`,
  });
}
