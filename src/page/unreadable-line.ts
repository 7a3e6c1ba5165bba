// The line that names deals whose files cannot be read, where they stand among the others by their last snapshot.

import { named } from '../base/named.ts';
import type { Block } from './page.ts';

/** Nothing where all can be read. */
export function unreadableLine(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const [deals, stand] = ids.length === 1 ? ['1 deal', 'it stands'] : [`${ids.length} deals`, 'each stands'];
  const text = `${deals} cannot be read: ${named(ids)}; ${stand} as in the last snapshot, or is left out.`;
  return [{ kind: 'paragraph', tone: 'bad', parts: [text] }];
}
