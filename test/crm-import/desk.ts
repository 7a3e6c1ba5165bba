// A workspace in a temporary folder with what imports need: files to give, files to look at, a command to run.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CliOptions, type CliResult, cli } from '../support/cli.ts';

export interface Desk {
  readonly root: string;
  /** Runs `pipeline WORDS` there. */
  run(words: string | readonly string[], options?: Partial<CliOptions>): Promise<CliResult>;
  /** Runs it and gives its JSON. */
  json<View>(words: string, options?: Partial<CliOptions>): Promise<View>;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  has(path: string): boolean;
  /** Every file below a folder, sorted, with its content. */
  files(folder: string): Record<string, string>;
  clear(): void;
}

export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly missing: number;
  readonly changes: readonly { id: string; field: string; old: string; new: string }[];
  readonly rejections: readonly { line: number; reason: string }[];
  readonly [more: string]: unknown;
}

/** A fresh workspace; `init` as the words behind `pipeline init`. */
export async function desk(init = '--currency PLN --locale en-GB --time-zone Europe/Warsaw'): Promise<Desk> {
  const root = mkdtempSync(join(tmpdir(), 'pipeline-import-'));
  const run: Desk['run'] = (words, options = {}) => cli(words, { cwd: root, ...options });
  const made = await run(`init . ${init}`);
  if (made.status !== 0) throw new Error(made.stderr);
  const at = (path: string) => join(root, path);
  return {
    root,
    run,
    json: async (words, options) => {
      const { stdout, stderr } = await run(`${words} --format json`, options);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout);
    },
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    has: (path) => existsSync(at(path)),
    files: (folder) => {
      if (!existsSync(at(folder))) return {};
      const names = readdirSync(at(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      return Object.fromEntries(
        names.map((name) => [name.slice(root.length + 1), readFileSync(name, 'utf8')]),
      );
    },
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** An export in the shape of Pipedrive's, of rows `id,title,value,stage,status`. */
export function pipedrive(...rows: string[]): string {
  const header = 'Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status';
  return `${[header, ...rows].join('\n')}\n`;
}
