// pipeline.yaml, read through the index.

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { fromKeptProblem, type KeptProblem, type Problem, toKeptProblem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import type { Index } from '../index-db/index-file.ts';
import { type Reader, readThrough } from '../index-db/read-through.ts';
import type { KeptReading } from '../index-db/rows.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import { fingerprintAt } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { Settings } from '../workspace/settings.ts';

interface SettingsReading {
  readonly settings?: Settings | undefined;
  readonly problems: readonly KeptProblem[];
}

const READER: Reader = {
  name: 'settings',
  mostBytes: MOST_BYTES,
  load: async () => {
    const [{ decodeUtf8 }, { readSettings }] = await Promise.all([
      import('../base/utf8.ts'),
      import('../workspace/settings-read.ts'),
    ]);
    return (bytes, path): SettingsReading => {
      const text = decodeUtf8(bytes);
      const { settings, problems } =
        typeof text === 'string'
          ? readSettings(text, path)
          : { settings: undefined, problems: [invalid(text)] };
      return { settings, problems: problems.map(toKeptProblem) };
    };
  },
};

export interface SettingsInFile {
  readonly settings: Settings;
  /** All of them as JSON: what depends on them may compare it. */
  readonly text: string;
  /** As Readings has it. */
  readonly lasting: boolean;
  readonly learned: readonly KeptReading[];
}

/**
 * The settings, and what the index is to keep of them.
 * @throws Failure `settings-invalid` with every problem, `no-workspace`
 */
export async function readSettingsFile(
  root: string,
  index: Pick<Index, 'readings'>,
): Promise<SettingsInFile> {
  const fingerprint = fingerprintAt(root, SETTINGS_FILE);
  const files = fingerprint === undefined ? [] : [{ path: SETTINGS_FILE, fingerprint }];
  const kept = index.readings([SETTINGS_FILE]);
  const { texts, refused, learned, lasting } = await readThrough(root, files, kept, READER);
  const text = texts.get(SETTINGS_FILE);
  const refusal = refused.get(SETTINGS_FILE);
  if (refusal?.lasting === false)
    throw new Failure(
      'io',
      said('{settings_file} {reason}.', { settings_file: SETTINGS_FILE, reason: refusal.reason }),
    );
  if (refusal !== undefined)
    throw failure([invalid({ message: said('The file {reason}.', { reason: refusal.reason }) })]);
  if (text === undefined)
    throw new Failure(
      'no-workspace',
      said('There is no {settings_file} in {root}.', { settings_file: SETTINGS_FILE, root }),
    );
  const { settings, problems }: SettingsReading = JSON.parse(text);
  if (settings === undefined) throw failure(problems.map(fromKeptProblem));
  return { settings, text, lasting, learned };
}

function failure(problems: readonly Problem[]): Failure {
  return new Failure(
    'settings-invalid',
    said('There {count, plural, one {is a mistake} other {are {count} mistakes}} in {file}.', {
      count: problems.length,
      file: SETTINGS_FILE,
    }),
    { problems },
  );
}

function invalid(what: Pick<Problem, 'message' | 'hint' | 'line'>): Problem {
  return { code: 'invalid-settings', severity: 'error', file: SETTINGS_FILE, ...what };
}

/** The line of pipeline.yaml in which each setting stands, by its path; none where the file cannot be read. */
export async function readSettingLines(root: string): Promise<ReadonlyMap<string, number>> {
  const read = readRegularFile(join(root, SETTINGS_FILE), MOST_BYTES);
  if (read.kind !== 'read') return new Map();
  const [{ decodeUtf8 }, { settingLines }] = await Promise.all([
    import('../base/utf8.ts'),
    import('../workspace/setting-lines.ts'),
  ]);
  const text = decodeUtf8(read.bytes);
  return typeof text === 'string' ? settingLines(text) : new Map();
}
