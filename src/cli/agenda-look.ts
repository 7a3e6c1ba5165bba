// What is due, for the verbs that say it: the agenda itself, status and meetings.

import type { Book } from '../book/book.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import { hasFeedback } from '../book/has-feedback.ts';
import { type AgendaView, agendaView } from '../report/agenda.ts';

const NO_DIALOGUE: WorkspaceFeedback = { entries: [], files: [], problems: [] };

/** The dialogue of a workspace; what reads it is loaded only where there is one. */
export async function feedbackIfAny(root: string): Promise<WorkspaceFeedback> {
  if (!hasFeedback(root)) return NO_DIALOGUE;
  return (await import('../book/feedback.ts')).feedbackOf(root);
}

/** The agenda as it stands. */
export async function agendaOf(book: Book): Promise<AgendaView> {
  return agendaView(book, await feedbackIfAny(book.root));
}
