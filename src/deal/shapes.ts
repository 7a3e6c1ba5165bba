// The maps inside of a deal: which keys each may have, in the order in which they are written, and which it must.
// Read by the reader, the patcher and the JSON Schema.

export interface Shape {
  /** In the order in which the tool writes them. */
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly required: readonly string[];
  /** How one is written. */
  readonly example: string;
}

export type FieldKind = 'text' | 'day';

export const SHAPES = {
  next_step: {
    fields: { by: 'day', what: 'text', agreed: 'day' },
    required: ['what'],
    example: '{by: 2026-11-28, what: send the offer}',
  },
  stages: {
    fields: { stage: 'text', on: 'day', logged: 'day' },
    required: ['stage', 'on'],
    example: '{stage: proposal, on: 2026-10-20}',
  },
  activities: {
    fields: { on: 'day', logged: 'day', type: 'text', note: 'text', ref: 'text' },
    required: ['on', 'type'],
    example: '{on: 2026-11-20, type: meeting, note: scope agreed}',
  },
  waive: {
    fields: { rule: 'text', until: 'day', why: 'text' },
    required: ['rule', 'until', 'why'],
    example: '{rule: stale, until: 2026-12-31, why: budget in January}',
  },
  source: {
    fields: { system: 'text', id: 'text' },
    required: ['system', 'id'],
    example: '{system: pipedrive, id: "1234"}',
  },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof SHAPES;
/** The keys that hold a list of maps. */
export type ListName = 'stages' | 'activities' | 'waive';
