// Rule import-overdue: the workspace mirrors a CRM, and its newest export is older than the rhythm allows.

import { daysBetween } from '../../base/day.ts';
import { asValue, dayValue, type Sayable, said } from '../../base/said.ts';
import { importOverdue as oldSource } from '../../workspace/import-due.ts';
import { rhythmSaid } from '../../workspace/rhythm.ts';
import type { BookRule, Hit, Looked } from '../rule.ts';

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
  check(book) {
    const { settings, imports, today } = book;
    const old = oldSource(settings, imports, undefined, today);
    if (old === undefined) return [];
    const { system, last, due } = old;
    if (last === undefined || due === undefined) return [neverImported(book)];
    const days = daysBetween(due, today);
    const rhythm = rhythmSaid(settings.rhythm.import);
    return [
      {
        place: { file: fileOf(system), line: undefined, column: undefined },
        message: said(
          'The newest export of {system} is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
          {
            ...{ system, days, rhythm },
            ...{ on: dayValue(last), due: dayValue(due) },
          },
        ),
        hint: hintFor(system),
        days,
      },
    ];
  },
};

/** No import on record: there was none, or its file can't be read. */
function neverImported({ settings, problems }: Looked): Hit {
  const system = settings.sourceOfRecord;
  const broken = problems.find(({ file, severity }) => file === fileOf(system) && severity === 'error');
  if (broken === undefined) {
    return {
      place: { file: 'pipeline.yaml', line: undefined, column: undefined },
      message: said('No export of {system} was imported yet.', { system }),
      hint: hintFor(system),
    };
  }
  return {
    place: { file: broken.file, line: broken.line, column: broken.column },
    message: said('What was last imported from {system} cannot be read. {why}', {
      system,
      why: asValue(broken.message),
    }),
    hint: broken.hint ?? hintFor(system),
  };
}

function fileOf(system: string): string {
  return `imports/${system}.yaml`;
}

function hintFor(system: string): Sayable {
  return said('Export the deals from {system} and read the file: pipeline import FILE', { system });
}
