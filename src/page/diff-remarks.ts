// Lines below a diff: what its figures leave out, and why.

import type { DiffView } from '../report/diff.ts';
import type { Message } from '../words/message.ts';
import { backfilledSaid } from './backfilled-line.ts';
import { unreadableLines } from './freshness-lines.ts';
import { sayNames } from './names.ts';
import type { Block } from './page.ts';
import { say } from './say.ts';

/** Ends that nobody took, deals that cannot be read, and deals that count as 0 for want of a rate. */
export function remarks(view: DiffView): Block[] {
  const { unreadable, left_out, unvalued, missing } = view;
  const lines: Block[] = view.backfilled.map((end) => ({
    kind: 'paragraph',
    tone: 'warn',
    parts: backfilledSaid(end),
  }));
  if (unreadable.length > 0) {
    const values = {
      deals: unreadable.length,
      day: { kind: 'day', day: view.from },
      names: sayNames(unreadable),
    } as const;
    lines.push({ kind: 'line', tone: 'bad', parts: [say(UNREADABLE, values)] });
  }
  lines.push(...unreadableLines(left_out));
  if (unvalued.length > 0) {
    const parts = [say(UNVALUED, { deals: unvalued.length, names: sayNames(unvalued) })];
    lines.push({ kind: 'line', tone: 'warn', parts });
  }
  if (missing.count > 0) {
    const values = {
      deals: missing.count,
      value: { kind: 'money', amount: missing.value },
      names: sayNames(missing.ids),
    } as const;
    lines.push({ kind: 'paragraph', tone: 'warn', parts: [say(MISSING, values)] });
  }
  return lines;
}

const UNREADABLE =
  '{deals, plural, one {# deal cannot be read and stands} other {# deals cannot be read and stand}} as on {day}: {names}.' satisfies Message;
const UNVALUED =
  'Without a rate {deals, plural, one {# deal counts} other {# deals count}} as 0: {names}.' satisfies Message;
const MISSING =
  'Not in the last export of the CRM, and {deals, plural, one {is still counted as open: # deal} other {are still counted as open: # deals}}, {value}: {names}. Imported with --gone archive they leave.' satisfies Message;
