// Guards: what goes wrong is said in the language of the workspace that the command is about, however its folder is named.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFolder } from '../src/cli/speaker.ts';
import { cli } from './support/cli.ts';
import { folderWith } from './workspace-files/folder.ts';

test.each([
  ['check', '/w'],
  ['-C a check', '/w/a'],
  ['-Ca check', '/w/a'],
  ['--dir a check', '/w/a'],
  ['check --dir=a', '/w/a'],
  ['-C a check -Cb', '/w/b'],
  ['-C /a check', '/a'],
  ['show -- -Ca', '/w'],
])('pipeline %s starts from %s', (line, folder) => {
  expect(startFolder(line.split(' '), '/w')).toBe(folder);
});

test.each(['-C ws', '-Cws', '-C elsewhere -C ws', '--dir=ws'])(
  'a mistake is told in Polish with %s',
  async (words) => {
    const root = folderWith({ 'pipeline.yaml': 'locale: pl\nstages: [\n' });
    const { stderr, status } = await cli(`${words} check`, { cwd: join(root, '..') });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: W pipeline.yaml jest błąd/);
  },
);
