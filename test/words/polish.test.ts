// Polish says all that English says: with the same values, in as many forms as its counts have, each message once.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { POLISH } from '../../src/words/polish.ts';
import { speak } from '../../src/words/speak.ts';
import { ENGLISH, IN_POLISH } from '../support/languages.ts';

const WORDS = join(import.meta.dirname, '../../src/words');

test.each(Object.entries(POLISH))('%s', (english, polish) => {
  expect(valuesOf(polish)).toEqual(valuesOf(english));
});

test.each(Object.entries(POLISH))('%s counts as its language does', (english, polish) => {
  for (const forms of formsOf(treeOf(english)))
    expect(['=0', 'one', 'other']).toEqual(expect.arrayContaining(forms));
  for (const forms of formsOf(treeOf(polish))) {
    expect(['=0', 'one', 'few', 'many', 'other']).toEqual(expect.arrayContaining(forms));
  }
});

test('no part of the catalogue says a message of another part again, and none is left out', async () => {
  const files = readdirSync(WORDS).filter((name) => name.startsWith('polish-'));
  const parts = await Promise.all(files.map((name) => import(join(WORDS, name))));
  const keys = parts.flatMap((part) =>
    Object.values(part).flatMap((messages) => Object.keys(messages as object)),
  );
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  expect(Object.keys(POLISH).sort()).toEqual(keys.sort());
});

test('a count has the form that its language gives it, and its thousands set apart', () => {
  const message = 'In {days, plural, one {# day} other {# days}}';
  const said = (days: number) =>
    [ENGLISH, IN_POLISH].map((language) => speak(message, { days }, language).join(''));
  expect(said(1)).toEqual(['In 1 day', 'W 1 dzień']);
  expect(said(2)).toEqual(['In 2 days', 'W 2 dni']);
  expect(said(1200)).toEqual(['In 1,200 days', 'W 1\u00a0200 dni']);
});

test('a text that is no message stays what it is, and no message without values needs to be read as one', () => {
  for (const text of ['- {on: 2026-11-23, USD: "…"}', "'{", "it''s"])
    for (const language of [ENGLISH, IN_POLISH])
      expect(speak(text as keyof typeof POLISH, {}, language)).toEqual([text]);
  for (const english of Object.keys(POLISH).filter((message) => valuesOf(message).length === 0))
    expect(new IntlMessageFormat(english, 'en', { number: {} }, { ignoreTag: true }).format()).toBe(english);
});

test('a value stays what it is, and what stands in it is no message', () => {
  const deal = { kind: 'text', text: '{x}' };
  expect(speak('In {deal}', { deal }, ENGLISH)).toEqual(['In ', deal]);
  expect(speak('In {deal}', { deal: '<b>{x}' }, IN_POLISH).join('')).toBe('W <b>{x}');
});

/** The names of all values in a message, those of its plurals too. */
function valuesOf(message: string): string[] {
  const tree = treeOf(message);
  // An argument, simple or plural, is named by its value; what has no name is text, or the number of a plural.
  const named = JSON.stringify(tree).matchAll(/"type":[1-6],"value":"(\w+)"/g);
  return [...new Set([...named].map(([, name]) => name ?? ''))].sort();
}

/** Throws where the message is none. */
function treeOf(message: string): unknown {
  return new IntlMessageFormat(message, 'pl', undefined, { ignoreTag: true }).getAst();
}

/** The forms of each plural in a message. */
function formsOf(tree: unknown): string[][] {
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 'options' in tree ? [Object.keys(tree.options as object)] : [];
  return [...own, ...Object.values(tree).flatMap(formsOf)];
}
