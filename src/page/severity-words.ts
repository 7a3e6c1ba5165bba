// What the severity of a finding is called, and of one that is kept from the gate.

import type { Severity } from '../base/problem.ts';
import type { Apart } from '../report/check-finding.ts';
import type { Tone } from './page.ts';
import { type Said, say } from './say.ts';

/** `warning`, `waived warning`. */
export function severityWord(severity: Severity, apart: Apart | null, tone?: Tone): Said {
  return say(apart === null ? severity : `${apart} ${severity}`, {}, tone);
}
