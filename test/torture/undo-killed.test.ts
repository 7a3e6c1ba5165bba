// What a killed command wrote is taken back where it was done; where it was not, undo never takes anything by mistake.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { filesIn } from '../workspace-files/folder.ts';
import { type Company, JOBS, makeCompany } from './company.ts';
import { pipeline } from './pipeline.ts';
import { callsOf, canTrace, changesIn, killedAt, spread } from './traced.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

let here: Company;
beforeAll(async () => {
  here = await makeCompany();
});
afterAll(() => here.clear());

test
  .skipIf(!canTrace)
  .each(share(['merge'] as const, ['merge', 'import --gone archive', 'clean --apply'] as const))(
  '%s: killed at a system call from the record on, then undo (needs strace)',
  async (name) => {
    const job = JOBS[name];
    const { root, reset } = here;
    const undo = () => pipeline(['undo', '--format', 'json'], root, job.today);
    reset();
    const before = filesIn(root);
    expect(undo().status).toBe(0);
    const beforeThat = filesIn(root);
    reset();
    const all = changesIn(callsOf(job, root));
    const calls = all.slice(all.findIndex(({ text }) => text.includes('in-flight')));
    const counts = { kills: 0, 'the killed write': 0, 'the one before': 0 };
    for (const call of spread(calls, share(2, calls.length))) {
      reset();
      const at = `killed at ${call.text}`;
      expect(killedAt(call, job, root).status, at).toBe(null);
      const { status, stdout, stderr } = undo();
      expect({ at, status, stderr: status === 0 ? '' : stderr }).toEqual({ at, status: 0, stderr: '' });
      const isKilled = JSON.parse(stdout).command === `pipeline ${job.words.join(' ')}`;
      expect(filesIn(root), at).toEqual(isKilled ? before : beforeThat);
      counts.kills++;
      counts[isKilled ? 'the killed write' : 'the one before']++;
    }
    expect(counts['the killed write'], JSON.stringify(counts)).toBeGreaterThan(0);
    tally(`${name}: killed, then undo took back`, counts);
  },
);
