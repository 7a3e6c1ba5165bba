// docs/feedback.md is what it says: its commands run, one after the other, in the demo; its file is one that is read.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFeedback } from '../src/feedback/read.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';
import { wordsOf } from './support/words.ts';

const PAGE = readFileSync('docs/feedback.md', 'utf8');

test('its commands do what stands around them', async () => {
  const cwd = demoWorkspace();
  const commands = PAGE.split('\n').flatMap((line) => /^ {4}(pipeline .*)$/.exec(line)?.[1] ?? []);
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    const { status, stderr } = await cli(wordsOf(command).slice(1), { cwd });
    expect([status, stderr], command).toEqual([0, '']);
  }
  const { stdout } = await cli('feedback --format json', { cwd });
  const said = JSON.parse(stdout).entries.find(({ text }: { text: string }) => text.includes('written anew'));
  expect(said).toMatchObject({
    state: 'done',
    process: 2,
    decision: { as: 'accepted' },
    earlier: [{ as: 'trial' }],
  });
});

test('its file holds what it explains', () => {
  const [, block = ''] = /\n {4}(format: 1\n(?: {4}.*\n)+)/.exec(PAGE) ?? [];
  const { entries, problems } = readFeedback(block.replace(/^ {4}/gm, ''), 'feedback/2026-11.yaml');
  expect(problems).toEqual([]);
  expect(entries.map(({ kind }) => kind)).toEqual(['change', 'action']);
});
