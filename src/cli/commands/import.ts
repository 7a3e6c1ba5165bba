// pipeline import: reads a CRM's exports into deals, or takes over edits of a spreadsheet.

import type { Day } from '../../base/day.ts';
import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import type { Opened } from '../../book/open.ts';
import { READING_OPTIONS } from '../import-request.ts';
import type { Call, Verb } from '../verb.ts';

export const importVerb: Verb = {
  name: 'import',
  job: 'begin',
  summary: "read a CRM's exports: new deals, changed ones, missing ones",
  description: [
    'Reads CSV and its relatives, and XLSX. Headers of Salesforce, HubSpot,',
    'Pipedrive, Zoho, Dynamics, Odoo and SuiteCRM are recognised. What is needed',
    'and not recognised is asked for, with the lines of a mapping to paste; all',
    'else is kept under custom:. Further files that share a column with the deals',
    'join them.',
    '',
    'Again with a newer export, deals are found by the ids of their records. What',
    'changed is changed, line by line, and listed; an empty cell changes nothing.',
    'Rejected rows go to a file beside the mapping, and the exit status is 3.',
    '',
    'With --match id the file is one that `pipeline list --format csv` or xlsx',
    'wrote and a person edited.',
  ].join(' '),
  args: [{ name: '<file...>', text: 'the export of the deals, and files that join it' }],
  options: [
    ...READING_OPTIONS,
    {
      flags: '--match <key>',
      text: 'find deals by source (the default), or by id: the file is an edited list',
      choices: ['source', 'id'],
    },
    { flags: '--dry-run', text: 'say what would change, and write nothing' },
  ],
  examples: [
    { command: 'pipeline import pipedrive.csv', text: 'deals as Pipedrive exports them' },
    { command: 'pipeline import pipedrive.csv --dry-run', text: 'what that would change' },
    { command: 'pipeline import hubspot.csv --partial', text: 'a filtered export: nothing is missing' },
    { command: 'pipeline import opportunities.csv accounts.csv', text: 'with a file that joins the deals' },
    {
      command: 'pipeline import edited-list.csv --match id --force',
      text: 'edits of a list, whatever has changed since',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { writeImport } = await import('../import-request.ts');
    return await call.locked(async (today) => {
      const workspace = await call.open({ today: () => today });
      const outcome = await outcomeOf(call, workspace, today);
      const { facts, files, after } = outcome;
      if (!call.flag('dry-run')) await writeImport(call, files);
      const { importView } = await import('../../report/import.ts');
      const { importPage, importRecords } = await import('../../page/import.ts');
      const { lookOf } = await import('../../page/look.ts');
      const view = importView(facts);
      await call.show({
        view,
        page: () =>
          importPage(view, lookOf({ ...workspace.book, settings: after.settings }), after.settings.currency),
        records: () => importRecords(view),
      });
      if (after.created.length + after.changed.length > 0) {
        const { bookAfter } = await import('../../crm-import/book-after.ts');
        const { noteRates } = await import('../note-rates.ts');
        noteRates(call, bookAfter(workspace, outcome));
      }
      return view.rejected > 0 ? ExitStatus.rejected : ExitStatus.done;
    });
  },
};

async function outcomeOf(call: Call, workspace: Opened, today: Day) {
  const { importRequest } = await import('../import-request.ts');
  const request = await importRequest(call, today);
  if (call.text('match') === 'id') {
    refuseOptionsOfExports(call);
    const { importEdits } = await import('../../crm-import/import-edits.ts');
    return importEdits(workspace, request);
  }
  const { importExports } = await import('../../crm-import/import-exports.ts');
  return importExports(workspace, request);
}

/** An edited list is of no CRM. */
function refuseOptionsOfExports(call: Call): void {
  const wrong = ['map', 'system', 'export-date', 'partial', 'gone'].find((option) => call.flag(option));
  if (wrong !== undefined)
    throw new Failure('usage', said('--{wrong} does not go with --match id.', { wrong }));
}
