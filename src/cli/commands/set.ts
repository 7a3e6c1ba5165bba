// pipeline set: fields of a deal.

import { Failure } from '../../base/failure.ts';
import { asItIs } from '../../base/said.ts';
import { changeDeals } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const set: Verb = {
  name: 'set',
  job: 'document',
  summary: 'change fields of a deal: amount, close date, contacts, …',
  description: [
    'KEY=VALUE sets a field, KEY= takes it away, KEY+=VALUE adds to contacts or checklist. Your own fields are custom.KEY.',
    'Amounts and days are typed as people do. Stage, next step and activities have verbs of their own.',
  ].join(' '),
  args: [
    { name: '[id]', text: 'the deal' },
    { name: '[key=value...]', text: 'fields and their values, as many as you like' },
  ],
  options: [...MANY],
  examples: [
    { command: 'pipeline set baltic-foods-mes amount=120k close="end of Q1"', text: 'two fields' },
    { command: 'pipeline set baltic custom.segment=enterprise contacts+=ewa@baltic.example', text: 'others' },
    {
      command: "pipeline set --where 'owner=piotr' important=handover --dry-run",
      text: 'many deals',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { assignedChanges } = await import('../../entry/assignments.ts');
    const { parseAssignment } = await import('../../entry/fields.ts');
    const isMany = call.list('where').length > 0;
    const [word, ...rest] = call.args;
    const given = isMany ? call.args : rest;
    if (!isMany && word?.includes('=') === true) {
      throw new Failure('usage', 'Which deal?', { hint: asItIs(`pipeline set ID ${word}`) });
    }
    if (given.length === 0) {
      throw new Failure('usage', 'What is to be set?', {
        hint: asItIs('pipeline set ID amount=120k close="end of Q1"'),
      });
    }
    const { chosen } = isMany ? { chosen: { where: call.list('where') } } : chosenBy(call, []);
    const assignments = given.map(parseAssignment);
    return changeDeals(call, {
      chosen,
      changes: (deal, entering) => assignedChanges(deal, assignments, entering.understood, entering),
    });
  },
};
