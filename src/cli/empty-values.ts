// An option with an empty value: where it says nothing it is a mistake, mostly a shell variable that is not set.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { ParsedCall } from './parse.ts';

/** Whose empty value says something: deals of nobody, and no message. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['owner', 'message']);

/** @throws Failure `usage` */
export function refuseEmptyValues({ options }: Pick<ParsedCall, 'options'>): void {
  for (const [key, value] of Object.entries(options)) {
    const isEmpty = value === '' || (Array.isArray(value) && value.includes(''));
    if (!isEmpty || MAY_BE_EMPTY.has(key)) continue;
    const option = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new Failure('usage', said('--{option} was given an empty value.', { option }), {
      hint: 'Where it comes from a variable, that is not set; else leave the option out.',
    });
  }
}
