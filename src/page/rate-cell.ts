// A rate as people read it: with what it is of.

import type { Rate } from '../report/rate.ts';
import type { Cell } from './page.ts';

/** `7 of 12 · 58 %`; – over nothing. */
export function rateCell({ share, count, of }: Rate): Cell {
  return share === null
    ? { kind: 'text', text: '–' }
    : { kind: 'phrase', parts: [`${count} of ${of} · `, { kind: 'share', share }] };
}
