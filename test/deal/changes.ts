// Changes of a deal at random, and slips of the hand.

import type { DealChange, ScalarKey } from '../../src/deal/change.ts';
import { fc } from '../support/seeded.ts';
import { anyAmount, anyData, anyDay, anyText, someText, wordyText } from './deals.ts';
import { YAML_SIGNS } from './yaml-pieces.ts';

const textKey = fc.constantFrom<ScalarKey>(
  'account',
  'owner',
  'important',
  'category',
  'lost_reason',
  'was',
  'merged_into',
);
const dayKey = fc.constantFrom<ScalarKey>('created', 'recorded', 'close', 'missing');
const customKey = fc.constantFrom<`custom.${string}`>(
  'custom.segment',
  'custom.a.b',
  'custom.__proto__',
  'custom.null',
);

export const anySet: fc.Arbitrary<DealChange & { kind: 'set' }> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    key: fc.constantFrom<ScalarKey>('name', 'stage'),
    value: wordyText,
  }),
  fc.record({ kind: fc.constant('set' as const), key: textKey, value: anyText }),
  fc.record({ kind: fc.constant('set' as const), key: dayKey, value: anyDay }),
  fc.record({ kind: fc.constant('set' as const), key: fc.constant<ScalarKey>('amount'), value: anyAmount }),
  fc.record({
    kind: fc.constant('set' as const),
    key: fc.constant<ScalarKey>('currency'),
    value: fc.constantFrom('EUR', 'USD'),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    key: customKey,
    value: fc.oneof(anyText, fc.integer(), fc.boolean()),
  }),
);

const stageItem = fc.record(
  { stage: wordyText, on: anyDay, logged: anyDay },
  { requiredKeys: ['stage', 'on'] },
);
const activityItem = fc.record(
  { on: anyDay, logged: anyDay, type: wordyText, note: someText, ref: someText },
  { requiredKeys: ['on', 'type'] },
);
const waiveItem = fc.record({ rule: wordyText, until: anyDay, why: wordyText });

export const anyAppend: fc.Arbitrary<DealChange> = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), key: fc.constant('stages' as const), item: stageItem }),
  fc.record({
    kind: fc.constant('append' as const),
    key: fc.constant('activities' as const),
    item: activityItem,
  }),
  fc.record({ kind: fc.constant('append' as const), key: fc.constant('waive' as const), item: waiveItem }),
);

export const anyInsert: fc.Arbitrary<DealChange & { kind: 'append' }> = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    key: fc.constant('stages' as const),
    item: stageItem,
    before: fc.nat({ max: 3 }),
  }),
  fc.record({
    kind: fc.constant('append' as const),
    key: fc.constant('activities' as const),
    item: activityItem,
    before: fc.nat({ max: 3 }),
  }),
);

export const anyAppendText: fc.Arbitrary<DealChange & { kind: 'append-text' }> = fc.record({
  kind: fc.constant('append-text' as const),
  key: fc.constantFrom('contacts', 'checklist'),
  text: wordyText,
});

export const anySetCustom: fc.Arbitrary<DealChange> = fc.record({
  kind: fc.constant('set-custom' as const),
  key: customKey,
  value: anyData,
});

export const anyReplace: fc.Arbitrary<DealChange> = fc.oneof(
  fc.record({
    kind: fc.constant('replace' as const),
    key: fc.constant('stages' as const),
    index: fc.constant(0),
    item: stageItem,
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    key: fc.constant('activities' as const),
    index: fc.constant(0),
    item: activityItem,
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    key: fc.constant('waive' as const),
    index: fc.constant(0),
    item: waiveItem,
  }),
);

export const anyNextStep: fc.Arbitrary<DealChange> = fc.oneof(
  fc.record({
    kind: fc.constant('set-next-step' as const),
    step: fc.record({
      what: wordyText,
      by: fc.option(anyDay, { nil: undefined }),
      agreed: fc.option(anyDay, { nil: undefined }),
    }),
  }),
  fc.constant({
    kind: 'set-next-step' as const,
    step: { what: undefined, by: undefined, agreed: undefined },
  }),
);

export const anyRemove: fc.Arbitrary<DealChange> = fc.record({
  kind: fc.constant('remove' as const),
  key: fc.oneof(
    textKey,
    dayKey,
    customKey,
    fc.constantFrom(
      'amount' as const,
      'currency' as const,
      'contacts' as const,
      'next_step' as const,
      'stages' as const,
      'activities' as const,
      'checklist' as const,
      'waive' as const,
      'source' as const,
      'custom' as const,
    ),
  ),
});

/** What slips in: signs that mean something to YAML, and some that do not. */
export const SLIPS = [...YAML_SIGNS, '', ' ', ':', '-', 'x', '\\', '0', '\n  ', '\n\n', ' ? '];
