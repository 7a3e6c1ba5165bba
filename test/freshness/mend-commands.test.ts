// What a hint tells a person to do: a command where the deal is written here, the CRM where that holds it.

import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { fieldCommands, signCommand } from '../../src/freshness/mend-commands.ts';
import { RULES } from '../../src/freshness/registry.ts';
import type { Looked } from '../../src/freshness/rule.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { RuleId } from '../../src/workspace/rule-ids.ts';
import { settings } from '../snapshot/build.ts';
import { inEnglish } from '../support/in-english.ts';
import { book, freshRow } from './book.ts';

const source = 'pipedrive:17';

/** A deal that each rule finds something in, and the verb that mends it. */
const WRONG: readonly (readonly [RuleId, Partial<DealRow>, string])[] = [
  ['stale', { lastSignOfLife: day('2026-10-01') }, 'pipeline log acme "…" --on DAY'],
  ['past-close', { close: day('2026-11-18') }, 'pipeline set acme close=…'],
  ['no-next-step', { nextStep: '', nextStepBy: undefined }, 'pipeline next acme "…" --by fri'],
  ['overdue-next-step', { nextStepBy: day('2026-11-18') }, 'pipeline done acme --next "…" --by fri'],
  ['forgotten', { lastSignOfLife: day('2026-01-01') }, 'pipeline next acme "…" --by fri'],
  [
    'placeholder-close',
    { close: day('2026-12-31'), closeFirst: day('2026-12-31') },
    'pipeline set acme close=…',
  ],
  ['closed-without-reason', { stage: 'lost' }, 'pipeline set acme lost_reason=…'],
  ['unknown-stage', { stage: 'proposl' }, 'pipeline move acme STAGE'],
  ['date-order', { created: day('2026-11-24') }, 'pipeline set acme close=…'],
];

const hintOf = (rule: RuleId, row: Partial<DealRow>, more: Partial<Looked> = {}) =>
  // The other deal is evidence that the source delivers what the rules judge by.
  inEnglish(
    findingsOf(
      book([freshRow({ id: 'other', source: row.source ?? '' }), freshRow({ id: 'acme', ...row })], more),
      { rules: [RULES[rule]] },
    ).findings,
  ).find(({ id }) => id === 'acme')?.hint;

test.each(WRONG)('%s names the command that mends it', (rule, row, command) => {
  expect(hintOf(rule, row)).toContain(command);
});

test.each(WRONG)('%s of a mirrored deal names no command that would be refused', (rule, row) => {
  const more = { settings: settings({ sourceOfRecord: 'pipedrive' }) };
  const hint = hintOf(rule, { ...row, source }, more);
  expect(hint).toBeDefined();
  expect(hint).not.toMatch(/pipeline (?:set|next|log|done|move|lost|won|owner)/);
});

test('a deal of our own in a mirror has its commands', () => {
  const more = { settings: settings({ sourceOfRecord: 'pipedrive' }) };
  expect(hintOf('past-close', { close: day('2026-11-18') }, more)).toContain('pipeline set acme close=…');
});

test('what a snapshot shows is mended by no command: the deal may be another by now', () => {
  expect(hintOf('past-close', { close: day('2026-11-18') }, { past: true })).toBe(
    "Set a new close date in the deal's file, or close the deal.",
  );
});

test('where a note is no sign of life, a type is named that is', () => {
  const plain = settings();
  const freshness = { ...plain.freshness, notActivities: ['note'] };
  expect(signCommand('acme', { ...plain, freshness, activityTypes: ['note', 'call'] })).toBe(
    'pipeline log acme "…" --type call --on DAY',
  );
  expect(signCommand('acme', plain)).toBe('pipeline log acme "…" --on DAY');
});

test('fields are set by one command, and those with a verb of their own by it; a list is added to', () => {
  expect(fieldCommands('acme', ['amount', 'next_step', 'close', 'contacts', 'owner'])).toBe(
    'pipeline set acme amount=… close=… contacts+=…; pipeline next acme "…" --by fri; pipeline owner acme …',
  );
});

test('a field that only an editor changes is left to the editor', () => {
  expect(fieldCommands('acme', ['source', 'waive'])).toBe('pipeline edit acme');
});
