// The summary of a job that GitHub shows on its page: Markdown that is added to the file of GITHUB_STEP_SUMMARY.

import { closeSync, constants, fstatSync, openSync, writeFileSync } from 'node:fs';
import { isErrno, reasonOf } from '../base/errno.ts';
import { type Sayable, said } from '../base/said.ts';
import type { Page } from '../page/page.ts';
import { renderMarkdown } from '../render/markdown.ts';
import type { Language } from '../words/speak.ts';
import type { Environment } from '../workspace/git-plumbing.ts';

/** GitHub takes no summary of a step that is larger. */
const MOST_BYTES = 1024 * 1024;
const CUT = '\n… and more: a job summary holds 1 MiB. All of them: `pipeline check --format csv`\n';

/**
 * Adds the page to the file that the environment names, up to GitHub's limit; does nothing where it names none.
 * Only a file is written to: no link is followed, and no pipe waited for. What goes wrong is said by `note`.
 */
export function addToJobSummary(
  page: Page,
  language: Language,
  env: Environment,
  note: (line: Sayable) => void,
): void {
  const path = env.GITHUB_STEP_SUMMARY ?? '';
  if (path === '') return;
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const fd = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stat = fstatSync(fd);
      if (stat.isFile()) writeFileSync(fd, cutTo(renderMarkdown(page, language), MOST_BYTES - stat.size));
      else note('The job summary was not written: GITHUB_STEP_SUMMARY names no file.');
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!isErrno(error)) throw error;
    note(said('The job summary was not written: {reason}.', { reason: reasonOf(error) }));
  }
}

/** The whole lines that fit into so many bytes, and one that says that there are more. */
function cutTo(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  const room = most - Buffer.byteLength(CUT);
  const end = room <= 0 ? -1 : bytes.lastIndexOf('\n', room - 1);
  return end < 0 ? '' : `${bytes.subarray(0, end + 1).toString('utf8')}${CUT}`;
}
