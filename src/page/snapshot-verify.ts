// The page of `pipeline snapshot verify`: the answer, then each problem where it is, then how regular they are.

import { named } from '../base/named.ts';
import type { SnapshotVerifyView, VerifiedSnapshot } from '../report/snapshot-verify.ts';
import type { Duplicate, Gap } from '../snapshot/regularity.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Page, RecordCell, Records } from './page.ts';

const ALIKE: Readonly<Record<Duplicate['kind'], string>> = {
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
  yield { kind: 'heading', parts: [[verdict(snapshots, unsound), ...regularity(series)].join(' · ')] };
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
    yield { kind: 'line', parts: ['Checksums, form, order, values and totals are as they were written.'] };
  }
  if (!view.under_git) {
    yield { kind: 'line', parts: ['Not under git: who changes a file and its checksum is not found out.'] };
  }
  if (series !== null) yield* seriesBlocks(series);
  yield* next(view, unsound);
}

function verdict(snapshots: readonly VerifiedSnapshot[], unsound: readonly VerifiedSnapshot[]): string {
  const here = snapshots.filter((one) => !isLost(one));
  const of = here.length === 1 ? `Snapshot ${here[0]?.name}` : plural(here.length, 'snapshot');
  const lost = unsound.filter(isLost).length;
  const damaged = unsound.length - lost;
  return [
    of,
    ...(unsound.length === 0 ? ['sound'] : []),
    ...(damaged === 0 ? [] : [here.length === 1 ? 'damaged' : `${damaged} damaged`]),
    ...(lost === 0 ? [] : [`${lost} lost`]),
  ].join(' · ');
}

function isLost({ problems }: VerifiedSnapshot): boolean {
  return problems.some(({ kind }) => kind === 'lost');
}

type Series = NonNullable<SnapshotVerifyView['series']>;

function regularity(series: Series | null): string[] {
  if (series === null) return [];
  const { missed, duplicates } = series;
  return [
    ...(missed === 0 ? [] : [`${missed} missed`]),
    ...(duplicates.length === 0 ? [] : [plural(duplicates.length, 'duplicate')]),
  ];
}

function* seriesBlocks({ rhythm, gaps, duplicates }: Series): Generator<Block> {
  if (gaps.length === 0 && duplicates.length === 0) {
    yield { kind: 'line', parts: [`None was missed (rhythm: ${rhythm}).`] };
    return;
  }
  if (gaps.length > 0) {
    yield { kind: 'blank' };
    yield { kind: 'line', parts: [`Missed by the rhythm (${rhythm})`] };
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
      text(named(missed)),
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
    rows: duplicates.map(({ kind, snapshots }) => [text(ALIKE[kind]), text(named(snapshots))]),
  };
}

function* next({ series }: SnapshotVerifyView, unsound: readonly VerifiedSnapshot[]): Generator<Block> {
  const [first] = unsound;
  if (first !== undefined) {
    yield { kind: 'blank' };
    yield { kind: 'next', text: 'Restore it from git', command: `git checkout -- snapshots/${first.name}` };
  } else if (series !== null && series.missed > 0) {
    yield { kind: 'blank' };
    const text = 'What was missed stays so. In a daily job';
    yield { kind: 'next', text, command: 'pipeline snapshot --if-due' };
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
