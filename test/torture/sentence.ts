// How a command that could not do its work says so.

import { expect } from 'vitest';
import type { Ran } from './pipeline.ts';

/** One of these exit statuses, a sentence on stderr where nothing came of it, and never a trace or a bug. */
export function expectSentence(
  { status, stderr }: Ran,
  at: string,
  statuses: readonly number[] = [0, 5],
): void {
  expect(statuses, at).toContain(status);
  const lines = stderr.split('\n').slice(0, -1);
  const errors = lines.filter((line) => line.startsWith('error: '));
  if (status === 0) expect(errors, at).toEqual([]);
  else expect(errors.length, at).toBe(status === 5 ? 1 : Math.min(errors.length, 1));
  const quoted = /^ {2,}(\||\^)/; // what stands at a place in a file, below the problem there
  for (const line of lines.filter((one) => !quoted.test(one)))
    expect(line, at).toMatch(/^(error: | {2}→ )?["A-Za-z.].*[.:\w/]$/);
  expect(stderr, at).not.toMatch(/\bbug\b|^\s+at |undefined|\bnull\b|\[object/m);
}
