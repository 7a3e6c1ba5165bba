// What an entry needs to know beside the deal and what a person asked.

import type { Day } from '../base/day.ts';
import type { Settings } from '../workspace/settings.ts';

export interface EntryContext {
  readonly today: Day;
  readonly settings: Settings;
}
