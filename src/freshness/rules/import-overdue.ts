// Rule import-overdue: the workspace mirrors a CRM, and its newest export is older than the rhythm allows.

import { daysBetween } from '../../base/day.ts';
import { dueAfter, rhythmText } from '../../workspace/rhythm.ts';
import { daysText } from '../days-text.ts';
import type { BookRule } from '../rule.ts';

export const importOverdue: BookRule<'import-overdue'> = {
  id: 'import-overdue',
  title: 'Import is overdue',
  severity: 'error',
  what: 'The newest export of the mirrored CRM (source_of_record) is older than rhythm.import allows.',
  why: 'Everything shown is as old as that export: a week that looks quiet may only be unread.',
  fix: 'Export the deals from the CRM and import the file.',
  over: 'book',
  notInSnapshots: 'a snapshot does not keep the imports',
  isMoot: (settings) => settings.sourceOfRecord === '',
  check({ settings, imports, problems, today }) {
    const system = settings.sourceOfRecord;
    const last = imports.filter((each) => each.system === system).sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    const file = `imports/${system}.yaml`;
    const hint = `Export the deals from ${system} and read the file: pipeline import FILE`;
    if (last === undefined) {
      const broken = problems.find((problem) => problem.file === file && problem.severity === 'error');
      const message =
        broken === undefined
          ? `No export of ${system} was imported yet.`
          : `What was last imported from ${system} cannot be read. ${broken.message}`;
      const place = {
        file: broken === undefined ? 'pipeline.yaml' : file,
        line: broken?.line,
        column: broken?.column,
      };
      return [{ place, message, hint: broken?.hint ?? hint }];
    }
    const due = dueAfter(settings.rhythm.import, last.on);
    if (today <= due) return [];
    const days = daysBetween(due, today);
    return [
      {
        place: { file, line: undefined, column: undefined },
        message: `The newest export of ${system} is of ${last.on}. The next one was due on ${due}, ${daysText(days)} ago (rhythm: ${rhythmText(settings.rhythm.import)}).`,
        hint,
        days,
      },
    ];
  },
};
