// Commands that write at the same time wait for each other, and lose nothing of one another.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { type Company, DAY, exportOf, KNOWN, makeCompany } from './company.ts';
import { pipeline, start } from './pipeline.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const [WRITERS, WRITES] = share([3, 3], [8, 50]);

let here: Company;
beforeAll(async () => {
  here = await makeCompany();
});
afterAll(() => here.clear());

const number = (writer: number, write: number) => 1000 * (writer + 1) + write;

/** Imports its deals one after the other, each time with another value of the one before. @returns how often it had to try again */
async function keepImporting(writer: number): Promise<number> {
  let again = 0;
  for (let write = 0; write < WRITES; write++) {
    const file = join(here.root, '..', `writer-${writer}.csv`);
    const deals = write === 0 ? [number(writer, 0)] : [number(writer, write - 1), number(writer, write)];
    writeFileSync(
      file,
      exportOf(deals, (n) => `${n === number(writer, write) ? 1 : 2},Lead,open`),
    );
    for (;;) {
      const { status, stderr } = await start(['import', file, '--partial'], here.root, DAY).ended;
      if (status === 0) break;
      expect({ status, stderr }).toMatchObject({
        status: 4,
        stderr: expect.stringContaining(' is writing to '),
      });
      again++;
    }
  }
  return again;
}

test(`${WRITERS} processes import ${WRITES} times each at once: each import is there, whole`, async () => {
  const tries = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => keepImporting(writer)));
  const { stdout } = pipeline(['list', '--all', '--format', 'json'], here.root, DAY);
  const deals: readonly { id: string; amount: string }[] = JSON.parse(stdout).deals;
  const found = deals.filter(({ id }) => /deal-number-\d{4}/.test(id));
  expect(found).toHaveLength(WRITERS * WRITES);
  const last = found.filter(({ amount }) => Number(amount) === 1);
  expect(last).toHaveLength(WRITERS);
  expect(deals).toHaveLength(WRITERS * WRITES + KNOWN);
  expect(pipeline(['snapshot', 'verify', '--all'], here.root, DAY).status).toBe(0);
  const again = tries.reduce((sum, count) => sum + count, 0);
  tally('imports at once', { processes: WRITERS, writes: found.length, 'told to wait and run again': again });
});
