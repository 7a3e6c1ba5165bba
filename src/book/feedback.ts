// feedback/*.yaml: all that was said, decided, promised and held.

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { FoundFile } from '../feedback/changes.ts';
import type { DialogueEntry } from '../feedback/entry.ts';
import { FEEDBACK_LIMITS, readFeedback } from '../feedback/read.ts';
import { fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';

const FOLDER = 'feedback';
const ENDING = '.yaml';
/** A character of UTF-8 has at most three bytes for each unit of UTF-16. */
const MOST_BYTES = 3 * FEEDBACK_LIMITS.size;

export interface WorkspaceFeedback {
  /** By file and line; of one id in several files the first. */
  readonly entries: readonly DialogueEntry[];
  readonly files: readonly FoundFile[];
  /** What can't be read is left out, and told here. */
  readonly problems: readonly Problem[];
}

/** The dialogue of a workspace; nothing where there is no folder. */
export function feedbackOf(root: string): WorkspaceFeedback {
  const stat = lstatSync(join(root, FOLDER), { throwIfNoEntry: false });
  if (stat?.isSymbolicLink() === true) {
    const message = 'The folder is a symbolic link, and links are not followed.';
    return { entries: [], files: [], problems: [invalid(FOLDER, { message, hint: 'Put the files there.' })] };
  }
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const entries = new Map<string, DialogueEntry>();
  for (const path of pathsIn(root)) {
    const read = readRegularFile(join(root, path), MOST_BYTES);
    if (read.kind === 'absent') continue;
    if (read.kind === 'refused') {
      files.push({ path });
      problems.push(invalid(path, { message: said('The file {reason}.', { reason: read.reason }) }));
      continue;
    }
    const text = decodeUtf8(read.bytes);
    if (typeof text !== 'string') {
      files.push({ path });
      problems.push(invalid(path, text));
      continue;
    }
    files.push({ path, text, fingerprint: fingerprintOf(read.stat) });
    const reading = readFeedback(text, path);
    problems.push(...reading.problems);
    for (const entry of reading.entries) {
      const before = entries.get(entry.id);
      if (before === undefined) entries.set(entry.id, entry);
      else problems.push(twice(entry, before));
    }
  }
  return { entries: [...entries.values()], files, problems };
}

/** What is wrong with the files of which nothing was read. */
export function unreadIn({ entries, problems }: WorkspaceFeedback): readonly Problem[] {
  const read = new Set(entries.map(({ file }) => file));
  return problems.filter(({ file, severity }) => severity === 'error' && !read.has(file));
}

function twice({ id, file, line }: DialogueEntry, before: DialogueEntry): Problem {
  const place = `${before.file}:${before.line}`;
  const message = said('The entry {id} stands in {place} already.', { id, place });
  return invalid(file, { message, hint: 'Take one of the two out, or give it another id.', line });
}

function pathsIn(root: string): string[] {
  try {
    return readdirSync(join(root, FOLDER))
      .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
      .map((name) => `${FOLDER}/${name}`)
      .sort();
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function invalid(file: string, what: Pick<Problem, 'message' | 'hint' | 'line'>): Problem {
  return { code: 'invalid-feedback', severity: 'error', file, ...what };
}
