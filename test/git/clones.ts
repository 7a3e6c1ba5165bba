// People who work on one workspace, each in a clone of their own, with a `pipeline` that git finds by its name.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type CliOptions, type CliResult, cli } from '../support/cli.ts';

export interface GitResult {
  readonly status: number;
  /** What it says on both streams. */
  readonly said: string;
}

export interface Clone {
  readonly root: string;
  /** Of the workspace: the root, or a folder of it. */
  readonly workspace: string;
  /** Runs git as a person does, whatever comes of it. */
  tries(...words: string[]): GitResult;
  /** The same where it must work. @returns what it says */
  git(...words: string[]): string;
  run(words: string | readonly string[], options?: Partial<CliOptions>): Promise<CliResult>;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Replaces the first text by the second in a file. */
  edit(path: string, from: string, to: string): void;
  /** Commits all there is. */
  commit(message: string): void;
}

const BUILT = resolve('bin/pipeline.js');

/** A folder that goes when the test has ended. */
export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A PATH on which `pipeline` is that script; as it is built where left out. */
export function pathWith(
  script = `exec ${JSON.stringify(process.execPath)} ${JSON.stringify(BUILT)} "$@"`,
): string {
  const bin = folderFor('pipeline-bin-');
  writeFileSync(join(bin, 'pipeline'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'pipeline'), 0o755);
  return `${bin}${delimiter}${process.env.PATH ?? ''}`;
}

/** The clone that lies in a folder. */
export function cloneAt(root: string, path: string, workspace = root): Clone {
  const env = {
    ...process.env,
    ...{
      PATH: path,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      PIPELINE_TODAY: '2026-11-23',
    },
    ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@x', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@x' },
  };
  const tries = (...words: string[]): GitResult => {
    const { status, stdout, stderr } = spawnSync('git', words, { cwd: root, env, encoding: 'utf8' });
    return { status: status ?? -1, said: `${stdout}${stderr}` };
  };
  const at = (file: string) => join(workspace, file);
  const clone: Clone = {
    root,
    workspace,
    tries,
    git: (...words) => execFileSync('git', words, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' }).trim(),
    run: (words, options = {}) => cli(words, { cwd: workspace, env: { PATH: path }, ...options }),
    read: (file) => readFileSync(at(file), 'utf8'),
    write: (file, text) => {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    edit: (file, from, to) => {
      const text = clone.read(file);
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      clone.write(
        file,
        text.replace(from, () => to),
      );
    },
    commit: (message) => {
      clone.git('add', '--all');
      clone.git('commit', '--quiet', '--message', message);
    },
  };
  return clone;
}

/** A repository with a workspace in it, one commit old. @param folder of the workspace in it */
export async function repositoryWith(
  path = pathWith(),
  folder = '.',
  name = 'pipeline-team-',
): Promise<Clone> {
  const root = join(folderFor(name), 'work');
  mkdirSync(root);
  const clone = cloneAt(root, path, join(root, folder));
  clone.git('init', '--quiet', '--initial-branch=main');
  const words = [
    'init',
    join(root, folder),
    '--currency',
    'PLN',
    '--locale',
    'en-GB',
    '--time-zone',
    'Europe/Warsaw',
  ];
  const made = await cli(words, { cwd: root });
  if (made.status !== 0) throw new Error(made.stderr);
  clone.commit('begin');
  return clone;
}

/** A clone of it, where `pipeline git install` was run. */
export async function installed(from: Clone, path: string): Promise<Clone> {
  const root = join(folderFor('pipeline-clone-'), 'work');
  execFileSync('git', ['clone', '--quiet', from.root, root], { stdio: 'ignore' });
  const clone = cloneAt(root, path, join(root, from.workspace.slice(from.root.length)));
  const { status, stderr } = await clone.run('git install --yes');
  if (status !== 0) throw new Error(stderr);
  return clone;
}
