// Lines below a diff: what its figures leave out, and why.

import { named } from '../base/named.ts';
import type { DiffView } from '../report/diff.ts';
import { plural, unreadableLines } from './freshness-lines.ts';
import type { Block } from './page.ts';

/** Ends that nobody took, deals that cannot be read, and deals that count as 0 for want of a rate. */
export function remarks(view: DiffView): Block[] {
  const { unreadable, left_out, unvalued, missing } = view;
  const lines: Block[] = view.backfilled.map(backfilledLine);
  if (unreadable.length > 0) {
    const stand = unreadable.length === 1 ? 'stands' : 'stand';
    lines.push({
      kind: 'line',
      tone: 'bad',
      parts: [
        `${plural(unreadable.length, 'deal')} cannot be read and ${stand} as on `,
        { kind: 'day', day: view.from },
        `: ${named(unreadable)}.`,
      ],
    });
  }
  lines.push(...unreadableLines(left_out));
  if (unvalued.length > 0) {
    const count = unvalued.length === 1 ? 'counts' : 'count';
    lines.push({
      kind: 'line',
      tone: 'warn',
      parts: [`Without a rate ${plural(unvalued.length, 'deal')} ${count} as 0: ${named(unvalued)}.`],
    });
  }
  if (missing.count > 0) {
    const still = missing.count === 1 ? 'is still counted as open' : 'are still counted as open';
    lines.push({
      kind: 'paragraph',
      tone: 'warn',
      parts: [
        `Not in the last export of the CRM, and ${still}: ${plural(missing.count, 'deal')}, `,
        { kind: 'money', amount: missing.value },
        `: ${named(missing.ids)}. Imported with --gone archive they leave.`,
      ],
    });
  }
  return lines;
}

function backfilledLine({
  snapshot,
  origin,
  amounts_unknown: unknown,
}: DiffView['backfilled'][number]): Block {
  const amounts =
    unknown === 0 ? '' : ` Amounts that it does not know count as 0: ${plural(unknown, 'deal')}.`;
  return {
    kind: 'paragraph',
    tone: 'warn',
    parts: [`${snapshot} was not taken, it was made later (${origin}).${amounts}`],
  };
}
