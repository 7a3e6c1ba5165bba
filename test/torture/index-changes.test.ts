// What becomes of files between commands is seen by the next one: it answers as in a fresh copy of the workspace.

import { cpSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { randomOf, seeds } from '../support/random.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { disturb } from './disturb.ts';
import { answerTo, questions } from './questions.ts';
import { TODAY } from './random-deal.ts';
import { emptyFolder, randomWorkspace } from './random-workspace.ts';

const WORKSPACES = share(2, 300);
const STEPS = share(6, 30);

test(
  `${WORKSPACES} workspaces, ${STEPS} times changed: each command sees the files as they are`,
  async () => {
    const counts = { workspaces: 0, changes: 0, answers: 0 };
    for (const seed of seeds(WORKSPACES)) {
      const random = randomOf(seed);
      const root = await randomWorkspace(random);
      const lines = questions(['acme-erp', 'lodz', 'renamed']);
      const done: string[] = [];
      for (let step = 0; step < STEPS; step++) {
        for (let count = random.between(1, 3); count > 0; count--) done.push(disturb(root, random, TODAY));
        if (random.oneIn(8)) {
          await cli('snapshot --replace --allow-old-source', { cwd: root, today: TODAY });
          done.push('a snapshot');
        }
        const fresh = join(emptyFolder(), 'copy');
        cpSync(root, fresh, { recursive: true, filter: (path) => !path.includes(`${sep}.pipeline`) });
        for (const line of random.some(lines, 3)) {
          const told = `seed ${seed}, after ${done.join(', ')}: ${line}`;
          const truth = await answerTo(line, fresh);
          expect(truth.status, `${told}\n${truth.stderr}`).toBeLessThan(4);
          expect(await answerTo(line, root), told).toEqual(truth);
          counts.answers++;
        }
        rmSync(fresh, { recursive: true });
      }
      counts.workspaces++;
      counts.changes += done.length;
      rmSync(root, { recursive: true });
    }
    tally('the index: files changed between commands', counts);
  },
  PATIENCE_MS,
);
