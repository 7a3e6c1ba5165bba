// Whatever is written into a sheet's blocks is read, told in the deal and written into it, and nothing of it is lost.

import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/base/day.ts';
import type { Decimal } from '../../src/base/money.ts';
import { REVIEW } from '../../src/deal/own-activities.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { scalarText } from '../../src/deal/scalar-text.ts';
import { answerChanges } from '../../src/review/answer-changes.ts';
import { answerNote } from '../../src/review/answer-note.ts';
import { type DealAnswer, VERDICTS } from '../../src/review/sheet.ts';
import { readSheet } from '../../src/review/sheet-read.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share } from '../support/torture.ts';

const ON = '2026-11-23' as Day;
const PATH = 'deals/2026/alpha.yaml';
const DEAL = 'name: A # ours\nowner: anna\nstage: lead\namount: 1000.00\nclose: 2026-12-15\n';
const CURRENCY = { currency: 'PLN' };
const RUNS = { numRuns: share(100, 20_000) };
const { settings } = readSettings(
  'format: 1\nname: acme\ncurrency: PLN\nlocale: en\ntime_zone: Europe/Warsaw\nprocess: {stages: [lead]}\n',
  'pipeline.yaml',
);

/** Any text that a person may write on some lines, trimmed as a block's text is. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replaceAll(/[\p{C}\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '');
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(ON, days));
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });

const answers: fc.Arbitrary<DealAnswer> = fc.record({
  id: fc.constant('alpha'),
  line: fc.constant(3),
  verdict: maybe(fc.constantFrom(...VERDICTS)),
  close: maybe(day),
  amount: maybe(fc.integer({ min: 0, max: 10_000_000 }).map((amount) => String(amount) as Decimal)),
  nextStep: maybe(fc.record({ what: words, by: day })),
  actions: fc.uniqueArray(fc.record({ what: words, owner: words, by: maybe(day) }), {
    selector: ({ what, owner }) => JSON.stringify([what, owner]),
    maxLength: 3,
  }),
  reason: fc.constant(''),
  lesson: fc.oneof(fc.constant(''), words),
  tags: fc.uniqueArray(
    words.filter((text) => !text.includes(',')),
    { maxLength: 3 },
  ),
});

const flow = (pairs: readonly (readonly [string, string | undefined])[]) =>
  `{${pairs.flatMap(([key, text]) => (text === undefined ? [] : [`${key}: ${scalarText(text, 'flow')}`])).join(', ')}}`;

/** As a person fills it in. */
function sheetWith(
  { verdict, close, amount, nextStep, actions, lesson, tags }: DealAnswer,
  end: string,
): string {
  const lines = [
    '# Review 2026-11-23',
    'What we said: ```not a block```',
    '```yaml',
    'deal: alpha',
    `verdict: ${verdict ?? ''}  # confirmed | corrected`,
    `close: ${close ?? ''}`,
    `amount: ${amount ?? ''}`,
    `next_step: ${
      nextStep === undefined
        ? ''
        : flow([
            ['what', nextStep.what],
            ['by', nextStep.by],
          ])
    }`,
    'actions:',
    ...actions.map(
      ({ what, owner, by }) =>
        `  - ${flow([
          ['what', what],
          ['owner', owner],
          ['by', by],
        ])}`,
    ),
    `lesson: ${lesson === '' ? '' : scalarText(lesson, 'block')}`,
    `tags: [${tags.map((tag) => scalarText(tag, 'flow')).join(', ')}]`,
    '```',
    'Ours, too.',
    '```yaml',
    'format: 1',
    'review: 2026-11-23',
    'snapshot: {name: 2026-11-23, deals_sha256: a, archived_sha256: b}',
    'seed: a-b',
    'sampler: 1',
    'closed: {from: 2026-11-09}',
    'not_again_within: 60',
    'currency: PLN',
    'strata:',
    '  - stratum: open',
    '    largest: 1',
    '    random: 0',
    '    population: 1',
    '    excluded: 0',
    '    drawn_from: 0',
    '    drawn_from_value: "0"',
    '    picked:',
    '      - {id: alpha, why: largest, rank: 1, probability: 1, owner: anna, stage: lead, amount: "1000.00", currency: PLN, value: "1000.00", close: 2026-12-15}',
    '```',
    '',
  ];
  return lines.join(end);
}

const read = (text: string) => {
  if (settings === undefined) throw new Error('no settings');
  return readSheet(text, 'reviews/2026-11-23.md', settings);
};
const pickOf = (text: string) => {
  const pick = read(text).sheet?.draw.strata[0]?.picked[0];
  if (pick === undefined) throw new Error('no pick');
  return pick;
};
const dealOf = (text: string) => {
  const { deal } = readDeal(text, PATH, CURRENCY);
  if (deal === undefined) throw new Error(`no deal in ${text}`);
  return deal;
};
const says = ({ verdict, close, amount, nextStep, actions, lesson, tags }: DealAnswer) =>
  [verdict, close, amount, nextStep].some((one) => one !== undefined) ||
  actions.length + tags.length > 0 ||
  lesson !== '';

test(
  'what is written into a block is read as it was meant',
  () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('\n', '\r\n'), (answer, end) => {
        const { sheet, problems } = read(sheetWith(answer, end));
        expect(problems).toEqual([]);
        expect(sheet?.answers).toEqual(says(answer) ? [answer] : []);
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);

test(
  'a deal says what was answered and tells of it once; again nothing changes, and another answer takes its place',
  () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const pick = pickOf(sheetWith(first, '\n'));
        const applied = (text: string, answer: DealAnswer, today: Day) => {
          const facts = { answer, pick, deal: dealOf(text), on: ON, today, ref: '2026-11-23', ...CURRENCY };
          const made = answerChanges({
            ...facts,
            row: { nextStep: '', nextStepBy: undefined, lostReason: '' },
          });
          expect(made.clashes).toEqual([]);
          const activity = made.activity === undefined ? [] : [made.activity];
          return patchDeal(text, [...made.fields, ...activity], PATH, CURRENCY);
        };
        const once = applied(DEAL, first, ON);
        expect(applied(once, first, addDays(ON, 30))).toBe(once);
        expect(once).toContain('name: A # ours\n');
        const twice = applied(once, second, addDays(ON, 1));
        const deal = dealOf(twice);
        const { close, amount, nextStep } = second;
        if (close !== undefined) expect(deal.close).toBe(close);
        if (amount !== undefined) expect(Number(deal.amount)).toBe(Number(amount));
        if (nextStep !== undefined)
          expect(deal.nextStep).toMatchObject({ what: nextStep.what, by: nextStep.by });
        const told = deal.activities.filter(({ type }) => type === REVIEW);
        // What is taken out of the sheet stays in the deal, and stays told.
        const kept = {
          close: close ?? first.close,
          amount: amount ?? first.amount,
          nextStep: nextStep ?? first.nextStep,
        };
        expect(told.map(({ note, ref, on }) => [note, ref, on])).toEqual([
          [answerNote({ ...second, ...kept }, pick), '2026-11-23', ON],
        ]);
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);
