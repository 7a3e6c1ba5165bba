// The JSON Schema of forecasts/calls.yaml, for editors. It is no second reader: an editor shows most mistakes while
// typing, and read.ts decides.

import { z } from 'zod';
import { CALL_KEYS, CALLS_FORMAT, NEEDED_KEYS } from './human-call.ts';

/** JSON Schema draft 7 of the file. */
export function callsJsonSchema(): object {
  const needed: readonly string[] = NEEDED_KEYS;
  const call = z.strictObject(
    Object.fromEntries(
      CALL_KEYS.map((key) => [key, needed.includes(key) ? VALUES[key] : emptyOr(VALUES[key])]),
    ),
  );
  const file = z.strictObject({
    format: z.literal(CALLS_FORMAT),
    calls: z.union([z.array(call), z.null()]).optional(),
  });
  const schema = z.toJSONSchema(file, { target: 'draft-7', io: 'input' });
  return { title: 'What people expect of periods, of pipeline', ...schema };
}

/** Texts are read from the source, so that a number or `yes` is the text that was typed. */
const text = () => z.union([z.string(), z.number(), z.boolean()]);
const day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const VALUES: Readonly<Record<(typeof CALL_KEYS)[number], z.ZodType>> = {
  period: z
    .union([z.string().regex(/^\d/), z.int().min(1000)])
    .describe('Of what: 2026-Q4, 2026-11, 2026 or 2026-10-01..2026-11-15.'),
  owner: text().describe('Of whose deals: an id of the team. Left out: of all deals together.'),
  on: day().describe('The day on which it was said.'),
  amount: z
    .union([z.number().min(0), z.string().regex(/^\d+(\.\d+)?$/)])
    .describe('All that the period will bring, with what is won already.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe("The amount's; left out: the workspace's."),
  note: text().describe('What it rests on.'),
  logged: day().describe('The day on which it was written down, where that was a later one.'),
};

function emptyOr(value: z.ZodType): z.ZodType {
  return z.union([value, z.null()]).optional();
}
