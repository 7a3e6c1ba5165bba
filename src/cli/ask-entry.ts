// Asks at a terminal what an entry leaves open. The questions go to stderr.

import { Failure } from '../base/failure.ts';
import { asItIs } from '../base/said.ts';
import { safeForTerminal } from '../render/safe.ts';
import { brokenOff, canAsk } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

/**
 * Why a deal was lost.
 * @throws Failure `usage` with the reasons where nobody can be asked, `interrupted` where the person breaks off
 */
export async function askLostReason(call: Call, reasons: readonly string[]): Promise<string> {
  if (!canAsk(call)) {
    const list = reasons.length === 0 ? '"…"' : reasons.join(' | ');
    throw new Failure('usage', 'Why was it lost?', { hint: asItIs(`--reason ${list}`) });
  }
  const { isCancel, select, text } = await import('@clack/prompts');
  const output = screen(call.io);
  const message = call.say('Why was it lost?');
  const answer =
    reasons.length === 0
      ? await text({ message, validate: (given) => needsWords(given, call), output })
      : await select({
          message,
          options: reasons.map((reason) => ({ value: reason, label: safeForTerminal(reason) })),
          output,
        });
  if (isCancel(answer)) throw brokenOff();
  return answer.trim();
}

/** What is said of an answer that is no text. */
export function needsWords(given: string | undefined, { say }: Pick<Call, 'say'>): string | undefined {
  return (given ?? '').trim() === '' ? say('It takes a few words.') : undefined;
}
