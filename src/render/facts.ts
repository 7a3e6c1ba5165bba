// Facts as the lines that they stand in: how wide their labels are shows only in the reader's language.

import type { Block, Facts } from '../page/page.ts';
import type { Words } from './locale.ts';

export type LaidOut = Exclude<Block, Facts>;

/** All labels of a block as wide as its widest one, and two columns more. */
export function laidOut(blocks: readonly Block[], words: Words): LaidOut[] {
  return blocks.flatMap((block) => (block.kind === 'facts' ? linesOf(block, words) : [block]));
}

function linesOf({ as, facts }: Facts, words: Words): LaidOut[] {
  const labels = facts.map(({ label }) => (typeof label === 'string' ? label : words.cell(label, 0)));
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  return facts.map(({ parts }, at) => {
    const label = labels[at] ?? '';
    return { kind: as, parts: label === '' ? parts : [label.padEnd(width), ...parts] };
  });
}
