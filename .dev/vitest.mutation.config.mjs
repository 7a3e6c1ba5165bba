// The tests of one group, as often as there are mutants: fewer random runs, the same ones each time, quick files first.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { GROUPS } from './mutation-groups.mjs';

const { tests, runs, mocks = false } = GROUPS[process.env.MUTATION_GROUP ?? 'movement'];

/** In the order of the group's list: the first test that fails ends a mutant's run. */
class QuickFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => tests.findIndex((test) => moduleId.endsWith(test));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

// A mutant of what keeps writes inside of a workspace writes and removes outside of it: in a corner of ours.
process.env.TMPDIR = fileURLToPath(new URL('../.stryker-corner/of/its/own', import.meta.url));
mkdirSync(process.env.TMPDIR, { recursive: true });
process.env.PIPELINE_RUNS = String(runs ?? 60);
process.env.PIPELINE_COVERAGE = '1'; // every call is dearer: tests that measure time know

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: tests,
    setupFiles: runs === undefined ? [] : ['.dev/fixed-seed.mjs'],
    sequence: { sequencer: QuickFirst },
    isolate: mocks, // what one file puts in the place of a module must not reach the next one
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
