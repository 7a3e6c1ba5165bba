// pipeline feedback: what the team says about the process, and how far each thing has come.

import type { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { didYouMean } from '../../base/nearest.ts';
import { said } from '../../base/said.ts';
import { FEEDBACK_KINDS } from '../../feedback/entry.ts';
import type { Call, Verb } from '../verb.ts';

export const feedback: Verb = {
  name: 'feedback',
  job: 'review and talk',
  summary: 'the dialogue about the process: what serves well, what to change and why, what was decided',
  description: [
    'What was said in reviews and with pipeline feedback add, one YAML file a month under feedback/. First what waits for',
    'somebody: trials that are over, what is not decided, what is accepted and not done. docs/feedback.md tells how the',
    'dialogue goes. Exit status 3 where a file of feedback/ has mistakes.',
  ].join(' '),
  options: [
    { flags: '--kind <kind>', text: `${FEEDBACK_KINDS.join(', ')}; several with commas`, list: true },
    { flags: '--stage <stage>', text: 'about a stage', completes: 'open-stage' },
    { flags: '--by <owner>', text: 'said by somebody; "none": by nobody who is named' },
    { flags: '--period <period>', text: 'said in it: 2026-Q4, this-month' },
    { flags: '--open', text: 'only what waits for somebody' },
  ],
  examples: [
    { command: 'pipeline feedback', text: 'all that was said, what waits first' },
    { command: 'pipeline feedback --open --stage proposal', text: 'what is to be settled about a stage' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],
  run: showFeedback,
};

export const feedbackList: Verb = {
  ...feedback,
  name: 'feedback list',
  summary: 'the same as pipeline feedback',
  examples: [
    { command: 'pipeline feedback list --kind change,stop --format csv', text: 'for a spreadsheet' },
  ],
};

async function showFeedback(call: Call): Promise<ExitStatus> {
  const { dialogueLook, dialogueOf, personNamed, statusOf } = await import('../dialogue.ts');
  const { stageNamed } = await import('../../entry/stage-move.ts');
  const { feedbackView, saidIn } = await import('../../report/feedback.ts');
  const { feedbackPage, feedbackRecords } = await import('../../page/feedback.ts');
  const { feedback: all, entering } = await dialogueOf(call);
  const { settings, today } = entering;
  const [stage, by] = [call.text('stage'), call.text('by')];
  const view = feedbackView(
    all,
    {
      kinds: kindsAsked(call),
      stage: stage === undefined ? undefined : stageNamed(stage, entering).id,
      by:
        by === undefined
          ? undefined
          : personNamed(
              by,
              saidIn(all.entries).map((entry) => entry.by),
              settings,
            ),
      period: await call.period('period', { settings, today }),
      unfinished: call.flag('open'),
    },
    { settings, today },
  );
  const look = await dialogueLook(settings);
  await call.show({ view, page: () => feedbackPage(view, look), records: () => feedbackRecords(view) });
  return statusOf(all);
}

/** @throws Failure `usage` with "did you mean" */
function kindsAsked(call: Call): readonly string[] {
  const words = call.list('kind');
  const unknown = words.find((word) => !FEEDBACK_KINDS.some((kind) => kind === word));
  if (unknown === undefined) return words;
  const hint =
    unknown === 'action'
      ? 'Actions: pipeline actions'
      : said('It is one of {known}.', { known: FEEDBACK_KINDS.join(', ') });
  throw new Failure('usage', said('There is no kind "{unknown}".', { unknown }), {
    hint: didYouMean(unknown, FEEDBACK_KINDS, hint),
  });
}
