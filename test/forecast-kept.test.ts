// What a forecast found out of the past is kept in the index, and changes no answer, whatever becomes of the past.

import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndexToRead } from '../src/index-db/open-index.ts';
import type { Desk } from './crm-import/desk.ts';
import { TODAY, twoYears } from './forecast/two-years.ts';

let here: Desk;

beforeAll(async () => {
  here = await twoYears();
  await setTimeout(100); // so that the file system's clock trusts the files
}, 120_000);
afterAll(() => here.clear());

const LINES = [
  'forecast 2027-Q1',
  'forecast 2026-12',
  'forecast 2027-Q1 --owner ann',
  'forecast 2027-Q1 --by owner',
  'forecast drivers 2027-Q1 --since 2026-10-01',
];

/** As it is asked first and again, and where there is no index. */
async function expectTruth(options = TODAY): Promise<void> {
  for (const line of LINES) {
    const asked = () => here.json<unknown>(line, options);
    const found = [await asked(), await asked()];
    renameSync(INDEX(), ASIDE());
    const truth = await asked();
    renameSync(ASIDE(), INDEX());
    expect(found, line).toEqual([truth, truth]);
  }
}

const INDEX = () => join(here.root, '.pipeline', 'index.db');
const ASIDE = () => join(here.root, 'aside.db');

function keptOf(scope: string): { answers: [string, object][]; lives: { used: number } } | undefined {
  const index = openIndexToRead(here.root);
  const [answers, lives] = ['answers', 'lives'].map((key) => index?.memo(`${key} ${scope}`)?.value());
  index?.close();
  return answers && lives ? { answers: JSON.parse(answers), lives: JSON.parse(lives) } : undefined;
}

test('asked again, after a week, looking back, with a snapshot gone or other settings: as without an index', async () => {
  await expectTruth();
  const kept = keptOf('["",""]');
  expect(kept?.lives.used).toBe(
    readdirSync(join(here.root, 'snapshots')).filter((name) => /^\d/.test(name)).length,
  );
  expect(kept?.answers.length).toBeGreaterThan(20);
  expect(keptOf('["","ann"]'), 'of an owner').toBeDefined();

  await here.run('snapshot', { today: '2027-01-11' });
  await setTimeout(100);
  await expectTruth({ today: '2027-01-12' });
  const later = keptOf('["",""]');
  expect(later?.lives.used).toBe((kept?.lives.used ?? 0) + 1);
  const questions = new Set(later?.answers.map(([question]) => question));
  expect(
    kept?.answers.filter(([question]) => !questions.has(question)),
    'a week takes nothing back',
  ).toEqual([]);

  await expectTruth({ today: '2026-12-15' });
  expect(keptOf('["",""]')?.lives.used, 'a look back forgets nothing').toBe(later?.lives.used);

  rmSync(join(here.root, 'snapshots', '2027-01-11'), { recursive: true });
  await expectTruth({ today: '2027-01-12' });
  expect(keptOf('["",""]')?.lives.used, 'what is gone is worth nothing').toBe(kept?.lives.used);

  rmSync(join(here.root, 'snapshots', '2026-06-01'), { recursive: true });
  await expectTruth({ today: '2027-01-12' });
  here.write(
    'pipeline.yaml',
    here.read('pipeline.yaml').replace('- id: lead', '- id: lead\n      probability: 10%'),
  );
  await expectTruth({ today: '2027-01-12' });
});
