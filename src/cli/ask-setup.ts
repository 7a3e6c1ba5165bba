// Asks at a terminal what of git's setup a person wants, and shows first what would be written.

import type { Sayable } from '../base/said.ts';
import { linesSafeForTerminal } from '../render/safe.ts';
import { gitSetupView } from '../report/git-setup.ts';
import type { GitSetup, SetupKind } from '../workspace/git-setup.ts';
import { brokenOff, yesOrNo } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

const QUESTIONS: readonly Sayable[] = [
  'Write this, so that git merges deals field by field?',
  'Write this too, so that git checks staged deals before a commit?',
];

/** Those of each group that the person agrees to. @throws Failure `interrupted` where they break off */
export async function askSetup(
  call: Pick<Call, 'io' | 'say'>,
  setup: GitSetup,
  groups: readonly (readonly SetupKind[])[],
): Promise<SetupKind[]> {
  const { io, say } = call;
  const { confirm, isCancel } = await import('@clack/prompts');
  const output = screen(io);
  const { parts } = gitSetupView(setup, { action: 'look', dryRun: false, kinds: [], onPath: true });
  const taken: SetupKind[] = [];
  for (const [at, kinds] of groups.entries()) {
    if (kinds.length === 0) continue;
    const shown = parts.filter(({ part }) => kinds.includes(part));
    const text = shown
      .map(({ file, lines }) => [file, ...lines.map((line) => `    ${line}`)].join('\n'))
      .join('\n\n');
    io.stderr.write(`${linesSafeForTerminal(text)}\n`);
    const answer = await confirm({ message: say(QUESTIONS[at] ?? ''), ...yesOrNo(call), output });
    if (isCancel(answer)) throw brokenOff();
    if (answer) taken.push(...kinds);
  }
  return taken;
}
