// A command whose system call fails says so in a sentence and has done all of its work or none, whichever call it is.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { asProcess, inProcess, lookAfter, lookAfterReading, type States, statesAround } from './aftermath.ts';
import { type Company, JOB_NAMES, JOBS, JOBS_FOR_ALL, type Job, makeCompany } from './company.ts';
import { expectSentence } from './sentence.ts';
import { callsOf, canTrace, failedAt, type SystemCall, spread } from './traced.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const ERRORS = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'];
/** Those that opening for reading and closing can end with. */
const READ_ERRORS = ['EIO', 'EACCES', 'EMFILE'];

const NAMES = share(JOBS_FOR_ALL, JOB_NAMES);

let here: Company;
beforeAll(async () => {
  here = await makeCompany();
});
afterAll(() => here.clear());

interface Fault {
  readonly call: SystemCall;
  readonly error: string;
  /** Whether it is mended only after the command: what else it tries by that call fails as well. */
  readonly onwards: boolean;
}

/** What goes to stderr and to the program's own threads is written too, so that not every write may fail. */
function faultsOf(calls: readonly SystemCall[]): Fault[] {
  return calls.flatMap((call) =>
    (call.does === 'change' ? ERRORS : READ_ERRORS).flatMap((error) =>
      (call.name === 'write' ? [false] : [false, true]).map((onwards) => ({ call, error, onwards })),
    ),
  );
}

/** @returns the exit status */
async function suffer({ call, error, onwards }: Fault, job: Job, states: States): Promise<number | null> {
  here.reset();
  const ran = failedAt(call, error, onwards, job, here.root);
  const at = `${error}${onwards ? ' onwards' : ''} at ${call.text}: ${ran.status} ${ran.stderr}`;
  expectSentence(ran, at, call.does === 'read' ? [0, 3, 5] : [0, 5]);
  if (call.does === 'read' && ran.status !== 5) {
    await lookAfterReading(here.root, states, at);
    return ran.status;
  }
  const found = await lookAfter(
    here.root,
    states,
    at,
    call.text.includes('index.db') ? asProcess : inProcess,
  );
  if (ran.status === 0) expect(found, at).toBe('after');
  if (/→ Nothing was (changed|written)/.test(ran.stderr)) expect(found, at).toBe('before');
  return ran.status;
}

test.skipIf(!canTrace).each(NAMES)(
  '%s: where a system call fails, it says so and has done all or nothing (needs strace)',
  async (name) => {
    const job = JOBS[name];
    const states = await statesAround(here, () => callsOf(job, here.root));
    const faults = faultsOf(states.done);
    const counts: Record<string, number> = {};
    for (const fault of spread(faults, share(4, faults.length))) {
      const status = await suffer(fault, job, states);
      const key = `${fault.error} → ${status}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    tally(`${name}: a system call fails`, counts);
  },
);
