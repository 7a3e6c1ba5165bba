// .pipeline-baseline.yaml on disk: read for a check, and written where a person asks for it.

import { join } from 'node:path';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { BaselineEntry } from '../freshness/baseline.ts';
import {
  BASELINE_FILE,
  baselineInvalid,
  baselineText,
  readBaseline,
  renewedText,
} from '../freshness/baseline-file.ts';
import { type Fingerprint, fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { Call } from './verb.ts';

const MOST_BYTES = 16 * 1024 * 1024;

interface StoredBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly text: string;
  readonly fingerprint: Fingerprint;
}

/** Undefined where there is none. @throws Failure `baseline-invalid`, `newer-format`, `io` */
export function storedBaseline(root: string): StoredBaseline | undefined {
  const read = readRegularFile(join(root, BASELINE_FILE), MOST_BYTES);
  if (read.kind === 'absent') return undefined;
  if (read.kind === 'refused') {
    throw new Failure(
      read.lasting ? 'baseline-invalid' : 'io',
      said('{baseline_file} {reason}.', { baseline_file: BASELINE_FILE, reason: read.reason }),
      {
        hint: 'pipeline check --no-baseline looks past it.',
      },
    );
  }
  const text = decodeUtf8(read.bytes);
  if (typeof text !== 'string') {
    throw baselineInvalid([{ code: 'invalid-baseline', severity: 'error', file: BASELINE_FILE, ...text }]);
  }
  return { entries: readBaseline(text), text, fingerprint: fingerprintOf(read.stat) };
}

/** Writes the baseline, or takes out of it what no longer occurs. @throws Failure as checkView and commitFiles do */
export async function writeBaseline(call: Call, kind: 'write' | 'shrink'): Promise<ExitStatus> {
  const { baselineView } = await import('../report/check-baseline.ts');
  const root = call.root();
  const { view, currency, digits } = await call.locked(async () => {
    const book = await call.book();
    const stored = storedBaseline(root);
    if (kind === 'shrink' && stored === undefined) {
      throw new Failure(
        'nothing-to-look-at',
        said('There is no {baseline_file} to shrink.', { baseline_file: BASELINE_FILE }),
        {
          hint: 'Begin one with all findings that there are: pipeline check --write-baseline',
        },
      );
    }
    const made = baselineView(book, stored?.entries ?? [], kind);
    await call.write(changesFor(kind, stored, made.after));
    return { view: made.view, currency: book.state.reportingCurrency, digits: book.state.digits };
  });
  const { baselineAnnotations, baselinePage, baselineRecords } = await import('../page/check-baseline.ts');
  await call.show({
    view,
    page: () => ({ blocks: baselinePage(view), currency, digits }),
    records: () => baselineRecords(view),
    annotations: () => baselineAnnotations(view),
  });
  return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
}

/** One without entries is no file. */
function changesFor(
  kind: 'write' | 'shrink',
  stored: StoredBaseline | undefined,
  after: readonly (BaselineEntry | undefined)[],
): readonly FileChange[] {
  const path = BASELINE_FILE;
  const entries = after.filter((entry) => entry !== undefined);
  if (entries.length === 0) {
    return stored === undefined ? [] : [{ kind: 'remove', path, expected: stored.fingerprint }];
  }
  const content =
    kind === 'shrink' && stored !== undefined
      ? renewedText(stored.text, stored.entries, after)
      : baselineText(entries);
  if (content === stored?.text) return [];
  return [{ kind: 'write', path, content, expected: stored?.fingerprint ?? 'absent' }];
}
