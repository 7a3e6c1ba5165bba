// The law of the index, as a user sees it: whatever `.pipeline/index.db` is or becomes, every command that reads
// answers as in a fresh copy of the workspace that never had one. A message names the seed: PIPELINE_SEED=17 repeats it.

import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Random, randomOf, seeds } from '../support/random.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { outside } from '../workspace-files/outside.ts';
import { damaged, type KeptIndex, ofVersion, putIndex, readIndex, withoutIndex } from './kept-index.ts';
import { type Answer, answerTo, questions } from './questions.ts';
import { TODAY } from './random-deal.ts';
import { emptyFolder, randomWorkspace } from './random-workspace.ts';

const WORKSPACES = share(2, 300);
const ASKED = share(8, Number.POSITIVE_INFINITY);
const FEW = 8;

interface Case {
  readonly seed: number;
  readonly random: Random;
  readonly root: string;
  readonly lines: readonly string[];
  /** By command line: what a workspace answers that never had an index. */
  readonly truth: ReadonlyMap<string, Answer>;
}

async function caseOf(seed: number): Promise<Case> {
  const random = randomOf(seed);
  const root = await randomWorkspace(random);
  const lines = random.some(questions(['acme-erp', 'lodz']), ASKED);
  const fresh = freshCopy(root);
  const truth = new Map<string, Answer>();
  for (const line of lines) {
    withoutIndex(fresh);
    const answer = await answerTo(line, fresh);
    expect(answer.status, `seed ${seed}: ${line}\n${answer.stderr}`).toBeLessThan(4);
    truth.set(line, answer);
  }
  return { seed, random, root, lines, truth };
}

function freshCopy(root: string): string {
  const copy = join(emptyFolder(), 'copy');
  cpSync(root, copy, { recursive: true, filter: (path) => !path.includes(`${sep}.pipeline`) });
  return copy;
}

/** Asks everything, or these lines, each time with the index as `prepare` makes it, and counts the answers. */
async function expectTruth(
  { seed, root, truth, ...all }: Case,
  state: string,
  prepare: (line: string) => string | undefined,
  lines = all.lines,
): Promise<number> {
  for (const line of lines) {
    const how = prepare(line) ?? '';
    expect(await answerTo(line, root), `seed ${seed}, ${state} ${how}: ${line}`).toEqual(truth.get(line));
  }
  return lines.length;
}

async function warmIndex({ root }: Case): Promise<KeptIndex> {
  withoutIndex(root);
  await answerTo('check', root);
  await answerTo('status', root);
  return readIndex(root);
}

/** As the built program answers, in a process of its own. */
function built(line: string, root: string): Pick<Answer, 'stdout' | 'status'> {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['bin/pipeline.js', ...line.split(' '), '-C', root],
    {
      encoding: 'utf8',
      env: { ...process.env, PIPELINE_TODAY: TODAY, NO_COLOR: '1' },
    },
  );
  return { stdout, status: status ?? -1 };
}

test(
  `${WORKSPACES} workspaces: absent, cold, warm or out of place, the index changes no answer`,
  async () => {
    const counts = { workspaces: 0, answers: 0 };
    let other: KeptIndex = new Map();
    for (const seed of seeds(WORKSPACES)) {
      const one = await caseOf(seed);
      const { root, lines, truth } = one;
      const warm = await warmIndex(one);
      const put = (index: KeptIndex) => () => void putIndex(root, index);
      /** An index that is out of place is none, whatever is asked: a few lines tell, others in each workspace. */
      const few = () => one.random.some(lines, FEW);
      counts.answers += await expectTruth(one, 'warm', () => undefined);
      counts.answers += await expectTruth(one, 'cold', () => void withoutIndex(root));
      const older = put(ofVersion(warm, (own) => Math.max(0, own - 1)));
      counts.answers += await expectTruth(one, 'older', older, few());
      counts.answers += await expectTruth(one, 'newer', put(ofVersion(warm, (own) => own + 1)), few());
      counts.answers += await expectTruth(one, 'of another workspace', put(other), few());
      other = warm;

      withoutIndex(root);
      writeFileSync(join(root, '.pipeline'), '');
      counts.answers += await expectTruth(one, 'without a place', () => undefined, few());
      rmSync(join(root, '.pipeline'));

      const line = one.random.pick(lines);
      putIndex(root, warm);
      expect(built(line, root), `seed ${seed}, built: ${line}`).toEqual(plain(truth.get(line)));
      counts.answers += await expectTruth(one, 'of another build', put(readIndex(root)), few());
      counts.workspaces++;
      rmSync(root, { recursive: true });
    }
    tally('the index: absent, cold, warm, out of place', counts);
  },
  PATIENCE_MS,
);

function plain(answer: Answer | undefined): unknown {
  return answer && { stdout: answer.stdout, status: answer.status };
}

const DAMAGED_WORKSPACES = share(2, 300);
const ROUNDS = share(1, 2);

test(
  `${DAMAGED_WORKSPACES} workspaces: a damaged index changes no answer`,
  async () => {
    const counts = { workspaces: 0, damages: 0 };
    for (const seed of seeds(DAMAGED_WORKSPACES)) {
      const one = await caseOf(seed);
      const { root, random } = one;
      const warm = await warmIndex(one);
      for (let round = 0; round < ROUNDS && warm.size > 0; round++) {
        await expectTruth(one, 'damaged', () => {
          if (random.oneIn(4)) return 'before'; // and what the last command made of it
          const { how, index } = damaged(warm, random);
          putIndex(root, index);
          counts.damages++;
          return how;
        });
      }
      counts.workspaces++;
      rmSync(root, { recursive: true });
    }
    tally('the index: damaged', counts);
  },
  PATIENCE_MS,
);

const canMount = outside('unshare', '-m', 'true');
const READ_ONLY = share(1, 60);

test.skipIf(!canMount)(
  `${READ_ONLY} workspaces in a folder that can only be read: cold, warm or damaged (needs mount)`,
  async () => {
    const counts = { workspaces: 0, answers: 0 };
    for (const seed of seeds(READ_ONLY)) {
      const one = await caseOf(seed);
      const warm = await warmIndex(one);
      const states: Readonly<Record<string, () => void>> = {
        cold: () => withoutIndex(one.root),
        warm: () => putIndex(one.root, warm),
        damaged: () => warm.size > 0 && putIndex(one.root, damaged(warm, one.random).index),
      };
      outside('mount', '--bind', one.root, one.root);
      onTestFinished(() => void outside('umount', one.root));
      const remount = (how: string) => outside('mount', '-o', `remount,bind,${how}`, one.root);
      for (const [state, prepare] of Object.entries(states)) {
        remount('rw');
        prepare();
        // A file that was closed a moment ago may count as open for writing still.
        await vi.waitFor(() => expect(remount('ro')).toBe(true), 10_000);
        counts.answers += await expectTruth(one, `read-only, ${state}`, () => undefined);
      }
      outside('umount', one.root);
      counts.workspaces++;
    }
    tally('the index: in a folder that can only be read', counts);
  },
  PATIENCE_MS,
);
