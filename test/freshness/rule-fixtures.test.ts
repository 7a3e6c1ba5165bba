// Each rule over its own workspace in fixtures/rules/, through the real command.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BUILT_RULES } from '../../src/freshness/registry.ts';
import { cli } from '../support/cli.ts';

const FIXTURES = 'fixtures/rules';

/** What stands in a fixture's expected.json: at least these fields of each finding, and no further finding. */
interface Expected {
  readonly today: string;
  readonly status: number;
  readonly not_evaluated?: readonly object[];
  readonly findings: readonly object[];
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function copyOf(rule: string): string {
  const folder = mkdtempSync(join(tmpdir(), `pipeline-${rule}-`));
  made.push(folder);
  cpSync(join(FIXTURES, rule), folder, { recursive: true });
  return folder;
}

describe('every rule finds what its fixture says, and nothing else', () => {
  for (const { id } of BUILT_RULES) {
    test(id, async () => {
      const expected: Expected = JSON.parse(readFileSync(join(FIXTURES, id, 'expected.json'), 'utf8'));
      const { today } = expected;
      const { stdout, status } = await cli(`check --rule ${id} --format json`, { cwd: copyOf(id), today });
      const view = JSON.parse(stdout);
      expect(view.findings).toMatchObject(expected.findings.map((finding) => ({ rule: id, ...finding })));
      expect(view.not_evaluated).toMatchObject(expected.not_evaluated ?? []);
      expect(status).toBe(expected.status);
      expect(view.exit_status).toBe(status);
    });
  }
});

test('every fixture is of a rule that is built', () => {
  const built = new Set<string>(BUILT_RULES.map(({ id }) => id));
  expect(readdirSync(FIXTURES).filter((folder) => !built.has(folder))).toEqual([]);
  expect(BUILT_RULES.filter(({ id }) => !existsSync(join(FIXTURES, id, 'expected.json')))).toEqual([]);
});
