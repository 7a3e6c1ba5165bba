// pipeline feedback done: what came of something that was said.

import { Failure } from '../../base/failure.ts';
import { asItIs, said } from '../../base/said.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Call, Verb } from '../verb.ts';

export const feedbackDone: Verb = {
  name: 'feedback done',
  job: 'review and talk',
  summary: 'say what came of something that was said, and which version of the process it led to',
  description: 'ENTRY may be a piece of id or text that only one has.',
  args: [{ name: '<entry>', text: 'the entry' }],
  options: [
    { flags: '--result <text>', text: 'what came of it; it must be given' },
    { flags: '--process [version]', text: "it changed the process: to today's version, or to that one" },
    { flags: '--on <day>', text: 'when (default: today)' },
  ],
  examples: [
    {
      command: 'pipeline feedback done "two names" --result "kept: all deals have two"',
      text: 'what came of it',
    },
    {
      command: 'pipeline feedback done "loss reasons" --result "now a list" --process',
      text: 'the process has changed',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { textNeeded, writeDialogue } = await import('../dialogue.ts');
    const { doneOn, stands } = await import('../done-on.ts');
    const { withEntryChanged } = await import('../../feedback/entry-change.ts');
    const { entryCalled } = await import('../../feedback/find.ts');
    const { saidIn } = await import('../../report/feedback.ts');
    const [word = ''] = call.args;
    const result = textNeeded(call, 'result', asItIs('pipeline feedback done ID --result "…"'));
    return writeDialogue(call, ({ feedback, entering }) => {
      const entry = entryCalled(word, saidIn(feedback.entries), {
        none: 'There is no entry "{word}".',
        list: 'pipeline feedback',
      });
      const process = versionAsked(call, entering.settings);
      if (process !== undefined && entry.process !== undefined && process !== entry.process)
        throw stands(
          entry,
          said('{id} led to version {version} of the process already.', {
            id: entry.id,
            version: entry.process,
          }),
        );
      const edit = {
        done: doneOn(call, entry, result, entering),
        ...(process === undefined ? {} : { process }),
      };
      return { id: entry.id, files: withEntryChanged(feedback.files, entry, edit), did: 'done' };
    });
  },
};

/** @throws Failure `usage` for a version that the process never had */
function versionAsked(call: Call, { process, processHistory }: Settings): number | undefined {
  const given = call.text('process');
  if (given === undefined) return undefined;
  if (given === '') return process.version;
  const versions = [...processHistory.map(({ version }) => version), process.version];
  const version = versions.find((known) => String(known) === given);
  if (version !== undefined) return version;
  throw new Failure('usage', said('The process has no version {given}.', { given }), {
    hint: said('Versions: {versions} (pipeline process).', { versions: versions.join(', ') }),
  });
}
