// Who writes, week by week; and what each owner can put right next. By name: a list of ranks would help nobody.

import { compareText } from '../base/compare-text.ts';
import type { DisciplineView, FixView } from '../report/discipline.ts';
import type { AdoptionView, WriterView } from '../report/discipline-adoption.ts';
import type { DisciplineLook } from './discipline-look.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Column } from './page.ts';
import { spark } from './spark.ts';

/** Of each owner on the page; all stand in the JSON. */
const MOST_FIXES = 3;

const RESTS_ON = {
  logged: 'lines, by the day they were logged',
  'first-commit': 'lines, by their first commit',
  snapshots: 'deals that changed from snapshot to snapshot',
} as const satisfies Record<AdoptionView['rests_on'], string>;

export function* adoptionBlocks(
  { adoption, period, today }: DisciplineView,
  look: DisciplineLook,
): Generator<Block> {
  const { recent, recent_days, rests_on } = adoption;
  yield {
    kind: 'paragraph',
    tone: 'strong',
    parts: [
      `Wrote in the last ${recent_days} days${period.to === today ? '' : ` to ${period.to}`}: ${recent.count} of ${recent.of}`,
      recent.unknown === 0 ? '' : `, ${recent.unknown} not known`,
      ` · counted: ${RESTS_ON[rests_on]}`,
    ],
  };
  const columns: readonly Column[] = [
    { key: 'owner', title: 'Owner', shrinkTo: 10 },
    { key: 'weeks', title: 'Weeks', align: 'right' },
    { key: 'last', title: 'Last' },
    { key: 'course', title: 'Week by week' },
    { key: 'left', title: '' },
  ];
  yield { kind: 'table', columns, rows: byName(adoption, look).map((writer) => writerCells(writer, look)) };
}

function writerCells(writer: WriterView, look: DisciplineLook): readonly Cell[] {
  const { owner, weeks, weeks_written, last, left_on, is_recent } = writer;
  const silent = left_on === null && is_recent === false ? ({ tone: 'warn' } as const) : {};
  const never = is_recent === null ? 'not known' : 'nothing';
  return [
    { kind: 'text', text: look.ownerLabel(owner) },
    { kind: 'text', text: weeks_written.of === 0 ? '–' : `${weeks_written.count} of ${weeks_written.of}` },
    last === null ? { kind: 'text', text: never, ...silent } : { kind: 'day', day: last, ...silent },
    { kind: 'text', text: spark(weeks.map((count) => count ?? undefined)) },
    left_on === null
      ? { kind: 'none' }
      : { kind: 'phrase', parts: ['left ', { kind: 'day', day: left_on }], tone: 'muted' },
  ];
}

function byName({ writers }: AdoptionView, { ownerLabel }: DisciplineLook): WriterView[] {
  return writers.toSorted((a, b) => compareText(ownerLabel(a.owner), ownerLabel(b.owner)));
}

export function* fixBlocks(
  { adoption, fixes, weeks }: DisciplineView,
  look: DisciplineLook,
): Generator<Block> {
  yield { kind: 'line', tone: 'strong', parts: ['What each can put right next'] };
  yield { kind: 'blank' };
  const clear: string[] = [];
  for (const { owner, left_on, last, is_recent, open_deals } of byName(adoption, look)) {
    const own = fixes.filter((fix) => fix.owner === owner);
    const label = look.ownerLabel(owner);
    if (own.length === 0 && (is_recent !== false || left_on !== null)) {
      if (left_on === null && is_recent === true) clear.push(label);
      continue;
    }
    const more = own.length > MOST_FIXES ? ` · the first ${MOST_FIXES} of ${own.length}` : '';
    yield { kind: 'line', parts: [`${label}${more}`] };
    for (const fix of own.slice(0, MOST_FIXES)) {
      yield { kind: 'item', depth: 0, parts: [`${fix.id}: ${whatIsMissing(fix, look)}`] };
      yield { kind: 'item', depth: 1, parts: [howToFix(fix)] };
    }
    if (own.length === 0) {
      const since = last === null ? `in ${plural(weeks.length, 'week')}` : `since ${last}`;
      yield { kind: 'item', depth: 0, parts: [`nothing written ${since}`] };
      yield { kind: 'item', depth: 1, parts: [look.beginWith(owner, open_deals)] };
    }
    yield { kind: 'blank' };
  }
  if (clear.length > 0) {
    yield { kind: 'line', tone: 'muted', parts: [`Nothing is missing: ${clear.join(', ')}.`] };
    yield { kind: 'blank' };
  }
}

function whatIsMissing({ kind, stage, on, days }: FixView, { stageLabel }: DisciplineLook): string {
  switch (kind) {
    case 'undocumented-stage':
      return `no activity in ${stageLabel(stage)}, left on ${on}`;
    case 'silent':
      return `no sign of life for ${days} days, since ${on}`;
    case 'late-entry':
      return `first recorded in ${stageLabel(stage)}, on ${on}`;
  }
}

function howToFix({ command, record, file }: FixView): string {
  if (command !== null) return command;
  if (record !== null) return `in the CRM: record ${record}`;
  return `add earlier stages, with their days${file === null ? '' : `, in ${file}`}`;
}
