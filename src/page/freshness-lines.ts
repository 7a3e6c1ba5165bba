// Lines below a figure on freshness: what it leaves out, and why.

import { named } from '../base/named.ts';
import type { NotEvaluated } from '../freshness/finding.ts';
import type { FreshnessFields } from '../report/freshness.ts';
import type { Block, Cell } from './page.ts';

/** `1 deal`, `12 deals`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Open deals that are in the counts alone. */
export function withoutValueLines({ without_value }: FreshnessFields): Block[] {
  if (without_value === 0) return [];
  const noun = without_value === 1 ? 'open deal' : 'open deals';
  return [
    {
      kind: 'line',
      parts: [{ kind: 'count', count: without_value }, ` ${noun} without a value: in the counts alone.`],
    },
  ];
}

/** Each rule and source that was not evaluated; one line for all rules of one source and reason. */
export function notEvaluatedLines(entries: readonly NotEvaluated[]): Block[] {
  const alike = new Map<string, NotEvaluated[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.source, entry.reason, entry.deals]);
    const same = alike.get(key);
    if (same === undefined) alike.set(key, [entry]);
    else same.push(entry);
  }
  return [...alike.values()].flatMap((same): Block[] => {
    const [first] = same;
    if (first === undefined) return [];
    const rules = same.map(({ rule }) => rule).join(', ');
    const noun = first.deals === 1 ? 'deal' : 'deals';
    const of: (string | Cell)[] =
      first.deals === 0
        ? []
        : [
            ' for ',
            { kind: 'count', count: first.deals },
            ` ${noun}${first.source === '' ? '' : ` of ${first.source}`}`,
          ];
    return [
      { kind: 'line', tone: 'muted', parts: [`Not evaluated: ${rules}`, ...of, ` (${first.reason}).`] },
    ];
  });
}

/** The deals that cannot be read; the first few by name. */
export function unreadableLines(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  return [
    {
      kind: 'line',
      tone: 'bad',
      parts: [
        `${plural(ids.length, 'deal')} cannot be read and ${ids.length === 1 ? 'is' : 'are'} left out: ${named(ids)}.`,
      ],
    },
  ];
}
