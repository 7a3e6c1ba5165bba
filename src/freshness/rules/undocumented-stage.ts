// Rule undocumented-stage: an open deal moved on from a stage in which nothing is on record.

import { dayValue, said } from '../../base/said.ts';
import { listed } from '../../base/said-lists.ts';
import { hintFor, logCommand } from '../mend-commands.ts';
import { entryPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { stageLabel } from '../stage-steps.ts';
import { undocumentedSteps } from '../undocumented-steps.ts';
import { activityEvidence } from './stale.ts';

export const undocumentedStage: DealRule<'undocumented-stage'> = {
  id: 'undocumented-stage',
  title: 'Stage without an activity',
  severity: 'info',
  what: 'An open deal moved to a further stage without one activity in the stage that it left. What happened on the day of the move counts for both. Moves before documented_since are not looked at.',
  why: 'Something moved the deal, and nobody after the seller can know what.',
  fix: 'Write down what happened in that stage.',
  over: 'open deals',
  evidence: activityEvidence(),
  check(row, context) {
    const { book } = context;
    const steps = undocumentedSteps(row, context);
    const [first] = steps;
    if (first === undefined) return [];
    const texts = steps.map(({ from, to }) =>
      said('{stage} (left on {on})', { stage: stageLabel(from.stage, book), on: dayValue(to.on) }),
    );
    const place = entryPlace(first.to, row, context);
    return [
      {
        place,
        message: said('No activity is on record in {stages}.', { stages: listed(texts) }),
        hint: hintFor(row, { ...place, line: undefined }, book, {
          ours: said('Write down what happened: {command}', { command: logCommand(row.id) }),
          elsewhere: (where) => said('Write down what happened {where}.', { where }),
        }),
      },
    ];
  },
};
