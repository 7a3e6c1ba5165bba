import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeOf } from '../../src/base/problem.ts';
import { sha256 } from '../../src/snapshot/format-yaml.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';
import { verifySnapshot } from '../../src/snapshot/verify.ts';
import { decimal, row, snapshot } from './build.ts';

const NAME = '2026-11-23';
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pipeline-verify-'));
  folder = join(root, 'snapshots', NAME);
  mkdirSync(folder, { recursive: true });
  const deals = ['a', 'b', 'c'].map((id) => row({ id, amount: decimal('10'), value: 4270, currency: 'EUR' }));
  const archived = [{ ...row({ id: 'd', stage: 'won' }), archived: '2026-Q3' }];
  const rates = { EUR: decimal('4.27'), PLN: decimal('1') };
  for (const { path, text } of snapshotFiles(snapshot(NAME, deals, { archived, rates }), '# Report\n')) {
    writeFileSync(join(root, path), text);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const text = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Changes a file; with `sealed`, the checksum too, as a program gone wrong would. */
function spoil(file: string, from: string, to: string, sealed = false): void {
  const before = text(file);
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(folder, file), before.replace(from, to));
  if (sealed) spoil('snapshot.yaml', sha256(before), sha256(text(file)));
}

const found = () =>
  verifySnapshot(root, NAME).map((problem) =>
    `${placeOf(problem)} ${problem.message}`.replace(`snapshots/${NAME}/`, ''),
  );

test('a sound snapshot has nothing wrong with it', () => {
  expect(found()).toEqual([]);
});

const CHANGED = 'the file was changed since: its sha256 is not the one in snapshot.yaml.';
const damages: readonly (readonly [name: string, spoil: () => void, expected: readonly string[]])[] = [
  ['a name that somebody edited', () => spoil('deals.csv', 'b,ERP', 'b,CRM'), [`deals.csv:1 ${CHANGED}`]],
  [
    'an archive that somebody edited',
    () => spoil('archived.csv', '2026-Q3', '2026-Q4'),
    [`archived.csv:1 ${CHANGED}`],
  ],
  [
    'a row that is cut',
    () => spoil('deals.csv', 'b,ERP rollout,', 'b,', true),
    ['deals.csv:3 amount is no plain decimal: "EUR".'],
  ],
  [
    'two rows that are cut: both are named',
    () => {
      spoil('deals.csv', 'a,ERP rollout,', 'a,', true);
      spoil('deals.csv', 'c,ERP rollout,', 'c,', true);
    },
    ['deals.csv:2 amount is no plain decimal: "EUR".', 'deals.csv:4 amount is no plain decimal: "EUR".'],
  ],
  [
    'a deal that is gone',
    () => spoil('deals.csv', `${text('deals.csv').split('\n')[2]}\n`, '', true),
    ['snapshot.yaml:1 the total of lead is not what its rows in deals.csv add up to.'],
  ],
  [
    'rows out of order',
    () => spoil('deals.csv', '\nb,', '\nd,', true),
    ['deals.csv:4 c stands after d: rows are sorted by id.', 'archived.csv:2 d stands in deals.csv too.'],
  ],
  [
    'a deal that stands there twice',
    () => spoil('deals.csv', '\nb,', '\na,', true),
    ['deals.csv:3 a stands there twice.'],
  ],
  [
    'a value that is not amount × rate',
    () => spoil('deals.csv', '42.70', '42.71', true),
    ['deals.csv:2 the value of a is not its amount at the rate in snapshot.yaml.'],
  ],
  [
    'a total that does not add up',
    () => spoil('snapshot.yaml', '"deals": 3', '"deals": 4'),
    ['snapshot.yaml:1 the total of lead is not what its rows in deals.csv add up to.'],
  ],
  [
    'a total of a stage that nobody has',
    () => spoil('snapshot.yaml', 'totals:\n', 'totals:\n  - {"stage": "odd", "deals": 0, "value": "0.00"}\n'),
    ['snapshot.yaml:1 there is a total of odd, which no row has and the process lacks.'],
  ],
  [
    'a rate that is gone',
    () => spoil('snapshot.yaml', '  EUR: "4.27"\n', ''),
    ['deals.csv:2 snapshot.yaml has no rate for EUR, which a, b, c needs.'],
  ],
  [
    'a reporting currency that is not 1',
    () => spoil('snapshot.yaml', '  PLN: "1"', '  PLN: "2"'),
    ['snapshot.yaml:1 the rate of PLN, the reporting currency, is not 1.'],
  ],
  [
    'another day than its folder',
    () => spoil('snapshot.yaml', 'on: 2026-11-23', 'on: 2026-11-22'),
    ['snapshot.yaml:1 it is of 2026-11-22, its folder of 2026-11-23.'],
  ],
  [
    'a header that can’t be read',
    () => spoil('snapshot.yaml', 'digits: 2', 'digits: x'),
    ['snapshot.yaml:18 digits is not a whole number.'],
  ],
  ['no deals.csv', () => rmSync(join(folder, 'deals.csv')), ['deals.csv:1 the file is missing.']],
  ['no archived.csv', () => rmSync(join(folder, 'archived.csv')), ['archived.csv:1 the file is missing.']],
  ['no snapshot.yaml', () => rmSync(join(folder, 'snapshot.yaml')), ['snapshot.yaml:1 the file is missing.']],
  [
    'a report and data that are links',
    () => {
      for (const file of ['snapshot.md', 'deals.csv']) {
        renameSync(join(folder, file), join(root, file));
        symlinkSync(join(root, file), join(folder, file));
      }
    },
    [
      'snapshot.md the file is a symbolic link, and links are not followed.',
      'deals.csv:1 the file is a symbolic link, and links are not followed.',
    ],
  ],
  ['no report', () => rmSync(join(folder, 'snapshot.md')), ['snapshot.md the file is missing.']],
  [
    'a file that is no part of it',
    () => writeFileSync(join(folder, 'notes.txt'), ''),
    ['notes.txt the file is no part of a snapshot.'],
  ],
];

test.each(damages)('names %s', (_, damage, expected) => {
  damage();
  for (const line of expected) expect(found()).toContain(line);
  expect(found()).not.toEqual([]);
});

test('names everything at once, by file and line', () => {
  spoil('deals.csv', '42.70', '42.71');
  spoil('archived.csv', 'd,ERP', 'D,ERP');
  spoil('snapshot.yaml', 'on: 2026-11-23', 'on: 2026-11-22');
  expect(found()).toEqual([
    `deals.csv:1 ${CHANGED}`,
    'deals.csv:2 the value of a is not its amount at the rate in snapshot.yaml.',
    `archived.csv:1 ${CHANGED}`,
    'archived.csv:2 "D" is no id.',
    'snapshot.yaml:1 it is of 2026-11-22, its folder of 2026-11-23.',
    'snapshot.yaml:1 the total of lead is not what its rows in deals.csv add up to.',
  ]);
});
