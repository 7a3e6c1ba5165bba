// The JSON Schema of a deal file, for editors: every key with what it is for. It is no second reader: an editor
// shows most mistakes while typing, and read.ts decides.

import { z } from 'zod';
import { DEAL_KEYS, type DealKey } from './deal.ts';
import { type ListName, SHAPES, type Shape, type ShapeName } from './shapes.ts';

/** JSON Schema draft 7 of one deal file. */
export function dealJsonSchema(): object {
  const keys = DEAL_KEYS.map((key) => [key, isRequired(key) ? KEYS[key]() : KEYS[key]().optional()] as const);
  const deal = z.looseObject(Object.fromEntries(keys));
  return { title: 'A deal of pipeline', ...z.toJSONSchema(deal, { target: 'draft-7', io: 'input' }) };
}

function isRequired(key: DealKey): boolean {
  return key === 'name' || key === 'stage';
}

/** Texts are read from the source, so that a number or `yes` is the text that was typed. */
const text = (note: string) => z.union([z.string(), z.number(), z.boolean(), z.null()]).describe(note);
const day = (note: string) => z.union([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.null()]).describe(note);
const texts = (note: string) => z.union([z.array(text('')), z.null()]).describe(note);
const amount = (note: string) =>
  z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/), z.null()]).describe(note);

const KEYS: Readonly<Record<DealKey, () => z.ZodType>> = {
  name: () => text('What the deal is about.'),
  account: () => text('The customer.'),
  owner: () => text('Who sells it: an id of the team in pipeline.yaml.'),
  stage: () => text('Where it stands: a stage of the process, or won / lost.'),
  amount: () => amount('Plain decimal with a point: 120000.00. No separators, no exponent.'),
  currency: () => text("ISO 4217, three capitals. Left out: the workspace's."),
  created: () => day('The day the deal began.'),
  recorded: () => day('The day of its first entry here.'),
  close: () => day('The day it is expected to close; once closed, the day it did.'),
  important: () => text('Why it is important; reviews pick it first.'),
  category: () => text("The seller's own call: commit, best-case, pipeline."),
  contacts: () => texts('Addresses that meetings are matched by.'),
  next_step: () => record('next_step', 'What the owner will do, and by when.'),
  stages: () => records('stages', 'The day each stage was entered, in order; outcomes too.'),
  activities: () => records('activities', 'What happened with the customer.'),
  checklist: () => texts('Ids of the exit criteria that are met.'),
  waive: () => records('waive', 'Findings that are accepted for a time.'),
  lost_reason: () => text('Closed lost only: why.'),
  source: () => record('source', 'Where an import found the deal; written by the import alone.'),
  was: () => text('Its former ids, the latest first, with spaces between.'),
  merged_into: () => text('In the archive only: the id of the deal that this one is part of now.'),
  missing: () => day('Mirror: the day of the first complete export that lacked the deal.'),
  custom: () =>
    z
      .union([z.record(z.string(), z.unknown()), z.null()])
      .describe('Anything else; kept, shown and filtered by.'),
};

const NOTES: {
  readonly [Name in ShapeName]: Readonly<Record<keyof (typeof SHAPES)[Name]['fields'], string>>;
} = {
  next_step: {
    by: 'The day by which it will be done.',
    what: 'What the owner will do. Quote it where it has a comma or a colon.',
    agreed: 'The day on which it was agreed; a newly agreed step is a sign of life.',
  },
  stages: {
    stage: 'A stage of the process, or won / lost.',
    on: 'The day it was entered.',
    logged: 'The day that was written down.',
  },
  activities: {
    on: 'The day it happened.',
    logged: 'The day it was written down.',
    type: 'call, meeting, email, offer, note, or another of pipeline.yaml.',
    note: 'What came of it. Quote it where it has a comma or a colon.',
    ref: "What it refers to, a review's date say.",
  },
  waive: { rule: 'The rule whose finding is accepted.', until: 'The last day of it.', why: 'The reason.' },
  source: { system: 'The CRM.', id: 'Its id of the record.' },
};

function record(name: ShapeName, note: string): z.ZodType {
  return z.union([shaped(SHAPES[name], NOTES[name]), z.null()]).describe(note);
}

function records(name: ListName, note: string): z.ZodType {
  return z.union([z.array(shaped(SHAPES[name], NOTES[name])), z.null()]).describe(note);
}

function shaped(shape: Shape, notes: Readonly<Record<string, string>>): z.ZodType {
  const fields = Object.entries(shape.fields).map(([key, kind]) => {
    const field = (kind === 'day' ? day : text)(notes[key] ?? '');
    return [key, shape.required.includes(key) ? field : field.optional()] as const;
  });
  return z.strictObject(Object.fromEntries(fields));
}
