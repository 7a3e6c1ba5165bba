import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findWorkspace } from '../../src/workspace/find.ts';
import { folderWith } from './folder.ts';

test('the workspace is found from a folder deep inside it', () => {
  const root = folderWith({ 'pipeline.yaml': '', 'deals/2026/a.yaml': '' });
  expect(findWorkspace(join(root, 'deals/2026'))).toBe(root);
  expect(findWorkspace(root)).toBe(root);
});

test('of two workspaces the nearer one is found', () => {
  const root = folderWith({ 'pipeline.yaml': '', 'inner/pipeline.yaml': '' });
  mkdirSync(join(root, 'inner/deals'));
  expect(findWorkspace(join(root, 'inner/deals'))).toBe(join(root, 'inner'));
});

test('where no folder above has a pipeline.yaml there is no workspace', () => {
  const root = folderWith({ 'some/file.txt': '' });
  expect(findWorkspace(join(root, 'some'))).toBeUndefined();
});

test('a folder that is not there, or is a file, is no reason to fail', () => {
  const root = folderWith({ 'pipeline.yaml': '' });
  expect(findWorkspace(join(root, 'not/here'))).toBe(root);
  expect(findWorkspace(join(root, 'pipeline.yaml'))).toBe(root);
});
