// Whether a snapshot is still what was taken: checksums, form, order, values and totals, each looked at again.

import { type Dirent, readdirSync } from 'node:fs';
import type { Problem } from '../base/problem.ts';
import type { Message } from '../words/message.ts';
import { Damage } from './damage.ts';
import { ARCHIVED_COLUMNS } from './format-csv.ts';
import { parseHeader, sha256 } from './format-yaml.ts';
import { dayOfName } from './names.ts';
import { ratesMissing } from './rates-missing.ts';
import { type PlacedRow, readRows } from './read-csv.ts';
import type { SnapshotHeader } from './snapshot.ts';
import {
  bytesOf,
  damageProblem,
  folderOf,
  SNAPSHOT_FILES,
  SNAPSHOTS,
  type SnapshotFileName,
} from './store.ts';
import { minorValue } from './take-row.ts';
import { totalsByStage } from './totals.ts';

/** Tells of one thing that is wrong, in one of the snapshot's files. */
type Tell = (message: string, line?: number) => void;

/**
 * All that is wrong with a snapshot, file by file, in the order of their lines; empty where it is sound.
 * @throws Failure `no-such-snapshot`, `newer-format`, `io`
 */
export function verifySnapshot(root: string, name: string): Problem[] {
  const folder = folderOf(root, name);
  const problems = strayFiles(folder, name);
  const within = <T>(file: SnapshotFileName, look: (tell: Tell) => T): T | undefined => {
    const found: Damage[] = [];
    try {
      return look((message, line = 1) => void found.push(new Damage(line, message)));
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      found.push(error);
      return undefined;
    } finally {
      found.sort((a, b) => a.line - b.line);
      for (const damage of found) problems.push(damageProblem(name, file, damage));
    }
  };

  const read = within('snapshot.yaml', () =>
    parseHeader(bytesOf(folder, 'snapshot.yaml').toString('utf8'), name),
  );
  if (read === undefined) return problems;
  const { header, checksums } = read;
  const deals = within('deals.csv', (tell) => {
    const bytes = bytesOf(folder, 'deals.csv');
    checkSum(bytes, checksums.deals, tell);
    return checkRows(readRows(bytes, header.digits, [], damageTo(tell)), header, tell);
  });
  within('archived.csv', (tell) => {
    const bytes = bytesOf(folder, 'archived.csv');
    checkSum(bytes, checksums.archived, tell);
    const archived = checkRows(
      readRows(bytes, header.digits, ARCHIVED_COLUMNS, damageTo(tell)),
      header,
      tell,
    );
    const among = new Set(deals?.map(({ row }) => row.id));
    for (const { row, line } of archived) {
      if (among.has(row.id)) tell(`${row.id} stands in deals.csv too`, line);
    }
  });
  within('snapshot.yaml', (tell) => {
    checkHeader(header, tell);
    if (deals !== undefined) checkTotals(deals, header, tell);
  });
  return problems;
}

/** Files that are missing, and files that no snapshot has. */
function strayFiles(folder: string, name: string): Problem[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const there = entries.map((entry) => entry.name);
  const report = entries.find((entry) => entry.name === 'snapshot.md');
  const known: readonly string[] = SNAPSHOT_FILES;
  const problem = (file: string, severity: Problem['severity'], message: Message): Problem => ({
    code: 'invalid-snapshot',
    severity,
    file: `${SNAPSHOTS}/${name}/${file}`,
    message,
  });
  return [
    ...troubleWith(report).map((message) => problem('snapshot.md', 'error', message)),
    ...there
      .filter((file) => !known.includes(file))
      .sort()
      .map((file) => problem(file, 'warning', 'the file is no part of a snapshot.')),
  ];
}

/** What is wrong with the report, which is not read: at most one sentence. */
function troubleWith(report: Dirent | undefined): Message[] {
  if (report === undefined) return ['the file is missing.'];
  if (report.isFile()) return [];
  return report.isSymbolicLink()
    ? ['the file is a symbolic link, and links are not followed.']
    : ['the file is not a regular file.'];
}

function damageTo(tell: Tell): (damage: Damage) => void {
  return ({ message, line }) => tell(message, line);
}

function checkSum(bytes: Buffer, expected: string, tell: Tell): void {
  if (sha256(bytes) !== expected)
    tell('the file was changed since: its sha256 is not the one in snapshot.yaml');
}

function checkRows(rows: Iterable<PlacedRow>, header: SnapshotHeader, tell: Tell): PlacedRow[] {
  const all = [...rows];
  let before = '';
  for (const { row, line } of all) {
    if (row.id === before) tell(`${row.id} stands there twice`, line);
    else if (row.id < before) tell(`${row.id} stands after ${before}: rows are sorted by id`, line);
    before = row.id;
    if (row.value !== minorValue(row.amount, row.currency, header)) {
      tell(`the value of ${row.id} is not its amount at the rate in snapshot.yaml`, line);
    }
  }
  const missing = ratesMissing({
    deals: all.map(({ row }) => row),
    archived: [],
    rates: header.rates,
    origin: header.origin,
  });
  for (const { currency, deals } of missing) {
    const first = all.find(({ row }) => row.id === deals[0]);
    tell(`snapshot.yaml has no rate for ${currency}, which ${deals.join(', ')} needs`, first?.line);
  }
  return all;
}

function checkHeader({ name, on, rates, reportingCurrency }: SnapshotHeader, tell: Tell): void {
  if (on !== dayOfName(name)) tell(`it is of ${on}, its folder of ${dayOfName(name)}`);
  if (rates[reportingCurrency] !== '1')
    tell(`the rate of ${reportingCurrency}, the reporting currency, is not 1`);
}

function checkTotals(deals: readonly PlacedRow[], header: SnapshotHeader, tell: Tell): void {
  const expected = totalsByStage(
    deals.map(({ row }) => row),
    header.process.stages.map(({ id }) => id),
  );
  const told = new Map(header.totals.map((total) => [total.stage, total]));
  for (const { stage, deals: count, value } of expected) {
    const total = told.get(stage);
    told.delete(stage);
    if (total?.deals === count && total.value === value) continue;
    tell(`the total of ${stage === '' ? 'no stage' : stage} is not what its rows in deals.csv add up to`);
  }
  for (const stage of told.keys())
    tell(`there is a total of ${stage}, which no row has and the process lacks`);
}
