// Asks at a terminal what the stages of an export mean. The questions go to stderr: stdout is for the result.

import type { StageAsker } from '../crm-import/stages-settled.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { Io } from './io.ts';
import { brokenOff } from './prompts.ts';
import { screen } from './screen.ts';

/** An asker on stdin and stderr. Its questions throw Failure `interrupted` where the person breaks off. */
export function stageAsker(io: Io): StageAsker {
  const output = screen(io);
  return {
    async takesProcess(stages) {
      const { confirm, isCancel } = await import('@clack/prompts');
      const labels = stages.map(({ label }) => safeForTerminal(label)).join(', ');
      const message = `Make the stages of the export the process: ${labels}?`;
      const answer = await confirm({ message, output });
      if (isCancel(answer)) throw brokenOff();
      return answer;
    },
    async stageFor(value, rows, stages) {
      const { isCancel, select } = await import('@clack/prompts');
      const options = [
        ...stages.map(({ id, label }) => ({ value: id, label: safeForTerminal(label) })),
        { value: 'won', label: 'Won' },
        { value: 'lost', label: 'Lost' },
      ];
      const count = rows === 1 ? '1 row' : `${rows} rows`;
      const message = `Which stage is "${safeForTerminal(value)}" (${count})?`;
      const answer = await select({ message, options, output });
      if (isCancel(answer)) throw brokenOff();
      return answer;
    },
  };
}
