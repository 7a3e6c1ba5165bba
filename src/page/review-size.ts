// How long a review is.

import { type Said, say } from './say.ts';

/** `9 deals, about 45 minutes`. */
export function reviewSize({ deals, minutes }: { readonly deals: number; readonly minutes: number }): Said {
  return say('{deals, plural, one {# deal} other {# deals}}, about {minutes} minutes', { deals, minutes });
}

/** That there was no time for more. @param cut how many were picked and cut */
export function cutToTime(cut: number): Said {
  return say('Cut to the time: {cut} more would have been picked.', { cut });
}
