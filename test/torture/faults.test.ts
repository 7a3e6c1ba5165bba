// A command whose system call fails says so in a sentence and has done all of its work or none, whichever call it is.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { lookAfter, lookAfterReading, type States, statesAround } from './aftermath.ts';
import { type Company, JOB_NAMES, JOBS, JOBS_FOR_ALL, type Job, makeCompany } from './company.ts';
import { expectSentence } from './sentence.ts';
import { callsOf, canTrace, failedAt, isOpening, type SystemCall, spread } from './traced.ts';
import { canAttach, type Warm, warmIn } from './warm.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const ERRORS = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'];
/** Those that opening for reading and closing can end with. */
const READ_ERRORS = ['EIO', 'EACCES', 'EMFILE'];

/** Share of the calls that need not be hit: Node makes some of its own between them, now more and now fewer. */
const MOST_MISSED = 0.01;

const NAMES = share(JOBS_FOR_ALL, JOB_NAMES);

let here: Company;
let warm: Warm;
beforeAll(async () => {
  here = await makeCompany();
  warm = warmIn(here);
});
afterAll(() => {
  warm.end();
  here.clear();
});

interface Fault {
  readonly call: SystemCall;
  readonly error: string;
  /** Whether it is mended only after the command: what else it tries by that call fails as well. */
  readonly onwards: boolean;
  /** Whether it is in a process of its own, which reads its own pieces meanwhile, and may open no more of them. */
  readonly isCold: boolean;
}

/**
 * They fail alone. What goes to stderr and to the program's own threads is written too; and a close that strace has fail is not made, so that
 * who starts another program would wait for ever at a pipe that stays open.
 */
const ALONE: readonly string[] = ['write', 'close'];

function faultsOf(cold: readonly SystemCall[], warm: readonly SystemCall[]): Fault[] {
  return warm.flatMap((call, place) =>
    (call.does === 'change' ? ERRORS : READ_ERRORS).flatMap((error) =>
      (ALONE.includes(call.name) ? [false] : [false, true]).map((onwards) => {
        const isCold = !canAttach || (onwards && error === 'EMFILE' && isOpening(call));
        return { call: (isCold ? cold[place] : undefined) ?? call, error, onwards, isCold };
      }),
    ),
  );
}

/** The same in each run. */
const inShort = ({ name, does }: SystemCall) => `${name}: ${does}`;

/** @returns the exit status; `missed` where that call could not be made to fail */
async function suffer(
  { call, error, onwards, isCold }: Fault,
  job: Job,
  states: States,
): Promise<number | null | 'missed'> {
  here.reset();
  const ran = isCold
    ? failedAt(call, error, onwards, job, here.root)
    : await warm.failedAt(call, error, onwards, job);
  if (ran === undefined) return 'missed';
  const at = `${error}${onwards ? ' onwards' : ''} at ${call.text}: ${ran.status} ${ran.stderr}`;
  // What a command is about and can't be read, it refuses as it refuses what can't be changed for another reason.
  expectSentence(ran, at, call.does === 'read' || onwards ? [0, 2, 3, 4, 5] : [0, 5]);
  if (call.does === 'read' && ran.status !== 5) {
    await lookAfterReading(here.root, states, at);
    return ran.status;
  }
  const found = await lookAfter(here.root, states, at);
  if (ran.status === 0) expect(found, at).toBe('after');
  if (/→ Nothing was (changed|written)/.test(ran.stderr)) expect(found, at).toBe('before');
  return ran.status;
}

test.skipIf(!canTrace).each(NAMES)(
  '%s: where a system call fails, it says so and has done all or nothing (needs strace)',
  async (name) => {
    const job = JOBS[name];
    const states = await statesAround(here, () => callsOf(job, here.root));
    here.reset();
    const calls = canAttach ? await warm.callsOf(job) : states.done;
    expect(calls.map(inShort)).toEqual(states.done.map(inShort));
    const faults = faultsOf(states.done, calls);
    const counts: Record<string, number> = {};
    let missed = 0;
    for (const fault of spread(faults, share(2, faults.length))) {
      const status = await suffer(fault, job, states);
      if (status === 'missed') missed++;
      const key = `${fault.error} → ${status}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(missed).toBeLessThan(1 + faults.length * MOST_MISSED);
    tally(`${name}: a system call fails`, counts);
  },
);
