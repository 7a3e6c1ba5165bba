// Reads the sheets that are to be verified, with the snapshots that they name, and has each drawn again.

import { relative } from 'node:path';
import { Failure } from '../base/failure.ts';
import { placeOf } from '../base/problem.ts';
import { asValue, said } from '../base/said.ts';
import { type DrawnSheet, drawnSheets, noSheet, readSheetFile, sheetPath } from '../book/sheet-texts.ts';
import {
  type ReviewVerifyView,
  type SnapshotNow,
  unreadableSheet,
  type VerifiedSheet,
  verifySheet,
} from '../report/review-verify.ts';
import type { SheetDraw } from '../review/sheet.ts';
import { readDraw } from '../review/sheet-draw.ts';
import { SAMPLER } from '../review/stream.ts';
import { listSnapshots, readSnapshot } from '../snapshot/store.ts';
import { sumsOf } from '../snapshot/sums.ts';
import type { Call } from './verb.ts';

/** @throws Failure `usage` where there is no such file, or it is no sheet; `newer-format`, `io` */
export async function verifySheets(call: Call): Promise<ReviewVerifyView> {
  const root = call.root();
  const settings = await call.settings();
  const { sheets: all, problems: unread } = drawnSheets(root);
  const snapshotNames = listSnapshots(root);
  const verified = call.args.map((word): VerifiedSheet => {
    const path = sheetPath(word, root, call.io.cwd);
    const file = relative(root, path);
    const text = readSheetFile(path, word);
    const { draw, problems } = readDraw(text, file);
    if (problems.length > 0) {
      return unreadableSheet(
        file,
        problems.map((problem) =>
          said('{place}: {message}', { place: placeOf(problem), message: asValue(problem.message) }),
        ),
      );
    }
    if (draw === undefined) {
      throw noSheet(word);
    }
    refuseSampler(draw, file);
    const now = snapshotNow(root, draw);
    return verifySheet({
      sheet: { file, text, draw },
      all: without(all, file),
      unread,
      now,
      settings,
      snapshotNames,
    });
  });
  return { schema: 'pipeline/review-verify/1', sheets: verified };
}

function without(all: readonly DrawnSheet[], file: string): readonly DrawnSheet[] {
  return all.filter((one) => one.file !== file);
}

function refuseSampler({ sampler }: SheetDraw, file: string): void {
  if (sampler === SAMPLER.version) return;
  throw new Failure(
    'newer-format',
    said('{file} was drawn by sampler {sampler}; this version has {name}.', {
      file,
      sampler,
      name: SAMPLER.name,
    }),
    {
      hint: 'Install the version of pipeline that has it.',
    },
  );
}

function snapshotNow(root: string, { snapshot: { name } }: SheetDraw): SnapshotNow {
  try {
    return { snapshot: readSnapshot(root, name), ...sumsOf(root, name) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code !== 'no-such-snapshot' && error.code !== 'snapshot-damaged') throw error;
    return {
      problem:
        error.code === 'no-such-snapshot'
          ? said('There is no snapshot {name}: nobody can draw from it again.', { name })
          : said('The snapshot {name} is damaged: nobody can draw from it again.', { name }),
    };
  }
}
