// The page of `pipeline snapshot verify`: the answer, then each problem where it is, then how regular they are.

import type { SnapshotVerifyView, VerifiedSnapshot } from '../report/snapshot-verify.ts';
import type { Duplicate, Gap } from '../snapshot/regularity.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import { sayNames } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say, spoken } from './say.ts';

const ALIKE: Readonly<Record<Duplicate['kind'], Message>> = {
  'same-day': 'of one day',
  'same-interval': 'of one interval',
  'same-rows': 'with the same rows',
};

export function snapshotVerifyPage(view: SnapshotVerifyView): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: SnapshotVerifyView): Generator<Block> {
  const { snapshots, series } = view;
  const unsound = snapshots.filter(({ sound }) => !sound);
  yield { kind: 'heading', parts: dotted([...verdict(snapshots, unsound), ...regularity(series)]) };
  const problems = snapshots.flatMap((one) => one.problems);
  if (problems.length > 0) yield { kind: 'blank' };
  for (const { severity, place, message } of problems) {
    yield {
      kind: 'line',
      tone: severity === 'error' ? 'bad' : 'warn',
      parts: [`${place}  ${severity}  ${message}`],
    };
  }
  if (unsound.length === 0) {
    yield {
      kind: 'line',
      parts: [say('Checksums, form, order, values and totals are as they were written.')],
    };
  }
  if (!view.under_git) {
    yield {
      kind: 'line',
      parts: [say('Not under git: who changes a file and its checksum is not found out.')],
    };
  }
  if (series !== null) yield* seriesBlocks(series);
  yield* next(view, unsound);
}

function verdict(snapshots: readonly VerifiedSnapshot[], unsound: readonly VerifiedSnapshot[]): Cell[] {
  const here = snapshots.filter((one) => !isLost(one));
  const of =
    here.length === 1
      ? say('Snapshot {name}', { name: here[0]?.name ?? '' })
      : counted(here.length, 'snapshot');
  const lost = unsound.filter(isLost).length;
  const damaged = unsound.length - lost;
  return [
    of,
    ...(unsound.length === 0 ? [say('sound')] : []),
    ...(damaged === 0 ? [] : [here.length === 1 ? say('damaged') : say('{damaged} damaged', { damaged })]),
    ...(lost === 0 ? [] : [say('{lost} lost', { lost })]),
  ];
}

function isLost({ problems }: VerifiedSnapshot): boolean {
  return problems.some(({ kind }) => kind === 'lost');
}

type Series = NonNullable<SnapshotVerifyView['series']>;

function regularity(series: Series | null): Cell[] {
  if (series === null) return [];
  const { missed, duplicates } = series;
  return [
    ...(missed === 0 ? [] : [say('{missed} missed', { missed })]),
    ...(duplicates.length === 0
      ? []
      : [say('{count, plural, one {# duplicate} other {# duplicates}}', { count: duplicates.length })]),
  ];
}

function dotted(all: readonly Cell[]): (string | Cell)[] {
  return all.flatMap((one, at) => (at === 0 ? [one] : [' · ', one]));
}

function* seriesBlocks({ rhythm, gaps, duplicates }: Series): Generator<Block> {
  if (gaps.length === 0 && duplicates.length === 0) {
    yield { kind: 'line', parts: [say('None was missed (rhythm: {rhythm}).', { rhythm: spoken(rhythm) })] };
    return;
  }
  if (gaps.length > 0) {
    yield { kind: 'blank' };
    yield { kind: 'line', parts: [say('Missed by the rhythm ({rhythm})', { rhythm: spoken(rhythm) })] };
    yield gapTable(gaps);
  }
  if (duplicates.length > 0) {
    yield { kind: 'blank' };
    yield duplicateTable(duplicates);
  }
}

function gapTable(gaps: readonly Gap[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'after', title: 'After' },
      { key: 'before', title: 'Before' },
      { key: 'missed', title: 'Missed', align: 'right' },
      { key: 'days', title: 'Days', shrinkTo: 10 },
    ],
    rows: gaps.map(({ after, before, missed }) => [
      text(after),
      text(before),
      { kind: 'count', count: missed.length },
      sayNames(missed),
    ]),
  };
}

function duplicateTable(duplicates: readonly Duplicate[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'kind', title: 'Duplicates' },
      { key: 'snapshots', title: 'Snapshots', shrinkTo: 10 },
    ],
    rows: duplicates.map(({ kind, snapshots }) => [say(ALIKE[kind]), sayNames(snapshots)]),
  };
}

function* next({ series }: SnapshotVerifyView, unsound: readonly VerifiedSnapshot[]): Generator<Block> {
  const [first] = unsound;
  if (first !== undefined) {
    yield { kind: 'blank' };
    yield {
      kind: 'next',
      text: say('Restore it from git'),
      command: `git checkout -- snapshots/${first.name}`,
    };
  } else if (series !== null && series.missed > 0) {
    yield { kind: 'blank' };
    const daily = say('What was missed stays so. In a daily job');
    yield { kind: 'next', text: daily, command: 'pipeline snapshot --if-due' };
  }
}

/** A record a problem, a gap or a duplicate. */
export function snapshotVerifyRecords({ snapshots, series }: SnapshotVerifyView): Records {
  const none: RecordCell = { kind: 'none' };
  return {
    columns: ['snapshot', 'kind', 'severity', 'file', 'line', 'message'],
    rows: [
      ...snapshots.flatMap(({ name, problems }) =>
        problems.map(({ kind, severity, file, line, message }) => [
          text(name),
          text(kind),
          text(severity),
          text(file),
          line === null ? none : { kind: 'number' as const, number: line },
          text(String(message)),
        ]),
      ),
      ...(series?.gaps ?? []).map(({ before, missed }) => [
        text(before),
        text('gap'),
        text('info'),
        none,
        none,
        text(`missed before: ${missed.join(' ')}`),
      ]),
      ...(series?.duplicates ?? []).map(({ kind, snapshots: names }) => [
        text(names.at(-1) ?? ''),
        text('duplicate'),
        text('info'),
        none,
        none,
        text(`${kind}: ${names.join(' ')}`),
      ]),
    ],
  };
}

function text(of: string) {
  return { kind: 'text', text: of } as const;
}
