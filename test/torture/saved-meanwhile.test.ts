// A person saves a deal while a command changes it, at each moment of its work: what she saved is never lost, and
// never changed unseen. But for one moment of microseconds, as no file system renames on a condition.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { differences, type States, statesAround, visibleFiles } from './aftermath.ts';
import { inProcess } from './built.ts';
import { type Company, JOBS, makeCompany, NEXT_DAY } from './company.ts';
import { callsOf, canTrace, heldUpAt, type SystemCall, spread } from './traced.ts';
import { canAttach, type Warm, warmIn } from './warm.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const JOB = JOBS.import;
const PATH = 'deals/2025/company-9-deal-number-9.yaml';

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

/** From the taking of the lock on; without what a program of its own does, which comes to the call that follows. */
function whileLocked(calls: readonly SystemCall[]): readonly SystemCall[] {
  const from = calls.findIndex(({ text }) => text.includes('/lock.json'));
  return calls.slice(from).filter(({ name }) => name !== 'syncfs');
}

/** Whether it is the rename that puts the new deal into the place of hers: the look at hers lies right before it. */
function isPuttingInPlace({ name, text }: SystemCall): boolean {
  return name.startsWith('rename') && text.includes(`/${PATH}"`);
}

type Outcome = 'refused' | 'kept' | 'seen' | 'too late' | 'overwritten';

/** What became of her file, which is all that may differ from one of the two states. */
async function savedAt(call: SystemCall, states: States): Promise<Outcome> {
  here.reset();
  const file = join(here.root, PATH);
  let hers = '';
  const save = () => {
    hers = readFileSync(file, 'utf8').replace(/^amount: .*$/m, 'amount: 777');
    writeFileSync(file, hers);
  };
  const { status, stdout, stderr } = canAttach
    ? await warm.heldUpAt(call, save, JOB)
    : await heldUpAt(call, save, JOB, here.root);
  const at = `saved at ${call.text}: ${status} ${stderr}`;
  const files = visibleFiles(here.root);
  const others = (state: States['before']) => differences(files, state.files).filter((path) => path !== PATH);
  if (status === 4) {
    expect(stderr, at).toBe(
      `error: ${PATH} was changed by someone else meanwhile.\n  → Nothing was written. Run the command again.\n`,
    );
    expect(files[PATH], at).toBe(hers);
    expect(others(states.before), at).toEqual([]);
    return 'refused';
  }
  expect(status, at).toBe(0);
  expect(others(states.after), at).toEqual([]);
  if (isPuttingInPlace(call)) {
    expect(files, at).toEqual(states.after.files);
    return 'overwritten';
  }
  if (files[PATH] !== hers) {
    expect(stdout, at).toMatch(/deal-number-9 +amount +777 +950/);
    return 'seen';
  }
  if (stderr === '') return 'too late';
  const kept = '.pipeline/kept/company-9-deal-number-9.yaml';
  expect(stderr, at).toBe(
    `${PATH} was saved by someone else meanwhile and stays as it is; what was to be written is in ${kept}.\n`,
  );
  expect(readFileSync(join(here.root, kept), 'utf8'), at).toBe(states.after.files[PATH]);
  return 'kept';
}

test.skipIf(!canTrace)(
  'a deal that a person saves meanwhile stays as she saved it, and she is told (needs strace)',
  async () => {
    const states = await statesAround(here, () => (canAttach ? warm.callsOf(JOB) : callsOf(JOB, here.root)));
    const calls = whileLocked(states.done);
    const counts = { refused: 0, kept: 0, seen: 0, 'too late': 0, overwritten: 0 };
    const some = spread(calls, share(2, calls.length));
    for (const call of new Set([...some, ...calls.filter(isPuttingInPlace)]))
      counts[await savedAt(call, states)]++;
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.overwritten).toBe(1);
    tally('saved by a person meanwhile', counts);
    expect((await inProcess(['check'], here.root, NEXT_DAY)).status).toBeLessThan(2);
  },
);
