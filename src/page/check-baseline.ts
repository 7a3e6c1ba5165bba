// The page of `pipeline check --write-baseline` and `--shrink-baseline`.

import { ExitStatus } from '../base/exit-status.ts';
import { named } from '../base/named.ts';
import type { BaselineView } from '../report/check-baseline.ts';
import type { Annotations } from './annotation.ts';
import { plural } from './freshness-lines.ts';
import { limitTold, unreadableDeals } from './limits-told.ts';
import type { Block, Cell, Records } from './page.ts';

export function baselinePage(view: BaselineView): Block[] {
  const { file, entries, added, left, rules, unreadable } = view;
  const change = `${added} added, ${left} left`;
  const number = (count: number): Cell => ({ kind: 'count', count });
  if (entries === 0) {
    const text = left === 0 ? 'Nothing to put into a baseline' : `${file} was empty and is gone: ${change}`;
    return [
      { kind: 'heading', parts: [`${text}.`] },
      ...unreadLines(unreadable),
      { kind: 'next', text: 'What the gate says', command: 'pipeline check' },
    ];
  }
  return [
    {
      kind: 'heading',
      parts: [`${file}: `, number(entries), ` ${entries === 1 ? 'finding' : 'findings'} · ${change}`],
    },
    { kind: 'blank' },
    {
      kind: 'table',
      columns: [
        { key: 'rule', title: 'Rule' },
        { key: 'count', title: 'Findings', align: 'right' },
      ],
      rows: rules.map(({ rule, count }) => [{ kind: 'text', text: rule }, number(count)]),
      totals: [[{ kind: 'text', text: 'All' }, number(entries)]],
    },
    { kind: 'blank' },
    ...unreadLines(unreadable),
    { kind: 'next', text: 'They no longer stand at the gate', command: 'pipeline check' },
  ];
}

function unreadLines(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const what = `${plural(ids.length, 'deal')} cannot be read: what the baseline had of it stays`;
  return [{ kind: 'paragraph', tone: 'bad', parts: [`${what} (${named(ids)}).`] }];
}

/** A record a rule. */
export function baselineRecords({ rules }: BaselineView): Records {
  return {
    columns: ['rule', 'count'],
    rows: rules.map(({ rule, count }) => [
      { kind: 'text', text: rule },
      { kind: 'number', number: count },
    ]),
  };
}

/** The sum, and the deals that cannot be read: they alone fail it. */
export function baselineAnnotations({ file, entries, added, left, unreadable }: BaselineView): Annotations {
  return {
    ranked: unreadableDeals(unreadable),
    rules: unreadable.length === 0 ? [] : [limitTold('unreadable')],
    title: 'pipeline check',
    summary: [`${file}: findings ${entries}, added ${added}, left ${left}.`],
    exitStatus: unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done,
  };
}
