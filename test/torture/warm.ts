// The program under strace, in a process that is warm: a system call of a command can be made to fail in a fifth of
// the time that a process of its own takes.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Company, Job } from './company.ts';
import type { Ran } from './pipeline.ts';
import {
  callsIn,
  canTrace,
  failing,
  holding,
  isOpening,
  madeCalls,
  pathIn,
  STRACE,
  type SystemCall,
  TRACED,
  until,
} from './traced.ts';

const PROGRAM = fileURLToPath(new URL('./warm-program.cjs', import.meta.url));
/** The files that a process locks: what it forgot to close of them stays locked until its end. */
const LOCKED = /\/\.pipeline\/(lock|index\.db)/;
/** So that what it forgot to close elsewhere never adds up. */
const MOST_JOBS = 100;
/** How often it has that call fail, and then another one beside it. */
const MOST_TRIES = 5;
/** How often it must be found stopped in a row: at each call that is traced it stops for a moment. */
const STILL = 10;
/** It is let go on before. */
const FOR_GOOD_US = 60_000_000;
/** A command takes a second, where much else runs a few. */
const LONGEST_MS = 30_000;

const SCOPE = '/proc/sys/kernel/yama/ptrace_scope';
/** Whether strace may be put to a process that is there already. */
export const canAttach =
  canTrace && (process.getuid?.() === 0 || (existsSync(SCOPE) && readFileSync(SCOPE, 'utf8').trim() === '0'));

/** `sync` is a program that it starts; all others are calls of its main thread, and to trace that one alone is quicker. */
const threadsOf = ({ name }: SystemCall) => (name === 'syncfs' ? ['-f'] : []);

interface Process {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  jobs: number;
}

export interface Warm {
  /** The calls that an undisturbed run makes on paths inside the workspace. */
  callsOf(job: Job): Promise<readonly SystemCall[]>;
  /**
   * Runs it, and has the call fail; with `onwards`, each one of that name that follows too. Undefined where another one
   * failed each time, which is Node's own.
   */
  failedAt(call: SystemCall, error: string, onwards: boolean, job: Job): Promise<Ran | undefined>;
  /** Runs it, holds it up at the call, does something meanwhile, and lets it go on. */
  heldUpAt(call: SystemCall, meanwhile: () => void, job: Job): Promise<Ran>;
  end(): void;
}

/** In a company's workspace, which must be as it was at first whenever something is run. */
export function warmIn({ root, reset }: Company): Warm {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-trace-'));
  const file = join(folder, 'trace');
  let current: Process | undefined;

  const started = async (job: Job): Promise<Process> => {
    if (current !== undefined) return current;
    const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    current = { child, lines, jobs: 0 };
    child.on('close', () => {
      if (current?.child === child) current = undefined;
    });
    await ask(current, job, root);
    reset();
    return current;
  };
  const end = () => {
    current?.child.kill('SIGKILL');
    current = undefined;
  };
  /** @param hold what is done while it stands at a call; after that it goes on */
  const traced = async (
    job: Job,
    inject: readonly string[],
    hold?: (main: string, asked: Promise<Ran>) => Promise<void>,
  ) => {
    const running = await started(job);
    running.jobs++;
    const pid = running.child.pid ?? 0;
    const letGo = await attach(running.child, [...inject, '-o', file]);
    const asked = ask(running, job, root);
    if (hold !== undefined) {
      await hold(String(pid), asked);
      await letGo();
    }
    const ran = await asked;
    await letGo();
    if (running.jobs === MOST_JOBS || openOf(pid).some((path) => LOCKED.test(path))) end();
    return { ran, pid, lines: readFileSync(file, 'utf8').split('\n') };
  };

  return {
    callsOf: async (job) => {
      let before = '';
      for (;;) {
        const { ran, pid, lines } = await traced(job, ['-f']);
        if (ran.status !== 0) throw new Error(ran.stderr);
        const calls = callsIn(lines, root, String(pid));
        const counted = calls.map(({ name, nth }) => `${name} ${nth}`).join();
        if (counted === before) return calls;
        before = counted; // while it still warms up, Node makes a call of its own here and there
        reset();
      }
    },
    failedAt: async (call, error, onwards, job) => {
      for (let tries = 1; ; tries++) {
        // On a busy machine Node makes some calls of its own more or less: then it is one before it, of the workspace too.
        const nth = Math.max(1, call.nth - Math.max(0, tries - MOST_TRIES));
        const inject = [...threadsOf(call), ...failing({ ...call, nth }, error, onwards)];
        const { ran, lines } = await traced(job, inject);
        const failed = lines.find((line) => line.endsWith('(INJECTED)')) ?? 'none';
        if (failed.includes(pathIn(call.text, root) ?? root)) return ran;
        if (
          tries > MOST_TRIES &&
          !isOpening(call) &&
          call.name !== 'close' &&
          pathIn(failed, root) !== undefined
        )
          return ran;
        if (tries === 2 * MOST_TRIES) return undefined;
        reset();
      }
    },
    heldUpAt: async (call, meanwhile, job) => {
      const { ran } = await traced(job, holding(call, FOR_GOOD_US), async (main, asked) => {
        await untilHeld(() => madeCalls(file, call.name) >= call.nth - 1, main, asked);
        meanwhile();
      });
      return ran;
    },
    end: () => {
      end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Where what fails is a write by which Node tells itself of an event, it waits for ever: it is killed in the end. */
async function ask({ child, lines }: Process, { words, today }: Job, cwd: string): Promise<Ran> {
  const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  try {
    child.stdin?.write(JSON.stringify({ words, cwd, today }));
    const { value = '{"status":null,"stdout":"","stderr":"it has died"}' } = await lines.next();
    return JSON.parse(value);
  } finally {
    clearTimeout(tooLong);
  }
}

/** @returns what takes strace away again */
async function attach(child: ChildProcess, words: readonly string[]): Promise<() => Promise<void>> {
  const strace = spawn(STRACE, [...TRACED, ...words, '-p', String(child.pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(strace, 'close');
  await new Promise<void>((attached) => {
    strace.stderr.on('data', (said) => String(said).includes('attached') && attached());
    strace.on('close', attached);
  });
  return async () => {
    strace.kill('SIGKILL'); // sooner than to ask it: while it holds a call up, it does not listen
    await ended;
  };
}

/** Waits until it comes to that and then stands still, or has ended. */
async function untilHeld(isThere: () => boolean, main: string, ended: Promise<unknown>): Promise<void> {
  let still = 0;
  await until(() => {
    still = isThere() && isStopped(main) ? still + 1 : 0;
    return still > STILL;
  }, ended);
}

/** Whether it stands at a call, by whoever traces it. */
function isStopped(pid: string): boolean {
  return /^\d+ \(.*\) t/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** What a process has open, by path. */
function openOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      return ''; // closed meanwhile
    }
  });
}
