// Asks at a terminal what the stages of an export mean. The questions go to stderr: stdout is for the result.

import { said } from '../base/said.ts';
import type { StageAsker } from '../crm-import/stages-settled.ts';
import { safeForTerminal } from '../render/safe.ts';
import { brokenOff, yesOrNo } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

/** An asker on stdin and stderr. Its questions throw Failure `interrupted` where the person breaks off. */
export function stageAsker(call: Pick<Call, 'io' | 'say'>): StageAsker {
  const { io, say } = call;
  const output = screen(io);
  return {
    async takesProcess(stages) {
      const { confirm, isCancel } = await import('@clack/prompts');
      const labels = stages.map(({ label }) => safeForTerminal(label)).join(', ');
      const message = say(said('Make the stages of the export the process: {labels}?', { labels }));
      const answer = await confirm({ message, ...yesOrNo(call), output });
      if (isCancel(answer)) throw brokenOff();
      return answer;
    },
    async stageFor(value, rows, stages) {
      const { isCancel, select } = await import('@clack/prompts');
      const options = [
        ...stages.map(({ id, label }) => ({ value: id, label: safeForTerminal(label) })),
        { value: 'won', label: say('Won') },
        { value: 'lost', label: say('Lost') },
      ];
      const message = say(
        said('Which stage is "{value}" ({rows, plural, one {# row} other {# rows}})?', {
          value: safeForTerminal(value),
          rows,
        }),
      );
      const answer = await select({ message, options, output });
      if (isCancel(answer)) throw brokenOff();
      return answer;
    },
  };
}
