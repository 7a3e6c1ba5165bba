// A command that is killed has done all of its work or none, wherever it dies; the next command says what it found.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { lookAfter, statesAround } from './aftermath.ts';
import { type Company, JOB_NAMES, JOBS, JOBS_FOR_ALL, makeCompany } from './company.ts';
import { start } from './pipeline.ts';
import { callsOf, canTrace, changesIn, killedAt, type SystemCall, spread } from './traced.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const NAMES = share(JOBS_FOR_ALL, JOB_NAMES);

let here: Company;
beforeAll(async () => {
  here = await makeCompany();
});
afterAll(() => here.clear());

test.skipIf(!canTrace).each(NAMES)(
  '%s: killed at a system call that changes the disk, it has done all or nothing (needs strace)',
  async (name) => {
    const job = JOBS[name];
    const { root, reset } = here;
    const states = await statesAround(here, () => callsOf(job, root));
    const calls = changesIn(states.done);
    const counts = { kills: 0, before: 0, after: 0 };
    /** On a busy machine Node may make a few calls of that name less, so that none is the nth: then it is the one before. */
    const killed = (call: SystemCall) =>
      Array.from({ length: 5 }).some((_, less) => {
        reset();
        return killedAt({ ...call, nth: Math.max(1, call.nth - less) }, job, root).status === null;
      });
    for (const call of spread(calls, share(2, calls.length))) {
      const at = `killed at ${call.text}`;
      expect(killed(call), at).toBe(true);
      counts.kills++;
      counts[await lookAfter(root, states, at)]++;
    }
    expect(counts.before).toBeGreaterThan(0);
    tally(`${name}: killed at a system call`, counts);
  },
);

test.skipIf(!canTrace)(
  'a command that completes what another one began may be killed as well (needs strace)',
  async () => {
    const { root, reset } = here;
    const job = JOBS['import --gone archive'];
    const completing = { words: ['list'], today: job.today };
    const states = await statesAround(here, () => callsOf(job, root));
    const renames = states.done.filter(({ name }) => name.startsWith('rename'));
    const middle = renames.slice(Math.floor(renames.length / 2), -1)[0];
    if (middle === undefined) throw new Error('nothing was renamed');
    const interrupt = () => {
      reset();
      expect(killedAt(middle, job, root).status).toBe(null);
    };
    interrupt();
    const calls = changesIn(callsOf(completing, root));
    const counts = { kills: 0, before: 0, after: 0 };
    for (const call of spread(calls, share(1, calls.length))) {
      interrupt();
      const at = `killed at ${call.text}`;
      expect(killedAt(call, completing, root).status, at).toBe(null);
      counts.kills++;
      counts[await lookAfter(root, states, at)]++;
    }
    expect(counts.before).toBe(0);
    tally('completing an import: killed at a system call', counts);
  },
);

test.skipIf(canTrace).each(NAMES)('%s: killed at any moment, it has done all or nothing', async (name) => {
  const job = JOBS[name];
  const { root, reset } = here;
  const began = performance.now();
  const states = await statesAround(here, () => start(job.words, root, job.today).ended);
  const whole = performance.now() - began;
  const counts = { kills: 0, before: 0, after: 0 };
  for (const [place] of Array.from({ length: share(2, 200) }).entries()) {
    reset();
    const running = start(job.words, root, job.today);
    const wait = whole * ((place * 0.618034) % 1); // the golden section: no two moments are close
    await new Promise((done) => setTimeout(done, wait));
    running.kill();
    await running.ended;
    counts.kills++;
    counts[await lookAfter(root, states, `killed after ${wait} ms`)]++;
  }
  tally(`${name}: killed at any moment`, counts);
});
