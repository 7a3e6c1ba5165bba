// The built program itself, run as a person runs it: another process, on a real folder.

import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const BIN = resolve('bin/pipeline.js');
const { NO_COLOR: _, FORCE_COLOR: __, ...bare } = process.env;

export interface Ran {
  /** Null where it was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line, for whoever runs it under another program. */
export function commandLine(words: readonly string[]): readonly string[] {
  return [process.execPath, BIN, ...words];
}

export function environment(today: string): NodeJS.ProcessEnv {
  return { ...bare, PIPELINE_TODAY: today };
}

/** Runs `pipeline WORDS` in a folder, under another program where `under` names one with its words. */
export function pipeline(
  words: readonly string[],
  cwd: string,
  today: string,
  under: readonly string[] = [],
): Ran {
  const [program = '', ...rest] = [...under, ...commandLine(words)];
  const { status, stdout, stderr, error } = spawnSync(program, rest, {
    cwd,
    env: environment(today),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

export interface Running {
  readonly ended: Promise<Ran>;
  kill(): void;
}

/** The same, without waiting for its end. */
export function start(
  words: readonly string[],
  cwd: string,
  today: string,
  under: readonly string[] = [],
): Running {
  const [program = '', ...rest] = [...under, ...commandLine(words)];
  const child = spawn(program, rest, { cwd, env: environment(today), stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
    });
  }
  const ended = new Promise<Ran>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done({ status, ...text }));
  });
  return { ended, kill: () => void child.kill('SIGKILL') };
}
