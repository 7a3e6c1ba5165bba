// The lines that name review sheets which can't be read.

import type { ReviewView } from '../report/review.ts';
import type { Block } from './page.ts';
import { say, spoken } from './say.ts';

/** Nothing where all can be read. */
export function unreadSheetLines(sheets: ReviewView['unread_sheets']): Block[] {
  return sheets.map(({ place, message }) => ({
    kind: 'paragraph',
    tone: 'bad',
    parts: [`${place}: `, spoken(message), ' ', say('Its deals count as not reviewed.')],
  }));
}
