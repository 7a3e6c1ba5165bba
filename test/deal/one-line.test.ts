// A change of one value is a change of one line, and changing it back gives the same bytes, in every style.

import { describe, expect, test } from 'vitest';
import type { DealChange, ScalarKey } from '../../src/deal/change.ts';
import { compose } from '../../src/deal/compose.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { doubleQuoted, scalarText } from '../../src/deal/scalar-text.ts';
import { SourceText } from '../../src/deal/source-text.ts';
import { entryOf, isNothing, type ScalarNode } from '../../src/deal/tree.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, tally } from '../support/torture.ts';
import { anySet } from './changes.ts';
import { anyAmount, anyDay, DEFAULTS, RUNS, said, wordyText } from './deals.ts';
import { linesLost } from './lines.ts';
import { anyStyledDeal } from './styles.ts';

const PATH = 'deals/2026/acme-erp.yaml';
const TEXTS = ['name', 'stage', 'account', 'owner', 'important', 'category', 'lost_reason', 'was'] as const;
const DAYS = ['created', 'recorded', 'close', 'missing'] as const;

const patch = (text: string, ...changes: DealChange[]) => patchDeal(text, changes, PATH, DEFAULTS);
const read = (text: string) => readDeal(text, PATH, DEFAULTS);

interface Standing {
  readonly key: ScalarKey;
  readonly value: ScalarNode;
  readonly context: 'block' | 'flow';
}

/** The values at the top of the file that can be set and stand on one line. */
function standingIn(text: string): Standing[] {
  const { root } = compose(new SourceText(text, PATH));
  if (root?.kind !== 'map') throw new Error('no map');
  return [...TEXTS, ...DAYS, 'amount' as const].flatMap((key) => {
    const value = entryOf(root, key)?.value;
    if (value?.kind !== 'scalar' || value.text === '' || isNothing(value)) return [];
    if (text.slice(value.from, value.to).includes('\n')) return [];
    return [{ key, value, context: root.flow ? ('flow' as const) : ('block' as const) }];
  });
}

interface Values {
  readonly text: string;
  readonly day: string;
  readonly amount: string;
}

const anyValues = fc.record({ text: wordyText, day: anyDay, amount: anyAmount });
const everydayText = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .ąłżü-]{0,18}[a-z]$/);
const everydayValues = fc.record({ text: everydayText, day: anyDay, amount: anyAmount });

function change(key: ScalarKey, values: Values): DealChange {
  const isDay = DAYS.some((day) => day === key);
  return { kind: 'set', key, value: key === 'amount' ? values.amount : isDay ? values.day : values.text };
}

/** Escapes that need not have been: the value alone does not tell of them. */
function isEscapedOddly(text: string, { value }: Standing): boolean {
  return value.style === 'double' && text.slice(value.from, value.to) !== doubleQuoted(value.text);
}

/** Quotes that somebody chose, and that the new value needs anyway: nothing tells then that they were chosen. */
function losesItsQuotes(text: string, changed: string, { key, value, context }: Standing): boolean {
  const isOurs = (within: string, held: ScalarNode | undefined) =>
    held !== undefined && within.slice(held.from, held.to) === scalarText(held.text, context);
  const now = standingIn(changed).find((standing) => standing.key === key)?.value;
  return value.style !== 'plain' && !isOurs(text, value) && isOurs(changed, now);
}

/** Changes one value, and back. @returns whether the text was the same again */
function thereAndBack(text: string, standing: Standing, values: Values): boolean {
  const { key, value } = standing;
  const changed = patch(text, change(key, values));
  expect(linesLost(text, changed)).toBeLessThanOrEqual(1);
  expect(linesLost(changed, text)).toBeLessThanOrEqual(1);
  expect(changed.split('\n').length).toBe(text.split('\n').length);
  return patch(changed, { kind: 'set', key, value: value.text }) === text;
}

const PLACE = fc.nat({ max: 1_000 });

