// What `pipeline fix` does not change here because a CRM holds it, and what it asks of the CRM's users instead.

import type { Book } from '../book/book.ts';
import { mirroredFields } from '../crm-import/mirrored.ts';
import type { TodoItem } from '../crm-import/todo.ts';
import { todoFiles, todoItems } from '../crm-import/todo-files.ts';
import type { Deal } from '../deal/deal.ts';
import { fieldsChangedBy, mendsFor } from '../entry/mending.ts';
import type { FieldDifference } from '../report/deal-differences.ts';
import type { Mirror } from '../report/fix.ts';

/** Fields that an export has a column of under another name. */
const HELD_AS: Readonly<Record<string, string>> = { activities: 'last_activity' };
/** What follows from the stage, and is the CRM's with it. */
const WITH_STAGE = ['close', 'lost_reason', 'amount', 'currency'];

export function mirrorOf(book: Pick<Book, 'root' | 'settings' | 'deals' | 'today'>): Mirror {
  if (book.settings.sourceOfRecord === '') return { isHeld: () => false, isWaiting: () => false };
  const heldOf = heldFields(book);
  const asked = new Set(todoItems(todoFiles(book.root)).map(({ record, field }) => `${field} ${record}`));
  const { today, settings, deals } = book;
  const context = { today, settings };
  return {
    isHeld(mend, id) {
      const deal = deals.get(id);
      return deal !== undefined && fieldsChangedBy(mend, deal, context).some(heldOf(deal));
    },
    isWaiting(rule, id) {
      const deal = deals.get(id);
      const record = deal?.source?.id;
      if (deal === undefined || record === undefined || asked.size === 0) return false;
      const fields = mendsFor(rule, deal, context).flatMap((mend) => fieldsChangedBy(mend, deal, context));
      return fields.some((field) => asked.has(`${field} ${record}`));
    },
  };
}

/** Whether a CRM holds a field of a deal. */
export function heldFields(
  book: Pick<Book, 'root' | 'settings'>,
): (deal: Deal) => (field: string) => boolean {
  const fieldsOf = mirroredFields(book);
  return (deal) => {
    const held = fieldsOf(deal);
    return (field) => held.has(field) || held.has(HELD_AS[field] ?? field);
  };
}

export interface Split {
  /** What the CRM's users are asked for; nothing where all of the edit is ours. */
  readonly items: readonly TodoItem[];
  /** Whether a field is written here all the same. The record of stages is written by the import that shows a move. */
  isOurs(field: string): boolean;
}

/** Parts an edit into what a CRM holds and what is ours. @param isHeld whether the CRM holds a field of the deal */
export function splitEdit(
  { id, owner, source }: Deal,
  differences: readonly FieldDifference[],
  isHeld: (field: string) => boolean,
): Split {
  const isMove = isHeld('stage') && differences.some(({ field }) => field === 'stage');
  const isTheirs = (field: string) => isHeld(field) || (isMove && WITH_STAGE.includes(field));
  const items = differences
    .filter(({ field, new: now }) => isTheirs(field) && !(field === 'activities' && (isMove || now === '')))
    .map(({ field, old, new: now }) => ({ record: source?.id ?? '', field, old, new: now, owner, id }));
  const isOfMove = (field: string) => isMove && (field === 'stages' || field === 'activities');
  return { items, isOurs: (field) => !isTheirs(field) && !isOfMove(field) };
}
