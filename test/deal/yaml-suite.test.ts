// Other people's YAML as deal files: nothing crashes the reader, stops it, or is read as what it does not say.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/base/utf8.ts';
import { compose } from '../../src/deal/compose.ts';
import { plainData } from '../../src/deal/custom.ts';
import { readDeal } from '../../src/deal/read.ts';
import { SourceText } from '../../src/deal/source-text.ts';
import { quick } from '../support/quick.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');
const SUITE = join(DATA, 'yaml_test_suite');
const JS_YAML = join(DATA, 'js_yaml_tests');
const MOST_MS = 250;

interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  /** Whether the case must fail. */
  readonly fails: boolean;
  /** The JSON of what it says, where there is one. */
  readonly json: string | undefined;
}

function suiteCases(): Case[] {
  const folders = readdirSync(SUITE).flatMap((name) => {
    const folder = join(SUITE, name);
    if (!statSync(folder).isDirectory()) return [];
    return existsSync(join(folder, 'in.yaml')) ? [name] : readdirSync(folder).map((part) => join(name, part));
  });
  return folders.map((name) => {
    const folder = join(SUITE, name);
    const json = join(folder, 'in.json');
    return {
      name,
      bytes: readFileSync(join(folder, 'in.yaml')),
      fails: existsSync(join(folder, 'error')),
      json: existsSync(json) ? readFileSync(json, 'utf8') : undefined,
    };
  });
}

/** Reads the bytes as a deal and as plain data, within the time that a deal may take. */
function read(bytes: Buffer): { accepted: boolean; data: unknown; isDeal: boolean } {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return { accepted: false, data: undefined, isDeal: false };
  const { deal, problems } = quick(MOST_MS, () => readDeal(text, 'deals/case.yaml', { currency: 'PLN' }));
  expect(deal !== undefined || problems.some((problem) => problem.severity === 'error')).toBe(true);
  const { root, problems: refused } = compose(new SourceText(text, 'case.yaml'));
  return {
    accepted: refused.length === 0,
    data: root === undefined ? null : plainData(root),
    isDeal: deal !== undefined,
  };
}

/** Numbers that a float can't hold as they were written stay texts: both sides are compared as texts then. */
function sameData(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'string' && typeof theirs === 'number') return Number(ours) === theirs;
  if (Array.isArray(ours) && Array.isArray(theirs))
    return ours.length === theirs.length && ours.every((item, index) => sameData(item, theirs[index]));
  if (isRecord(ours) && isRecord(theirs)) {
    const keys = Object.keys(ours);
    return (
      keys.length === Object.keys(theirs).length &&
      keys.every((key) => Object.hasOwn(theirs, key) && sameData(ours[key], theirs[key]))
    );
  }
  return Object.is(ours, theirs);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe.skipIf(!existsSync(SUITE))('the YAML test suite (needs ../shared/data/yaml_test_suite)', () => {
  const cases = existsSync(SUITE) ? suiteCases() : [];

  test('all 402 cases are there', () => {
    expect(cases.length).toBe(402);
  });

  test.for(cases)('$name is read as it says, or refused', ({ bytes, fails, json }) => {
    const { accepted, data, isDeal } = read(bytes);
    if (fails) expect(isDeal).toBe(false);
    if (fails) expect(accepted).toBe(false);
    if (!accepted || json === undefined) return;
    const expected: unknown = json.trim() === '' ? null : JSON.parse(json);
    if (!sameData(data, expected)) expect(data).toEqual(expected);
  });

  test('most of what is plain YAML is accepted', () => {
    const plain = cases.filter((one) => !one.fails && read(one.bytes).accepted);
    expect(plain.length).toBeGreaterThan(120);
  });
});

describe.skipIf(!existsSync(JS_YAML))('malformed and odd YAML (needs ../shared/data/js_yaml_tests)', () => {
  const files = existsSync(JS_YAML)
    ? readdirSync(JS_YAML, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'))
    : [];

  test('all 95 files are there', () => {
    expect(files.length).toBe(95);
  });

  test.for(files)('%s is no deal, and told quickly why', (file) => {
    expect(read(readFileSync(join(JS_YAML, file))).isDeal).toBe(false);
  });
});
