// From exports to a report in one go: the workspace, the deals, and the past that their dates tell.

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countsOf } from '../base/counts.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import { assertExportFile } from '../crm-import/read-exports.ts';
import { findWorkspace } from '../workspace/find.ts';
import { rememberFolder } from '../workspace/init-undone.ts';
import { settingsChange } from '../workspace/settings-change.ts';
import { initPaths } from './init-files.ts';
import type { Call } from './verb.ts';

/** What comes after the import. */
const REST = ['pipeline backfill --from dates', 'pipeline report'];

/**
 * Makes a workspace of the exports in the folder of the call, with a snapshot for each week that the deals' dates tell
 * of, where they tell of any. Each step is a command that a person could have typed; what it shows goes to stderr. Where the
 * exports can't be imported, nothing is left of a workspace that was made for them.
 * @returns `rejected` where a row was, else `done`; what else a step ends with ends the whole
 * @throws Failure `already-exists` where there are deals, `usage` where an export is not there
 */
export async function beginWith(exports: readonly string[], call: Call): Promise<ExitStatus> {
  const root = findWorkspace(call.dir);
  if (root !== undefined && hasDeals(root)) {
    throw new Failure(
      'already-exists',
      said('There are deals in {root}; --from begins where there are none.', { root }),
      {
        hint: asItIs([`pipeline import ${exports.map(shellWord).join(' ')}`, ...REST].join(', ')),
      },
    );
  }
  for (const file of exports) assertExportFile(resolve(call.io.cwd, file));
  const step = async (...words: string[]): Promise<ExitStatus> => {
    call.note(asItIs(`$ ${['pipeline', ...words.map(shellWord)].join(' ')}`));
    const status = await call.runFirst(words);
    call.note('');
    return status;
  };
  const restore = root === undefined ? rememberFolder(call.dir, initPaths()) : undefined;
  if (root === undefined) {
    const locale = call.text('locale');
    const made = await step('init', ...(locale === undefined ? [] : ['--locale', locale]));
    if (!isGood(made)) return made;
  }
  let imported = await step('import', ...exports);
  if (!isGood(imported)) {
    // Left behind, it would keep a currency that no export had a say in.
    restore?.();
    if (restore !== undefined) noteTakenAway(exports, call);
    return imported;
  }
  if (root === undefined && (await takesTheirCurrency(call))) {
    // What was in the currency of before was written without one: it would be read as the other.
    imported = await step('import', ...exports);
    if (!isGood(imported)) return imported;
  }
  const told = await step('backfill', '--from', 'dates');
  if (told === ExitStatus.usage) call.note(said('The past is not told: the report is of today alone.'));
  return told === ExitStatus.usage || told === ExitStatus.done ? imported : told;
}

function noteTakenAway(exports: readonly string[], call: Call): void {
  const steps = ['pipeline init', `pipeline import ${exports.map(shellWord).join(' ')}`, ...REST].join(', ');
  call.note(
    said('The folder is as it was. Step by step, where the import needs an option: {steps}', { steps }),
  );
}

/** Whether a report can be made: a rejected row is no reason against one. */
export function isGood(status: ExitStatus): boolean {
  return status === ExitStatus.done || status === ExitStatus.rejected;
}

/**
 * The reporting currency is that of most deals, whatever `init` took from the system.
 * @returns whether deals that name none were in the one of before
 */
function takesTheirCurrency(call: Call): Promise<boolean> {
  return call.locked(async () => {
    const { deals, settings } = await call.book();
    const currencies = [...deals.values()].map(({ currency }) => currency);
    const most = mostFrequent(currencies.map((currency) => currency || settings.currency));
    if (most === undefined || most === settings.currency) return false;
    const { file } = settingsChange(call.root(), 'the currency of the export', (text) =>
      text.replace(/^(currency: *)\S+/m, `$1${most}`),
    );
    await call.write([file]);
    call.note(
      said(
        'The reporting currency is {currency}, that of most deals: currency in pipeline.yaml. What was said of rates to {before} does not hold any more.',
        { currency: most, before: settings.currency },
      ),
    );
    call.note('');
    return currencies.includes('');
  });
}

function mostFrequent(texts: readonly string[]): string | undefined {
  return [...countsOf(texts)].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function hasDeals(root: string): boolean {
  const folder = join(root, 'deals');
  return existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'));
}
