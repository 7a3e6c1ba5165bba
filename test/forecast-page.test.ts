// docs/forecast.md: what it shows is what its commands print in the demo workspace.

import { expect, test } from 'vitest';
import { demoWorkspace } from './book/demo-workspace.ts';
import { expectScreens } from './support/screens.ts';

test('each screen of the page on the forecast is what its command prints', async () => {
  expect(await expectScreens('docs/forecast.md', { cwd: demoWorkspace() })).toBe(3);
});
