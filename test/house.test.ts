// The house itself: what a fresh clone needs, and files that stay small enough to be one thing.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock: Readonly<Record<string, LockedPackage>> = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages;

test('the lock file names no registry', () => {
  expect(Object.keys(lock).filter((path) => lock[path]?.resolved !== undefined)).toEqual([]);
});

test('the lock file has the optional packages of every platform: without them `npm ci` refuses it', () => {
  const wanted = Object.values(lock).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(20);
  const missing = wanted.filter(
    (name) => !Object.keys(lock).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

/** Tables of made-up or known facts: long, and still one thing. */
const TABLES = ['src/demo/story.ts'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: join('src', path), text: readFileSync(join('src', path), 'utf8') }));

test('no source file is longer than 400 lines', () => {
  expect(sources.length).toBeGreaterThan(100);
  const long = sources.filter(({ path, text }) => text.split('\n').length > 400 && !TABLES.includes(path));
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('a page that a comment names is there', () => {
  const named = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^\s*(?:\/\/|\*|\/\*\*).*?\b([\w/-]+\.md)\b/gm)].map(([, page = '']) => ({
      path,
      page,
    })),
  );
  const pages = named.filter(
    ({ page }) => page.startsWith('docs/') || (/^[A-Z]+\.md$/.test(page) && page !== 'FILE.md'),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter(({ page }) => !existsSync(page))).toEqual([]);
});
