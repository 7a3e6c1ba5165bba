// Writes one answer of `pipeline fix`: an edit of the deal, or lines in crm-todo/ for what a CRM holds, or both.

import type { Day } from '../base/day.ts';
import type { Book } from '../book/book.ts';
import { todoFiles, todoPath, withTodo } from '../crm-import/todo-files.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { dealDifferences, type FieldDifference } from '../report/deal-differences.ts';
import { dealAfter, expectPatched } from '../workspace/deal-changes.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { heldFields, splitEdit } from './fix-mirror.ts';
import { fieldOf } from './held-fields.ts';
import type { Call } from './verb.ts';

export interface Edited {
  /** What the deal says otherwise now. */
  readonly written: readonly FieldDifference[];
  /** What the CRM's users are asked for, and where. */
  readonly asked: readonly FieldDifference[];
  readonly todo: string;
}

/**
 * Under the lock, all of it or nothing.
 * @param deal as it was shown
 * @throws Failure `changed-meanwhile` where it says something else by now, `usage`, `locked`, `io`
 */
export async function writeEdit(
  call: Call,
  book: Pick<Book, 'root' | 'settings'>,
  { deal, changes, day }: { readonly deal: Deal; readonly changes: readonly DealChange[]; readonly day: Day },
): Promise<Edited> {
  return call.locked(async () => {
    const { sourceOfRecord, currency } = book.settings;
    const context = { root: book.root, currency };
    const whole = expectPatched(deal, changes, context);
    const differences = dealDifferences(deal, dealAfter(whole, currency));
    const { items, isOurs } = splitEdit(deal, differences, heldFields(book)(deal));
    const todo = todoPath(day);
    if (items.length === 0) {
      await call.write(whole.files, { signal: call.io.signal });
      return { written: differences, asked: [], todo };
    }
    const ours = changes.filter((change) => isOurs(fieldOf(change)));
    const own = ours.length === 0 ? [] : expectPatched(deal, ours, context).files;
    const files: FileChange[] = [
      ...withTodo(todoFiles(book.root), items, { day, system: sourceOfRecord }),
      ...own,
    ];
    await call.write(files, { signal: call.io.signal });
    return { written: differences.filter(({ field }) => isOurs(field)), asked: items, todo };
  });
}
