// What is said, in the reader's language: its text and the values in it.

import { capital } from '../base/capital.ts';
import type { Cell } from '../page/page.ts';
import { type Language, speak } from '../words/speak.ts';

type Said = Extract<Cell, { readonly kind: 'said' }>;

/** The pieces of it in order, the first with a capital letter where it begins something. */
export function saidParts({ message, values, isFirst }: Said, language: Language): (string | Cell)[] {
  const parts = speak<Cell>(message, values, language);
  const [first, ...rest] = parts;
  if (isFirst !== true || first === undefined) return parts;
  if (typeof first === 'string') return [capital(first), ...rest];
  return [first.kind === 'said' ? { ...first, isFirst } : first, ...rest];
}
