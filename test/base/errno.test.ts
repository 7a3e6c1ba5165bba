import { expect, test } from 'vitest';
import { reasonOf } from '../../src/base/errno.ts';

const thrown = (message: string, code: string) => Object.assign(new Error(message), { code, syscall: 'rm' });

test.each([
  ['EROFS: read-only file system, unlink', 'EROFS', 'the file system is read-only'],
  [", Unknown error: Read-only file system '/a'b/c'", '', 'the file system is read-only'],
  [", Unknown error: Input/output error '/a'", '', 'the disk reports an error'],
  [", Unknown error: Stale file handle '/a'", '', 'Stale file handle'],
  ['EPROTO: protocol error', 'EPROTO', 'EPROTO'],
])('%s is told in words, also where Node names no code', (message, code, words) => {
  expect(String(reasonOf(thrown(message, code)))).toBe(words);
});
