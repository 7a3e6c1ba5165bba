// pipeline plan import: targets from a spreadsheet into pipeline.yaml.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ExitStatus } from '../../base/exit-status.ts';
import { SETTINGS_FILE } from '../../workspace/find.ts';
import { TEXT_OPTIONS } from '../import-request.ts';
import type { Verb } from '../verb.ts';

export const planImport: Verb = {
  name: 'plan import',
  job: 'plan and foresee',
  summary: 'targets from a table (CSV, XLSX) into pipeline.yaml',
  description: [
    'One row a target: period and target, and where it is not of all deals owner, group, stage, segment, currency or',
    'custom.KEY; since and why where they are known. A target that is there with another figure keeps its line: the new',
    'one is added with the day since when it holds (today, where the row says none). The same file again adds nothing.',
  ].join(' '),
  args: [{ name: '<file...>', text: 'the table' }],
  options: [
    ...TEXT_OPTIONS.filter(({ flags }) => !flags.startsWith('--dates')),
    { flags: '--dry-run', text: 'say what would be added, and write nothing' },
  ],
  examples: [{ command: 'pipeline plan import targets.csv --dry-run', text: 'what it would add' }],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { readExportFile, tablesOf } = await import('../../crm-import/read-exports.ts');
    const { NO_MAPPING } = await import('../../crm-import/mapping.ts');
    const { readingAsked } = await import('../import-request.ts');
    const { isTargetHeader } = await import('../../plan-import/target-columns.ts');
    const files = call.args.map((name) => readExportFile(resolve(call.io.cwd, name)));
    const asked = await readingAsked(call);
    return call.locked(async (today) => {
      const settings = await call.settings();
      const tables = await tablesOf(files, {
        ...{ encoding: asked.encoding, delimiter: asked.delimiter, usual: NO_MAPPING },
        ...{ locale: settings.locale, isHeader: isTargetHeader },
      });
      const { targetRows } = await import('../../plan-import/target-rows.ts');
      const { targetOutcomes } = await import('../../plan-import/new-targets.ts');
      const { targetTrouble, withTargets } = await import('../../plan-import/target-text.ts');
      const { settingsChange } = await import('../../workspace/settings-change.ts');
      const read = tables.map((table) => targetRows(table, { settings, today }));
      const rows = read.flatMap((one) => one.rows);
      const text = readFileSync(join(call.root(), SETTINGS_FILE), 'utf8');
      const outcomes = targetOutcomes(rows, settings.plan.targets, today, (target) =>
        targetTrouble(text, target),
      );
      const added = outcomes.flatMap(({ outcome }) => (outcome.kind === 'added' ? [outcome.target] : []));
      const dryRun = call.flag('dry-run');
      if (added.length > 0) {
        const change = settingsChange(call.root(), 'these targets', (now) => withTargets(now, added));
        if (!dryRun) await call.write([change.file], { signal: call.io.signal });
      }
      const { planImportView } = await import('../../report/plan-import.ts');
      const { planImportPage, planImportRecords } = await import('../../page/plan-import.ts');
      const { digitsOf } = await import('../../base/money.ts');
      const view = planImportView(outcomes, {
        on: today,
        dry_run: dryRun,
        currency: settings.currency,
        unused: [...new Set(read.flatMap(({ unused }) => unused))],
      });
      await call.show({
        view,
        page: () => planImportPage(view, digitsOf(settings.currency)),
        records: () => planImportRecords(view),
      });
      return view.rejected.length > 0 ? ExitStatus.rejected : ExitStatus.done;
    });
  },
};
