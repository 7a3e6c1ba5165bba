// The line below figures of a period on closed deals that are in none.

import type { Block } from './page.ts';
import { say } from './say.ts';

/** @param undated their ids */
export function undatedLines(undated: readonly string[]): Block[] {
  if (undated.length === 0) return [];
  const said = say(
    '{deals, plural, one {# closed deal} other {# closed deals}} without a close date: in no period.',
    { deals: undated.length },
  );
  return [{ kind: 'paragraph', tone: 'warn', parts: [said] }];
}
