// Rule unknown-stage: an open deal stands in a stage that the process does not have.

import { didYouMean } from '../../base/nearest.ts';
import { rankOf } from '../../deal/process.ts';
import { fieldCommand, isMendedHere } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';

export const unknownStage: DealRule<'unknown-stage'> = {
  id: 'unknown-stage',
  title: 'Unknown stage',
  severity: 'error',
  what: 'An open deal stands in a stage that the process does not have.',
  why: 'It is in no column of the funnel, and nothing can say whether it moved forward or back.',
  fix: 'Write the id of a stage of the process, or won or lost.',
  over: 'open deals',
  check(row, context) {
    const { process } = context.book.state;
    if (rankOf(process, row.stage) >= 0) return [];
    const successor = process.stages.find(({ was }) => was.includes(row.stage));
    const known = [...process.stages.map(({ id }) => id), 'won', 'lost'];
    const command = isMendedHere(row, context.book) ? ` → ${fieldCommand(row.id, 'stage')}` : '';
    return [
      {
        place: keyPlace('stage', context),
        message: row.stage === '' ? 'The deal has no stage.' : `The process has no stage "${row.stage}".`,
        hint:
          successor === undefined
            ? didYouMean(row.stage, known, `There are: ${known.join(', ')}.`) + command
            : `It is called "${successor.id}" now.`,
      },
    ];
  },
};
