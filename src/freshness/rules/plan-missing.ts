// Rule plan-missing: nothing says what is to be won in the period that it is now.

import { isIn, parsePeriod, periodAround } from '../../base/period.ts';
import type { BookRule } from '../rule.ts';

export const planMissing: BookRule<'plan-missing'> = {
  id: 'plan-missing',
  title: 'No plan for today',
  severity: 'warning',
  what: 'No target under plan.targets in pipeline.yaml is in force for a period that contains today; one for a part of the deals counts too. As of a day: none of the targets that the snapshot keeps.',
  why: 'Without a target nothing says whether the open deals are enough.',
  fix: 'Add the target of this period to pipeline.yaml; where it is not agreed yet, agree on it.',
  over: 'book',
  check({ state, settings, today }) {
    const { fiscalYearStarts } = settings;
    const periods = state.targets.map(({ period }) => period);
    if (periods.some((period) => isIn(parsePeriod(period, { today, fiscalYearStarts }), today))) return [];
    const quarter = periodAround(today, 'quarter', fiscalYearStarts).name;
    const there = [...new Set(periods)].slice(-3).join(', ');
    return [
      {
        place: { file: 'pipeline.yaml', line: undefined, column: undefined },
        message:
          there === '' ? 'There is no plan target.' : `No plan target covers ${today}: they are of ${there}.`,
        hint: `Add one to pipeline.yaml under plan: targets: - {period: ${quarter}, target: "…"}`,
      },
    ];
  },
};
