// Folding, ids and "did you mean".

import { expect, test } from 'vitest';
import { fold, slug } from '../../src/base/fold.ts';
import { didYouMean, nearest } from '../../src/base/nearest.ts';

test.each([
  ['Łódź – Zażółć', 'lodz-zazolc'],
  ['Acme Sp. z o.o.', 'acme-sp-z-o-o'],
  ['Straße Ø', 'strasse-o'],
  ['日本語', ''],
  ['../../etc', 'etc'],
])('"%s" gives the id part "%s"', (text, expected) => {
  expect(slug(text)).toBe(expected);
});

test('folding sets case, accents and punctuation aside', () => {
  expect(fold('  Closed – WON ')).toBe('closed won');
  expect(fold('Cena_€')).toBe('cena');
  expect(fold('日本語 deal')).toBe('日本語 deal');
});

test('what is near is suggested, what is far is not', () => {
  expect(nearest('propsal', ['lead', 'proposal'])).toBe('proposal');
  expect(nearest('vlaue', ['value', 'stage'])).toBe('value');
  expect(nearest('xyz', ['lead', 'proposal'])).toBeUndefined();
  expect(nearest('slip', ['lead', 'slipped'])).toBe('slipped');
  expect(nearest('Moses', ['Anna Snelling', 'Moses Frase'])).toBe('Moses Frase');
  expect(String(didYouMean('Leed', ['lead'], 'Skip'))).toBe('Did you mean "lead"?');
  expect(didYouMean('q', ['lead'], 'Skip')).toBe('Skip');
});
