// What --by goes by, as the heading of its column.

import { capital } from '../base/capital.ts';
import type { Title } from './page.ts';
import { ownTitle } from './say.ts';

const KNOWN = {
  owner: 'Owner',
  segment: 'Segment',
  source: 'Source',
  currency: 'Currency',
  stage: 'Stage',
  week: 'Week',
} as const satisfies Record<string, Title>;

/** The heading for `owner`, `segment` …; a custom field's own name, with a capital letter. */
export function groupTitle(by: string): Title {
  if (Object.hasOwn(KNOWN, by)) return KNOWN[by as keyof typeof KNOWN];
  return ownTitle(capital(by));
}
