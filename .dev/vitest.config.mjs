// Tests run from the sources; a dozen smoke tests spawn the built binary.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // They run the built program, of which nothing is counted, and npm test has run them.
    exclude: process.env.PIPELINE_COVERAGE === '1' ? ['test/torture/**'] : [],
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
