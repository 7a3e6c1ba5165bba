// The page of `pipeline snapshot verify`: the answer, then each problem where it is.

import type { SnapshotVerifyView } from '../report/snapshot-verify.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Page, Records } from './page.ts';

export function snapshotVerifyPage(view: SnapshotVerifyView): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view)] };
}

function* blocksOf({ snapshots }: SnapshotVerifyView): Generator<Block> {
  const damaged = snapshots.filter(({ sound }) => !sound);
  const of = snapshots.length === 1 ? `Snapshot ${snapshots[0]?.name}` : plural(snapshots.length, 'snapshot');
  const verdict =
    damaged.length === 0 ? 'sound' : snapshots.length === 1 ? 'damaged' : `${damaged.length} damaged`;
  yield { kind: 'heading', parts: [`${of} · ${verdict}`] };
  const problems = snapshots.flatMap((one) => one.problems);
  if (problems.length > 0) yield { kind: 'blank' };
  for (const { severity, place, message } of problems) {
    yield {
      kind: 'line',
      tone: severity === 'error' ? 'bad' : 'warn',
      parts: [`${place}  ${severity}  ${message}`],
    };
  }
  const [first] = damaged;
  if (first === undefined) {
    yield { kind: 'line', parts: ['Checksums, form, order, values and totals are as they were taken.'] };
    return;
  }
  yield { kind: 'blank' };
  yield { kind: 'next', text: 'Restore it from git', command: `git checkout -- snapshots/${first.name}` };
}

/** A record a problem. */
export function snapshotVerifyRecords({ snapshots }: SnapshotVerifyView): Records {
  return {
    columns: ['snapshot', 'severity', 'file', 'line', 'message'],
    rows: snapshots.flatMap(({ name, problems }) =>
      problems.map(({ severity, file, line, message }) => [
        { kind: 'text' as const, text: name },
        { kind: 'text' as const, text: severity },
        { kind: 'text' as const, text: file },
        line === null ? { kind: 'none' as const } : { kind: 'number' as const, number: line },
        { kind: 'text' as const, text: message },
      ]),
    ),
  };
}
