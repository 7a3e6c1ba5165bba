// From which day on a deal's documentation is judged.

import type { Day } from '../base/day.ts';
import type { Settings } from '../workspace/settings.ts';

/** Whether the rules on documentation look at what happened that day: the past can't be mended (docs/method.md). */
export function isDocumented(on: Day, { documentedSince }: Pick<Settings, 'documentedSince'>): boolean {
  return documentedSince === undefined || on >= documentedSince;
}
