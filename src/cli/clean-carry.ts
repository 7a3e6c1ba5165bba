// Carries a clean-up's decisions out under the lock: all that can be, written at once with the report on it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import type { Decisions } from '../cleanup/decision.ts';
import { type CleanedView, cleanedView } from '../report/cleaned.ts';
import { languageFor } from '../words/language.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { Call } from './verb.ts';

/** Does it, or with --dry-run says what it would do. */
export async function carryOutDecisions(
  call: Call,
  decisions: Decisions,
): Promise<{ readonly view: CleanedView; readonly book: Book }> {
  return call.locked(async (today) => {
    const { carryOut } = await import('../cleanup/carry-out.ts');
    const { bookWith } = await import('../book/book-with.ts');
    const dryRun = call.flag('dry-run');
    const opened = await call.open({ today: () => today });
    const { book } = opened;
    const carried = carryOut(decisions.decided, opened, decisions.quarter);
    const after = bookWith(opened, book.settings, carried.after);
    // That there was nothing to do is worth writing down as well: the next one is due from here.
    const isRepeated = carried.files.length === 0 && carried.doneBefore.length > 0;
    const isRefused = carried.files.length === 0 && carried.refused.length > 0;
    const report = isRepeated || isRefused ? '' : freeReport(book.root, decisions.quarter);
    const view = cleanedView({ before: book, after, decisions, carried, dryRun, report });
    if (report !== '' && !dryRun) {
      const files: FileChange[] = [
        ...carried.files,
        {
          kind: 'write',
          path: report,
          content: await reportText({ ...view, dry_run: false }, book),
          expected: 'absent',
        },
      ];
      const progress = call.progress('Cleaning up', files.length);
      await call.write(files, { progress: (done) => progress.at(done), signal: call.io.signal });
      progress.end();
    }
    return { view, book };
  });
}

/** `cleanups/2026-Q4.md`, of a second one in the quarter `cleanups/2026-Q4-2.md`. */
function freeReport(root: string, quarter: string): string {
  for (let n = 1; ; n++) {
    const path = `cleanups/${quarter}${n === 1 ? '' : `-${n}`}.md`;
    if (!existsSync(join(root, path))) return path;
  }
}

async function reportText(view: CleanedView, book: Book): Promise<string> {
  const { cleanupReport } = await import('../page/cleaned.ts');
  const { lookOf } = await import('../page/look.ts');
  const { renderMarkdown } = await import('../render/markdown.ts');
  return renderMarkdown(cleanupReport(view, lookOf(book)), await languageFor(book.settings.locale));
}
