// What can be written in a block of a review sheet.

/** Of a deal that was open when the sheet was made. */
export const OPEN_KEYS = ['verdict', 'close', 'amount', 'next_step', 'actions', 'lesson', 'tags'] as const;
/** Of one that was won or lost. */
export const CLOSED_KEYS = ['verdict', 'reason', 'actions', 'lesson', 'tags'] as const;

export type AnswerKey = (typeof OPEN_KEYS)[number] | (typeof CLOSED_KEYS)[number];

export const PROCESS_KEYS = ['works', 'change', 'why'] as const;
