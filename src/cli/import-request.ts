// The options of `import` and `week` as a request, and how both write.

import { resolve } from 'node:path';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { ImportRequest } from '../crm-import/import-exports.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { canAsk } from './prompts.ts';
import type { Call, OptionSpec } from './verb.ts';

/** How the text of any table is read. */
export const TEXT_OPTIONS: readonly OptionSpec[] = [
  { flags: '--dates <order>', text: 'how 03/04/2026 or 26-12-10 is meant', choices: ['dmy', 'mdy', 'ymd'] },
  {
    flags: '--encoding <name>',
    text: 'utf-8, utf-16le, utf-16be, cp1250 or cp1252 (else as the bytes tell)',
  },
  { flags: '--delimiter <sign>', text: 'comma, semicolon, tab or pipe (else as the lines tell)' },
];

/** How an export is read: for `import` and `week` alike. */
export const READING_OPTIONS: readonly OptionSpec[] = [
  { flags: '--map <file>', text: 'how columns and stages map, where imports/ does not say it yet' },
  {
    flags: '--system <name>',
    text: 'what the system is called (else as the headers tell)',
    completes: 'system',
  },
  { flags: '--export-date <date>', text: 'the day that the export shows (else today)' },
  { flags: '--partial', text: 'the export is filtered: what it lacks is not missing' },
  {
    flags: '--gone <what>',
    text: 'archive: deals that a complete export lacks go there',
    choices: ['archive'],
  },
  { flags: '--force', text: 'take it though most known deals are not in it, or have changed since' },
  { flags: '--keep <fields>', text: 'leave these fields to the workspace: amount,close', list: true },
  ...TEXT_OPTIONS,
];

const KEPT = [
  ...['name', 'account', 'owner', 'stage', 'amount', 'currency', 'created', 'close'],
  ...['next_step', 'lost_reason', 'last_activity', 'custom'],
];

/**
 * The request that a call's words make.
 * @throws Failure `usage` for a word that is none, or a file that is not there
 */
export async function importRequest(call: Call, today: Day): Promise<ImportRequest> {
  const { readExportFile } = await import('../crm-import/read-exports.ts');
  const { readMappingFile } = await import('../crm-import/stored-mappings.ts');
  const { isSystemName } = await import('../crm-import/mapping.ts');
  const at = (file: string) => resolve(call.io.cwd, file);
  const map = call.text('map');
  const exportDay = call.day('export-date') ?? today;
  if (exportDay > today) {
    throw new Failure(
      'usage',
      said('--export-date {exportDay} is after today, {today}.', { exportDay, today }),
    );
  }
  if (call.flag('partial') && call.text('gone') !== undefined) {
    throw new Failure('usage', 'With --partial nothing is gone, so --gone archive has nothing to archive.', {
      hint: 'Leave out one of the two.',
    });
  }
  return {
    files: call.args.map((file) => readExportFile(at(file))),
    given: map === undefined ? undefined : readMappingFile(at(map), map),
    system: understood(
      call,
      'system',
      (name) => (isSystemName(name) ? name : undefined),
      'small letters, digits and hyphens',
    ),
    exportDay,
    partial: call.flag('partial'),
    archiveGone: call.text('gone') === 'archive',
    keep: keptFields(call),
    ...(await readingAsked(call)),
    dryRun: call.flag('dry-run'),
    force: call.flag('force'),
    ask: await askerFor(call),
    tail: () => Buffer.from(call.io.random(4)).readUInt32BE().toString(36).padStart(6, '0'),
  };
}

/** How the bytes and dates of an export are to be read. @throws Failure `usage` for a word that is none */
export async function readingAsked(
  call: Call,
): Promise<Pick<ImportRequest, 'encoding' | 'delimiter' | 'dates'>> {
  const { toColumnOrder } = await import('../crm-import/date-text.ts');
  const { toEncoding } = await import('../crm-import/decode.ts');
  const { toDelimiter } = await import('../crm-import/delimiter.ts');
  const dates = call.text('dates');
  return {
    encoding: understood(call, 'encoding', toEncoding, 'utf-8, utf-16le, utf-16be, cp1250 or cp1252'),
    delimiter: understood(call, 'delimiter', toDelimiter, 'comma, semicolon, tab or pipe'),
    dates: dates === undefined ? undefined : toColumnOrder(dates),
  };
}

/** Writes all of it, or nothing. */
export async function writeImport(call: Call, files: readonly FileChange[]): Promise<void> {
  const progress = call.progress('Writing deals', files.length);
  await call.write(files, { progress: (done) => progress.at(done), signal: call.io.signal });
  progress.end();
}

function understood<Value>(
  call: Call,
  option: string,
  read: (text: string) => Value | undefined,
  allowed: string,
): Value | undefined {
  const given = call.text(option);
  if (given === undefined) return undefined;
  const value = read(given);
  if (value !== undefined) return value;
  throw new Failure('usage', said('--{option} does not take "{given}".', { option, given }), {
    hint: said('It takes {allowed}.', { allowed }),
  });
}

function keptFields(call: Call): Set<string> {
  const kept = call.list('keep');
  for (const field of kept) {
    if (KEPT.includes(field) || /^custom\../.test(field)) continue;
    throw new Failure('usage', said('--keep does not know the field "{field}".', { field }), {
      hint: didYouMean(field, KEPT, said('It takes {kept} and custom.KEY.', { kept: KEPT.join(', ') })),
    });
  }
  return new Set(kept);
}

/** Only a person at a terminal can be asked. */
async function askerFor(call: Call): Promise<ImportRequest['ask']> {
  if (!canAsk(call)) return undefined;
  const { stageAsker } = await import('./ask-stages.ts');
  return stageAsker(call);
}
