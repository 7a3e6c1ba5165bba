import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../src/base/failure.ts';
import { headerOf, parseHeader, writeHeader } from '../../src/snapshot/format-yaml.ts';
import {
  assertReadsBack,
  listSnapshots,
  readHeader,
  readSnapshot,
  snapshotFiles,
} from '../../src/snapshot/store.ts';
import { verifySnapshot } from '../../src/snapshot/verify.ts';
import { test as property } from '../support/seeded-vitest.ts';
import { PATIENCE_MS, tally } from '../support/torture.ts';
import { RUNS, snapshots } from './arbitrary.ts';
import { decimal, row, snapshot } from './build.ts';

vi.setConfig({ testTimeout: PATIENCE_MS });
afterAll(() => tally('snapshots on disk', { 'snapshots a property': RUNS }));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pipeline-store-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(taken: ReturnType<typeof snapshot>): void {
  for (const { path, text } of snapshotFiles(taken, '# Report\n')) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function failure(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

const CHECKSUMS = { deals: 'a1'.repeat(32), archived: '1'.repeat(64) };
const TAKEN = snapshot('2026-11-23', [row({ id: 'a', amount: decimal('5'), value: 500 })]);

describe('a snapshot’s folder', () => {
  test('reads as it was written', () => {
    put(TAKEN);
    expect(readSnapshot(root, '2026-11-23')).toEqual(TAKEN);
    expect(readHeader(root, '2026-11-23')).toEqual(headerOf(TAKEN));
    assertReadsBack(join(root, 'snapshots/2026-11-23'), TAKEN);
  });

  test('is not kept where it reads otherwise', () => {
    put(TAKEN);
    const other = { ...TAKEN, message: 'other' };
    expect(() => assertReadsBack(join(root, 'snapshots/2026-11-23'), other)).toThrow(
      'does not read as it was written',
    );
  });

  property.prop([snapshots], { numRuns: Math.ceil(RUNS / 4) })(
    'reads as it was written, whatever is in it',
    (taken) => {
      put(taken);
      expect(readSnapshot(root, taken.name)).toEqual(taken);
    },
  );

  test('is listed by day, then by time; nothing else is', () => {
    expect(listSnapshots(root)).toEqual([]);
    const names = [
      '2026-11-23T1430',
      '2026-11-23',
      '2026-02-30',
      '2026-11-16',
      '.2026-11-09.tmp',
      'notes',
      '2026-11-23T2460',
    ];
    for (const name of names) mkdirSync(join(root, 'snapshots', name), { recursive: true });
    writeFileSync(join(root, 'snapshots/2026-11-02'), '');
    symlinkSync(tmpdir(), join(root, 'snapshots/2026-11-01'));
    expect(listSnapshots(root)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23T1430']);
  });

  test('that is not there is a sentence', () => {
    expect(failure(() => readSnapshot(root, '2026-11-23'))).toMatchObject({ code: 'no-such-snapshot' });
    expect(failure(() => readSnapshot(root, '../x'))).toMatchObject({ code: 'no-such-snapshot' });
  });

  test('that is damaged is named by file and line', () => {
    put(TAKEN);
    writeFileSync(join(root, 'snapshots/2026-11-23/deals.csv'), 'id\nx\n');
    const found = failure(() => readSnapshot(root, '2026-11-23'));
    expect(found.code).toBe('snapshot-damaged');
    expect(found.problems).toMatchObject([{ file: 'snapshots/2026-11-23/deals.csv', line: 1 }]);
    rmSync(join(root, 'snapshots/2026-11-23/deals.csv'));
    expect(String(failure(() => readSnapshot(root, '2026-11-23')).problems[0]?.message)).toBe(
      'the file is missing.',
    );
  });

  test.each(['deals.csv', 'archived.csv', 'snapshot.yaml'])('is not read through a linked %s', (file) => {
    put(TAKEN);
    const path = join(root, 'snapshots/2026-11-23', file);
    renameSync(path, join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), path);
    const found = failure(() => readSnapshot(root, '2026-11-23'));
    expect(found.problems.map((problem) => [problem.file, String(problem.message)])).toEqual([
      [`snapshots/2026-11-23/${file}`, 'the file is a symbolic link, and links are not followed.'],
    ]);
  });

  test('is not read through a linked snapshots/', () => {
    put(TAKEN);
    renameSync(join(root, 'snapshots'), join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'snapshots'));
    expect(failure(() => readSnapshot(root, '2026-11-23'))).toMatchObject({
      code: 'io',
      message: 'snapshots is a symbolic link: it holds the snapshots.',
    });
    expect(failure(() => verifySnapshot(root, '2026-11-23')).code).toBe('io');
  });

  test('is damaged where a folder is in the place of a file', () => {
    put(TAKEN);
    rmSync(join(root, 'snapshots/2026-11-23/deals.csv'));
    mkdirSync(join(root, 'snapshots/2026-11-23/deals.csv'));
    expect(String(failure(() => readSnapshot(root, '2026-11-23')).problems[0]?.message)).toBe(
      'the file is a folder.',
    );
  });
});

describe('snapshot.yaml', () => {
  const text = writeHeader(headerOf(TAKEN), CHECKSUMS);

  test('is pleasant to read', () => {
    expect(text).toBe(`format: 1
on: 2026-11-23
taken_at: 2026-11-23T12:00:00+01:00
tool_version: "0.0.0-test"
commit: ""
dirty: false
origin: taken
assumed: []
message: ""
process:
  version: 1
  since: null
  stages:
    - {"id": "lead", "label": "lead", "was": []}
    - {"id": "qualified", "label": "qualified", "was": []}
    - {"id": "proposal", "label": "proposal", "was": []}
reporting_currency: PLN
digits: 2
rates:
  PLN: "1"
targets: []
totals:
  - {"stage": "lead", "deals": 1, "value": "5.00"}
  - {"stage": "qualified", "deals": 0, "value": "0.00"}
  - {"stage": "proposal", "deals": 0, "value": "0.00"}
  - {"stage": "won", "deals": 0, "value": "0.00"}
  - {"stage": "lost", "deals": 0, "value": "0.00"}
sha256:
  deals.csv: "${'a1'.repeat(32)}"
  archived.csv: "${'1'.repeat(64)}"
`);
  });

  property.prop([snapshots], { numRuns: RUNS })('says the same to any YAML reader', (taken) => {
    const written = writeHeader(headerOf(taken), CHECKSUMS);
    expect(parseHeader(written, taken.name)).toEqual({ header: headerOf(taken), checksums: CHECKSUMS });
    const read = parse(written);
    expect(read.message).toBe(taken.message);
    expect(read.process.stages).toEqual(taken.process.stages);
    expect(read.commit).toBe(taken.commit);
    expect(read.totals.map(({ stage }: { stage: string }) => stage)).toEqual(
      taken.totals.map(({ stage }) => stage),
    );
  });

  test('of a later format is refused with the version to install', () => {
    const later = text.replace('format: 1', 'format: 2').replace('0.0.0-test', '3.1.0');
    expect(failure(() => parseHeader(later, '2026-11-23'))).toMatchObject({
      code: 'newer-format',
      hint: 'Install pipeline 3.1.0, which wrote it, or a later one.',
    });
  });

  test.each([
    ['on: 2026-11-23', 'on: 2026-11-32', 'on is not a day'],
    ['on: 2026-11-23\n', '', 'on is missing'],
    ['digits: 2', 'digits: two', 'digits is not a whole number'],
    ['dirty: false', 'dirty: no', 'this is neither a plain word nor JSON: no'],
    ['digits: 2', 'digits: 2\ndigits: 3', '"digits" stands there twice'],
    ['  PLN: "1"', '  PLN: 1', 'rates.PLN is not text'],
    ['  PLN: "1"\n', '', 'the value is missing'],
    ['"deals": 1,', '"deals": "1",', 'totals.deals is not a whole number'],
    ['assumed: []', 'assumed: [', 'this is neither a plain word nor JSON: ['],
    ['sha256:', ' sha256:', 'this line does not belong here:  sha256:'],
  ])('with %j made %j is damaged', (from, to, message) => {
    expect(() => parseHeader(text.replace(from, to), '2026-11-23')).toThrow(message);
  });
});
