// The meetings of the rhythm.

/** What each kind of meeting looks at beside movements, freshness, reviews and what is due. */
export const MEETINGS = {
  weekly: { weeks: 1, months: 0, parts: [] },
  monthly: { weeks: 0, months: 1, parts: ['plan', 'dialogue'] },
  quarterly: { weeks: 0, months: 3, parts: ['clean', 'plan', 'results', 'dialogue'] },
} as const satisfies Record<string, { weeks: number; months: number; parts: readonly MeetingPart[] }>;

export type MeetingKind = keyof typeof MEETINGS;
export const MEETING_KINDS = Object.keys(MEETINGS) as MeetingKind[];
export type MeetingPart = 'clean' | 'plan' | 'results' | 'dialogue';
