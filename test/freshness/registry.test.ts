// What must be true of every rule, so that a new one is one file, one line and one fixture.

import { expect, test } from 'vitest';
import { BUILT_RULES, RULES } from '../../src/freshness/registry.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';

test('every rule says what it finds, why and what to do', () => {
  for (const rule of BUILT_RULES) {
    for (const text of [rule.title, rule.what, rule.why, rule.fix]) expect(text).toMatch(/\S/);
    for (const text of [rule.what, rule.why, rule.fix]) expect(text).toMatch(/\.$/);
  }
});

test('a rule that is built has an effect when pipeline.yaml sets it', () => {
  const rules = Object.keys(RULES).map((id) => `  ${id}: info\n`);
  const text = `format: 1\nname: a\ncurrency: PLN\nprocess: {stages: [lead]}\nrules:\n${rules.join('')}`;
  const { settings, problems } = readSettings(text, 'pipeline.yaml');
  expect(problems).toEqual([]);
  expect(settings?.unused).toEqual([]);
});
