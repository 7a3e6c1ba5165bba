// The README promises what is there: each `$ pipeline …` in a console block is run in the demo workspace, at 80
// columns, and prints what stands below it. `UPDATE_README=1` writes the screens anew; read the diff then.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './support/cli.ts';
import { wordsOf } from './support/words.ts';

const README = readFileSync('README.md', 'utf8');
const BLOCK = /```console\n\$ pipeline ([^\n]*)\n([\s\S]*?)```/g;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-readme-'));
  const made = await cli('init . --demo', { cwd: folder });
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every screen in the README is what the command prints', async () => {
  let updated = README;
  const blocks = [...README.matchAll(BLOCK)];
  expect(blocks.length).toBeGreaterThan(4);
  for (const [whole, words = '', shown = ''] of blocks) {
    const { stdout, stderr, status } = await cli(wordsOf(words), { cwd: folder, tty: true, columns: 80 });
    expect(status, stderr).toBe(0);
    if (process.env.UPDATE_README === '1')
      updated = updated.replace(whole, `\`\`\`console\n$ pipeline ${words}\n${stdout}\`\`\``);
    else expect(stdout, words).toBe(shown);
  }
  if (updated !== README) writeFileSync('README.md', updated);
});
