// Rule expired-waiver: a finding was accepted for a time that is over.

import { daysBetween } from '../../base/day.ts';
import { didYouMean } from '../../base/nearest.ts';
import { dayValue, said } from '../../base/said.ts';
import { RULE_IDS } from '../../workspace/rule-ids.ts';
import { linePlace } from '../place.ts';
import type { DealRule, Hit } from '../rule.ts';

export const expiredWaiver: DealRule<'expired-waiver'> = {
  id: 'expired-waiver',
  title: 'Waiver without effect',
  severity: 'warning',
  what: 'A deal, open or closed, has a waiver whose last day is before today, or one of a rule that there is not. Deals in the archive are not looked at.',
  why: 'Somebody believes that the finding is accepted, and it stands at the gate.',
  fix: 'Put the deal right and take the waiver out, or give it another day and say why.',
  over: 'deals',
  check(row, context) {
    const { today } = context.book;
    return row.waived.flatMap(({ rule, until }, at): Hit[] => {
      const isKnown = RULE_IDS.some((id) => id === rule);
      if (isKnown && until >= today) return [];
      const waiver = context.deal?.waive[at];
      const place = linePlace(waiver?.line, 'waive', context);
      if (!isKnown) {
        return [
          {
            place,
            message: said('A waiver is of "{rule}", and there is no such rule.', { rule }),
            hint: didYouMean(rule, RULE_IDS, 'Take it out, or write the id of a rule.'),
          },
        ];
      }
      const days = daysBetween(until, today);
      const ended = { rule, until: dayValue(until), days };
      return [
        {
          place,
          message:
            waiver === undefined
              ? said(
                  'The waiver of {rule} ended on {until}, {days, plural, one {{days} day} other {{days} days}} ago.',
                  ended,
                )
              : said(
                  'The waiver of {rule} ({why}) ended on {until}, {days, plural, one {{days} day} other {{days} days}} ago.',
                  { ...ended, why: waiver.why },
                ),
          hint: 'Take it out, or give it another day and say why.',
          days,
        },
      ];
    });
  },
};
