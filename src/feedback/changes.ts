// Changes of feedback/: entries that are added to the month that they are of, and keys of one that are set. Every byte
// around them stays.

import { Failure } from '../base/failure.ts';
import { grouped } from '../base/grouped.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { appendLines } from '../deal/append-lines.ts';
import { compose } from '../deal/compose.ts';
import { Layout, spliced } from '../deal/layout.ts';
import { SourceText } from '../deal/source-text.ts';
import type { MapNode } from '../deal/tree.ts';
import type { Fingerprint } from '../workspace/fingerprint.ts';
import { itemsOf, textOf, under } from '../workspace/settings-tree.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { DialogueEntry } from './entry.ts';
import { FEEDBACK_LIMITS, readFeedback } from './read.ts';
import { entryLines, entryText, HEAD, type NewEntry } from './write.ts';

export interface FeedbackFile {
  /** From the workspace's root. */
  readonly path: string;
  readonly text: string;
  readonly fingerprint: Fingerprint;
}

/** One that is there, and no text that can be read. */
export interface UnreadFile {
  readonly path: string;
  readonly text?: undefined;
}

export type FoundFile = FeedbackFile | UnreadFile;

/**
 * The changes that add entries, each to the file of the month of its day; those whose id is in any of the files
 * already are left out.
 * @throws Failure `feedback-invalid` where a file to be written can't be read, or an entry that has such an id
 */
export function withEntries(files: readonly FoundFile[], entries: readonly NewEntry[]): FileChange[] {
  const known = new Set(files.flatMap(({ text = '' }) => idsIn(text)));
  expectRead(files, new Set(entries.map(({ id }) => id).filter((id) => known.has(id))));
  const fresh = new Map(entries.filter(({ id }) => !known.has(id)).map((entry) => [entry.id, entry]));
  const months = grouped(fresh.values(), ({ on }) => `feedback/${on.slice(0, 7)}.yaml`);
  return [...months].map(([path, added]) => {
    const file = files.find((each) => each.path === path);
    if (file !== undefined && file.text === undefined) throw unread(path);
    const content = added.reduce((text, entry) => withEntry(text, path, entry), file?.text ?? '');
    return { kind: 'write', path, content, expected: file?.fingerprint ?? 'absent' };
  });
}

/** All that stand there, also those of entries that can't be read. */
function idsIn(text: string): string[] {
  const { root } = compose(new SourceText(text, ''), FEEDBACK_LIMITS);
  return itemsOf(under(root, 'entries')).flatMap((item) => textOf(under(item, 'id'))?.trim() ?? []);
}

/** Nobody can tell whether an entry that can't be read says the same. @throws Failure `feedback-invalid` */
function expectRead(files: readonly FoundFile[], ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  const readings = files.map(({ path, text = '' }) => ({ path, text, ...readFeedback(text, path) }));
  const read = new Set(readings.flatMap(({ entries }) => entries.map(({ id }) => id)));
  for (const { path, text, problems } of readings) {
    const id = idsIn(text).find((one) => ids.has(one) && !read.has(one));
    if (id === undefined) continue;
    throw new Failure(
      'feedback-invalid',
      said("The entry {id} in {path} can't be read. Nothing is written.", { id, path }),
      {
        problems,
      },
    );
  }
}

function withEntry(text: string, path: string, entry: NewEntry): string {
  const root = rootOf(text, path);
  if (root === undefined) {
    const end = text === '' || text === '\ufeff' || text.endsWith('\n') ? '' : '\n';
    return `${text}${end}${HEAD}${entryLines(entry)
      .map((line) => `  ${line}\n`)
      .join('')}`;
  }
  const layout = new Layout(text);
  const item = { lines: entryLines(entry), inBraces: entryText(entry) };
  const after = spliced(text, appendLines(layout, root, 'entries', item));
  expectAsMeant(after, path, ({ id }) => id === entry.id);
  return after;
}

/** The file's map; none in a file of nothing but comments. @throws Failure `feedback-invalid` */
export function rootOf(text: string, path: string): MapNode | undefined {
  const { problems, isOurs } = readFeedback(text, path);
  if (!isOurs) throw unread(path, problems);
  const { root } = compose(new SourceText(text, path), FEEDBACK_LIMITS);
  return root?.kind === 'map' ? root : undefined;
}

function unread(path: string, problems: readonly Problem[] = []): Failure {
  return new Failure(
    'feedback-invalid',
    said("{path} can't be read, so nothing is written there.", { path }),
    { hint: 'pipeline feedback tells what is wrong with it.', problems },
  );
}

/** What was meant must be what is read, or nothing is written. @throws Failure `feedback-invalid` where it is too large */
export function expectAsMeant(text: string, path: string, isMeant: (entry: DialogueEntry) => boolean): void {
  if (text.length > FEEDBACK_LIMITS.size) {
    throw new Failure(
      'feedback-invalid',
      said("{path} can't take more: it would be too large to be read.", { path }),
      {
        hint: 'Move some of its entries to another file of feedback/.',
      },
    );
  }
  if (!readFeedback(text, path).entries.some(isMeant))
    throw new Error(`the change of ${path} would not read back as intended; nothing was written`);
}
