import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveFolder, idOf, listDealFiles } from '../../src/workspace/deal-files.ts';
import { folderWith, put } from './folder.ts';
import { outside } from './outside.ts';

const paths = (root: string) => listDealFiles(root).files.map(({ path }) => path);
const refusals = (root: string) =>
  listDealFiles(root).refused.map(({ path, problem }) => [idOf(path), path, String(problem.message)]);

test('every .yaml under deals/ and archive/ is listed, sorted by path, however deep', () => {
  const root = folderWith({
    'deals/b.yaml': '',
    'deals/2026/a.yaml': '',
    'deals/2026/q/4/c.yaml': '',
    'archive/2026-Q3/d.yaml': '',
    'pipeline.yaml': '',
    'imports/csv.yaml': '',
  });
  expect(paths(root)).toEqual([
    'archive/2026-Q3/d.yaml',
    'deals/2026/a.yaml',
    'deals/2026/q/4/c.yaml',
    'deals/b.yaml',
  ]);
});

test('an archived deal knows its folder in the archive, another one has none', () => {
  const root = folderWith({
    'archive/2026-Q3/a.yaml': '',
    'archive/2026-Q3/more/b.yaml': '',
    'archive/c.yaml': '',
    'deals/d.yaml': '',
  });
  expect(paths(root).map((path) => [idOf(path), archiveFolder(path)])).toEqual([
    ['a', '2026-Q3'],
    ['b', '2026-Q3/more'],
    ['c', ''],
    ['d', undefined],
  ]);
});

test('a workspace without deals/ has no deals', () => {
  expect(listDealFiles(folderWith())).toEqual({ files: [], refused: [], problems: [] });
});

test('dotfiles, notes and the backups of editors are no deals', () => {
  const root = folderWith({
    'deals/.hidden.yaml': '',
    'deals/.git/x.yaml': '',
    'deals/notes.md': '',
    'deals/a.yaml~': '',
    'deals/a.yaml.orig': '',
    'deals/.3.pipeline-tmp': '',
  });
  expect(listDealFiles(root)).toEqual({ files: [], refused: [], problems: [] });
});

test('a file whose ending is nearly right is refused with the name that it should have', () => {
  const root = folderWith({ 'deals/acme.yml': '', 'deals/beta.YAML': '' });
  expect(refusals(root)).toEqual([
    ['acme', 'deals/acme.yml', "A deal's file ends in .yaml, not in .yml."],
    ['beta', 'deals/beta.YAML', "A deal's file ends in .yaml, not in .YAML."],
  ]);
  expect(String(listDealFiles(root).refused[0]?.problem.hint)).toBe('Rename it: acme.yaml');
});

test('a link in the place of a deal is refused and not followed', () => {
  const outside = folderWith({ 'secret.yaml': 'name: secret' });
  const root = folderWith({ 'deals/a.yaml': '' });
  symlinkSync(join(outside, 'secret.yaml'), join(root, 'deals/b.yaml'));
  symlinkSync(join(root, 'nowhere'), join(root, 'deals/c.yaml'));
  expect(paths(root)).toEqual(['deals/a.yaml']);
  expect(refusals(root)).toEqual([
    ['b', 'deals/b.yaml', 'The file is a symbolic link, and links are not followed.'],
    ['c', 'deals/c.yaml', 'The file is a symbolic link, and links are not followed.'],
  ]);
});

test('a linked folder is reported and not followed, also deals/ itself', () => {
  const outside = folderWith({ 'x.yaml': '' });
  const root = folderWith({ 'deals/a.yaml': '' });
  symlinkSync(outside, join(root, 'deals/more'));
  symlinkSync(outside, join(root, 'archive'));
  const found = listDealFiles(root);
  expect(found.files.map(({ path }) => path)).toEqual(['deals/a.yaml']);
  expect(found.problems.map(({ file, severity }) => [file, severity])).toEqual([
    ['archive', 'error'],
    ['deals/more', 'error'],
  ]);
});

test('a linked folder that leads round in a circle ends', () => {
  const root = folderWith({ 'deals/a.yaml': '' });
  symlinkSync(join(root, 'deals'), join(root, 'deals/again'));
  expect(paths(root)).toEqual(['deals/a.yaml']);
});

test('a pipe and a socket in the place of a deal are refused, and nothing hangs', async () => {
  const root = folderWith({ 'deals/a.yaml': '' });
  expect(outside('mkfifo', join(root, 'deals/pipe.yaml'))).toBe(true);
  const server = createServer().listen(join(root, 'deals/socket.yaml'));
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  expect(refusals(root)).toEqual([
    ['pipe', 'deals/pipe.yaml', 'The file is not a regular file.'],
    ['socket', 'deals/socket.yaml', 'The file is not a regular file.'],
  ]);
});

test('a file above 256 KiB is refused, one of just that size is not', () => {
  const root = folderWith();
  put(root, 'deals/large.yaml', 'x'.repeat(256 * 1024 + 1));
  put(root, 'deals/just.yaml', 'x'.repeat(256 * 1024));
  expect(paths(root)).toEqual(['deals/just.yaml']);
  expect(refusals(root)).toEqual([['large', 'deals/large.yaml', 'The file is larger than 256 KiB.']]);
});

test('a name that is no UTF-8 is refused, not passed over', () => {
  const root = folderWith({ 'deals/a.yaml': '' });
  writeFileSync(
    Buffer.concat([Buffer.from(`${root}/deals/`), Buffer.from([0xe9]), Buffer.from('.yaml')]),
    '',
  );
  expect(refusals(root)).toEqual([
    ['\ufffd', 'deals/\ufffd.yaml', 'The file has a name that is not UTF-8 text.'],
  ]);
});

test('a folder whose name ends in .yaml is a folder', () => {
  const root = folderWith();
  mkdirSync(join(root, 'deals/odd.yaml'), { recursive: true });
  put(root, 'deals/odd.yaml/a.yaml', '');
  expect(paths(root)).toEqual(['deals/odd.yaml/a.yaml']);
});

test('the fingerprint changes with the content, the size and the time', () => {
  const root = folderWith({ 'deals/a.yaml': 'one' });
  const before = listDealFiles(root).files[0]?.fingerprint;
  expect(listDealFiles(root).files[0]?.fingerprint).toBe(before);
  put(root, 'deals/a.yaml', 'three');
  expect(listDealFiles(root).files[0]?.fingerprint).not.toBe(before);
});
