// pipeline query: a person's own question in SQL, over the tables of `pipeline export`.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { Verb } from '../verb.ts';

export const query: Verb = {
  name: 'query',
  job: 'look',
  summary: 'ask in SQL: deals, snapshots, movements, activities, findings, reviews',
  description: [
    'One SELECT in the SQL of SQLite, over the tables of pipeline export as they stand now, and a few views; without SQL',
    'it lists them with their columns (docs/reference/exports.md). `-` reads the SQL from stdin. What would write is',
    'refused. Days are text (2026-11-23), money is a number. Ctrl-C ends a question that takes too long.',
  ].join(' '),
  args: [{ name: '[sql]', text: 'a SELECT, in quotes; - for stdin', completes: 'nothing' }],
  examples: [
    { command: 'pipeline query', text: 'the tables, with their columns' },
    {
      command: 'pipeline query "select owner, sum(value) from open_deals group by 1"',
      text: 'what each owner has open',
    },
    {
      command: 'pipeline query "select id, count(*) from movements group by 1" --format csv',
      text: 'for a spreadsheet',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const [word] = call.args;
    const pages = await import('../../page/query.ts');
    if (word === undefined) {
      const { queryTables } = await import('../../export/query-tables.ts');
      const view = queryTables();
      await call.show({
        view,
        page: () => pages.queryTablesPage(view),
        records: () => pages.queryTablesRecords(view),
      });
      return ExitStatus.done;
    }
    const sql = word === '-' ? await call.io.stdin.readAll() : word;
    if (sql.trim() === '')
      throw new Failure('usage', 'There is no SQL.', { hint: 'pipeline query lists the tables.' });
    const { exportFacts, statusOf } = await import('../export-facts.ts');
    const { ask } = await import('../../export/ask.ts');
    const { queryView } = await import('../../report/query.ts');
    const facts = await exportFacts(call);
    const view = queryView(sql, await ask(sql, facts, call.io.signal, call.io.atRisk));
    await call.show({ view, page: () => pages.queryPage(view), records: () => pages.queryRecords(view) });
    return statusOf(call, facts);
  },
};
