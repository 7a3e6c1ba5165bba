// Lines below a figure on freshness: what it leaves out, and why.

import { grouped } from '../base/grouped.ts';
import type { NotEvaluated } from '../freshness/finding.ts';
import type { FreshnessFields } from '../report/freshness.ts';
import { sayNames } from './names.ts';
import type { Block, Cell } from './page.ts';
import { say, spoken } from './say.ts';
import { type Summed, withoutRateLines } from './without-rate.ts';

/** Open deals that are in the counts alone: those whose amount no rate converts, and those without one. */
export function withoutValueLines({ without_value, without_rate }: FreshnessFields, sums: Summed): Block[] {
  const unvalued = without_value - without_rate.count;
  const unconverted = withoutRateLines(without_rate, sums);
  if (unvalued === 0) return unconverted;
  return [
    ...unconverted,
    {
      kind: 'line',
      parts: [
        say('{deals, plural, one {# open deal} other {# open deals}} without a value: in the counts alone.', {
          deals: unvalued,
        }),
      ],
    },
  ];
}

/** Each rule and source that was not evaluated; one line for all rules of one source and reason. */
export function notEvaluatedLines(entries: readonly NotEvaluated[]): Block[] {
  const alike = grouped(entries, ({ source, reason, deals }) => JSON.stringify([source, reason, deals]));
  return [...alike.values()].flatMap((same): Block[] => {
    const [first] = same;
    if (first === undefined) return [];
    const rules = same.map(({ rule }) => rule).join(', ');
    return [{ kind: 'line', tone: 'muted', parts: [notEvaluated(rules, first)] }];
  });
}

function notEvaluated(rules: string, { source, deals, reason }: NotEvaluated): Cell {
  const why = spoken(reason);
  if (deals === 0) return say('Not evaluated: {rules} ({why}).', { rules, why });
  return source === ''
    ? say('Not evaluated: {rules} for {deals, plural, one {# deal} other {# deals}} ({why}).', {
        rules,
        deals,
        why,
      })
    : say('Not evaluated: {rules} for {deals, plural, one {# deal} other {# deals}} of {source} ({why}).', {
        rules,
        deals,
        source,
        why,
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
        say(
          '{deals, plural, one {# deal cannot be read and is} other {# deals cannot be read and are}} left out: {names}.',
          { deals: ids.length, names: sayNames(ids) },
        ),
      ],
    },
  ];
}
