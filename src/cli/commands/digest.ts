// pipeline digest: what each owner has to put right, as Markdown for a mail, a chat or a wiki. It sends nothing.

import { ExitStatus } from '../../base/exit-status.ts';
import { said } from '../../base/said.ts';
import type { Verb } from '../verb.ts';

export const digest: Verb = {
  name: 'digest',
  job: 'keep fresh',
  summary: 'what each owner has to put right, the largest value first',
  description: [
    'Errors and warnings of all rules that are not waived, by owner and deal, each with what fixes it: the command and the',
    "line, or in a mirror the CRM's record. --to FOLDER/ writes one file an owner, --to FILE.md all of them into",
    'one; a file that pipeline digest did not write is never replaced. Nothing is sent. It is a report: exit status 0',
    'also where there is much to do, 3 where deals cannot be read.',
  ].join(' '),
  options: [
    { flags: '--owner <owner>', text: 'only for an owner; several with commas', list: true },
    { flags: '--stage <stage>', text: 'only deals in a stage; several with commas', list: true },
    { flags: '--to <place>', text: 'stdout (the default), FILE.md, or FOLDER/ for one file an owner' },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline digest', text: 'for all owners' },
    { command: 'pipeline digest --owner anna', text: 'for one' },
    { command: 'pipeline digest --to digest/', text: 'one file an owner' },
  ],
  formats: ['markdown', 'html', 'json'],

  async run(call) {
    const { digestFiles, digestPlace, writeDigest } = await import('../digest-files.ts');
    const place = digestPlace(call.text('to'), call.io.cwd);
    const { digestView } = await import('../../report/digest.ts');
    const book = await call.book(call.day('as-of'));
    const view = digestView(book, { owners: call.list('owner'), stages: call.list('stage') });
    const { digestPage, writtenPage } = await import('../../page/digest.ts');
    const { lookOf } = await import('../../page/look.ts');
    const look = lookOf(book);
    const { fixHere } = await import('../../page/fix-command.ts');
    const isOwn = fixHere(book, {}) !== undefined;
    if (place.kind === 'stdout') {
      await call.show({ view, page: () => digestPage(view, look, isOwn) });
    } else {
      const files = digestFiles(place, view, look, isOwn);
      const { languageFor } = await import('../../words/language.ts');
      const earlier = writeDigest(place, files, await languageFor(book.settings.locale), call.io);
      const names = files.map(({ file }) => file);
      await call.show({ view, page: () => writtenPage(view, look, names) });
      const isWhole = view.scope.owners.length === 0 && view.scope.stages.length === 0;
      if (isWhole)
        for (const file of earlier)
          call.note(said("{file} is of an earlier digest: nobody's now.", { file }));
    }
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
