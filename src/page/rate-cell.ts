// A rate as people read it: with what it is of.

import type { Rate } from '../report/rate.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

/** `7 of 12 · 58 %`; – over nothing. */
export function rateCell({ share, count, of }: Rate): Cell {
  return share === null
    ? { kind: 'text', text: '–' }
    : say('{count} of {of} · {share}', { count, of, share: { kind: 'share', share } });
}
