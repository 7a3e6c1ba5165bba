// The JSON Schema of feedback/ shows in an editor what the reader would say.

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Day } from '../../src/base/day.ts';
import { demoDialogue } from '../../src/demo/dialogue.ts';
import { feedbackJsonSchema } from '../../src/feedback/schema.ts';

const accepts = new Ajv({ strict: false, allErrors: true }).compile(feedbackJsonSchema());
const month = (entry: string) => parse(`format: 1\nentries:\n  - ${entry}\n`);
const SAID = 'id: f1, on: 2026-11-23, kind: change, text: a';

test('what the program writes is right', () => {
  for (const { text } of demoDialogue('2026-11-23' as Day)) expect(accepts(parse(text)), text).toBe(true);
  expect(accepts(parse('format: 1\nentries:\n'))).toBe(true);
});

describe('an editor shows', () => {
  test.each([
    ['a kind that there is not', '{id: f1, on: 2026-11-23, kind: chnage, text: a}'],
    ['a text that is missing', '{id: f1, on: 2026-11-23, kind: change}'],
    ['an unknown key', `{${SAID}, txt: b}`],
    ['a key of another kind', `{${SAID}, due: 2026-11-23}`],
    ['a day that is none', '{id: f1, on: 23.11.2026, kind: change, text: a}'],
    ['a decision that there is not', `{${SAID}, decision: {as: maybe, on: 2026-11-23}}`],
    ['a decision without its day', `{${SAID}, decision: {as: trial}}`],
    ['a version that is no number', `{${SAID}, process: three}`],
    ['something else that was held', '{id: h1, on: 2026-11-23, kind: held, what: party}'],
  ])('%s', (_, entry) => {
    expect(accepts(month(`{${SAID}}`))).toBe(true);
    expect(accepts(month(entry))).toBe(false);
  });
});
