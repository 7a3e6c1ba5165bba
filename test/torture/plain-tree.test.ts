// A million texts that are plain YAML, or nearly, or a slip of the hand away from it: wherever the plain reader answers,
// yaml makes the same tree of the text and finds nothing wrong with it.

import { expect, test } from 'vitest';
import { writeDeal } from '../../src/deal/write.ts';
import { type Held, holdAgainstYaml } from '../deal/against-yaml.ts';
import { anyNewDeal } from '../deal/deals.ts';
import { Dice } from '../deal/dice.ts';
import { everydayDeal } from '../deal/everyday-deals.ts';
import { nearlyPlain, soup } from '../deal/nearly-plain.ts';
import { slipped } from '../deal/slips.ts';
import { anyStyledDeal } from '../deal/styles.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';

const SEED = Number(process.env.PIPELINE_SEED ?? 2026_11_23);

function counted(what: string, { texts, answered }: Held): void {
  tally(`plain reader: ${what}`, { texts, answered, seed: SEED });
  expect(answered).toBeGreaterThan(texts / 100);
}

test('signs of YAML in any order', { timeout: PATIENCE_MS }, () => {
  counted(
    'signs in any order',
    holdAgainstYaml(share(5_000, 2_000_000), SEED, (seed) => soup(new Dice(seed))),
  );
});

test('plain YAML with traps in it', { timeout: PATIENCE_MS }, () => {
  const make = (seed: number) => nearlyPlain(new Dice(seed), 'with traps');
  counted('plain with traps', holdAgainstYaml(share(2_000, 800_000), SEED, make));
});

test('plain YAML with slips of the hand', { timeout: PATIENCE_MS }, () => {
  const make = (seed: number) => {
    const dice = new Dice(seed);
    return slipped(nearlyPlain(dice, 'plain'), dice);
  };
  counted('plain with slips', holdAgainstYaml(share(2_000, 1_800_000), SEED, make));
});

test('deals of every day with slips of the hand', { timeout: PATIENCE_MS }, () => {
  const make = (seed: number) => {
    const dice = new Dice(seed);
    const text = writeDeal(everydayDeal(dice));
    return [text, ...Array.from({ length: 9 }, () => slipped(text, dice))];
  };
  counted('everyday deals with slips', holdAgainstYaml(share(50, 20_000), SEED, make));
});

test('deals of any texts in any style', { timeout: PATIENCE_MS }, () => {
  const anyDealText = fc.oneof(
    anyNewDeal.map(writeDeal),
    anyStyledDeal.map(({ text }) => text),
  );
  const make = (seed: number) => fc.sample(anyDealText, { numRuns: 50, seed });
  const { texts, answered } = holdAgainstYaml(share(4, 400), SEED, make);
  tally('plain reader: odd deals', { texts, answered, seed: SEED });
});
