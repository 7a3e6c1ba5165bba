// The page of `pipeline check --write-baseline` and `--shrink-baseline`.

import { ExitStatus } from '../base/exit-status.ts';
import type { BaselineView } from '../report/check-baseline.ts';
import type { Annotations } from './annotation.ts';
import { limitTold, unreadableDeals } from './limits-told.ts';
import { sayNames } from './names.ts';
import type { Block, Cell, Records } from './page.ts';
import { count, say } from './say.ts';

export function baselinePage(view: BaselineView): Block[] {
  const { entries, rules, unreadable } = view;
  if (entries === 0) {
    return [
      { kind: 'heading', parts: [emptyText(view)] },
      ...unreadLines(unreadable),
      { kind: 'next', text: say('What the gate says'), command: 'pipeline check' },
    ];
  }
  const { file, added, left } = view;
  return [
    {
      kind: 'heading',
      parts: [
        say('{file}: {findings, plural, one {# finding} other {# findings}} · {added} added, {left} left', {
          file,
          findings: entries,
          added,
          left,
        }),
      ],
    },
    { kind: 'blank' },
    {
      kind: 'table',
      columns: [
        { key: 'rule', title: 'Rule' },
        { key: 'count', title: 'Findings', align: 'right' },
      ],
      rows: rules.map(({ rule, count: found }) => [{ kind: 'text', text: rule }, count(found)]),
      totals: [[say('All'), count(entries)]],
    },
    { kind: 'blank' },
    ...unreadLines(unreadable),
    { kind: 'next', text: say('They no longer stand at the gate'), command: 'pipeline check' },
  ];
}

function emptyText({ file, added, left }: BaselineView): Cell {
  return left === 0
    ? say('Nothing to put into a baseline.')
    : say('{file} was empty and is gone: {added} added, {left} left.', { file, added, left });
}

function unreadLines(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const told = say(
    '{deals, plural, one {# deal} other {# deals}} cannot be read: what the baseline had of it stays ({names}).',
    { deals: ids.length, names: sayNames(ids) },
  );
  return [{ kind: 'paragraph', tone: 'bad', parts: [told] }];
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
