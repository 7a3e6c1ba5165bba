// The line that names deals whose files cannot be read, where they stand among the others by their last snapshot.

import type { Block } from './page.ts';

const MOST_NAMED = 5;

/** Nothing where all can be read. */
export function unreadableLine(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, MOST_NAMED).join(', ');
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  const [deals, stand] = ids.length === 1 ? ['1 deal', 'it stands'] : [`${ids.length} deals`, 'each stands'];
  const text = `${deals} cannot be read: ${named}${more}; ${stand} as in the last snapshot, or is left out.`;
  return [{ kind: 'paragraph', tone: 'bad', parts: [text] }];
}
