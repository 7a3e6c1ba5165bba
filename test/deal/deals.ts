// Deals at random, for property tests: texts of every kind, all keys, plain data under `custom`.

import { fromEpochDay } from '../../src/base/day.ts';
import { type Decimal, toDecimal } from '../../src/base/money.ts';
import type { CustomValue, Deal } from '../../src/deal/deal.ts';
import type { NewDeal } from '../../src/deal/write.ts';
import { fc } from '../support/seeded.ts';
import { share } from '../support/torture.ts';

/** How many runs each property gets. */
export const RUNS = { numRuns: share(100, 5_000) };

export const DEFAULTS = { currency: 'PLN' };

/** Texts that YAML, or a reader of it, likes to misread. */
export const TRICKY_TEXTS: readonly string[] = [
  'null',
  'Null',
  '~',
  'true',
  'yes',
  'No',
  'on',
  'y',
  '0012',
  '1e3',
  '0x10',
  '1_000',
  '-5',
  '+5',
  '.5',
  '.nan',
  '-.inf',
  '12:30',
  '2026-01-01',
  '<<',
  '---',
  '...',
  '- a',
  '-',
  '?',
  '? a',
  ':',
  ': a',
  'a: b',
  'a:',
  'a :b',
  'a:b',
  'a #b',
  'a#b',
  '#a',
  'send offer, then call',
  '[a]',
  '{a: b}',
  'a [b]',
  'a }b',
  ' a',
  'a ',
  '  ',
  '\ta',
  'a\t',
  'a\nb',
  'a\r\nb',
  '\n',
  'a\n\n',
  '"',
  "'",
  '"a"',
  "'a'",
  "it's",
  'a\\b',
  '\\n',
  '%a',
  '@a',
  '`a',
  '!a',
  '&a',
  '*a',
  '|',
  '>',
  '|-',
  'a|b',
  '=',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u00a0a',
  '\u2028',
  '\u2029a',
  '\u200b',
  '\u200f',
  '\u202eabc',
  '\ufeffa',
  '\ufffe',
  '\ud800',
  'a\udc00b',
  '__proto__',
  'constructor',
  'Zażółć gęślą jaźń',
  '株式会社',
  'مرحبا',
  '👩‍👩‍👧',
  'e\u0301',
  '€ 5',
  '$5',
  'a'.repeat(2000),
  '<<<<<<<',
  '=======',
  'a,b',
  ',',
  ',a',
  '.',
  '..',
];

/** fast-check's own unit of that kind takes seconds to load. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((place) => String.fromCodePoint(place < 0xd800 ? place : place + 0x800));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TRICKY_TEXTS),
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom('a', ' ', ':', '#', ',', '-', '"', "'", '{', ']', '\n', '1', '.', '?', '\\', 'ł'),
      { maxLength: 10 },
    )
    .map((parts) => parts.join('')),
);

/** Not '': that is how a missing text is read. */
export const someText = anyText.filter((text) => text !== '');
/** Not blank: names and stages may not be. */
export const wordyText = anyText.filter((text) => text.trim() !== '');

export const anyDay = fc.integer({ min: 0, max: 40_000 }).map(fromEpochDay);

export const anyAmount = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 999_999_999_999n }),
    fc.constantFrom('', '.0', '.00', '.5', '.99'),
  )
  .map(([negative, whole, decimals]) => decimal(`${negative ? '-' : ''}${whole}${decimals}`));

function decimal(text: string): Decimal {
  const found = toDecimal(text);
  if (found === undefined) throw new RangeError(text);
  return found;
}

const anyNumber = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger())
  .map((value) => (value === 0 ? 0 : value)); // no -0: YAML and JSON write both as 0

export const anyData: fc.Arbitrary<CustomValue> = fc.letrec<{ data: CustomValue }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    anyText,
    anyNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(anyText, tie('data'), { maxKeys: 3, noNullPrototype: false }),
  ),
})).data;

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const list = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 4 });

/** All keys at random; every text but name and stage may be ''. */
export const anyNewDeal: fc.Arbitrary<NewDeal> = fc.record({
  name: wordyText,
  stage: wordyText,
  account: anyText,
  owner: anyText,
  amount: optional(anyAmount),
  currency: fc.constantFrom('', 'PLN', 'EUR', 'USD'),
  created: optional(anyDay),
  recorded: optional(anyDay),
  close: optional(anyDay),
  important: anyText.filter((text) => !/^(no|false)$/i.test(text)),
  category: anyText,
  contacts: list(someText),
  nextStep: optional(fc.record({ what: wordyText, by: anyDay, agreed: anyDay }, { requiredKeys: ['what'] })),
  stages: list(
    fc.record({ stage: wordyText, on: anyDay, logged: anyDay }, { requiredKeys: ['stage', 'on'] }),
  ),
  activities: list(
    fc.record(
      { on: anyDay, logged: anyDay, type: wordyText, note: someText, ref: someText },
      { requiredKeys: ['on', 'type'] },
    ),
  ),
  checklist: list(someText),
  waive: list(fc.record({ rule: wordyText, until: anyDay, why: wordyText })),
  lostReason: anyText,
  source: optional(fc.record({ system: wordyText, id: wordyText })),
  was: anyText,
  mergedInto: anyText,
  missing: optional(anyDay),
  custom: fc.dictionary(anyText, anyData, { maxKeys: 5 }),
});

/** What a deal says, without where it says it. */
export function said(deal: Deal | undefined): unknown {
  if (deal === undefined) return undefined;
  const { id: _id, path: _path, lines: _lines, ...rest } = deal;
  const bare = <Item extends { readonly line: number }>({ line: _line, ...item }: Item) => item;
  return {
    ...rest,
    stages: deal.stages.map(bare),
    activities: deal.activities.map(bare),
    waive: deal.waive.map(bare),
  };
}
