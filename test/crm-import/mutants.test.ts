// Exports damaged at random: whatever comes, the import ends in a plan that ties out or in a sentence, and soon.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { importExports } from '../../src/crm-import/import-exports.ts';
import { readDeal } from '../../src/deal/read.ts';
import { mutant } from '../support/mutant.ts';
import { soon } from '../support/quick.ts';
import { type Random, randomOf } from '../support/random.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { stubRequest, stubSettings, stubWorkspace } from './stub-workspace.ts';

const RUNS = share(400, 20_000);
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
  ...['"', ',', ';', '\t', '|', '\r', '\n', '\r\n', '\u0000', '=1+1', '9'.repeat(400), 'ł', '\u2028', '-'],
  ...['""', "'"],
];

/** A refusal is an answer too, and must come as soon. */
function refusal(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** Wounded, and some in another encoding or with another delimiter. */
function mutantOf(bytes: Buffer, random: Random): Buffer {
  const wounded = mutant(bytes, random, JUNK);
  if (random.oneIn(6)) return Buffer.from(wounded.toString('latin1'), 'utf16le');
  if (random.oneIn(6)) return Buffer.from(wounded.toString('latin1').replaceAll(',', ';'), 'latin1');
  return wounded;
}

test(
  `${RUNS} damaged exports: none crashes, none takes long, each ties out, each new deal reads back`,
  async () => {
    const random = randomOf(20261123);
    const bases = seeds();
    const workspaces = [stubWorkspace(), stubWorkspace([], stubSettings('pl'))];
    const seen = { planned: 0, refused: 0, rejected: 0 };
    for (let run = 0; run < RUNS; run++) {
      const bytes = mutantOf(random.pick(bases), random);
      const workspace = workspaces[run % 2] ?? stubWorkspace();
      try {
        const plan = () => importExports(workspace, stubRequest(bytes)).catch(refusal);
        const planned = run > 20 ? await soon(LONGEST_MS, plan) : await plan();
        if (planned instanceof Failure) {
          seen.refused++;
          continue;
        }
        const { facts, files } = planned;
        seen.planned++;
        if (facts.rejected.length > 0) seen.rejected++;
        const { rows, created, updated, unchanged, rejected } = facts;
        expect(created.length + updated.length + unchanged + rejected.length, `run ${run}`).toBe(rows);
        for (const file of files.slice(0, 3)) {
          if (file.kind !== 'write' || !file.path.startsWith('deals/')) continue;
          const { problems } = readDeal(String(file.content), file.path, { currency: 'PLN' });
          expect(
            problems.filter(({ severity }) => severity === 'error'),
            `run ${run}`,
          ).toEqual([]);
        }
      } catch (error) {
        throw new Error(`run ${run}: ${String(error)}`, { cause: error });
      }
    }
    expect(seen.planned).toBeGreaterThan(RUNS / 5);
    expect(seen.rejected).toBeGreaterThan(RUNS / 50);
    tally('damaged exports', seen);
  },
  PATIENCE_MS,
);
