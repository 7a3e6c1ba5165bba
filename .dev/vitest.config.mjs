// Tests run from the sources; a dozen smoke tests spawn the built binary.

import { defineConfig } from 'vitest/config';
import { testsWith } from './test-files.mjs';

const ALL = 'test/**/*.test.ts';
/** What they put in the place of a module must not reach the next file; all others share what is loaded, in half the time. */
const mocking = testsWith(/vi\.(doMock|mock)\(/);
// They run the built program, of which nothing is counted, and npm test has run them.
const uncounted = process.env.PIPELINE_COVERAGE === '1' ? ['test/torture/**'] : [];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: [ALL], exclude: [...mocking, ...uncounted], isolate: false },
      },
      { extends: true, test: { name: 'apart', include: mocking, exclude: uncounted } },
    ],
    // Its own default leaves a core idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/cli/main.ts'],
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
