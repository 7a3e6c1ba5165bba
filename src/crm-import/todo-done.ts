// Which lines of crm-todo/ an import has made good: its export shows their new value.

import { sameAmount, toDecimal } from '../base/money.ts';
import { type Said, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { stepText } from '../deal/item-text.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { TodoItem } from './todo.ts';
import { todoFiles, withoutDone } from './todo-files.ts';

/**
 * The files without those lines, and a sentence on how many there were.
 * @param changed the deals that the import changes, as they are then
 */
export function todoAfter(
  { root, deals, state }: Pick<Book, 'root' | 'deals' | 'state'>,
  system: string,
  changed: readonly Deal[],
): { readonly files: readonly FileChange[]; readonly notes: readonly Said[] } {
  const files = todoFiles(root);
  if (files.length === 0) return { files: [], notes: [] };
  const after = new Map(changed.map((deal) => [deal.id, deal]));
  const dealOf = ({ record, id }: TodoItem): Deal | undefined => {
    const isIts = (deal: Deal | undefined) => deal?.source?.system === system && deal.source.id === record;
    const named = after.get(id) ?? deals.get(id);
    if (isIts(named)) return named;
    const row = state.deals.find(({ source }) => source === `${system}:${record}`);
    return row && (after.get(row.id) ?? deals.get(row.id));
  };
  const { files: without, done } = withoutDone(files, (item) => {
    const deal = dealOf(item);
    return deal !== undefined && shows(deal, item);
  });
  if (done === 0) return { files: [], notes: [] };
  const note = said(
    '{lines, plural, one {# line of crm-todo/ is done} other {# lines of crm-todo/ are done}}: the export shows what was asked for.',
    { lines: done },
  );
  return { files: without, notes: [note] };
}

/** Whether the deal says by now what the line asks for. */
function shows(deal: Deal, { field, new: asked }: TodoItem): boolean {
  const step = deal.nextStep;
  switch (field) {
    case 'amount': {
      const amount = toDecimal(asked);
      return deal.amount === undefined || amount === undefined
        ? (deal.amount ?? '') === asked
        : sameAmount(deal.amount, amount);
    }
    case 'next_step':
      // A CRM without a day for it shows the words alone.
      return step === undefined ? asked === '' : stepText(step) === asked || asked.endsWith(` ${step.what}`);
    case 'activities':
      // An export tells the day of the last one, and no more.
      return deal.activities.some((one) => isWithCustomer(one) && asked.startsWith(one.on));
    case 'lost_reason':
      return deal.lostReason === asked;
    case 'name':
    case 'account':
    case 'owner':
    case 'stage':
    case 'currency':
      return deal[field] === asked;
    case 'created':
    case 'close':
      return (deal[field] ?? '') === asked;
    default:
      return false;
  }
}
