// Why a snapshot is not taken, though it has a name: what would make it say something that is not so.

import { Failure } from '../base/failure.ts';
import { asValue, dayValue, type Sayable, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import type { OldSource } from '../workspace/import-due.ts';
import { ratesMissing, ratesToPaste } from './rates-missing.ts';
import { noRate, whatOneIsWorth } from './rates-told.ts';
import type { Snapshot } from './snapshot.ts';

/** @throws Failure `missing-rate`, naming currency and day, where an open or won deal has no value for want of one */
export function refuseMissingRates(snapshot: Snapshot): void {
  const missing = ratesMissing(snapshot);
  if (missing.length === 0) return;
  const each = missing.map(({ currency, deals }) =>
    said('{currency} ({deals})', { currency, deals: fewOf(deals) }),
  );
  const [only] = missing;
  const isOther = missing.length === 1 && snapshot.deals.every(({ currency }) => currency === only?.currency);
  const to = snapshot.reportingCurrency;
  throw new Failure('missing-rate', noRate(to, snapshot.on, each), {
    hint: isOther
      ? said(
          'Where totals are to be in {currency}, change currency in pipeline.yaml. Else say in pipeline.yaml what one unit is worth in {to}, from the day on since when it holds:',
          { currency: only?.currency ?? '', to },
        )
      : whatOneIsWorth(to),
    paste: ratesToPaste(
      snapshot.on,
      missing.map(({ currency }) => currency),
    ),
  });
}

const STRICT = {
  told: 'with --strict no snapshot is taken.',
  hint: 'Mend the files. Without --strict each stands as in the last snapshot.',
} as const;

/**
 * @param why what speaks against it, as the end of a sentence, and what to do
 * @throws Failure `deals-unreadable` with each problem, where a deal's file can't be read
 */
export function refuseUnreadable(
  { state, leftOut, problems }: Pick<Book, 'state' | 'leftOut' | 'problems'>,
  why: { readonly told: Sayable; readonly hint: Sayable } = STRICT,
): void {
  const unread = [...state.deals, ...state.archived].filter(({ problem }) => problem !== '');
  const count = unread.length + leftOut.length;
  if (count === 0) return;
  throw new Failure(
    'deals-unreadable',
    said('{count, plural, one {{count} deal} other {{count} deals}} cannot be read: {told}', {
      count,
      told: asValue(why.told),
    }),
    {
      hint: why.hint,
      problems: problems.filter(({ severity }) => severity === 'error'),
    },
  );
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
  const values = {
    system,
    last: last === undefined ? '' : dayValue(last),
    due: due === undefined ? '' : dayValue(due),
  };
  const what = {
    never: 'No export of {system} was imported yet.',
    overdue: 'The newest export of {system} is of {last}; the next one was due on {due}.',
    same: 'Nothing of {system} was imported since the last snapshot: the newest export is of {last}.',
  } as const;
  throw new Failure('import-overdue', said(what[why], values), {
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
    said("What was last imported from {system} can't be read.", { system }),
    {
      hint: said('Mend {path}. --allow-old-source takes the snapshot all the same.', { path }),
      problems: broken,
    },
  );
}
