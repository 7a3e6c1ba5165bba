// Sentences one behind the other, as the parts of a paragraph.

import type { Cell } from './page.ts';

/** With a space between them; what is undefined is not said. */
export function sentences(...said: readonly (Cell | undefined)[]): (string | Cell)[] {
  return said
    .filter((sentence) => sentence !== undefined)
    .flatMap((sentence, at) => (at === 0 ? [sentence] : [' ', sentence]));
}
