// crm-todo/: which lines stand in its files, and the changes of files that add some or take some out. Every byte around
// the lines stays.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../base/day.ts';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { type DecodeProblem, decodeUtf8 } from '../base/utf8.ts';
import { type Fingerprint, fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { readTodoLine, type TodoItem, todoLine } from './todo.ts';

export interface TodoFile {
  /** From the workspace's root. */
  readonly path: string;
  readonly text: string;
  /** Why its bytes are no text, which is read all the same; written again, they would be lost. */
  readonly flaw?: DecodeProblem | undefined;
  readonly fingerprint: Fingerprint;
}

const FOLDER = 'crm-todo';
const MOST_BYTES = 4 * 1024 * 1024;

/** `crm-todo/2026-11-23.md`. */
export function todoPath(day: Day): string {
  return `${FOLDER}/${day}.md`;
}

/** The files, by name; none where there is no such folder. @throws Failure `io` where one can't be read */
export function todoFiles(root: string): readonly TodoFile[] {
  return namesIn(join(root, FOLDER)).flatMap((name) => {
    const path = `${FOLDER}/${name}`;
    const read = readRegularFile(join(root, path), MOST_BYTES);
    if (read.kind === 'absent') return [];
    if (read.kind === 'refused')
      throw new Failure('io', said("{path} can't be read: it {reason}.", { path, reason: read.reason }));
    const decoded = decodeUtf8(read.bytes);
    const fingerprint = fingerprintOf(read.stat);
    if (typeof decoded === 'string') return [{ path, text: decoded, fingerprint }];
    return [{ path, text: read.bytes.toString('utf8'), flaw: decoded, fingerprint }];
  });
}

/** What they ask for. */
export function todoItems(files: readonly TodoFile[]): readonly TodoItem[] {
  return files.flatMap(({ text }) => linesOf(text).flatMap((line) => readTodoLine(line) ?? []));
}

/**
 * With the items in the day's file, each in the place of an earlier one of its record and field.
 * @throws Failure `deals-unreadable` where a file that changes is not UTF-8
 */
export function withTodo(
  files: readonly TodoFile[],
  items: readonly TodoItem[],
  { day, system }: { readonly day: Day; readonly system: string },
): readonly FileChange[] {
  const path = todoPath(day);
  const isReplaced = (old: TodoItem) =>
    items.some(({ record, field }) => record === old.record && field === old.field);
  const added = items.map(todoLine);
  const own = files.find((file) => file.path === path);
  const others = files
    .filter((file) => file !== own)
    .flatMap((file) => change(file, without(file, isReplaced)));
  if (own === undefined) {
    const content = `${headFor(system)}${added.map((line) => `${line}\n`).join('')}`;
    return [...others, { kind: 'write', path, content, expected: 'absent' }];
  }
  const end = own.text.includes('\r\n') ? '\r\n' : '\n';
  const kept = without(own, isReplaced);
  const whole = kept === '' || kept.endsWith('\n') ? kept : kept + end;
  return [...others, ...change(own, whole + added.map((line) => line + end).join(''))];
}

/**
 * Without the lines whose new value is there; a file that has nothing else goes with its last one.
 * @throws Failure `deals-unreadable` where a file that changes is not UTF-8
 */
export function withoutDone(
  files: readonly TodoFile[],
  isDone: (item: TodoItem) => boolean,
): { readonly files: readonly FileChange[]; readonly done: number } {
  const before = todoItems(files).filter(isDone).length;
  return {
    files: before === 0 ? [] : files.flatMap((file) => change(file, without(file, isDone))),
    done: before,
  };
}

function headFor(system: string): string {
  return `# To change in ${system}\n\n${HEAD}\n\n`;
}

const HEAD =
  'Written by pipeline. A line goes when an import shows its new value; whatever else stands here stays.';

/** Whether it is nothing but what stands above the first line. */
function isHeadAlone(text: string): boolean {
  const [title = '', ...rest] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return title.startsWith('# To change in ') && rest.join() === HEAD;
}

function without({ text }: TodoFile, isOut: (item: TodoItem) => boolean): string {
  const stays = (line: string) => {
    const item = readTodoLine(line);
    return item === undefined || !isOut(item);
  };
  return linesOf(text).filter(stays).join('');
}

/** @throws Failure `deals-unreadable`, exit 3, where other bytes of the file would not stay */
function change({ path, text, flaw, fingerprint }: TodoFile, content: string): FileChange[] {
  if (content === text) return [];
  if (flaw !== undefined) {
    throw new Failure('deals-unreadable', said("{path} can't be changed: nothing was written.", { path }), {
      problems: [{ code: 'invalid-file', severity: 'error', file: path, ...flaw }],
    });
  }
  if (isHeadAlone(content)) return [{ kind: 'remove', path, expected: fingerprint }];
  return [{ kind: 'write', path, content, expected: fingerprint }];
}

/** With their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
      .sort();
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return [];
    throw error;
  }
}
