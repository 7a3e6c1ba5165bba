// That records begin in a period or after it, so that what is won in it is no statement of all of it.

import type { Day } from '../base/day.ts';
import type { Block } from './page.ts';
import { say } from './say.ts';

/** That a period may have had closings that nobody wrote down here. */
export function recordsBegin(period: string, begin: Day, isAll: boolean): Block {
  return {
    kind: 'paragraph',
    tone: 'warn',
    parts: [
      say(
        isAll
          ? 'The first closing on record is of {day}, after {period}: of it nothing is known.'
          : 'The first closing on record is of {day}: what closed in {period} before that is not in it.',
        { day: { kind: 'day', day: begin }, period },
      ),
    ],
  };
}
