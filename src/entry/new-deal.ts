// A deal that nobody has written down before.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { slug } from '../base/fold.ts';
import { asItIs } from '../base/said.ts';
import type { NewDeal } from '../deal/write.ts';
import { isToCome } from './activity.ts';
import type { EntryContext } from './context.ts';

export interface AskedDeal {
  readonly name: string;
  readonly stage: string;
  /** Since when it has been known. */
  readonly created: Day;
}

/**
 * The beginning of a deal's file. In the first stage it has been since it was created; in a further one since today,
 * because nothing tells what it went through: its record begins there, which is what makes it a late entry.
 * @throws Failure `usage` for a name without words, `bad-date`
 */
export function newDeal({ name, stage, created }: AskedDeal, { today, settings }: EntryContext): NewDeal {
  if (name.trim() === '')
    throw new Failure('usage', 'A deal needs a name.', { hint: asItIs('pipeline add "Acme – ERP rollout"') });
  if (created > today) throw isToCome('A deal created', created);
  const isFirst = settings.process.stages[0]?.id === stage;
  return {
    name: name.trim(),
    stage,
    created,
    recorded: today,
    stages: [{ stage, on: isFirst ? created : today, logged: today }],
  };
}

/** Whether a name begins with the account's first word, so that an id of the name alone says both. */
export function namesAccount(name: string, account: string): boolean {
  const [first = ''] = slug(account).split('-');
  return first !== '' && `${slug(name)}-`.startsWith(`${first}-`);
}
