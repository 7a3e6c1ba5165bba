// What a warm read leaves alone: no file of a deal is opened, and nothing is loaded that parses YAML.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { childCommand, childEnvironment, startChild } from '../workspace-files/child-process.ts';
import { folderWith } from '../workspace-files/folder.ts';
import { outside } from '../workspace-files/outside.ts';
import { demoWorkspace, TROUBLE } from './demo-workspace.ts';

vi.setConfig({ testTimeout: 60_000 });

const TRACER = 'strace';
const canTrace = outside(TRACER, '-o', '/dev/null', 'true');

async function packagesOf(root: string): Promise<string[]> {
  const child = await startChild('open', root);
  const { stdout, stderr } = await child.ended;
  const [count, packages] = JSON.parse(stdout.split('\n')[1] ?? stderr);
  expect(count).toBeGreaterThan(40);
  return packages;
}

test('a cold read loads what parses YAML, a warm one does not, also where deals are broken', async () => {
  const root = demoWorkspace(TROUBLE);
  expect(await packagesOf(root)).toEqual(expect.arrayContaining(['yaml', 'zod', 'better-sqlite3']));
  const warm = await packagesOf(root);
  expect(warm).toContain('better-sqlite3');
  for (const name of ['yaml', 'zod', 'csv-parse']) expect(warm).not.toContain(name);
});

test.skipIf(!canTrace)(
  'a warm read opens no file of a deal, a snapshot or a setting (needs strace)',
  async () => {
    const root = demoWorkspace(TROUBLE);
    await packagesOf(root);
    const trace = join(folderWith(), 'trace');
    const args = ['-f', '-e', 'trace=openat', '-o', trace, '--', ...childCommand('open', root)];
    expect(spawnSync(TRACER, args, { env: childEnvironment }).status).toBe(0);
    const opened = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => line.includes(root) && !line.includes('O_DIRECTORY'))
      .map((line) => line.slice(line.indexOf(root) + root.length + 1).replace(/".*$/, ''));
    expect(new Set(opened)).toEqual(new Set(['.pipeline/index.db']));
  },
);
