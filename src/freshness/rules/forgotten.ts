// Rule forgotten: an open deal has shown no sign of life for so long that the clean-up asks what becomes of it.

import { daysBetween } from '../../base/day.ts';
import { said } from '../../base/said.ts';
import { lastSign } from '../last-sign.ts';
import { fieldCommand, isMendedHere } from '../mend-commands.ts';
import type { DealRule } from '../rule.ts';
import { signPlace } from '../sign-place.ts';

export const forgotten: DealRule<'forgotten'> = {
  id: 'forgotten',
  title: 'Forgotten',
  severity: 'warning',
  what: 'An open deal has shown no sign of life for clean.forgotten_after days or more, whether or not its source delivers activities: a stage entered, an amount changed or a next step agreed is a sign too.',
  why: 'Nobody works on it and nobody says so: it fills the funnel, and every look at the open deals.',
  fix: 'Decide in the clean-up: revive it with a next step, close it as lost with a reason, or keep it with a waiver.',
  over: 'open deals',
  check(row, context) {
    const { lastSignOfLife: date } = row;
    if (date === undefined) return [];
    const { book } = context;
    const limit = book.settings.clean.forgottenAfter;
    const days = daysBetween(date, book.today);
    if (days < limit) return [];
    const place = signPlace(row, date, context);
    return [
      {
        place,
        message: said(
          'No sign of life for {days, plural, one {{days} day} other {{days} days}} (limit {limit}). {last}',
          {
            ...{ days, limit },
            last: lastSign(row, date, book),
          },
        ),
        hint: isMendedHere(row, book)
          ? said('Revive it: {command} (or lost, clean)', { command: fieldCommand(row.id, 'next_step') })
          : 'Revive it, close it or keep it with a waiver: pipeline clean --dry-run',
        days,
        since: { date, event: row.lastSignEvent, place },
      },
    ];
  },
};
