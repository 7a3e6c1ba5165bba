import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UNPAINTED } from '../../src/render/paint.ts';
import { problemLines } from '../../src/render/problems.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';

const BROKEN = new URL('../../fixtures/settings/broken.yaml', import.meta.url);

describe('a broken pipeline.yaml', () => {
  const text = readFileSync(BROKEN, 'utf8');
  const { settings, problems } = readSettings(text, 'pipeline.yaml');

  test('all that is wrong is said at once, each with its place and what to do', async () => {
    const said = problems.map((problem) => problemLines(problem, UNPAINTED).join('\n')).join('\n');
    await expect(`${said}\n`).toMatchFileSnapshot('../../snapshots/settings/broken.txt');
  });

  test('every problem names its line and column, shows the line, and says what to do', () => {
    for (const problem of problems) {
      expect(problem, String(problem.message)).toMatchObject({ file: 'pipeline.yaml', severity: 'error' });
      expect(problem.line, String(problem.message)).toBeGreaterThan(0);
      expect(problem.column, String(problem.message)).toBeGreaterThan(0);
      expect(problem.excerpt, String(problem.message)).toBe(text.split('\n')[(problem.line ?? 0) - 1]);
      expect(problem.hint, String(problem.message)).toBeTruthy();
    }
  });

  test('there are no settings then', () => expect(settings).toBeUndefined());
});
