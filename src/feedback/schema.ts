// The JSON Schema of a month of the dialogue, for editors. It is no second reader: an editor shows most mistakes while
// typing, and read.ts decides.

import { z } from 'zod';
import type { Shape } from '../deal/shapes.ts';
import { DECISIONS, FEEDBACK_FORMAT, HELD } from './entry.ts';
import { ENTRY_KINDS, type EntryKind, KEYS, MAPS } from './keys.ts';

/** JSON Schema draft 7 of one file of feedback/. */
export function feedbackJsonSchema(): object {
  const entry = z.union(ENTRY_KINDS.map(entryOf));
  const file = z.strictObject({
    format: z.literal(FEEDBACK_FORMAT),
    entries: z.union([z.array(entry), z.null()]).optional(),
  });
  const schema = z.toJSONSchema(file, { target: 'draft-7', io: 'input' });
  return { title: 'A month of the dialogue, of pipeline', ...schema };
}

/** Texts are read from the source, so that a number or `yes` is the text that was typed. */
const text = (note: string) => z.union([z.string(), z.number(), z.boolean(), z.null()]).describe(note);
const day = (note: string) => z.union([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.null()]).describe(note);

const VALUES: Readonly<Record<string, () => z.ZodType>> = {
  id: () => text('What it is known by; a word that no other entry has.'),
  on: () => day('The day on which it was said, promised or held.'),
  text: () => text('What was said, or is to be done.'),
  why: () => text('The reason.'),
  stage: () => text('The stage that it is about.'),
  deal: () => text('The id of the deal that it is about.'),
  by: () => text('Who said it: an id of the team.'),
  ref: () => text('The sheet of reviews/ that it was said in, without .md.'),
  owner: () => text('Who does it: an id of the team.'),
  due: () => day('By when it is to be done.'),
  what: () => z.enum(HELD).describe('What was held.'),
  decision: () => decision('What was decided.'),
  earlier: () => z.union([z.array(decision('')), z.null()]).describe('Decisions that it took the place of.'),
  done: () => z.union([record(MAPS.done), z.null()]).describe('What came of it.'),
  dropped: () => z.union([record(MAPS.dropped), z.null()]).describe('That it is not to be done any more.'),
  process: () => z.union([z.int(), z.null()]).describe('The version of the process that it led to.'),
};

function entryOf(kind: EntryKind): z.ZodType {
  const required: readonly string[] = KEYS[kind].required;
  const fields = KEYS[kind].keys.map((key) => {
    const value = key === 'kind' ? z.literal(kind) : (VALUES[key]?.() ?? z.unknown());
    return [key, required.includes(key) ? value : value.optional()] as const;
  });
  return z.strictObject(Object.fromEntries(fields));
}

function decision(note: string): z.ZodType {
  const of = record(MAPS.decision).extend({ as: z.enum(DECISIONS) });
  return note === '' ? of : z.union([of, z.null()]).describe(note);
}

function record({ fields, required }: Shape) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([key, kind]) => {
        const value: z.ZodType = kind === 'day' ? day('') : text('');
        return [key, required.includes(key) ? value : value.optional()] as const;
      }),
    ),
  );
}
