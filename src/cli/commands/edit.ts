// pipeline edit: a deal in the person's own editor; nothing invalid reaches the folder.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Problem } from '../../base/problem.ts';
import { asValue, type Said, said } from '../../base/said.ts';
import { showChange } from '../change-deals.ts';
import type { Edited, Unwritten } from '../edit-deal.ts';
import type { EditedFile } from '../edit-file.ts';
import type { Call, Verb } from '../verb.ts';

export const edit: Verb = {
  name: 'edit',
  job: 'document',
  summary: 'open a deal in your editor; it is saved where nothing is wrong with it',
  description: [
    'Opens a copy in what VISUAL or EDITOR names, and waits. What the reader, or check, finds wrong with the deal itself',
    'stands above its line as a comment when you go back to it; those comments are never saved, and yours always are. Where somebody',
    'else changed the deal meanwhile, both are written; where it was the same field, nothing is, and your text is kept. A deal that cannot be read, by',
    'conflict markers or a slip, is found by its id or path. A text that was not taken over, also where the terminal or the',
    'process went, is told by the next edit of the deal. The id is the name of the file: pipeline rename-id.',
  ].join(' '),
  args: [{ name: '<deal>', text: 'an id, the path of its file, or a piece of id, name or account' }],
  options: [{ flags: '--from <file>', text: "begin with this text instead of the deal's" }],
  examples: [
    { command: 'pipeline edit baltic-foods-mes', text: 'in the editor that EDITOR names' },
    {
      command: 'pipeline edit baltic-foods-mes --from deals/2026/baltic-foods-mes.yaml',
      text: 'beginning with the text of another file',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { fileToEdit, textFrom } = await import('../edit-file.ts');
    const { editDeal, goOnCommand } = await import('../edit-deal.ts');
    const { baseOf, copyAt, keptCopies, makeCopy } = await import('../../workspace/edit-copy.ts');
    const root = call.root();
    const file = await fileToEdit(call, call.args[0] ?? '');
    const from = call.text('from');
    const start = from === undefined ? undefined : textFrom(call, from);
    const kept = start && copyAt(root, start.path);
    const others = keptCopies(root, file.id, file.bytes).filter(({ path }) => path !== kept?.path);
    const copy = kept ?? makeCopy(root, file.id, start?.bytes ?? file.bytes, file.bytes);
    // A text that was kept is held against what it was begun with: what was written since stays.
    const begun = kept === undefined ? undefined : baseOf(kept);
    for (const other of others) {
      const command = goOnCommand(call, file, other);
      call.note(
        said('There is a text of this deal that was not taken over. To go on with it: {command}', {
          command,
        }),
      );
    }
    const edited = await editDeal(call, begun === undefined ? file : { ...file, bytes: begun }, copy);
    return typeof edited === 'string' ? showUnwritten(call, file, edited) : showWritten(call, edited);
  },
};

async function showWritten(call: Call, { opened, before, after, remarks }: Edited): Promise<ExitStatus> {
  const { dealDifferences } = await import('../../report/deal-differences.ts');
  const isMended = before === undefined;
  const isSame = !isMended && dealDifferences(before, after).length === 0;
  await showChange(call, opened, {
    ...{ on: opened.book.today, dryRun: false, readings: [], unchanged: [] },
    changed: [{ before: before ?? after, after }],
    remarks: [
      ...(isMended ? [said('It could not be read before, and can now.')] : []),
      ...(isSame ? [said('No field says anything else: comments, order or unknown keys changed.')] : []),
      ...remarks.map((remark) => told(remark, after.id)),
    ],
    next: { text: 'Take it back', command: 'pipeline undo' },
  });
  return ExitStatus.done;
}

async function showUnwritten(call: Call, { id, path }: EditedFile, why: Unwritten): Promise<ExitStatus> {
  const opened = await call.open();
  const isUnreadable = opened.book.problems.some(
    ({ file, severity }) => file === path && severity === 'error',
  );
  await showChange(call, opened, {
    ...{ on: opened.book.today, dryRun: false, readings: [], changed: [], unchanged: [id] },
    remarks: [
      ...(why === 'dropped' ? [said('What you wrote is dropped.')] : []),
      ...(isUnreadable ? [said('It still cannot be read.')] : []),
    ],
    next: isUnreadable
      ? { text: 'What is wrong with it', command: 'pipeline check' }
      : { text: 'All of it', command: `pipeline show ${id}` },
  });
  return isUnreadable ? ExitStatus.rejected : ExitStatus.done;
}

/** A key `id` means nothing: whoever writes one means the name of the file. */
function told({ line, message, hint, excerpt }: Problem, id: string): Said {
  const isId = /^id\s*:/.test(excerpt ?? '');
  const how = isId
    ? said('The id is the name of the file; another one: pipeline rename-id {id} NEW', { id })
    : (hint ?? '');
  const values = { line: line ?? 1, message: asValue(message) };
  return String(how) === ''
    ? said('Line {line}: {message}', values)
    : said('Line {line}: {message} {how}', { ...values, how: asValue(how) });
}
