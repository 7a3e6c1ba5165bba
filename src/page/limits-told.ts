// What fails a check and is no rule: limits that it misses, and deals that cannot be read.

import type { Annotation, AnnotationRule } from './annotation.ts';

/** What fails a check and is no rule. */
const LIMITS = {
  freshness: {
    title: 'Freshness is below the limit',
    what: 'Less of the open value is fresh than min_freshness asks for.',
    why: 'Where little is true of what stands here, no forecast and no plan that rests on it is.',
    fix: 'Put right what the findings on the largest deals say.',
  },
  judged: {
    title: 'Too little is judged',
    what: 'Signs of life are judged for less of the open value than min_judged asks for.',
    why: 'Deals whose activities nobody knows count as fresh: an index that rests on few others says little.',
    fix: 'Import the activities of that source, or write them down.',
  },
  warnings: {
    title: 'More warnings than allowed',
    what: 'There are more warnings than max_warnings allows.',
    why: 'Warnings that nobody counts only grow.',
    fix: 'Put some of them right, or waive them with a reason.',
  },
  unreadable: {
    title: 'A deal cannot be read',
    what: 'A file cannot be read as a deal, or two files have one id.',
    why: 'The deal is left out of everything but its last snapshot row.',
    fix: 'Correct the file: pipeline check says where.',
  },
} as const;

/** What no rule says: its name, what it is about, and a sentence. */
export function ofTheWhole(
  rule: keyof typeof LIMITS,
  subject: string,
  message: string,
): Omit<Annotation, 'id' | 'fingerprint'> {
  return {
    level: 'error',
    rule,
    subject,
    owner: '',
    value: undefined,
    passes: undefined,
    apart: false,
    waived: undefined,
    file: undefined,
    line: undefined,
    column: undefined,
    message,
    hint: '',
  };
}

/** One for each deal. */
export function unreadableDeals(ids: readonly string[]): Annotation[] {
  return ids.map((id) => ({
    ...ofTheWhole('unreadable', id, `The deal ${id} cannot be read.`),
    id,
    fingerprint: `unreadable-${id}`,
  }));
}

/** The limit as a rule that was asked. */
export function limitTold(id: keyof typeof LIMITS): AnnotationRule {
  return { id, ...LIMITS[id], level: 'error', evaluated: true, notEvaluated: [] };
}
