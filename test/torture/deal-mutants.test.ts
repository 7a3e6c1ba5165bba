// Deal files damaged at random: none stops a command, none takes long, and each is either a row or a named problem.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/base/utf8.ts';
import { readDeal } from '../../src/deal/read.ts';
import { anyStyledDeal } from '../deal/styles.ts';
import { YAML_SIGNS } from '../deal/yaml-pieces.ts';
import { cli } from '../support/cli.ts';
import { mutant } from '../support/mutant.ts';
import { quick } from '../support/quick.ts';
import { type Random, randomOf } from '../support/random.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { put } from '../workspace-files/folder.ts';
import { randomDeal, TODAY } from './random-deal.ts';
import { randomSettings } from './random-settings.ts';
import { emptyFolder } from './random-workspace.ts';

const BATCHES = share(3, 200);
const A_BATCH = 100;
const LONGEST_MS = 250;

/** Signs of YAML, and what is long, deep or no text. */
const JUNK = [
  ...YAML_SIGNS,
  ...[
    '&a',
    '*a',
    '!t',
    '? ',
    '%',
    '\r',
    '\u0000',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ufffd',
    'é',
    '1e400',
    '0x',
  ],
  ...[
    '['.repeat(300),
    '{a: '.repeat(100),
    '- '.repeat(200),
    '9'.repeat(400),
    'x'.repeat(10_000),
    '\n'.repeat(500),
  ],
  ...['<<<<<<< HEAD\n', '__proto__: {x: 1}\n', 'name: twice\n', 'stage: lead\n', 'amount: 1,5\n'],
];

function sources(random: Random): Buffer[] {
  const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => readFileSync(join('fixtures', path)));
  const styled = fc.sample(anyStyledDeal, { numRuns: 200, seed: 7 }).map(({ text }) => Buffer.from(text));
  const plain = Array.from({ length: 100 }, () => Buffer.from(randomDeal(random, TODAY)));
  return [...fixtures, ...styled, ...plain];
}

test(
  `${BATCHES * A_BATCH} damaged deals: each a row or a named problem, none slow`,
  async () => {
    const random = randomOf(20261123);
    const bases = sources(random);
    const counts = { rows: 0, problems: 0 };
    for (let batch = 0; batch < BATCHES; batch++) {
      const root = emptyFolder();
      put(root, 'pipeline.yaml', randomSettings(random));
      put(root, 'deals/sound.yaml', 'name: Sound\nstage: lead\n');
      for (let place = 0; place < A_BATCH; place++) {
        const bytes = mutant(random.pick(bases), random, JUNK);
        writeFileSync(join(root, `deals/deal-${place}.yaml`), bytes);
        const text = quick(LONGEST_MS, () => decodeUtf8(bytes));
        if (typeof text === 'string')
          quick(LONGEST_MS, () => readDeal(text, 'deals/x.yaml', { currency: 'PLN' }));
      }
      const list = await cli('list --all --format json', { cwd: root });
      expect(list.status, `batch ${batch}: ${list.stderr}`).toBeOneOf([0, 3]);
      const { deals, unreadable }: Listed = JSON.parse(list.stdout);
      const told = [...deals.map(({ id }) => id), ...unreadable].sort();
      const names = Array.from({ length: A_BATCH }, (_, place) => `deal-${place}`);
      expect(told, `batch ${batch}`).toEqual(['sound', ...names].sort());
      const check = await cli('check --format json', { cwd: root });
      const { findings }: Checked = JSON.parse(check.stdout);
      const named = new Set(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id));
      expect(
        unreadable.filter((id) => !named.has(id)),
        `batch ${batch}`,
      ).toEqual([]);
      counts.rows += deals.length - 1;
      counts.problems += unreadable.length;
    }
    expect(counts.rows).toBeGreaterThan(BATCHES);
    tally('damaged deals', counts);
  },
  PATIENCE_MS,
);

interface Listed {
  readonly deals: readonly { readonly id: string }[];
  readonly unreadable: readonly string[];
}

interface Checked {
  readonly findings: readonly { readonly id: string; readonly severity: string }[];
}
