// Several things in one sentence, in the reader's language.

import { asItIs, asValue, type Said, type Sayable, said } from './said.ts';

/** As many of many names as a sentence has. */
export const MOST_NAMED = 5;

/** The first five names with commas between, and how many more there are: `a, b and 3 more`. */
export function fewOf(names: readonly string[]): Said {
  const shown = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return more > 0 ? said('{names} and {more} more', { names: shown, more }) : asItIs(shown);
}

/** `a`, `a or b`, `a, b or c`: one of them. */
export function anyOf(names: readonly string[]): Said {
  return joinedBy('{names} or {last}', names);
}

/** `a`, `a and b`, `a, b and c`: all of them. */
export function allOf(names: readonly string[]): Said {
  return joinedBy('{names} and {last}', names);
}

function joinedBy(message: '{names} or {last}' | '{names} and {last}', names: readonly string[]): Said {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? asItIs(last) : said(message, { names: names.slice(0, -1).join(', '), last });
}

/** All, with semicolons between. */
export function withSemicolons([first, ...others]: readonly Said[]): Said {
  return others.reduce<Said>(
    (before, next) => said('{before}; {next}', { before, next }),
    first ?? asItIs(''),
  );
}

/** All, with commas between. */
export function withCommas(items: readonly Sayable[]): Sayable {
  const [first = '', ...others] = items;
  return others.reduce<Sayable>(
    (before, next) => said('{before}, {next}', { before: asValue(before), next: asValue(next) }),
    first,
  );
}

/** With commas between; the first five, and how many more there are. */
export function listed(items: readonly Sayable[]): Said {
  const [first, ...others] = items.slice(0, MOST_NAMED).map(asValue);
  const shown = others.reduce<Said>(
    (names, next) => said('{names}, {next}', { names, next }),
    first ?? asItIs(''),
  );
  const more = items.length - MOST_NAMED;
  return more > 0 ? said('{names} and {more} more', { names: shown, more }) : shown;
}
