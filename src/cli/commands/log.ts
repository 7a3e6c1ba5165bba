// pipeline log: what happened with a customer, written down.

import { Failure } from '../../base/failure.ts';
import { asItIs, said } from '../../base/said.ts';
import { changeDeals } from '../change-deals.ts';
import { TEXT_OPTIONS } from '../import-request.ts';
import type { OptionSpec, Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

const WITH_FROM: readonly OptionSpec[] = [
  { flags: '--since <day>', text: 'with --from: nothing that was before' },
  { flags: '--owner <owner>', text: 'with --from: only into deals of an owner' },
  ...TEXT_OPTIONS.map(({ text, ...option }) => ({ ...option, text: `with --from: ${text}` })),
];

export const log: Verb = {
  name: 'log',
  job: 'document',
  summary: 'write down what happened: a call, a meeting, an offer',
  description: `${[
    'Adds an activity to the deal, with the day on which it happened and that on which it was written down.',
    'ID may be a piece of id, name or account that only one deal has. Days are typed as people do: yesterday, fri, 15.01.',
  ].join(' ')}\n\n${[
    '--from takes what a calendar or a table tells, and writes each into the deal that it was about: by an id (a column',
    "deal, or [deal:ID] in an event's text), else by the addresses in the deal's contacts, else by the account, where one",
    'open deal alone has them. What may be of several, or of none, is listed with the command that settles it, and not',
    'written. The same file again adds only what is new. Exit status 3 where rows are rejected.',
  ].join(' ')}`,
  args: [
    { name: '[id]', text: 'the deal' },
    { name: '[text]', text: 'what happened' },
  ],
  options: [
    {
      flags: '--type <type>',
      text: "of pipeline.yaml's activity_types (default: note; of a calendar: meeting)",
    },
    { flags: '--on <day>', text: 'when it happened (default: today)' },
    { flags: '--next <text>', text: 'what is done next' },
    { flags: '--by <day>', text: 'by when' },
    ...MANY,
    {
      flags: '--from <file...>',
      text: 'what files tell: calendars (.ics) and tables (CSV, XLSX); - is stdin',
      repeat: true,
    },
    ...WITH_FROM,
  ],
  examples: [
    {
      command: 'pipeline log baltic-foods-mes "scope agreed" --type meeting --on yesterday',
      text: 'a meeting',
    },
    {
      command: 'pipeline log baltic "offer sent" --type offer --next "call him" --by fri',
      text: 'and what comes next',
    },
    { command: 'pipeline log --from calendar.ics --dry-run', text: 'what a calendar would add' },
    { command: 'pipeline log --from activities.csv --since "2 weeks ago"', text: 'a table, its newest rows' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    if (call.list('from').length > 0) {
      const { logFiles } = await import('../log-files.ts');
      return logFiles(call);
    }
    const alone = WITH_FROM.map(nameOf).find((option) => call.flag(option));
    if (alone !== undefined) {
      throw new Failure('usage', said('--{alone} goes with --from.', { alone }), {
        hint: asItIs('pipeline log --from calendar.ics'),
      });
    }
    const { activityChange, activityType, plainRemark } = await import('../../entry/activity.ts');
    const { dayWithoutStep, nextStepChange } = await import('../../entry/next-step.ts');
    const { chosen, words } = chosenBy(call, ['TEXT']);
    const [note = ''] = words;
    const next = call.text('next');
    if (next === undefined && call.text('by') !== undefined) {
      throw dayWithoutStep();
    }
    return changeDeals(call, {
      chosen,
      changes(deal, entering) {
        const { understood, today } = entering;
        const on = understood.day(call.text('on') ?? today, 'past');
        const type = activityType(call.text('type'), entering);
        const happened = activityChange(deal, { on, type, note }, entering);
        if (next === undefined) return [happened];
        const by = call.text('by');
        const step = { what: next, by: by === undefined ? undefined : understood.day(by, 'future') };
        return [happened, nextStepChange(deal, step, entering)];
      },
      remarks: (_, entering) => plainRemark(call.text('type'), entering),
    });
  },
};

function nameOf({ flags }: OptionSpec): string {
  return /--([a-z-]+)/.exec(flags)?.[1] ?? '';
}
