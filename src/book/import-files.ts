// imports/*.yaml: what the last import of each CRM was, read through the index.

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { fromKeptProblem, type KeptProblem, type Problem, toKeptProblem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import type { Index } from '../index-db/index-file.ts';
import { type Reader, readThrough } from '../index-db/read-through.ts';
import type { KeptReading } from '../index-db/rows.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';
import { fingerprintAt } from '../workspace/fingerprint.ts';
import type { LastImport } from '../workspace/last-import.ts';

interface ImportReading {
  readonly last?: LastImport;
  readonly problems: readonly KeptProblem[];
}

const FOLDER = 'imports';
const ENDING = '.yaml';
const LINKED = {
  message: 'The folder is a symbolic link, and links are not followed.',
  hint: 'Put the mappings themselves there.',
} as const;

const READER: Reader = {
  name: 'import',
  mostBytes: MOST_BYTES,
  load: async () => {
    const [{ decodeUtf8 }, { readMapping }] = await Promise.all([
      import('../base/utf8.ts'),
      import('../crm-import/mapping-read.ts'),
    ]);
    return (bytes, path): ImportReading => {
      const text = decodeUtf8(bytes);
      if (typeof text !== 'string') return refused([invalid(path, text)]);
      try {
        const { system, last } = readMapping(text, path);
        const known = system === '' ? path.slice(FOLDER.length + 1, -ENDING.length) : system;
        return last === undefined ? { problems: [] } : { last: { system: known, ...last }, problems: [] };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return refused(error.problems.length > 0 ? error.problems : [invalid(path, error.said)]);
      }
    };
  },
};

function refused(problems: readonly Problem[]): ImportReading {
  return { problems: problems.map(toKeptProblem) };
}

export interface ImportFiles {
  /** Sorted by file. */
  readonly imports: readonly LastImport[];
  readonly problems: readonly Problem[];
  /** The paths that the disk did not give. */
  readonly unread: readonly string[];
  readonly learned: readonly KeptReading[];
  readonly paths: readonly string[];
}

/** The last imports. A mapping that can't be read is a problem, and stops nobody but who needs to know of an import. */
export async function readImportFiles(root: string, index: Pick<Index, 'readings'>): Promise<ImportFiles> {
  const isLinked = lstatSync(join(root, FOLDER), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const paths = isLinked ? [] : listImports(root);
  const files = paths.flatMap((path) => {
    const fingerprint = fingerprintAt(root, path);
    return fingerprint === undefined ? [] : [{ path, fingerprint }];
  });
  const { texts, refused, learned } = await readThrough(root, files, index.readings(paths), READER);
  const imports: LastImport[] = [];
  const problems = [...refused].map(([path, { reason }]) =>
    invalid(path, { message: said('The file {reason}.', { reason }) }),
  );
  if (isLinked) problems.push(invalid(FOLDER, LINKED));
  for (const path of paths) {
    const text = texts.get(path);
    if (text === undefined) continue;
    const reading: ImportReading = JSON.parse(text);
    if (reading.last !== undefined) imports.push(reading.last);
    problems.push(...reading.problems.map(fromKeptProblem));
  }
  const unread = [...refused].filter(([, { lasting }]) => !lasting).map(([path]) => path);
  return { imports, problems, unread, learned, paths };
}

function listImports(root: string): string[] {
  try {
    return readdirSync(join(root, FOLDER))
      .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
      .map((name) => `${FOLDER}/${name}`)
      .sort();
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function invalid(
  file: string,
  {
    message,
    hint,
    line,
  }: { readonly message: Sayable; readonly hint?: Sayable | undefined; readonly line?: number },
): Problem {
  return {
    ...{ code: 'invalid-mapping', severity: 'error', file, message },
    ...(hint === undefined ? {} : { hint }),
    ...(line === undefined ? {} : { line }),
  };
}
