// Rule skipped-stage: an open deal jumped over a stage.

import { dayValue, said } from '../../base/said.ts';
import { allOf, listed } from '../../base/said-lists.ts';
import { stageCalled } from '../../deal/process.ts';
import { entryPlace, whereToFix } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { stageLabel, stepsUp } from '../stage-steps.ts';

export const skippedStage: DealRule<'skipped-stage'> = {
  id: 'skipped-stage',
  title: 'Jumped over a stage',
  severity: 'info',
  what: 'The record of an open deal goes up and jumps over a stage that is in no entry between the two days, both included. A stage with `allow_skip: true` may be jumped over, a renamed stage is the same one, and one that the process has no more, or did not have yet, is none. Jumps before documented_since are not looked at.',
  why: 'What the stage is there for, a need confirmed or a buyer named, was not done or not written down.',
  fix: 'If the deal was in that stage, add it with its day; if it need not be, set `allow_skip: true` for the stage.',
  over: 'open deals',
  check(row, context) {
    const { book } = context;
    const jumps = stepsUp(row, book)
      .map((step) => ({ ...step, jumped: step.jumped.filter((stage) => !mayBeSkipped(stage)) }))
      .filter(({ jumped }) => jumped.length > 0);
    const [first] = jumps;
    if (first === undefined) return [];
    const label = (stage: string) => stageLabel(stage, book);
    const texts = jumps.map(({ from, to, jumped }) =>
      said('over {stages} from {from} to {to} on {on}', {
        stages: allOf(jumped.map(label)),
        ...{ from: label(from.stage), to: label(to.stage), on: dayValue(to.on) },
      }),
    );
    const place = entryPlace(first.to, row, context);
    return [
      {
        place,
        message: said('Jumped {jumps}.', { jumps: listed(texts) }),
        hint: said('If it was there in between, add the stage with its day {where}.', {
          where: whereToFix(place, row, book),
        }),
      },
    ];

    function mayBeSkipped(stage: string): boolean {
      return stageCalled(book.settings.process.stages, stage)?.allowSkip === true;
    }
  },
};
