// The package as a stranger gets it: packed, laid into an empty project, type-checked there and run.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';
import { folderWith } from './workspace-files/folder.ts';

const run = (command: string, words: readonly string[], cwd: string) =>
  execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The example of docs/library.md, told as values. */
const PROGRAM = `import { Failure, openWorkspace } from 'pipeline';

const workspace = await openWorkspace(process.argv[2] ?? '', { today: '2026-11-23' });
const stale = await workspace.stale({ owner: 'anna' });
const days: number = stale.deals.reduce((sum, deal) => sum + (deal.days ?? 0), 0);
const diff = await workspace.diff('2026-11-09', '2026-11-16', { period: '2026-Q4' });
const closing: string = diff.bridge.closing;
const check = await workspace.check();
const messages: readonly string[] = check.findings.map(({ message, hint }) => [message.trim(), hint.trim()].join(' '));
const reasons: readonly string[] = stale.freshness.not_evaluated.map(({ reason }) => reason.trim());
let rows = 0;
for await (const row of workspace.rows('snapshots', { since: '2026-11-16' })) rows += row.id === null ? 0 : 1;
const failed: unknown[] = [];
for (const ask of [() => workspace.stale({ ownr: 'anna' }), () => workspace.review({ sheet: true })]) {
  await ask().catch((error: unknown) => failed.push(error instanceof Failure ? [error.code, error.exitStatus] : error));
}
// @ts-expect-error a view has no field of that name
const wrong = stale.nothing;
console.log(JSON.stringify({ messages, reasons, stale, days, diff, closing, rows, failed, wrong }));
`;

test('a project that installs the package asks it with types, and gets what --format json prints', async () => {
  const cwd = demoWorkspace();
  const project = folderWith({
    'package.json': '{"name": "project", "type": "module", "private": true}',
    'ask.ts': PROGRAM,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        ...{ strict: true, target: 'es2022', module: 'nodenext', types: ['node'], outDir: 'out' },
        skipLibCheck: true,
      },
      files: ['ask.ts'],
    }),
  });
  run(process.execPath, [resolve('.dev/library-types.mjs')], resolve('.'));
  const packed = run(
    'npm',
    ['pack', '--ignore-scripts', '--silent', '--pack-destination', project],
    resolve('.'),
  );
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  run('tar', ['-xzf', packed.trim(), '-C', modules], project);
  run('mv', ['package', 'pipeline'], modules);
  // What npm would fetch: its one dependency, and what a project in TypeScript has.
  symlinkSync(resolve('node_modules/better-sqlite3'), join(modules, 'better-sqlite3'));
  for (const name of ['node', 'better-sqlite3'])
    symlinkSync(resolve('node_modules/@types', name), join(modules, '@types', name));
  expect(run(process.execPath, [resolve('node_modules/typescript/bin/tsc')], project)).toBe('');

  const { messages, stale, days, diff, closing, rows, failed } = JSON.parse(
    run(process.execPath, ['out/ask.js', cwd], project),
  );
  const json = async (words: string) => JSON.parse((await cli(`${words} --format json`, { cwd })).stdout);
  expect(stale).toEqual(await json('stale --owner anna'));
  expect(days).toBeGreaterThan(0);
  const { findings } = await json('check');
  expect(messages).toEqual(findings.map(({ message, hint }: Record<string, string>) => `${message} ${hint}`));
  expect(diff).toEqual(await json('diff 2026-11-09 2026-11-16 --period 2026-Q4'));
  expect(closing).toBe(diff.bridge.closing);
  expect(rows).toBe(61);
  expect(failed).toEqual([
    ['usage', 2],
    ['usage', 2],
  ]);
  writeFileSync(join(project, 'old.cjs'), "console.log(typeof require('pipeline').openWorkspace)");
  expect(run(process.execPath, ['old.cjs'], project)).toBe('function\n');
  expect(readFileSync('docs/library.md', 'utf8')).toContain("import { openWorkspace } from 'pipeline'");
}, 240_000);
