// Pages that show what commands print: each `$ pipeline …` in a console block is run, at 80 columns, and must print what
// stands below it. `UPDATE_README=1` writes the screens anew; read the diff then.

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type CliOptions, cli } from './cli.ts';
import { wordsOf } from './words.ts';

const BLOCK = /```console\n\$ pipeline ([^\n]*)\n([\s\S]*?)```/g;

/** Holds the page to what its commands print there. @returns how many screens it has */
export async function expectScreens(page: string, options: CliOptions): Promise<number> {
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(BLOCK)];
  let updated = text;
  for (const [whole, words = '', shown = ''] of blocks) {
    const { stdout, stderr, status } = await cli(wordsOf(words), { tty: true, columns: 80, ...options });
    expect(status, stderr).toBe(0);
    if (process.env.UPDATE_README === '1')
      updated = updated.replace(whole, () => `\`\`\`console\n$ pipeline ${words}\n${stdout}\`\`\``);
    else expect(stdout, words).toBe(shown);
  }
  if (updated !== text) writeFileSync(page, updated);
  return blocks.length;
}
