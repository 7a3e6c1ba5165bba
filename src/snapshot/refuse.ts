// Why a snapshot is not taken, though it has a name: what would make it say something that is not so.

import { Failure } from '../base/failure.ts';
import { named } from '../base/named.ts';
import type { Book } from '../book/book.ts';
import type { OldSource } from '../workspace/import-due.ts';
import { ratesMissing } from './rates-missing.ts';
import type { Snapshot } from './snapshot.ts';

/** @throws Failure `missing-rate`, naming currency and day, where an open or won deal has no value for want of one */
export function refuseMissingRates(snapshot: Snapshot): void {
  const missing = ratesMissing(snapshot);
  if (missing.length === 0) return;
  const each = missing.map(({ currency, deals }) => `${currency} (${named(deals)})`);
  const [only] = missing;
  const isOther = missing.length === 1 && snapshot.deals.every(({ currency }) => currency === only?.currency);
  const own = isOther
    ? `Where totals are to be in ${only?.currency}, change currency in pipeline.yaml. Else say`
    : 'Say';
  throw new Failure(
    'missing-rate',
    `There is no rate to ${snapshot.reportingCurrency} on ${snapshot.on} for ${each.join(' and ')}.`,
    {
      hint: `${own} in pipeline.yaml what one unit is worth in ${snapshot.reportingCurrency}, from the day on since when it holds:`,
      paste: [
        'rates:   # where that is there already, what follows comes under it',
        `  - on: ${snapshot.on}`,
        ...missing.map(({ currency }) => `    ${currency}: "?"`),
      ],
    },
  );
}

const STRICT = {
  told: 'with --strict no snapshot is taken.',
  hint: 'Mend the files. Without --strict each stands as in the last snapshot.',
};

/**
 * @param why what speaks against it, as the end of a sentence, and what to do
 * @throws Failure `deals-unreadable` with each problem, where a deal's file can't be read
 */
export function refuseUnreadable(
  { state, leftOut, problems }: Pick<Book, 'state' | 'leftOut' | 'problems'>,
  why: { readonly told: string; readonly hint: string } = STRICT,
): void {
  const unread = [...state.deals, ...state.archived].filter(({ problem }) => problem !== '');
  const count = unread.length + leftOut.length;
  if (count === 0) return;
  const deals = count === 1 ? '1 deal cannot' : `${count} deals cannot`;
  throw new Failure('deals-unreadable', `${deals} be read: ${why.told}`, {
    hint: why.hint,
    problems: problems.filter(({ severity }) => severity === 'error'),
  });
}

/**
 * @throws Failure `import-overdue` where the mirrored CRM's export is too old, or nobody knows how old it is; `io` where
 *   the disk does not tell
 */
export function refuseOldSource(
  old: OldSource | undefined,
  book: Pick<Book, 'problems' | 'importsUnread'>,
): void {
  if (old === undefined) return;
  const { system, last, due, why } = old;
  if (why === 'never') refuseUnknownSource(system, book);
  const what = {
    never: `No export of ${system} was imported yet.`,
    overdue: `The newest export of ${system} is of ${last}; the next one was due on ${due}.`,
    same: `Nothing of ${system} was imported since the last snapshot: the newest export is of ${last}.`,
  };
  throw new Failure('import-overdue', what[why], {
    hint: 'pipeline week EXPORT imports and takes the snapshot in one; --allow-old-source takes it all the same.',
  });
}

/** Where the record of the last import is there and can't be read. */
function refuseUnknownSource(
  system: string,
  { problems, importsUnread = [] }: Pick<Book, 'problems' | 'importsUnread'>,
): void {
  const path = `imports/${system}.yaml`;
  const broken = problems.filter(({ file, severity }) => file === path && severity === 'error');
  if (broken.length === 0) return;
  throw new Failure(
    importsUnread.includes(path) ? 'io' : 'import-overdue',
    `What was last imported from ${system} can't be read.`,
    { hint: `Mend ${path}. --allow-old-source takes the snapshot all the same.`, problems: broken },
  );
}
