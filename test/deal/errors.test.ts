// One mistake a file, and the message that a person gets for it: fixtures/deals-with-errors/NAME.yaml and NAME.txt.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/base/utf8.ts';
import { readDeal } from '../../src/deal/read.ts';
import { UNPAINTED } from '../../src/render/paint.ts';
import { problemLines } from '../../src/render/problems.ts';
import { DEFAULTS } from './deals.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/deals-with-errors');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

test.for(names)('the mistake %s is told as its golden message says', async (name) => {
  const text = decodeUtf8(readFileSync(join(FOLDER, `${name}.yaml`)));
  if (typeof text !== 'string') throw new Error(String(text.message));
  const { deal, problems } = readDeal(text, `deals/2026/${name}.yaml`, DEFAULTS);
  expect(problems.length).toBeGreaterThan(0);
  expect(deal === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
  const told = problems.map((problem) => `${problemLines(problem, UNPAINTED).join('\n')}\n`).join('');
  await expect(told).toMatchFileSnapshot(join(FOLDER, `${name}.txt`));
});
