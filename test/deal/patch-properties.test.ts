// What must hold of every change of every file, however it is written.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { DealChange, ScalarKey } from '../../src/deal/change.ts';
import { compose } from '../../src/deal/compose.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { doubleQuoted, scalarText } from '../../src/deal/scalar-text.ts';
import { SourceText } from '../../src/deal/source-text.ts';
import { entryOf, type TreeNode } from '../../src/deal/tree.ts';
import {
  anyAmount,
  anyDay,
  anyText,
  DEFAULTS,
  PATIENCE_MS,
  RUNS,
  said,
  someText,
  wordyText,
} from './deals.ts';
import { anyStyledDeal } from './styles.ts';

const PATH = 'deals/2026/acme-erp.yaml';

const patch = (text: string, ...changes: DealChange[]) => patchDeal(text, changes, PATH, DEFAULTS);
const read = (text: string) => readDeal(text, PATH, DEFAULTS);

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

const anySet: fc.Arbitrary<DealChange & { kind: 'set' }> = fc.oneof(
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

const anyAppend: fc.Arbitrary<DealChange> = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), key: fc.constant('stages' as const), item: stageItem }),
  fc.record({
    kind: fc.constant('append' as const),
    key: fc.constant('activities' as const),
    item: activityItem,
  }),
  fc.record({ kind: fc.constant('append' as const), key: fc.constant('waive' as const), item: waiveItem }),
);

const anyReplace: fc.Arbitrary<DealChange> = fc.oneof(
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

const anyNextStep: fc.Arbitrary<DealChange> = fc.oneof(
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

const anyRemove: fc.Arbitrary<DealChange> = fc.record({
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
const SLIPS = [
  '',
  ' ',
  '\n',
  '\r\n',
  '  ',
  '\t',
  ':',
  ': ',
  '#',
  ' #',
  '-',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '|',
  '>',
  '~',
  'x',
  '\\',
  '0',
  '\n  ',
  '\n\n',
  '---\n',
  ' ? ',
];

/** Lines of one text that the other lacks, in order. */
function linesLost(from: string, to: string): number {
  const left = new Map<string, number>();
  for (const line of to.split(/\r?\n/)) left.set(line, (left.get(line) ?? 0) + 1);
  return from.split(/\r?\n/).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

function valueIn(text: string, key: string): TreeNode | undefined {
  const { root } = compose(new SourceText(text, PATH));
  if (root?.kind !== 'map') return undefined;
  if (!key.startsWith('custom.')) return entryOf(root, key)?.value;
  const custom = entryOf(root, 'custom')?.value;
  return custom?.kind === 'map' ? entryOf(custom, key.slice('custom.'.length))?.value : undefined;
}

function standsOnOneLine(text: string, key: string): boolean {
  const value = valueIn(text, key);
  return value === undefined || (value.kind === 'scalar' && !text.slice(value.from, value.to).includes('\n'));
}

/** Quotes that were not needed and now are, or other escapes: what they were can't be told from the text. */
function isOtherQuoting(text: string, changed: string, key: string): boolean {
  const context = isFlow(text, key) ? 'flow' : 'block';
  const isOwn = (within: string, value: TreeNode | undefined) =>
    value?.kind === 'scalar' && within.slice(value.from, value.to) === scalarText(value.text, context);
  const [old, now] = [valueIn(text, key), valueIn(changed, key)];
  const isEscaped =
    old?.kind === 'scalar' &&
    old.style === 'double' &&
    text.slice(old.from, old.to) !== doubleQuoted(old.text);
  if (isEscaped) return true;
  return old?.kind === 'scalar' && old.style !== 'plain' && !isOwn(text, old) && isOwn(changed, now);
}

function isFlow(text: string, key: string): boolean {
  const { root } = compose(new SourceText(text, PATH));
  const map = key.startsWith('custom.') ? valueIn(text, 'custom') : root;
  return map?.kind === 'map' && map.flow;
}

describe('changes of files in every style', () => {
  test(
    'the styles say what the deal says',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, ({ deal, text }) => {
          const { deal: found, problems } = read(text);
          expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
          expect(said(found)).toEqual(deal);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'a change of one value is a change of one line, and changing it back gives the same bytes',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, anySet, ({ text }, change) => {
          const before = read(text).deal;
          if (before === undefined) throw new Error('unreadable');
          const changed = patch(text, change);
          const old = heldIn(before, change.key);
          const isOneLine = standsOnOneLine(text, change.key);
          if (isOneLine) {
            expect(linesLost(text, changed)).toBeLessThanOrEqual(1);
            expect(linesLost(changed, text)).toBeLessThanOrEqual(1);
          }
          if (
            changed === text ||
            old === undefined ||
            !isOneLine ||
            isOtherQuoting(text, changed, change.key)
          )
            return;
          expect(patch(changed, { ...change, value: old })).toBe(text);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'any changes in a row come out as intended, and a second time change nothing',
    () => {
      const anyChange = fc.oneof(anySet, anyAppend, anyNextStep, anyRemove);
      fc.assert(
        fc.property(
          anyStyledDeal,
          fc.array(anyChange, { minLength: 1, maxLength: 6 }),
          ({ text }, changes) => {
            const together = patch(text, ...changes);
            const oneByOne = changes.reduce((changed, change) => patch(changed, change), text);
            expect(said(read(together).deal)).toEqual(said(read(oneByOne).deal));
            const settled = changes.filter((change) => change.kind === 'set');
            for (const change of settled.slice(-1))
              expect(patch(patch(text, change), change)).toBe(patch(text, change));
          },
        ),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'an item goes to the end of its list, and no other line changes',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, anyAppend, ({ text }, change) => {
          const changed = patch(text, change);
          expect(linesLost(text, changed)).toBeLessThanOrEqual(1);
          expect(linesLost(changed, text)).toBeLessThanOrEqual(2);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'after any slip of the hand a file is read or refused, and where it is read any change comes out as intended',
    () => {
      const anyChange = fc.oneof(anySet, anyAppend, anyNextStep, anyRemove, anyReplace);
      const slip = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...SLIPS));
      const slips = fc.array(slip, { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(anyStyledDeal, slips, anyChange, ({ text }, made, change) => {
          const slipped = made.reduce((so, [place, gone, put]) => {
            const at = place % (so.length + 1);
            return so.slice(0, at) + put + so.slice(at + gone);
          }, text);
          const { deal, problems } = read(slipped);
          expect(deal === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
          if (deal === undefined) return;
          if (change.kind === 'replace' && deal[change.key].length <= change.index) return;
          try {
            const changed = patch(slipped, change);
            if (change.kind !== 'append') expect(patch(changed, change)).toBe(changed);
          } catch (error) {
            if (!(error instanceof Failure)) throw error; // an amount may have come to stand in another currency
          }
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'an item is replaced key by key',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, anyReplace, ({ text, deal }, change) => {
          if (change.kind !== 'replace' || (deal[change.key]?.length ?? 0) === 0) return;
          const changed = patch(text, change);
          expect(patch(changed, change)).toBe(changed);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});

function heldIn(deal: object, key: string): string | number | boolean | undefined {
  const property = { lost_reason: 'lostReason', merged_into: 'mergedInto' }[key] ?? key;
  const custom: unknown = 'custom' in deal ? deal.custom : {};
  const holder = key.startsWith('custom.') ? custom : deal;
  const name = key.startsWith('custom.') ? key.slice('custom.'.length) : property;
  const value: unknown =
    typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value === ''
      ? undefined
      : value
    : undefined;
}
