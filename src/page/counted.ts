// How many there are of something, where that stands alone: `1 deal`, `12 snapshots`.

import type { Message } from '../words/message.ts';
import { type Said, say } from './say.ts';

const COUNTED = {
  deal: '{count, plural, one {# deal} other {# deals}}',
  'open deal': '{count, plural, one {# open deal} other {# open deals}}',
  snapshot: '{count, plural, one {# snapshot} other {# snapshots}}',
  period: '{count, plural, one {# period} other {# periods}}',
  day: '{count, plural, one {# day} other {# days}}',
  sheet: '{count, plural, one {# sheet} other {# sheets}}',
  stage: '{count, plural, one {# stage} other {# stages}}',
  row: '{count, plural, one {# row} other {# rows}}',
} as const satisfies Record<string, Message>;

export function counted(count: number, what: keyof typeof COUNTED): Said {
  return say(COUNTED[what], { count });
}