describe('a value changed, and changed back', () => {
  test(
    'is one line each time, and every byte as it was',
    () => {
      let changes = 0;
      fc.assert(
        fc.property(anyStyledDeal, PLACE, everydayValues, ({ text }, place, values) => {
          const all = standingIn(text).filter((standing) => !isEscapedOddly(text, standing));
          const standing = all[place % all.length];
          if (standing === undefined) return;
          changes++;
          expect(thereAndBack(text, standing, values)).toBe(true);
        }),
        RUNS,
      );
      expect(changes).toBeGreaterThan(RUNS.numRuns * 0.9);
      tally('a value changed, and changed back', { deals: changes });
    },
    PATIENCE_MS,
  );

  test(
    'is so whatever the new value, but for quotes that both need',
    () => {
      const counts = { deals: 0, 'with other quotes': 0 };
      fc.assert(
        fc.property(anyStyledDeal, PLACE, anyValues, ({ text }, place, values) => {
          const all = standingIn(text);
          const standing = all[place % all.length];
          if (standing === undefined) return;
          const isSame = thereAndBack(text, standing, values);
          counts[isSame ? 'deals' : 'with other quotes']++;
          const changed = patch(text, change(standing.key, values));
          if (!isSame && !isEscapedOddly(text, standing))
            expect(losesItsQuotes(text, changed, standing)).toBe(true);
        }),
        RUNS,
      );
      expect(counts.deals).toBeGreaterThan(RUNS.numRuns / 2);
      tally('any value changed, and changed back', counts);
    },
    PATIENCE_MS,
  );

  test(
    'that was not there is one line more, and gone again every byte is as it was',
    () => {
      let deals = 0;
      fc.assert(
        fc.property(anyStyledDeal, PLACE, everydayValues, ({ text }, place, values) => {
          const { root } = compose(new SourceText(text, PATH));
          if (root?.kind !== 'map') throw new Error('no map');
          const absent = [...TEXTS, ...DAYS].filter((key) => entryOf(root, key) === undefined);
          const key = absent[place % absent.length];
          if (key === undefined || root.flow) return;
          const changed = patch(text, change(key, values));
          deals++;
          expect(changed.split('\n').length).toBe(text.split('\n').length + 1);
          expect(patch(changed, { kind: 'remove', key })).toBe(text);
        }),
        RUNS,
      );
      tally('a value put in, and taken out', { deals });
    },
    PATIENCE_MS,
  );
});

describe('the styles', () => {
  test(
    'say what the deal says',
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

  test.each([
    ['plain texts', /^owner: \w/m],
    ['single quotes', /^"?(?:owner|account)"?: '/m],
    ['double quotes', /^"?(?:owner|account)"?: "/m],
    ['block scalars', /: \|-? ?/],
    ['maps in braces', /^next_step: \{/m],
    ['maps in lines', /^next_step:.*\n {3}\w/m],
    ['lists in brackets', /^stages: \[/m],
    ['lists in lines', /^stages:.*\n *- /m],
    ['lists without an indent', /^stages:.*\n- /m],
    ['JSON', /^\{"name"/],
    ['unknown keys', /^unknown_key: /m],
    ['comments behind values', /: .* # a comment/],
    ['comments between lines', /^# a comment/m],
    ['CRLF', /\r\n/],
    ['LF', /^[^\r]*\n[^\r]*$/],
    ['no final line end', /[^\n]$/],
    ['a byte order mark', /^\ufeff/],
    ['an end of the document', /^\.\.\./m],
  ])('have %s among them', (_, style) => {
    const texts = fc.sample(anyStyledDeal, { numRuns: 600, seed: 7 }).map(({ text }) => text);
    expect(texts.filter((text) => style.test(text)).length).toBeGreaterThan(2);
  });

  test(
    'any change of any key, there or not, touches one line where it stands on one',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, anySet, ({ text }, set) => {
          const { root } = compose(new SourceText(text, PATH));
          const custom = root?.kind === 'map' ? entryOf(root, 'custom')?.value : undefined;
          const old =
            root?.kind === 'map' && !set.key.startsWith('custom.')
              ? entryOf(root, set.key)?.value
              : undefined;
          if (old !== undefined && text.slice(old.from, old.to).includes('\n')) return;
          if (set.key.startsWith('custom.') && custom !== undefined) return;
          expect(linesLost(text, patch(text, set))).toBeLessThanOrEqual(1);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});
