// pipeline completion: a script by which a shell completes what is typed.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import { SHELLS } from '../complete-shell.ts';
import type { Verb } from '../verb.ts';

export const completion: Verb = {
  name: 'completion',
  job: 'begin',
  summary: 'a script by which bash, zsh or fish completes ids, stages, options, …',
  description: [
    'Prints the script; its first lines say how to have it in every shell. It need not be renewed with the program: at each TAB it asks',
    'what can stand there. Ids, stages and owners come from the index of the last command; nothing is read anew and nothing written.',
  ].join(' '),
  args: [{ name: '<shell>', text: 'which one', choices: SHELLS }],
  examples: [
    { command: 'pipeline completion bash', text: 'in ~/.bashrc: eval "$(pipeline completion bash)"' },
    { command: 'pipeline completion zsh', text: 'in ~/.zshrc: eval "$(pipeline completion zsh)"' },
    { command: 'pipeline completion fish', text: 'into ~/.config/fish/completions/pipeline.fish' },
  ],

  async run(call) {
    const { didYouMean } = await import('../../base/nearest.ts');
    const { COMPLETION_SCRIPTS } = await import('../completion-scripts.ts');
    const [asked = ''] = call.args;
    const shell = SHELLS.find((known) => known === asked);
    if (shell === undefined) {
      throw new Failure('usage', said('There is no completion for "{asked}".', { asked }), {
        hint: didYouMean(asked, SHELLS, said('There is one for {shells}.', { shells: SHELLS.join(', ') })),
      });
    }
    call.io.stdout.write(COMPLETION_SCRIPTS[shell]);
    return ExitStatus.done;
  },
};
