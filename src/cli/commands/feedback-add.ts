// pipeline feedback add: what somebody says about the process, written down.

import { Failure } from '../../base/failure.ts';
import { asItIs } from '../../base/said.ts';
import type { EntryContext } from '../../entry/context.ts';
import { FEEDBACK_KINDS, type FeedbackKind } from '../../feedback/entry.ts';
import type { Call, Verb } from '../verb.ts';

export const feedbackAdd: Verb = {
  name: 'feedback add',
  job: 'review and talk',
  summary: 'write down what serves well, what to change or stop, or a question',
  description: [
    'Goes to the file of the month under feedback/. Without --by it is of the member of the team whose address git has',
    'as user.email, else of nobody. The same words on one day are one entry.',
  ].join(' '),
  args: [{ name: '<text>', text: 'what is said' }],
  options: [
    {
      flags: '--kind <kind>',
      text: `${FEEDBACK_KINDS.join(', ')} (default: change)`,
      choices: FEEDBACK_KINDS,
    },
    { flags: '--why <text>', text: 'the reason' },
    { flags: '--stage <stage>', text: 'the stage that it is about', completes: 'open-stage' },
    { flags: '--deal <deal>', text: 'the deal that it is about' },
    { flags: '--by <owner>', text: 'who says it' },
    { flags: '--on <day>', text: 'when it was said (default: today)' },
  ],
  examples: [
    {
      command: 'pipeline feedback add "offers need a template" --stage proposal',
      text: 'something to change',
    },
    {
      command: 'pipeline feedback add "two names per deal" --kind works --by anna',
      text: 'something that serves well',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const [text = ''] = call.args;
    if (text.trim() === '')
      throw new Failure('usage', 'What is said is missing.', { hint: asItIs('pipeline feedback add "…"') });
    const { writeDialogue } = await import('../dialogue.ts');
    const { withEntries } = await import('../../feedback/changes.ts');
    const { entryId } = await import('../../feedback/entry-id.ts');
    const { expectHappened } = await import('../../entry/activity.ts');
    const { stageNamed } = await import('../../entry/stage-move.ts');
    return writeDialogue(call, async ({ feedback, entering }) => {
      const { understood, today } = entering;
      const stage = call.text('stage');
      const on = understood.day(call.text('on') ?? today, 'past');
      expectHappened(on, today, 'Write it down then.');
      const entry = {
        ...{ on, kind: kindOf(call), text: text.trim(), why: call.text('why')?.trim() ?? '' },
        stage: stage === undefined ? '' : stageNamed(stage, entering).id,
        deal: await dealOf(call),
        by: await byOf(call, entering),
      };
      const id = entryId('f', [entry.on, entry.kind, entry.text, entry.stage, entry.deal, entry.by, '']);
      return { id, files: withEntries(feedback.files, [{ id, ...entry }]), did: 'added' };
    });
  },
};

function kindOf(call: Call): FeedbackKind {
  const word = call.text('kind');
  return FEEDBACK_KINDS.find((kind) => kind === word) ?? 'change';
}

async function dealOf(call: Call): Promise<string> {
  const word = call.text('deal');
  if (word === undefined) return '';
  const { findDeal } = await import('../../report/find-deal.ts');
  return findDeal(word, await call.book()).row.id;
}

async function byOf(call: Call, entering: EntryContext): Promise<string> {
  const word = call.text('by');
  if (word === undefined) {
    const { memberByGit } = await import('../git-member.ts');
    return memberByGit(call, entering.settings)?.id ?? '';
  }
  const { ownerCalled } = await import('../../entry/owner.ts');
  return ownerCalled(word, entering);
}
