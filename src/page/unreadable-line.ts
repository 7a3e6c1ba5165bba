// The line that names deals whose files cannot be read, where they stand among the others by their last snapshot.

import { sayNames } from './names.ts';
import type { Block } from './page.ts';
import { say } from './say.ts';

/** Nothing where all can be read. */
export function unreadableLine(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const told = say(
    '{deals, plural, one {# deal cannot be read: {names}; it stands} other {# deals cannot be read: {names}; each stands}} as in the last snapshot, or is left out.',
    { deals: ids.length, names: sayNames(ids) },
  );
  return [{ kind: 'paragraph', tone: 'bad', parts: [told] }];
}
