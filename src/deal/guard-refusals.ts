// What of YAML is not read, and what to write instead.

import type { CST } from 'yaml';
import { said } from '../base/said.ts';
import type { Wrong } from './source-text.ts';

/** `last`: nothing behind it is worth looking at. */
export type Refusal = Wrong & { readonly last?: boolean };

export const NO_TOKEN: Refusal = { message: 'This is no YAML.', hint: 'Quote the text.' };

export const SEVERAL_DOCUMENTS: Refusal = {
  message: 'The file holds several documents.',
  hint: 'Keep one, and take out the line "---" or "..." that begins another.',
  last: true,
};

export const COMPLEX_KEY: Refusal = {
  message: 'A list or a map is used as a key.',
  hint: said('Write a plain word before the colon; quote a text that begins with [ or {example}', {
    example: '{.',
  }),
};

export const REFUSED: ReadonlyMap<CST.TokenType, Refusal> = new Map<CST.TokenType, Refusal>([
  [
    'anchor',
    {
      message: 'Anchors (&name) are not read.',
      hint: 'Write the value out; quote a text that begins with &.',
    },
  ],
  [
    'alias',
    {
      message: 'Aliases (*name) are not read.',
      hint: 'Write the value out; quote a text that begins with *.',
    },
  ],
  [
    'tag',
    {
      message: 'Tags (!name) are not read.',
      hint: 'Take it out; quote a text that begins with an exclamation mark.',
    },
  ],
  [
    'directive-line',
    {
      message: 'Directives (%YAML, %TAG) are not read.',
      hint: 'Take the line out: YAML 1.2 is what is read.',
    },
  ],
  [
    'explicit-key-ind',
    {
      message: 'A key written with "? " is not read.',
      hint: 'Write KEY: VALUE; quote a text that begins with a question mark.',
    },
  ],
]);

export function tooDeep(depth: number): Wrong {
  return {
    message: said('More than {depth} levels of lists and maps are within each other.', { depth }),
    hint: 'Flatten it; quote a text that has many brackets.',
  };
}

export function tooMany(nodes: number): Refusal {
  return {
    message: said('The file holds more than {nodes} values.', { nodes }),
    hint: 'Keep what belongs to it, and move the rest to a file elsewhere.',
    last: true,
  };
}
