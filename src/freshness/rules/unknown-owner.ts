// Rule unknown-owner: an open deal belongs to somebody who is not in the team, or not any more.

import { didYouMean } from '../../base/nearest.ts';
import { dayValue, said } from '../../base/said.ts';
import { withCommand } from '../mend-commands.ts';
import { memberOf } from '../owner.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';

export const unknownOwner: DealRule<'unknown-owner'> = {
  id: 'unknown-owner',
  title: 'Unknown owner',
  severity: 'error',
  what: 'An open deal has an owner who is not in the team, or who left it (`until`). A name under `also` counts as the member.',
  why: 'Nobody works on it, and it is missing from the totals of the person who should.',
  fix: 'Write the id of a member of the team, or add the person to `team:` in pipeline.yaml.',
  over: 'open deals',
  isMoot: (settings) => settings.team.length === 0,
  check(row, context) {
    const { settings, today } = context.book;
    if (row.owner === '') return [];
    const place = keyPlace('owner', context);
    const member = memberOf(settings.team, row.owner);
    if (member === undefined) {
      const inTeam = settings.team.filter(({ until }) => until === undefined || until >= today);
      return [
        {
          place,
          message: said('"{owner}" is not in the team.', { owner: row.owner }),
          hint: withCommand(
            didYouMean(
              row.owner,
              inTeam.map(({ id }) => id),
              'Write the id of a member, or add the person to team: in pipeline.yaml.',
            ),
            row,
            'owner',
            context.book,
          ),
        },
      ];
    }
    if (member.until === undefined || member.until >= today) return [];
    return [
      {
        place,
        message: said('{owner} left the team on {on}.', {
          owner: member.name === '' ? member.id : member.name,
          on: dayValue(member.until),
        }),
        hint: withCommand('Give the deal to somebody who is there.', row, 'owner', context.book),
      },
    ];
  },
};
