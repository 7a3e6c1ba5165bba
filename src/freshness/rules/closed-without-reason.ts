// Rule closed-without-reason: a deal was lost, and nobody said why.

import { didYouMean } from '../../base/nearest.ts';
import { said } from '../../base/said.ts';
import { withCommand } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';

export const closedWithoutReason: DealRule<'closed-without-reason'> = {
  id: 'closed-without-reason',
  title: 'Lost without a reason',
  severity: 'warning',
  what: 'A deal was lost without a reason from `lost_reasons`; where that list is empty, any reason is one. Deals in the archive are not looked at.',
  why: 'Why deals are lost is what the process is changed by, and a reason of its own is counted with no other.',
  fix: 'Write `lost_reason:` with one of the list, or add the reason to `lost_reasons` in pipeline.yaml.',
  over: 'deals',
  check(row, context) {
    if (row.stage !== 'lost') return [];
    const { lostReasons } = context.book.settings;
    const reason = row.lostReason.trim();
    if (reason !== '' && (lostReasons.length === 0 || lostReasons.includes(reason))) return [];
    const place = keyPlace('lost_reason', context);
    const known =
      lostReasons.length === 0
        ? 'Write why, in lost_reason.'
        : said('The reasons are {reasons}.', { reasons: lostReasons.join(', ') });
    const hint = reason === '' ? known : didYouMean(reason, lostReasons, known);
    return [
      {
        place,
        message:
          reason === ''
            ? 'Lost without a reason.'
            : said('"{reason}" is no reason of lost_reasons.', { reason }),
        hint: withCommand(hint, row, 'lost_reason', context.book),
      },
    ];
  },
};
