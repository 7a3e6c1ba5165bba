// Writes what `pipeline git install` sets up, and takes out again just that. The driver is git's own setting, so git
// writes it; .gitattributes is a file of the workspace, whose changes are given back to be written with the lock.

import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Environment } from './git-plumbing.ts';
import { type GitSetup, ownOf, type SetupKind } from './git-setup.ts';
import {
  ATTRIBUTES,
  ATTRIBUTES_BEFORE,
  ATTRIBUTES_FILE,
  DRIVER,
  DRIVER_NAME,
  DRIVER_TITLE,
  hookText,
} from './git-texts.ts';
import { withLines } from './init.ts';
import { type Bytes, fromBytes, toBytes } from './undo-format.ts';
import { writeNewFile } from './whole-file.ts';
import type { FileChange } from './write-plan.ts';

/** What is missing of these. */
export function missingOf({ parts }: GitSetup, kinds: readonly SetupKind[]): SetupKind[] {
  return parts
    .filter(({ kind, state }) => kinds.includes(kind) && state === 'missing')
    .map(({ kind }) => kind);
}

/** The change of .gitattributes that brings the lines in. */
export function attributesIn({ root }: GitSetup): FileChange[] {
  const found = attributesAt(root);
  const bytes = found === undefined ? ATTRIBUTES : withAttributes(found.text);
  if (bytes === undefined) return [];
  const expected = found?.fingerprint ?? 'absent';
  return [{ kind: 'write', path: ATTRIBUTES_FILE, content: fromBytes(bytes), expected }];
}

/** What an earlier version wrote becomes what this one writes; undefined where all is there. */
function withAttributes(text: Bytes): Bytes | undefined {
  const former = ATTRIBUTES_BEFORE.find((before) => text.includes(before));
  const renewed = former === undefined ? text : text.replace(former, ATTRIBUTES);
  return renewed === text ? withLines(text, ATTRIBUTES) : renewed;
}

/** The change of .gitattributes that takes the lines out, and the file where it has no others. */
export function attributesOut({ root }: GitSetup): FileChange[] {
  const found = attributesAt(root);
  const own = new Set([...ATTRIBUTES_BEFORE, ATTRIBUTES].join('').trimEnd().split('\n'));
  const lines = found?.text.split(/(?<=\n)/) ?? [];
  const left = lines.filter((line) => !own.has(line.replace(/\r?\n$/, '')));
  if (found === undefined || left.length === lines.length) return [];
  const { fingerprint: expected } = found;
  if (left.length === 0) return [{ kind: 'remove', path: ATTRIBUTES_FILE, expected }];
  return [{ kind: 'write', path: ATTRIBUTES_FILE, content: fromBytes(left.join('')), expected }];
}

/** Its text as bytes: it may be in any encoding, and all but our lines stays as it is. */
function attributesAt(root: string) {
  const path = join(root, ATTRIBUTES_FILE);
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile()) {
    throw new Failure(
      'usage',
      said('{attributes_file} is no file of its own, so nothing is written there.', {
        attributes_file: ATTRIBUTES_FILE,
      }),
      {
        hint: said('Put these lines where it leads to: {split}', {
          split: ATTRIBUTES.trimEnd().split('\n').slice(1).join(' and '),
        }),
      },
    );
  }
  return { text: toBytes(readFileSync(path)), fingerprint: fingerprintOf(stat) };
}

/** @throws Failure `io` with what git says */
export function setDriver(root: string, env: Environment): void {
  config(root, env, `merge.${DRIVER_NAME}.name`, DRIVER_TITLE);
  config(root, env, `merge.${DRIVER_NAME}.driver`, DRIVER);
}

/** @throws Failure `io` with what git says */
export function unsetDriver(root: string, env: Environment): void {
  config(root, env, '--unset', `merge.${DRIVER_NAME}.name`);
  config(root, env, '--unset', `merge.${DRIVER_NAME}.driver`);
}

/** To take out what is not there is 5 for git. */
const NOT_THERE = 5;

function config(root: string, env: Environment, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('git', ['config', '--local', ...words], {
    cwd: root,
    env: ownOf(env),
    encoding: 'utf8',
  });
  if (status === 0 || (status === NOT_THERE && words[0] === '--unset')) return;
  throw new Failure(
    'io',
    said('git did not write its settings: {split}', { split: (stderr ?? '').trim().split('\n')[0] ?? '' }),
    {
      hint: 'When that is mended: the same again',
    },
  );
}

/** @throws Failure `already-exists`, `io` */
export function writeHook({ parts: [, , hook], folder }: GitSetup): void {
  withHook(hook.file, () => {
    mkdirSync(dirname(hook.file), { recursive: true });
    writeNewFile(hook.file, hook.file, hookText(folder));
    chmodSync(hook.file, 0o755);
  });
}

/** Where it is as it was written. @throws Failure `io` */
export function removeHook({ parts: [, , hook] }: GitSetup): void {
  withHook(hook.file, () => rmSync(hook.file));
}

function withHook(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new Failure('io', said("{file} can't be written: {reason}.", { file, reason: reasonOf(error) }), {
      cause: error,
    });
  }
}
