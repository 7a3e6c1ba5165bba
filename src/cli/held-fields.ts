// In a mirror: what the CRM holds is changed there.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';

/** Throws Failure `usage`, with the CRM's record, where a change is one of a mirrored field. */
export async function refuseHeld(
  book: Pick<Book, 'root' | 'settings'>,
): Promise<(deal: Deal, changes: readonly DealChange[]) => void> {
  const { sourceOfRecord } = book.settings;
  if (sourceOfRecord === '') return () => undefined;
  const { mirroredFields } = await import('../crm-import/mirrored.ts');
  const heldOf = mirroredFields(book);
  return (deal, changes) => {
    const held = heldOf(deal);
    const fields = [...new Set(changes.map(fieldOf))].filter((field) => held.has(field));
    if (fields.length === 0) return;
    const record = deal.source?.id ?? '';
    throw new Failure(
      'usage',
      said('{sourceOfRecord} holds {fields} of {id}: record {record}.', {
        sourceOfRecord,
        fields: fields.join(', '),
        id: deal.id,
        record,
      }),
      {
        hint: 'Change it there; its next export brings it here: pipeline week EXPORT',
      },
    );
  };
}

/** The field of a deal that a change changes. */
export function fieldOf(change: DealChange): string {
  return change.kind === 'set-next-step' ? 'next_step' : change.key;
}
