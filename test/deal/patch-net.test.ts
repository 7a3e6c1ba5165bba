// The net under every change of a file: what comes out is read again, and where it does not say just what was meant,
// nothing comes out. Here the edits themselves are wrong.

import { beforeEach, expect, test, vi } from 'vitest';
import type { Edit } from '../../src/deal/edits.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { DEFAULTS } from './deals.ts';

const wrong = vi.hoisted(() => ({ edits: [] as Edit[] }));
vi.mock('../../src/deal/edits.ts', () => ({ editsOf: () => wrong.edits }));

const PATH = 'deals/2026/acme-erp.yaml';
const TEXT = 'name: A\nstage: lead\nowner: anna\nx-note: {kept: [1, 2]} # ours\n';
const patch = () => patchDeal(TEXT, [{ kind: 'set', key: 'owner', value: 'piotr' }], PATH, DEFAULTS);
const REFUSED = `the change of ${PATH} would not read back as intended; nothing was written`;

/** An edit that puts one text in the place of another, wherever that stands. */
const swap =
  (from: string, to: string): Edit =>
  ({ text }) => {
    const at = text.indexOf(from);
    return at < 0 ? [] : [{ from: at, to: at + from.length, text: to }];
  };

beforeEach(() => {
  wrong.edits = [];
});

test('the right edit comes out', () => {
  wrong.edits = [swap('anna', 'piotr')];
  expect(patch()).toBe(TEXT.replace('anna', 'piotr'));
});

test.each([
  ['says something else', [swap('anna', 'ewa')]],
  ['says more', [swap('anna', 'piotr'), swap('lead', 'won')]],
  ['is no deal any more', [swap('owner: anna', 'owner: piotr'), swap('stage: lead\n', '')]],
  ['is no YAML any more', [swap('anna', '[piotr')]],
  ['takes out a key that is not ours', [swap('anna', 'piotr'), swap('x-note: {kept: [1, 2]}', '')]],
  ['renames a key that is not ours', [swap('anna', 'piotr'), swap('x-note', 'y-note')]],
  ['changes a value that is not ours', [swap('anna', 'piotr'), swap('[1, 2]', '[1, 3]')]],
])('an edit whose text %s is a bug, and nothing comes out', (_, edits) => {
  wrong.edits = edits;
  expect(patch).toThrow(REFUSED);
});

test('an edit between two changes that breaks the text is a bug too', () => {
  wrong.edits = [swap('anna', '[piotr'), swap('[piotr', '[ewa'), swap('[ewa', '[jan')];
  expect(patch).toThrow();
  wrong.edits = [swap('name: A\nstage: lead\nowner: anna', '- a'), swap('- a', '- b')];
  expect(patch).toThrow();
});
