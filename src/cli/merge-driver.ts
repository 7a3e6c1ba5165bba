// The merge driver: three files → one. Whatever goes wrong, git's own merge of lines takes its place: a team with the
// driver is never worse off than one without.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ExitStatus } from '../base/exit-status.ts';
import { asItIs, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { Merged } from '../three-way/merge-text.ts';
import type { Three } from '../three-way/three.ts';
import { writeWholeFile } from '../workspace/whole-file.ts';
import type { Call } from './verb.ts';

const MARKER_SIZE = 7;

/** Merges into the second file. @returns `done`, or `findings` where there are conflicts */
export async function mergeFile(call: Call): Promise<ExitStatus> {
  const [base = '', ours = '', theirs = ''] = call.args.map((path) => resolve(call.dir, path));
  const shown = safeForTerminal(call.args[3] ?? call.args[1] ?? '');
  const markerSize = call.count('marker-size', 1) ?? MARKER_SIZE;
  const merge = mergeOf(call.args[3] ?? '');
  const merged = await mergedByField(merge, [base, ours, theirs], markerSize, (why) => {
    if (call.verbose) call.note(asItIs(safeForTerminal(why)));
  });
  if (merged === undefined) {
    call.note(said('{file}: not told apart into fields, so it is merged line by line.', { file: shown }));
    return mergeLines(call, [base, ours, theirs], markerSize);
  }
  writeWholeFile(ours, shown, merged.text);
  const fields = [...new Set(merged.conflicts.map(({ field }) => field))];
  if (fields.length === 0) return ExitStatus.done;
  call.note(
    said('{file}: both sides changed {fields}.', { file: shown, fields: fewOf(fields.map(safeForTerminal)) }),
  );
  return ExitStatus.findings;
}

type Merge = (three: Three<string>, markerSize: number) => Promise<Merged | undefined>;

const mergeDeal: Merge = async (three, markerSize) =>
  (await import('../three-way/merge-deal.ts')).mergedDeal(three, markerSize);
const mergeFeedback: Merge = async (three, markerSize) =>
  (await import('../three-way/merge-entries.ts')).mergedFeedback(three, markerSize);

const mergeCalls: Merge = async (three, markerSize) =>
  (await import('../three-way/merge-entries.ts')).mergedCalls(three, markerSize);

/** By the path from the top of the repository; a folder of deals may be called as another one is. */
function mergeOf(path: string): Merge {
  if (/(?:^|\/)(?:deals|archive)\//.test(path)) return mergeDeal;
  if (/(?:^|\/)feedback\/[^/]+$/.test(path)) return mergeFeedback;
  return /(?:^|\/)forecasts\/[^/]+$/.test(path) ? mergeCalls : mergeDeal;
}

type Paths = readonly [base: string, ours: string, theirs: string];

/** Undefined where a file is none of keys and lines, and where this program has a fault. */
async function mergedByField(
  merge: Merge,
  paths: Paths,
  markerSize: number,
  tell: (why: string) => void,
): Promise<Merged | undefined> {
  try {
    const [base, ours, theirs] = paths.map((path) => decodeUtf8(readFileSync(path)));
    if (typeof base !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') return undefined;
    return await merge({ base, ours, theirs }, markerSize);
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  }
}

/** Of files that have no lines, ours stays, and git says that there is a conflict. */
function mergeLines({ io }: Call, [base, ours, theirs]: Paths, markerSize: number): ExitStatus {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
  const words = ['merge-file', '--quiet', `--marker-size=${markerSize}`, ...labels, ours, base, theirs];
  const { status } = spawnSync('git', words, { env: { ...io.env }, stdio: 'ignore' });
  return status === 0 ? ExitStatus.done : ExitStatus.findings;
}
