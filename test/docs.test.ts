// The docs can't drift: reference pages equal what the program makes.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referencePages } from '../.dev/reference.ts';

test.each(await referencePages())('$path is what `npm run docs` makes', ({ path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});
