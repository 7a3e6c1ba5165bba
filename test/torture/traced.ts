// The program under strace: which system calls a command makes in its workspace, and the command again with one of
// them killed or failing.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { outside } from '../workspace-files/outside.ts';
import type { Job } from './company.ts';
import { pipeline, type Ran, start } from './pipeline.ts';

/** By which anything on a disk can change, by all the names that they have on Linux, and the closing of it. */
const CALLS = [
  ...['open', 'openat', 'creat', 'write', 'pwrite64', 'writev', 'pwritev', 'close', 'copy_file_range'],
  ...['fsync', 'fdatasync', 'syncfs', 'ftruncate', 'truncate', 'fallocate'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat', 'unlink', 'unlinkat'],
  ...['mkdir', 'mkdirat', 'rmdir', 'chmod', 'fchmod', 'fchmodat', 'chown', 'fchown', 'fchownat', 'utimensat'],
];
const OPENS = ['open', 'openat', 'creat'];
/** Long enough for a test to notice, on a machine that does much else. */
const HELD_UP_US = 1_500_000;
export const TRACED = ['-y', '-e', `trace=${CALLS.map((call) => `?${call}`)}`];
export const STRACE = 'strace';
/** Quick, and with the programs that it starts; but signals do not get through. */
const FOLLOW = [STRACE, '-f', '--seccomp-bpf', ...TRACED];

export const canTrace = outside(STRACE, ...FOLLOW.slice(1), '-o', '/dev/null', 'true');

/** The nth call of that name that the program's main thread makes. */
export interface SystemCall {
  readonly name: string;
  readonly nth: number;
  /** Whether it changes the disk or makes that last, closes what was written, or opens for reading. */
  readonly does: 'change' | 'close' | 'read';
  readonly text: string;
  /** How many of the traced calls that thread has made before. */
  readonly place: number;
}

/** The calls that an undisturbed run of the command makes on paths inside the workspace; the run itself is done. */
export function callsOf(job: Job, root: string): readonly SystemCall[] {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-trace-'));
  const file = join(folder, 'trace');
  const { status, stderr } = pipeline(job.words, root, job.today, [...FOLLOW, '-o', file, '--']);
  if (status !== 0) throw new Error(stderr);
  const lines = readFileSync(file, 'utf8').split('\n');
  rmSync(folder, { recursive: true });
  return callsIn(lines, root, lines[0]?.split(' ', 1)[0] ?? '');
}

/** Of a trace's lines those of the main thread in the workspace. */
export function callsIn(lines: readonly string[], root: string, main: string): SystemCall[] {
  const counts = new Map<string, number>();
  const written = new Set<string>();
  const found: SystemCall[] = [];
  let made = 0;
  for (const line of lines) {
    const [, thread, name = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (name === '' || (thread !== main && name !== 'syncfs')) continue; // `sync` is a program of its own
    const place = thread === main ? made++ : made;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const path = pathIn(line, root);
    if (path === undefined) continue;
    const writes = !OPENS.includes(name) || /O_(CREAT|WRONLY|RDWR)/.test(line);
    if (writes && OPENS.includes(name)) written.add(path);
    if (name === 'close' && !written.has(path)) continue;
    const does = name === 'close' ? 'close' : writes ? 'change' : 'read';
    found.push({ name, nth, does, text: line.slice(line.indexOf(name)), place });
  }
  return found;
}

/** The path in the workspace that a call is about. */
export function pathIn(line: string, root: string): string | undefined {
  const at = line.indexOf(`${root}/`);
  return at < 0 ? undefined : /^[^">]*/.exec(line.slice(at))?.[0];
}

export function isOpening({ name }: SystemCall): boolean {
  return OPENS.includes(name);
}

/** What changes the disk and is done by the program itself. */
export function changesIn(calls: readonly SystemCall[]): readonly SystemCall[] {
  return calls.filter(({ name, does }) => does === 'change' && name !== 'syncfs');
}

/** Runs it, and kills it with SIGKILL at the call, which is not made. */
export function killedAt({ name, nth }: SystemCall, { words, today }: Job, root: string): Ran {
  const inject = `inject=${name}:signal=KILL:when=${nth}`;
  return pipeline(words, root, today, [STRACE, ...TRACED, '-o', '/dev/null', '-e', inject, '--']);
}

/** Runs it, and has the call fail; with `onwards`, each one of that name that follows too. */
export function failedAt(
  call: SystemCall,
  error: string,
  onwards: boolean,
  { words, today }: Job,
  root: string,
): Ran {
  return pipeline(words, root, today, [...FOLLOW, '-o', '/dev/null', ...failing(call, error, onwards), '--']);
}

/** What strace is told to have it fail. */
export function failing({ name, nth }: SystemCall, error: string, onwards: boolean): readonly string[] {
  return ['-e', `inject=${name}:error=${error}:when=${nth}${onwards ? '+' : ''}`];
}

/** Runs it, holds it up at the call, does something meanwhile, and lets it go on. */
export async function heldUpAt(
  call: SystemCall,
  meanwhile: () => void,
  { words, today }: Job,
  root: string,
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-trace-'));
  const file = join(folder, 'trace');
  const traced = [STRACE, ...TRACED, '-o', file, ...holding(call, HELD_UP_US), '--'];
  const { ended } = start(words, root, today, traced);
  await until(() => existsSync(file) && madeCalls(file) >= call.place, ended);
  meanwhile();
  const ran = await ended;
  rmSync(folder, { recursive: true });
  return ran;
}

/** What strace is told to hold it up there. */
export function holding({ name, nth }: SystemCall, forUs: number): readonly string[] {
  return ['-e', `inject=${name}:delay_enter=${forUs}:when=${nth}`];
}

/** Waits until that is so, or the other has ended. */
export async function until(isSo: () => boolean, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  void ended.finally(() => {
    isOver = true;
  });
  while (!isOver && !isSo()) await sleep(2);
}

/** How many calls a trace shows that are done, each in a line; of that name where it is given. */
export function madeCalls(file: string, name = '\\w+'): number {
  const line = new RegExp(`^${name}\\(.*\n`, 'gm');
  return readFileSync(file, 'utf8').match(line)?.length ?? 0;
}

/** So many of a list, by the golden section: spread over it, and in step with nothing that repeats in it. */
export function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (count >= items.length) return items;
  const places = Array.from({ length: count }, (_, n) => Math.floor(((n * 0.618034) % 1) * items.length));
  return items.filter((_, at) => places.includes(at));
}
