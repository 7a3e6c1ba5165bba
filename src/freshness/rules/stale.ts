// Rule stale: an open deal shows no sign of life for too many days. The clock itself is snapshot/signs.ts.

import { daysBetween } from '../../base/day.ts';
import { said } from '../../base/said.ts';
import { stageCalled } from '../../deal/process.ts';
import type { Settings, StaleLimits } from '../../workspace/settings.ts';
import { lastSign } from '../last-sign.ts';
import { hintFor, signCommand } from '../mend-commands.ts';
import type { DealRule, Evidence } from '../rule.ts';
import { signPlace } from '../sign-place.ts';

export const stale: DealRule<'stale'> = {
  id: 'stale',
  title: 'No sign of life',
  severity: 'warning',
  gravest: 'error',
  what: 'An open deal shows no sign of life for warn_after days (warning) or error_after days (error).',
  why: 'What nobody works on does not close when it says, and every forecast that counts it is too high.',
  fix: 'Talk to the customer and write the activity down, or close the deal.',
  over: 'open deals',
  evidence: activityEvidence(),
  check(row, context) {
    const { lastSignOfLife: date } = row;
    if (date === undefined) return [];
    const { book } = context;
    const { warnAfter, errorAfter } = staleLimits(row.stage, book.settings);
    const days = daysBetween(date, book.today);
    if (days < Math.min(warnAfter, errorAfter)) return [];
    const isError = days >= errorAfter;
    const place = signPlace(row, date, context);
    return [
      {
        severity: isError ? 'error' : 'warning',
        place,
        message: said(
          'No sign of life for {days, plural, one {{days} day} other {{days} days}} (limit {limit}). {last}',
          {
            ...{ days, limit: isError ? errorAfter : warnAfter },
            last: lastSign(row, date, book),
          },
        ),
        hint: hintFor(row, { ...place, line: undefined }, book, {
          ours: said('Log it: {command} (or lost)', { command: signCommand(row.id, book.settings) }),
          elsewhere: (where) => said('Log what happened {where}, or close the deal.', { where }),
        }),
        days,
        since: { date, event: row.lastSignEvent, place },
      },
    ];
  },
};

/** What rules on activities need from a source. */
export function activityEvidence(): Evidence {
  return { among: 'deals', has: (row) => row.lastActivity !== undefined, missing: 'no activity data' };
}

/** The limits of a stage: its own, each one else the general one. A former id of a stage has its limits. */
export function staleLimits(stage: string, settings: Pick<Settings, 'freshness' | 'process'>): StaleLimits {
  const own = stageCalled(settings.process.stages, stage)?.stale;
  return {
    warnAfter: own?.warnAfter ?? settings.freshness.warnAfter,
    errorAfter: own?.errorAfter ?? settings.freshness.errorAfter,
  };
}
