// Mutation testing of one group of .dev/mutation-groups.mjs, which MUTATION_GROUP names. `npm run mutation` runs all.

import { GROUPS, LEAST_SCORE } from './mutation-groups.mjs';

const name = process.env.MUTATION_GROUP ?? 'movement';
const group = GROUPS[name];

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.dev/vitest.mutation.config.mjs', related: false },
  mutate: group.mutate,
  ignorePatterns: ['.mutation', 'coverage', 'dist', '.demo'],
  coverageAnalysis: 'perTest',
  ignoreStatic: group.ignoreStatic ?? false,
  concurrency: 1,
  timeoutMS: 30_000, // the machine may be busy: a test that is only late has noticed nothing
  incremental: true,
  incrementalFile: `.mutation/${name}.json`,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  thresholds: { high: 95, low: LEAST_SCORE, break: null },
};
