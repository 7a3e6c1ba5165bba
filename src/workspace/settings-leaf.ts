// The plainest kinds of values in pipeline.yaml, and how a kind is made. Each reads a scalar's source text, so
// that `0012` stays `0012`; each says what it must be, and knows its JSON Schema.

import { z } from 'zod';
import { didYouMean, nearest } from '../base/nearest.ts';
import { asItIs, type Sayable, said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import { EXPLAINED, type SettingPath } from './settings-explained.ts';

interface Kind {
  /** Goes on from the key: `warn_after must be a whole number`. */
  readonly mustBe: Sayable;
  /** What to do; may depend on what was written. */
  readonly hint?: Sayable | ((text: string) => Sayable | undefined);
  readonly json?: Readonly<Record<string, unknown>>;
}

const LONGEST_TEXT = 500;

/** By the English text: an issue of zod has no other. */
const KINDS = new Map<string, Sayable>();

/** What a value must be, by the message of its issue, as it can be said in every language. */
export function saidKind(message: string): Sayable {
  return KINDS.get(message) ?? asItIs(message);
}

/** A value of that kind, read from text. The issue's message is `mustBe`, its `params.hint` the hint. */
export function leaf<T>(kind: Kind, read: (text: string) => T | undefined) {
  const message = String(kind.mustBe);
  KINDS.set(message, kind.mustBe);
  return z
    .string({ error: () => message })
    .transform((text, context): T => {
      const value = read(text);
      if (value !== undefined) return value;
      const hint = typeof kind.hint === 'function' ? kind.hint(text.slice(0, LONGEST_TEXT)) : kind.hint;
      context.addIssue({ code: 'custom', message, params: { hint } });
      return z.NEVER;
    })
    .meta({ ...kind.json });
}

export const text = () =>
  leaf(
    {
      mustBe: said('must be text of at most {most} characters', { most: LONGEST_TEXT }),
      json: { minLength: 1 },
    },
    (given) => (given.trim() !== '' && given.length <= LONGEST_TEXT ? given : undefined),
  );

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Whether a stage or a CRM may be called so. */
export function isId(text: string): boolean {
  return ID.test(text) && !(text in {});
}

/** An id that the tool or a person chose: of a stage, of a CRM. */
export const id = () =>
  leaf(
    {
      mustBe: 'must be an id: small letters, digits and hyphens',
      hint: (given) => {
        const suggested = given.toLowerCase().replace(/[\s_]+/g, '-');
        return ID.test(suggested) ? said('Write {word}.', { word: suggested }) : undefined;
      },
      json: { pattern: ID.source },
    },
    (given) => (isId(given) ? given : undefined),
  );

/** A name that other settings use as a key: of an owner, a group. */
export const name = () =>
  leaf({ mustBe: 'must be a name that is no word of the program itself', json: { minLength: 1 } }, (given) =>
    given.trim() !== '' && given.length <= LONGEST_TEXT && !(given in {}) ? given : undefined,
  );

const LARGEST_WHOLE = 1_000_000;

/** A whole number of at least `least`. */
export const whole = (least: number, mustBe = said('must be a whole number, {least} or more', { least })) =>
  leaf(
    {
      mustBe,
      json: { type: 'integer', minimum: least, maximum: LARGEST_WHOLE },
    },
    (given) => {
      if (!/^\d{1,7}$/.test(given)) return undefined;
      const count = Number(given);
      return count >= least && count <= LARGEST_WHOLE ? count : undefined;
    },
  );

export const days = (least: number) =>
  whole(least, said('must be a whole number of days, {least} or more', { least }));

export const flag = () =>
  leaf({ mustBe: 'must be true or false', json: { type: 'boolean' } }, (given) =>
    given === 'true' ? true : given === 'false' ? false : undefined,
  );

/** One of a few words. */
export const choice = <const W extends string>(words: readonly W[]) =>
  leaf(
    {
      mustBe: said('must be {words}', { words: anyOf(words) }),
      hint: (given) => (nearest(given, words) === undefined ? undefined : didYouMean(given, words, '')),
      json: { enum: [...words] },
    },
    (given): W | undefined => words.find((word) => word === given),
  );

/** The setting with what it is for. */
export function about<S extends z.ZodType>(path: SettingPath, schema: S): S {
  return schema.describe(EXPLAINED[path]);
}

/** Likewise one that may be left out. */
export function opt<S extends z.ZodType>(path: SettingPath, schema: S): z.ZodOptional<S> {
  return about(path, schema).optional();
}
