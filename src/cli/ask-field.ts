// Asks at a terminal for one field that a stage requires. An empty answer leaves it for later.

import { Failure } from '../base/failure.ts';
import { asItIs, inTurn, type Sayable } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { fieldChanges } from '../entry/fields.ts';
import { nextStepChange } from '../entry/next-step.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { Entering } from './change-deals.ts';
import { brokenOff } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

const QUESTIONS: Readonly<Record<string, Sayable>> = {
  account: 'Which customer?',
  owner: 'Whose is it?',
  amount: 'What is it worth? (120k, 1.2m)',
  close: 'When is it expected to close? (end of Q1, +6w, 15.01)',
  important: 'Why is it important?',
  category: 'How sure are you?',
  contacts: 'Whom do you talk to? (addresses, with commas)',
  next_step: 'What is the next step?',
};

/** Fields that are no question: they come with time, or by other verbs. */
const NOT_ASKED = ['activities', 'stages', 'checklist', 'waive', 'source', 'was', 'merged_into', 'missing'];

/** The changes that the answer makes. @throws Failure `interrupted` where the person breaks off */
export async function askField(
  call: Call,
  field: string,
  deal: Deal,
  entering: Entering,
): Promise<readonly DealChange[]> {
  if (NOT_ASKED.includes(field)) return [];
  const message = QUESTIONS[field] ?? asItIs(`${field}?`);
  if (field === 'next_step') return askStep(call, message, deal, entering);
  const { settings } = entering;
  const choices =
    field === 'owner'
      ? settings.team.map(({ id, name }) => ({ value: id, label: safeForTerminal(name) }))
      : field === 'category'
        ? settings.categories.map((value) => ({ value, label: safeForTerminal(value) }))
        : [];
  const changes = (value: string) =>
    fieldChanges(deal, { key: field, sign: '=', value }, entering.understood, entering);
  if (choices.length > 0) {
    const { isCancel, select } = await import('@clack/prompts');
    const options = [...choices, { value: '', label: call.say('Later') }];
    const answer = await select({
      message: asked(message, call),
      options,
      maxItems: 10,
      output: screen(call.io),
    });
    if (isCancel(answer)) throw brokenOff();
    return answer === '' ? [] : changes(answer);
  }
  const answer = await askText(call, message, changes);
  return answer === '' ? [] : changes(answer);
}

async function askStep(
  call: Call,
  message: Sayable,
  deal: Deal,
  entering: Entering,
): Promise<readonly DealChange[]> {
  const what = await askText(call, message, () => undefined);
  if (what === '') return [];
  const step = (by: string) =>
    nextStepChange(deal, { what, by: entering.understood.day(by, 'future') }, entering);
  const by = await askText(call, 'By when? (fri, +1w)', step);
  return by === '' ? [] : [step(by)];
}

/**
 * The answer; '' where the person pressed Enter.
 * @param read throws a Failure for what can't be taken, which is then said at once
 * @param placeholder what Enter means
 * @throws Failure `interrupted` where the person breaks off
 */
export async function askText(
  call: Pick<Call, 'io' | 'say'>,
  message: Sayable,
  read: (given: string) => unknown,
  placeholder: Sayable = 'Enter: later',
): Promise<string> {
  const { isCancel, text } = await import('@clack/prompts');
  const validate = (given: string | undefined) => {
    const value = (given ?? '').trim();
    if (value === '') return undefined;
    try {
      read(value);
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { message: why, hint } = error.said;
      return asked(hint === undefined ? why : inTurn(why, hint), call);
    }
  };
  const shown = { message: asked(message, call), placeholder: asked(placeholder, call) };
  const answer = await text({ ...shown, validate, output: screen(call.io) });
  if (isCancel(answer)) throw brokenOff();
  return (answer ?? '').trim();
}

/** In the workspace's language, and nothing that a terminal would obey. */
function asked(sayable: Sayable, { say }: Pick<Call, 'say'>): string {
  return safeForTerminal(say(sayable));
}
