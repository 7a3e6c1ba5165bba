// What was written is on disk when the command says so: each file is synced, or its file system as a whole.

import { beforeEach, expect, test, vi } from 'vitest';
import { makeDurable } from '../../src/workspace/durable.ts';
import { folderWith } from './folder.ts';

/** What was asked of the system, and what it answers. */
const system = vi.hoisted(() => ({
  synced: 0,
  open: 0,
  commands: [] as string[][],
  onSync: (): void => undefined,
  answer: { status: 0 } as { status: number | null; error?: Error },
}));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    openSync: (path: string, flags: string) => {
      system.open += 1;
      return real.openSync(path, flags);
    },
    closeSync: (fd: number) => {
      system.open -= 1;
      real.closeSync(fd);
    },
    fsyncSync: () => {
      system.synced += 1;
      system.onSync();
    },
  };
});
vi.mock('node:child_process', () => ({
  spawnSync: (command: string, args: readonly string[]) => {
    system.commands.push([command, ...args]);
    return system.answer;
  },
}));
beforeEach(() => {
  Object.assign(system, { synced: 0, open: 0, commands: [], onSync: () => undefined, answer: { status: 0 } });
});

const errno = (code: string) => Object.assign(new Error(code), { code, syscall: 'fsync' });
const some = (count: number) => Array<string>(count).fill(folderWith());

test('a few files and folders are synced each', () => {
  makeDurable(some(23));
  expect(system).toMatchObject({ synced: 23, open: 0, commands: [] });
});

test('from two dozen on their file system is synced as a whole, once', () => {
  const paths = some(24);
  makeDurable(paths);
  expect(system).toMatchObject({ synced: 0, commands: [['sync', '-f', '--', paths[0]]] });
});

test.each([
  { name: 'the command is not there', answer: { status: null, error: new Error('ENOENT') } },
  { name: 'the command reports trouble', answer: { status: 1 } },
])('where $name, each is synced after all', ({ answer }) => {
  system.answer = answer;
  makeDurable(some(24));
  expect(system.synced).toBe(24);
});

test('a file system that can not sync folders is no error', () => {
  system.onSync = () => {
    throw errno('EINVAL');
  };
  makeDurable(some(2));
  expect(system).toMatchObject({ synced: 2, open: 0 });
});

test('what the disk reports is not passed over, and nothing stays open', () => {
  system.onSync = () => {
    throw errno('EIO');
  };
  expect(() => makeDurable(some(2))).toThrow('EIO');
  expect(system).toMatchObject({ synced: 1, open: 0 });
});
