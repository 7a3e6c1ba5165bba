// What a child process of the tests does: `hold ROOT`, `write ROOT FIRST COUNT`, `rounds ROOT FIRST COUNT`,
// `replace ROOT FIRST COUNT`, `open ROOT`, `keep ROOT`.

import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { openBook } from '../../src/book/open.ts';
import { toColumns } from '../../src/index-db/columns.ts';
import { openIndex } from '../../src/index-db/open-index.ts';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { replaceChanges, roundChanges } from './rounds.ts';

const [job, root = '', first = '0', count = '0'] = process.argv.slice(2);
const now = new Date('2026-01-02T03:04:05Z');

/** Holds the lock until it is killed. */
async function hold(): Promise<void> {
  await withLock(root, { command: 'holding', now }, async () => {
    process.stdout.write('ready\n');
    await new Promise((done) => setTimeout(done, 60_000));
  });
}

/** Adds one line to the shared file and one file of its own, `count` times, each in a write of its own. */
async function write(): Promise<void> {
  process.stdout.write('ready\n');
  for (let n = 0; n < Number(count); n++) {
    await withLock(
      root,
      { command: 'writing', now },
      async () => {
        const shared = readFileSync(join(root, 'deals/shared.yaml'), 'utf8');
        await commitFiles(root, [
          { kind: 'write', path: 'deals/shared.yaml', content: `${shared}${first}-${n}\n`, expected: 'any' },
          {
            kind: 'write',
            path: `deals/w${first}/n${n}.yaml`,
            content: `${first}-${n}\n`,
            expected: 'absent',
          },
        ]);
      },
      { waitMs: 60_000 },
    );
  }
}

/** Changes many files in each write, of every kind, until it is killed; or `count` rounds. */
async function rounds(changesOf: (root: string, round: number) => FileChange[]): Promise<void> {
  process.stdout.write('ready\n');
  const last = Number(count) === 0 ? Number.POSITIVE_INFINITY : Number(first) + Number(count);
  for (let round = Number(first); round < last; round++) {
    await withLock(root, { command: 'rounds', now }, async ({ notes }) => {
      for (const note of notes) process.stderr.write(`${note}\n`);
      await commitFiles(root, changesOf(root, round));
    });
    process.stdout.write(`round ${round}\n`);
  }
}

/** Opens the book, and prints how many deals it has and which packages it took. */
async function open(): Promise<void> {
  const { book } = await openBook(root, { today: () => day('2026-11-23'), now, toolVersion: '1.2.3' });
  const loaded = Object.keys(Reflect.get(Module, '_cache'));
  const packages = loaded.map((path) => /node_modules\/([^/]+)/.exec(path)?.[1]);
  process.stdout.write(`ready\n${JSON.stringify([book.deals.size, [...new Set(packages)]])}\n`);
}

/** Keeps one result after the other in the index, until it is killed. */
async function keep(): Promise<void> {
  const index = openIndex(root);
  index.release();
  for (let n = 0; ; n++) {
    const columns = toColumns(['n'], [{ n }, { n: n + 1 }], (record) => record.n);
    index.save({ readings: [], gone: [], memos: [{ key: 'k', inputs: `i${n}`, value: `v${n}`, columns }] });
    if (n === 0) process.stdout.write('ready\n');
  }
}

const jobs = new Map<string, () => Promise<void>>([
  ['keep', keep],
  ['hold', hold],
  ['write', write],
  ['rounds', () => rounds(roundChanges)],
  ['replace', () => rounds((_, round) => replaceChanges(round))],
  ['open', open],
]);

(jobs.get(job ?? '') ?? hold)().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Failure ? `${error.code}: ${error.message}` : String(error)}\n`);
  process.exitCode = error instanceof Failure ? error.exitStatus : 70;
});
