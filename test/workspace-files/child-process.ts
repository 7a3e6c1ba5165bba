// Child processes that hold the lock or write, for tests that kill them or let them race. The child runs the
// real code, bundled once a test run.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';

const project = resolve(fileURLToPath(import.meta.url), '../../..');
let bundle: string | undefined;

function bundled(): string {
  if (bundle !== undefined) return bundle;
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-child-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  bundle = join(folder, 'child.cjs');
  buildSync({
    entryPoints: [fileURLToPath(new URL('./child.ts', import.meta.url))],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20.12',
    format: 'cjs',
    external: ['better-sqlite3', 'yaml', 'zod', 'csv-parse'], // so that a child can tell which it took
  });
  return bundle;
}

/** The command line of a child, for whoever runs it under another program. */
export function childCommand(job: string, root: string, ...more: readonly string[]): readonly string[] {
  return [process.execPath, bundled(), job, root, ...more];
}

export const childEnvironment = { ...process.env, NODE_PATH: join(project, 'node_modules') };

export interface Child {
  readonly pid: number;
  /** Kills it with SIGKILL and waits until it is gone. */
  kill(): Promise<void>;
  /** Its exit status and what it wrote, when it has ended. */
  readonly ended: Promise<{
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/** Starts a child and waits until it says that it is ready. */
export async function startChild(job: string, root: string, ...more: readonly string[]): Promise<Child> {
  const [command = '', ...args] = childCommand(job, root, ...more);
  const child = spawn(command, args, { env: childEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const ended = once(child, 'close').then(([status]) => ({
    status: status as number | null,
    stdout,
    stderr,
  }));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ready = new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('ready\n')) done();
    });
  });
  await Promise.race([ready, ended]);
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}
