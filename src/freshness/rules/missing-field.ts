// Rule missing-field: an open deal lacks what its stage requires: fields, or an activity.

import { asItIs, type Sayable, said } from '../../base/said.ts';
import { anyOf, listed } from '../../base/said-lists.ts';
import { customKeyOf, isCustomKey } from '../../deal/custom.ts';
import type { DealKey } from '../../deal/deal.ts';
import { stageCalled } from '../../deal/process.ts';
import { mayLack } from '../../snapshot/origin.ts';
import type { DealRow } from '../../snapshot/row.ts';
import { inOrder } from '../../snapshot/stage-record.ts';
import { fieldCommands, hintFor, logCommand } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealContext, DealRule } from '../rule.ts';
import { hasHappened, isSaid, SAYS, saysCustom } from '../said.ts';
import { stageLabel, stageNow } from '../stage-steps.ts';
import { hasNextStep } from './no-next-step.ts';

export const missingField: DealRule<'missing-field'> = {
  id: 'missing-field',
  title: 'Missing what the stage requires',
  severity: 'warning',
  what: 'An open deal lacks a field that its stage requires (`requires.fields`), or none of the activities that it requires (`requires.activities`) happened while it was in that stage. An amount of 0, 1 or 0.01 is a placeholder and counts as missing; a currency is never missing, since the workspace has one. A snapshot keeps no contacts, no types of activities, and custom fields only where they have a column: there that is not judged.',
  why: 'The stage says what is known about a deal, and everything that counts by stage believes it.',
  fix: 'Find out what is missing and write it down, or move the deal back.',
  over: 'open deals',
  isMoot: ({ process }) =>
    process.stages.every(({ requires }) => requires.fields.length + requires.activities.length === 0),
  untoldBy: (snapshot) =>
    mayLack(snapshot) ? 'a backfilled snapshot does not tell what was known then' : undefined,
  check(row, context) {
    const { book } = context;
    const requires = stageCalled(book.settings.process.stages, row.stage)?.requires;
    if (requires === undefined) return [];
    const fields = requires.fields.filter((field) => hasField(field, row, context) === false);
    const { activities } = requires;
    const isSilent = activities.length > 0 && hasActivity(activities, row, context) === false;
    if (fields.length === 0 && !isSilent) return [];
    const missing = fields.map((field) => fieldText(field, row));
    if (isSilent) missing.push(activityText(activities));
    const commands = [
      ...(fields.length === 0 ? [] : [fieldCommands(row.id, fields)]),
      ...(isSilent ? [logCommand(row.id, activities[0])] : []),
    ];
    const place = keyPlace('stage', context);
    return [
      {
        place,
        message: said('Missing in {stage}: {fields}.', {
          stage: stageLabel(row.stage, book),
          fields: listed(missing),
        }),
        hint: hintFor(row, { ...place, line: undefined }, book, {
          ours: said('Write it down: {commands} (or back: move)', { commands: commands.join('; ') }),
          elsewhere: (where) => said('Write it down {where}, or move the deal back.', { where }),
        }),
      },
    ];
  },
};

function fieldText(field: string, { amount }: DealRow): Sayable {
  return field === 'amount' && amount !== undefined
    ? said('amount ({amount} is a placeholder)', { amount })
    : asItIs(field);
}

function activityText(types: readonly string[]): Sayable {
  return said('an activity in this stage ({types})', { types: anyOf(types) });
}

/** Undefined where a snapshot does not tell. */
type Has = (row: DealRow, context: DealContext) => boolean | undefined;

const FIELDS: Readonly<Record<DealKey, Has>> = {
  ...SAYS,
  contacts: (_row, { deal }) => deal && deal.contacts.length > 0,
  next_step: hasNextStep,
  waive: ({ waived }) => waived.length > 0,
  source: ({ source }) => isSaid(source),
  custom: (_row, { deal }) => deal && Object.keys(deal.custom).length > 0,
};

function hasField(field: string, row: DealRow, context: DealContext): boolean | undefined {
  if (isCustomKey(field)) return hasCustom(customKeyOf(field), row, context);
  return isDealKey(field) ? FIELDS[field](row, context) : undefined;
}

function isDealKey(field: string): field is DealKey {
  return Object.hasOwn(FIELDS, field);
}

/** From its column, which costs no look at the file. */
function hasCustom(key: string, { custom }: DealRow, context: DealContext): boolean | undefined {
  if (Object.hasOwn(custom, key)) return isSaid(custom[key] ?? '');
  const { deal } = context;
  return deal && saysCustom(deal, key);
}

/** Whether one of the types has happened while the deal was in its stage; undefined where a snapshot does not tell. */
function hasActivity(types: readonly string[], row: DealRow, context: DealContext): boolean | undefined {
  const { book } = context;
  const last = inOrder(row.stages).at(-1);
  // Where the record ends with another stage, nobody knows since when it is in its own: both count.
  const isHere = (stage: string) =>
    stageNow(stage, book) === stageNow(row.stage, book) || stage === last?.stage;
  if (!row.activities.some(({ stage }) => isHere(stage))) return false;
  const { lastActivity: on, lastActivityType: type } = row;
  if (on !== undefined && types.includes(type) && on >= (last?.on ?? on)) return true; // without a look at the file
  const { deal } = context;
  if (deal === undefined) return undefined;
  return hasHappened(deal, types, isHere, book.today);
}
