// Rule unknown-stage: an open deal stands in a stage that the process does not have.

import { didYouMean } from '../../base/nearest.ts';
import { said } from '../../base/said.ts';
import { STAGE_NOT_KNOWN } from '../../deal/deal.ts';
import { rankOf } from '../../deal/process.ts';
import { withCommand } from '../mend-commands.ts';
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
    const { process, origin } = context.book.state;
    if (rankOf(process, row.stage) >= 0) return [];
    // A snapshot that was made says so where nothing tells the stage.
    if (row.stage === STAGE_NOT_KNOWN && origin !== 'taken') return [];
    const successor = process.stages.find(({ was }) => was.includes(row.stage));
    const known = [...process.stages.map(({ id }) => id), 'won', 'lost'];
    return [
      {
        place: keyPlace('stage', context),
        message:
          row.stage === ''
            ? 'The deal has no stage.'
            : said('The process has no stage "{stage}".', { stage: row.stage }),
        hint:
          successor === undefined
            ? withCommand(
                didYouMean(row.stage, known, said('There are: {known}.', { known: known.join(', ') })),
                ...([row, 'stage', context.book] as const),
              )
            : said('It is called "{stage}" now.', { stage: successor.id }),
      },
    ];
  },
};
