// pipeline process: the stages, what each asks for, and the open deals in them.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const processVerb: Verb = {
  name: 'process',
  job: 'document',
  summary: 'the stages of the process, what each asks for, since when, and the open deals in it',
  description: [
    'The verbs below it change the process: pipeline.yaml, the open deals in the stage and the mappings of exports that lead',
    'to it, all at once or not at all. Each begins a new version and keeps the old one, with which old snapshots are read.',
  ].join(' '),
  options: [{ flags: '--as-of <date>', text: 'as the newest snapshot of that day or before has it' }],
  examples: [
    { command: 'pipeline process', text: 'the stages with the deals in them' },
    { command: 'pipeline process --as-of 2026-09-28', text: 'the process of then' },
    { command: 'pipeline process --format json', text: 'for a program' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { processView } = await import('../../report/process.ts');
    const { processPage, processRecords } = await import('../../page/process.ts');
    const book = await call.book(call.day('as-of'));
    const view = processView(book);
    await call.show({
      view,
      page: () => processPage(view, book.state.digits),
      records: () => processRecords(view),
    });
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
