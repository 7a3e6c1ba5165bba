// What the process asks of a deal before it moves on: what the stage that it enters requires, what must be true and
// done before it leaves the one that it is in, and which stages it may not jump over or come back to.

import type { Day } from '../base/day.ts';
import { asItIs, type Said, said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import { shellWord } from '../base/shell-word.ts';
import { customKeyOf, isCustomKey } from '../deal/custom.ts';
import type { Deal, DealKey } from '../deal/deal.ts';
import { rankOf, stageCalled } from '../deal/process.ts';
import { fieldCommand } from '../freshness/mend-commands.ts';
import { hasHappened, SAYS, saysCustom } from '../freshness/said.ts';
import type { Settings, StageSettings } from '../workspace/settings.ts';

/** One thing that is missing, and the command that mends it. */
export interface Unmet {
  readonly kind: 'field' | 'activity' | 'criterion' | 'skip' | 'back';
  /** A field, a criterion's id, types of activities, or a stage: what it is about, for machines. */
  readonly what: string;
  readonly text: Said;
  readonly command: string;
}

/**
 * What speaks against the move, in the order in which a person would mend it; nothing where the process allows it.
 * Going back asks only whether the stage may be come back to; a win asks what leaving the stage asks.
 * @param to the stage to enter, or `won`
 * @param on the day on which it is entered
 */
export function unmetBy(
  deal: Deal,
  to: StageSettings | 'won',
  on: Day,
  { process }: Pick<Settings, 'process'>,
): Unmet[] {
  const { stages } = process;
  const from = stageCalled(stages, deal.stage);
  const fromRank = from === undefined ? -1 : rankOf(process, from.id);
  const toRank = to === 'won' ? stages.length : rankOf(process, to.id);
  if (toRank <= fromRank) return to === 'won' || to.allowBack ? [] : [noWayBack(deal, to)];
  const between = stages.slice(fromRank + 1, toRank).filter(({ allowSkip }) => allowSkip === false);
  return [
    ...between.slice(0, 1).map((stage) => jumped(deal, stage)),
    ...(from === undefined ? [] : [...criteria(deal, from), ...activities(deal, from, on)]),
    ...(to === 'won' ? [] : fields(deal, to)),
  ];
}

/** The fields that a stage requires and a deal does not say. */
export function fieldsMissing(deal: Deal, { requires }: Pick<StageSettings, 'requires'>): string[] {
  return requires.fields.filter((field) => !says(deal, field));
}

function fields(deal: Deal, to: StageSettings): Unmet[] {
  return fieldsMissing(deal, to).map((field) => ({
    kind: 'field',
    what: field,
    text:
      field === 'amount' && deal.amount !== undefined
        ? said('amount ({amount} is a placeholder)', { amount: deal.amount })
        : asItIs(field),
    command: fieldCommand(deal.id, field),
  }));
}

function activities(deal: Deal, from: StageSettings, on: Day): Unmet[] {
  const types = from.requires.activities;
  const names = [from.id, ...from.was, deal.stage];
  if (types.length === 0 || hasHappened(deal, types, (stage) => names.includes(stage), on)) return [];
  return [
    {
      kind: 'activity',
      what: types.join(' '),
      text: said('no {types} in {stage}', { types: anyOf(types), stage: from.label }),
      command: `pipeline log ${deal.id} "…" --type ${shellWord(types[0] ?? '')}`,
    },
  ];
}

function criteria(deal: Deal, from: StageSettings): Unmet[] {
  return from.exit
    .filter(({ id }) => !deal.checklist.includes(id))
    .map(({ id, text }) => ({
      kind: 'criterion',
      what: id,
      text: asItIs(`${text} (${id})`),
      command: `pipeline set ${deal.id} checklist+=${shellWord(id)}`,
    }));
}

function jumped(deal: Deal, stage: StageSettings): Unmet {
  return {
    kind: 'skip',
    what: stage.id,
    text: said('{stage} may not be jumped over', { stage: stage.label }),
    command: `pipeline move ${deal.id} ${shellWord(stage.id)}`,
  };
}

function noWayBack(deal: Deal, to: StageSettings): Unmet {
  return {
    kind: 'back',
    what: to.id,
    text: said('a deal may not come back to {stage}', { stage: to.label }),
    command: `pipeline show ${deal.id}`,
  };
}

/** Fields of a deal that are no plain value. */
const PARTS: Readonly<Record<Exclude<DealKey, keyof typeof SAYS>, (deal: Deal) => boolean>> = {
  contacts: ({ contacts }) => contacts.length > 0,
  next_step: ({ nextStep }) => nextStep !== undefined,
  waive: ({ waive }) => waive.length > 0,
  source: ({ source }) => source !== undefined,
  custom: ({ custom }) => Object.keys(custom).length > 0,
};

/** A name that is no field is no deal's fault: `check` says so of the settings. */
function says(deal: Deal, field: string): boolean {
  if (isCustomKey(field)) return saysCustom(deal, customKeyOf(field));
  const test = Object.hasOwn(SAYS, field)
    ? SAYS[field as keyof typeof SAYS]
    : Object.hasOwn(PARTS, field)
      ? PARTS[field as keyof typeof PARTS]
      : undefined;
  return test === undefined || test(deal);
}
