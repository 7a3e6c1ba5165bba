// What becomes of a text that can't be written yet: asked at a terminal, where what is wrong is shown first.

import type { Problem } from '../base/problem.ts';
import { problemLines } from '../render/problems.ts';
import { colours } from './colours.ts';
import { brokenOff, canAsk } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

export type HowOn = 'back' | 'keep' | 'drop';

/**
 * Back into the editor, with what is wrong as comments; leave the deal as it is, and keep the text; or drop it.
 * @returns undefined where nobody can be asked
 * @throws Failure `interrupted` where the person breaks off
 */
export async function askHowOn(
  call: Call,
  problems: readonly Problem[],
  prompts?: Pick<typeof import('@clack/prompts'), 'select'>,
): Promise<HowOn | undefined> {
  if (!canAsk(call)) return undefined;
  const { say } = call;
  const paint = await colours(call.io.stderr, call.io.env, call.flag('no-color'));
  for (const problem of problems) call.io.stderr.write(`${problemLines(problem, paint, say).join('\n')}\n`);
  const { select } = prompts ?? (await import('@clack/prompts'));
  const answer = await select<HowOn>({
    message: say(
      problems.length === 1 ? 'This is in the way of saving it.' : 'These are in the way of saving it.',
    ),
    options: [
      { value: 'back', label: say('Back to the editor'), hint: say('each is said above its line') },
      { value: 'keep', label: say('Leave the deal as it is'), hint: say('your text is kept in a file') },
      { value: 'drop', label: say('Drop what I wrote') },
    ],
    output: screen(call.io),
  });
  if (typeof answer === 'symbol') throw brokenOff();
  return answer;
}
