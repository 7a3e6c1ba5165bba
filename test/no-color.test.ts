// --no-color holds for what goes wrong too.

import { expect, test } from 'vitest';
import { workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const ESC = '\u001b';
const env = { NO_COLOR: '', FORCE_COLOR: '1' };

test('an error is painted where colours are asked for, and is plain with --no-color', async () => {
  const cwd = workspace({});
  expect((await cli('show nobody', { cwd, env })).stderr).toContain(ESC);
  const { stderr } = await cli('show nobody --no-color', { cwd, env });
  expect(stderr).toMatch(/^error: /);
  expect(stderr).not.toContain(ESC);
});
