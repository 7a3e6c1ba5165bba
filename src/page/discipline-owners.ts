// Who writes, week by week; and what each owner can put right next. By name: a list of ranks would help nobody.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import type { DisciplineView, FixView } from '../report/discipline.ts';
import type { AdoptionView, WriterView } from '../report/discipline-adoption.ts';
import type { Message } from '../words/message.ts';
import type { DisciplineLook } from './discipline-look.ts';
import { dotted, listed } from './names.ts';
import type { Block, Cell, Column } from './page.ts';
import { count, type Said, say } from './say.ts';
import { spark } from './spark.ts';

/** Of each owner on the page; all stand in the JSON. */
const MOST_FIXES = 3;

const RESTS_ON = {
  logged: 'counted: lines, by the day they were logged',
  'first-commit': 'counted: lines, by their first commit',
  snapshots: 'counted: deals that changed from snapshot to snapshot',
} as const satisfies Record<AdoptionView['rests_on'], Message>;

export function* adoptionBlocks(
  { adoption, period, today }: DisciplineView,
  look: DisciplineLook,
): Generator<Block> {
  const { recent, recent_days, rests_on } = adoption;
  yield {
    kind: 'paragraph',
    tone: 'strong',
    parts: dotted([
      wrote(recent, recent_days, period.to === today ? null : period.to),
      say(RESTS_ON[rests_on]),
    ]),
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

function wrote({ count: some, of, unknown }: AdoptionView['recent'], days: number, to: Day | null): Cell {
  const values = { days: count(days), count: count(some), of: count(of) };
  const told =
    to === null
      ? say('Wrote in the last {days} days: {count} of {of}', values)
      : say('Wrote in the last {days} days to {to}: {count} of {of}', { ...values, to: dayCell(to) });
  return unknown === 0 ? told : say('{wrote}, {unknown} not known', { wrote: told, unknown: count(unknown) });
}

function writerCells(writer: WriterView, look: DisciplineLook): readonly Cell[] {
  const { owner, weeks, weeks_written, last, left_on, is_recent } = writer;
  const silent = left_on === null && is_recent === false ? ({ tone: 'warn' } as const) : {};
  const never = say(is_recent === null ? 'not known' : 'nothing', {}, silent.tone);
  return [
    { kind: 'text', text: look.ownerLabel(owner) },
    weeks_written.of === 0
      ? { kind: 'text', text: '–' }
      : say('{count} of {of}', { count: count(weeks_written.count), of: count(weeks_written.of) }),
    last === null ? never : { kind: 'day', day: last, ...silent },
    { kind: 'text', text: spark(weeks.map((count) => count ?? undefined)) },
    left_on === null ? { kind: 'none' } : say('left {day}', { day: dayCell(left_on) }, 'muted'),
  ];
}

function byName({ writers }: AdoptionView, { ownerLabel }: DisciplineLook): WriterView[] {
  return writers.toSorted((a, b) => compareText(ownerLabel(a.owner), ownerLabel(b.owner)));
}

const NOTHING_WRITTEN = 'nothing written in {weeks, plural, one {# week} other {# weeks}}' satisfies Message;

/** Why the list is shorter than the figure. */
const EACH_ONCE =
  'Each open deal stands here once. “No activity” above counts every step up, in closed deals too.' satisfies Message;

export function* fixBlocks({ adoption, fixes }: DisciplineView, look: DisciplineLook): Generator<Block> {
  yield { kind: 'line', tone: 'strong', parts: [say('What each can put right next')] };
  yield { kind: 'blank' };
  if (fixes.some(({ kind }) => kind === 'undocumented-stage')) {
    yield { kind: 'paragraph', tone: 'muted', parts: [say(EACH_ONCE)] };
    yield { kind: 'blank' };
  }
  const clear: string[] = [];
  for (const { owner, left_on, last, is_recent, open_deals, weeks_written } of byName(adoption, look)) {
    const own = fixes.filter((fix) => fix.owner === owner);
    const label = look.ownerLabel(owner);
    if (own.length === 0 && (is_recent !== false || left_on !== null)) {
      if (left_on === null && is_recent === true) clear.push(label);
      continue;
    }
    const first = { count: count(MOST_FIXES), of: count(own.length) };
    const more = own.length > MOST_FIXES ? [say('the first {count} of {of}', first)] : [];
    yield { kind: 'line', parts: dotted([label, ...more]) };
    for (const fix of own.slice(0, MOST_FIXES)) {
      yield { kind: 'item', depth: 0, parts: [`${fix.id}: `, whatIsMissing(fix, look)] };
      yield { kind: 'item', depth: 1, parts: [howToFix(fix)] };
    }
    if (own.length === 0) {
      const nothing =
        last === null
          ? say(NOTHING_WRITTEN, { weeks: weeks_written.of })
          : say('nothing written since {day}', { day: dayCell(last) });
      yield { kind: 'item', depth: 0, parts: [nothing] };
      yield { kind: 'item', depth: 1, parts: [look.beginWith(owner, open_deals)] };
    }
    yield { kind: 'blank' };
  }
  if (clear.length > 0) {
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [say('Nothing is missing: {owners}.', { owners: listed(clear) })],
    };
    yield { kind: 'blank' };
  }
}

function whatIsMissing({ kind, stage, on, days }: FixView, { stageLabel }: DisciplineLook): Said {
  switch (kind) {
    case 'undocumented-stage':
      return say('no activity in {stage}, left on {day}', { stage: stageLabel(stage), day: dayCell(on) });
    case 'silent':
      return say('no sign of life for {days} days, since {day}', {
        days: count(days ?? 0),
        day: dayCell(on),
      });
    case 'late-entry':
      return say('first recorded in {stage}, on {day}', { stage: stageLabel(stage), day: dayCell(on) });
  }
}

function howToFix({ command, record, file }: FixView): string | Said {
  if (command !== null) return command;
  if (record !== null) return say('in the CRM: record {record}', { record });
  return file === null
    ? say('add earlier stages, with their days')
    : say('add earlier stages, with their days, in {file}', { file });
}

function dayCell(day: Day): Cell {
  return { kind: 'day', day };
}
