// pipeline feedback decide: what becomes of something that was said.

import { asItIs } from '../../base/said.ts';
import { DECISIONS } from '../../feedback/entry.ts';
import type { Verb } from '../verb.ts';

export const feedbackDecide: Verb = {
  name: 'feedback decide',
  job: 'review and talk',
  summary: 'accept, reject or try what somebody said, and say why',
  description: [
    'ENTRY may be a piece of id or text that only one has. A trial may have an end (--until) and a measure (--metric, of',
    'one stage with --stage): pipeline feedback digest shows it before and after. A decision that takes the place of an',
    'earlier one leaves that in the entry, and says so; a trial that is changed goes on from its beginning, and keeps the',
    'end and the measure that are not given anew.',
  ].join(' '),
  args: [
    { name: '<entry>', text: 'the entry' },
    { name: '<decision>', text: 'accepted, rejected or trial', choices: DECISIONS },
  ],
  options: [
    { flags: '--why <text>', text: 'the reason; it must be given' },
    { flags: '--until <day>', text: 'of a trial: its last day' },
    { flags: '--metric <metric>', text: 'of a trial: its measure, one that pipeline trend has' },
    { flags: '--stage <stage>', text: 'of a trial: the metric of this stage alone', completes: 'open-stage' },
    { flags: '--on <day>', text: 'when it was decided, and a trial began (default: today)' },
  ],
  examples: [
    { command: 'pipeline feedback decide "loss reasons" accepted --why "a minute"', text: 'to be done' },
    {
      command: 'pipeline feedback decide "loss reasons" trial --why "see" --until +8w',
      text: 'to be tried for eight weeks',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { textNeeded, writeDialogue } = await import('../dialogue.ts');
    const { decisionAsked, decisionCalled, replacedBy, trialLacks } = await import('../decision-asked.ts');
    const { withEntryChanged } = await import('../../feedback/entry-change.ts');
    const { entryCalled } = await import('../../feedback/find.ts');
    const { saidIn } = await import('../../report/feedback.ts');
    const [word = '', decided = ''] = call.args;
    const as = decisionCalled(decided);
    const why = textNeeded(call, 'why', asItIs(`pipeline feedback decide ID ${as} --why "…"`));
    return writeDialogue(call, ({ feedback, entering }) => {
      const entry = entryCalled(word, saidIn(feedback.entries), SOUGHT);
      const asked = { ...decisionAsked(call, as, entry, entering), why };
      const { decision: before } = entry;
      const isRepeated = before?.as === as && before.why === why && call.text('on') === undefined;
      const decision = isRepeated ? { ...asked, on: before.on } : asked;
      const remarks = [...replacedBy(decision, before), ...trialLacks(decision)];
      const files = withEntryChanged(feedback.files, entry, { decision });
      return { id: entry.id, files, did: 'decided', remarks };
    });
  },
};

const SOUGHT = { none: 'There is no entry "{word}".', list: 'pipeline feedback' } as const;
