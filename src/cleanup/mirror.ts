// What a clean-up can't do here, because a CRM holds it: there the deal is changed, and its next export brings it.

import type { Book } from '../book/book.ts';
import { mirroredFields } from '../crm-import/mirrored.ts';
import type { Deal } from '../deal/deal.ts';
import { CHANGED_FIELDS } from './changes.ts';
import type { Decision } from './decision.ts';

/** The choices that are the CRM's for a deal; none in an own book, and for a deal that the CRM does not have. */
export function heldChoices(
  book: Pick<Book, 'root' | 'settings'>,
): (deal: Deal) => ReadonlySet<Decision['do']> {
  const fieldsOf = mirroredFields(book);
  const { sourceOfRecord } = book.settings;
  return (deal) => {
    const held = fieldsOf(deal);
    const choices = new Set<Decision['do']>();
    for (const [choice, fields] of Object.entries(CHANGED_FIELDS) as [
      keyof typeof CHANGED_FIELDS,
      readonly string[],
    ][]) {
      if (fields.some((field) => held.has(field))) choices.add(choice);
    }
    if (sourceOfRecord !== '' && deal.source?.system === sourceOfRecord) choices.add('merge');
    return choices;
  };
}
