// The page on reviews shows what its commands print, one after the other, in the demo.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from './support/cli.ts';
import { expectScreens } from './support/screens.ts';

test('a review is prepared, held and proved as the page shows it', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'pipeline-reviews-'));
  const made = await cli('init . --demo', { cwd });
  expect(made.stderr).toBe('');
  expect(await expectScreens('docs/reviews.md', { cwd })).toBeGreaterThanOrEqual(4);
  rmSync(cwd, { recursive: true, force: true });
});
