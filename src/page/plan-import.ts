// The page of `pipeline plan import`: what is added, what was there, what was rejected and why.

import type { PlanImportView } from '../report/plan-import.ts';
import { sayNames } from './names.ts';
import { nothingWritten } from './nothing-written.ts';
import type { Block, Page, RecordCell, Records } from './page.ts';
import { say, spoken } from './say.ts';

export function planImportPage(view: PlanImportView, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: PlanImportView): Generator<Block> {
  const { rows, added, unchanged, rejected, unused, dry_run: dry } = view;
  yield {
    kind: 'heading',
    parts: [
      say(
        dry
          ? '{rows, plural, one {# row} other {# rows}}: {added} would be added, {unchanged} unchanged, {rejected} rejected'
          : '{rows, plural, one {# row} other {# rows}}: {added} added, {unchanged} unchanged, {rejected} rejected',
        { rows, added: added.length, unchanged, rejected: rejected.length },
      ),
    ],
  };
  yield { kind: 'blank' };
  if (added.length > 0) {
    yield {
      kind: 'table',
      columns: [
        { key: 'period', title: 'Period' },
        { key: 'of', title: 'Of', shrinkTo: 8 },
        { key: 'target', title: 'Target', align: 'right' },
        { key: 'since', title: 'Since' },
        { key: 'instead_of', title: 'Instead of', align: 'right' },
      ],
      rows: added.map(({ period, of, target, since, instead_of: before }) => [
        { kind: 'text', text: period },
        of === '' ? say('all deals') : { kind: 'text', text: of },
        { kind: 'money', amount: target },
        since === null ? say('always') : { kind: 'day', day: since },
        before === null ? { kind: 'none' } : { kind: 'money', amount: before },
      ]),
    };
    yield { kind: 'blank' };
  }
  for (const { file, line, reason } of rejected) {
    yield { kind: 'line', tone: 'bad', parts: [`${file}:${line}  `, spoken(reason)] };
  }
  if (unused.length > 0) {
    yield {
      kind: 'line',
      parts: [
        say('Nothing of a target: {columns, plural, one {column} other {columns}} {names}.', {
          columns: unused.length,
          names: sayNames(unused),
        }),
      ],
    };
  }
  yield dry ? nothingWritten() : { kind: 'next', text: say('How it stands'), command: 'pipeline plan' };
}

/** A record a row of the file that was added or rejected. */
export function planImportRecords({ added, rejected }: PlanImportView): Records {
  return {
    columns: ['file', 'line', 'outcome', 'period', 'of', 'target', 'since', 'instead_of', 'reason'],
    rows: [
      ...added.map((of): RecordCell[] => [
        ...place(of, 'added'),
        { kind: 'text', text: of.period },
        { kind: 'text', text: of.of },
        { kind: 'decimal', decimal: of.target },
        of.since === null ? { kind: 'none' } : { kind: 'day', day: of.since },
        of.instead_of === null ? { kind: 'none' } : { kind: 'decimal', decimal: of.instead_of },
        { kind: 'none' },
      ]),
      ...rejected.map((of): RecordCell[] => [
        ...place(of, 'rejected'),
        ...Array.from({ length: 5 }, (): RecordCell => ({ kind: 'none' })),
        { kind: 'text', text: String(of.reason) },
      ]),
    ],
  };
}

function place(
  { file, line }: { readonly file: string; readonly line: number },
  outcome: string,
): RecordCell[] {
  return [
    { kind: 'text', text: file },
    { kind: 'number', number: line },
    { kind: 'text', text: outcome },
  ];
}
