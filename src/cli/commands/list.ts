// pipeline list: deals by what they are.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Outcome } from '../../deal/deal.ts';
import type { Call, Verb } from '../verb.ts';

const OUTCOMES = ['open', 'won', 'lost'] as const satisfies readonly Outcome[];

export const list: Verb = {
  name: 'list',
  job: 'look',
  summary: 'list deals, by stage, owner, close date or any field',
  description: [
    'Open deals, the largest first, unless an option says otherwise. All conditions must hold.',
    '--where takes FIELD OP VALUE with = != < <= > >= and ~ (contains); the fields are the columns of a',
    'snapshot and custom.KEY, amounts and days as people type them (pipeline help filters). An empty field',
    "matches only 'FIELD='. CSV and XLSX carry a column `version`",
    'by which an import tells whether a deal has changed since.',
  ].join(' '),
  options: [
    { flags: '--open', text: 'open deals (the default)' },
    { flags: '--won', text: 'won deals' },
    { flags: '--lost', text: 'lost deals' },
    { flags: '--all', text: 'open, won and lost' },
    { flags: '--stage <stage>', text: 'in a stage; several with commas', list: true },
    { flags: '--owner <owner>', text: 'of an owner; several with commas', list: true },
    { flags: '--account <text>', text: 'whose account contains the text', completes: 'account' },
    { flags: '--closing <period>', text: 'with a close date in 2026-Q4, this-month, …' },
    { flags: '--where <condition>', text: "'FIELD OP VALUE'; may be given several times", repeat: true },
    { flags: '--sort <field>', text: 'by a field, FIELD:desc the other way (value:desc)' },
    { flags: '--columns <fields>', text: 'these columns, with commas between them', list: true },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has them',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline list', text: 'open deals, the largest first' },
    { command: 'pipeline list --stage negotiation --closing this-quarter', text: 'what should close soon' },
    {
      command: "pipeline list --where 'next_step=' --where 'value >= 50000'",
      text: 'large, without a next step',
    },
    { command: 'pipeline list --won --sort close:desc', text: 'won deals, the last one first' },
    { command: 'pipeline list --format csv', text: 'for a spreadsheet' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { listDeals } = await import('../../report/list.ts');
    const book = await call.book(call.day('as-of'));
    const listing = listDeals(book, {
      owners: call.list('owner'),
      stages: call.list('stage'),
      account: call.text('account'),
      outcomes: outcomesOf(call),
      closing: await call.period('closing', book),
      where: call.list('where'),
      sort: call.text('sort'),
      columns: call.list('columns'),
    });
    const { listPage } = await import('../../page/list.ts');
    const { listRecords } = await import('../../page/list-records.ts');
    const { lookOf } = await import('../../page/look.ts');
    await call.show({
      view: listing.view,
      page: () => listPage(listing, lookOf(book)),
      records: () => listRecords(listing, book),
    });
    return listing.view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};

function outcomesOf(call: Call): Outcome[] {
  return OUTCOMES.filter((outcome) => call.flag(outcome) || call.flag('all'));
}
