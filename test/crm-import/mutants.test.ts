// Exports damaged at random: whatever comes, the import ends in a plan that ties out or in a sentence, and soon.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { importExports } from '../../src/crm-import/import-exports.ts';
import { readDeal } from '../../src/deal/read.ts';
import { allowed } from '../support/quick.ts';
import { stubRequest, stubSettings, stubWorkspace } from './stub-workspace.ts';

const RUNS = Number(process.env.PIPELINE_RUNS ?? 400);
const LONGEST_MS = 250;
const DATA = '../shared/data';

function seeds(): Buffer[] {
  const own = readdirSync('fixtures/exports').map((name) => readFileSync(`fixtures/exports/${name}`));
  const given = ['salesforce_demo/Opportunity.csv', 'salesforce_devorg_history/Opportunity.csv']
    .map((name) => `${DATA}/${name}`)
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path));
  return [...own, ...given];
}

const JUNK = [
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '=1+1',
  '9'.repeat(400),
  'ł',
  '\u2028',
  '-',
  '""',
  "'",
];

/** The bytes with one to six wounds. */
function mutant(bytes: Buffer, random: (below: number) => number): Buffer {
  let result = bytes;
  for (let wounds = 1 + random(6); wounds > 0; wounds--) {
    const at = random(result.length + 1);
    const length = random(20);
    const junk = Buffer.from(JUNK[random(JUNK.length)] ?? '');
    const [before, behind] = [result.subarray(0, at), result.subarray(at)];
    const other = random(result.length + 1);
    result =
      [
        () => Buffer.concat([before, junk, behind]),
        () => Buffer.concat([before, behind.subarray(length)]),
        () => Buffer.concat([before, Buffer.from([random(256)]), behind.subarray(1)]),
        () => Buffer.concat([before, result.subarray(other, other + 200), behind]),
        () => result.subarray(0, Math.max(1, at)),
        () => Buffer.from(result.toString('latin1'), 'utf16le'),
        () => Buffer.from(result.toString('latin1').replaceAll(',', ';'), 'latin1'),
      ][random(7)]?.() ?? result;
  }
  return result;
}

test(`${RUNS} damaged exports: none crashes, none takes long, each ties out, each new deal reads back`, async () => {
  const generator = xoroshiro128plus(20261123);
  const random = (below: number) => Math.floor(((generator.next() >>> 0) / 2 ** 32) * below);
  const bases = seeds();
  const workspaces = [stubWorkspace(), stubWorkspace([], stubSettings('pl'))];
  const seen = { planned: 0, refused: 0, rejected: 0 };
  for (let run = 0; run < RUNS; run++) {
    const bytes = mutant(bases[random(bases.length)] ?? Buffer.alloc(0), random);
    const workspace = workspaces[run % 2] ?? stubWorkspace();
    const started = process.cpuUsage();
    try {
      const { facts, files } = await importExports(workspace, stubRequest(bytes));
      seen.planned++;
      if (facts.rejected.length > 0) seen.rejected++;
      const { rows, created, updated, unchanged, rejected } = facts;
      expect(created.length + updated.length + unchanged + rejected.length, `run ${run}`).toBe(rows);
      const { user, system } = process.cpuUsage(started); // not the clock: the machine has other work
      if (run > 20) expect((user + system) / 1000, `run ${run}`).toBeLessThan(allowed(LONGEST_MS));
      for (const file of files.slice(0, 3)) {
        if (file.kind !== 'write' || !file.path.startsWith('deals/')) continue;
        const { problems } = readDeal(String(file.content), file.path, { currency: 'PLN' });
        expect(
          problems.filter(({ severity }) => severity === 'error'),
          `run ${run}`,
        ).toEqual([]);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw new Error(`run ${run}: ${String(error)}`, { cause: error });
      seen.refused++;
    }
  }
  expect(seen.planned).toBeGreaterThan(RUNS / 5);
  expect(seen.rejected).toBeGreaterThan(RUNS / 50);
  console.info(seen);
}, 600_000);
