// What a clone is told so that git merges deals field by field and looks at them before a commit: where each of it
// stands, and how far it is there. Looks, and changes nothing.

import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { repositoryLacking } from './git.ts';
import type { Environment } from './git-plumbing.ts';
import { ATTRIBUTES_FILE, DRIVER, DRIVER_NAME, hookText } from './git-texts.ts';

export type SetupKind = 'driver' | 'attributes' | 'hook';

export interface SetupPart {
  readonly kind: SetupKind;
  /** `other`: something else is there, which stays as it is. */
  readonly state: 'set' | 'missing' | 'other';
  /** Absolute. */
  readonly file: string;
  /** Why what is there is left alone, as a sentence; '' where it is not. */
  readonly why: Sayable;
}

export interface GitSetup {
  readonly root: string;
  readonly parts: readonly [driver: SetupPart, attributes: SetupPart, hook: SetupPart];
  /** From the top of the work tree with a slash behind it; '' where the workspace is the top. */
  readonly folder: string;
}

/** @throws Failure `usage` where there is no repository, `io` where a file can't be read */
export function gitSetup(root: string, env: Environment): GitSetup {
  const lacking = repositoryLacking(root, env);
  if (lacking !== undefined) {
    throw new Failure('usage', lacking.what, {
      hint: said('{mend}, then: pipeline git install', { mend: said(lacking.mend) }),
    });
  }
  const folder = asked(root, env, 'rev-parse', '--show-prefix');
  return {
    root,
    parts: [driverPart(root, env), attributesPart(root, env), hookPart(root, env, folder)],
    folder,
  };
}

function driverPart(root: string, env: Environment): SetupPart {
  const file = join(resolve(root, asked(root, env, 'rev-parse', '--git-common-dir')), 'config');
  const found = asked(root, env, 'config', '--local', '--get', `merge.${DRIVER_NAME}.driver`);
  const state = found === DRIVER ? 'set' : found === '' ? 'missing' : 'other';
  const key = `merge.${DRIVER_NAME}.driver`;
  const why = state === 'other' ? said('{key} is set to something else: {found}', { key, found }) : '';
  return { kind: 'driver', state, file, why };
}

const PROBES = ['deals/x.yaml', 'archive/x.yaml', 'feedback/x.yaml', 'forecasts/x.yaml'];

/** What git goes by counts, whatever file says so. */
function attributesPart(root: string, env: Environment): SetupPart {
  const file = join(root, ATTRIBUTES_FILE);
  const values = PROBES.map((path) => attributeOf(root, env, path));
  const others = values.filter((value) => value !== DRIVER_NAME && value !== 'unspecified');
  const state = others.length > 0 ? 'other' : values.includes('unspecified') ? 'missing' : 'set';
  const why =
    state === 'other'
      ? said('the attribute merge is {value} for these files already', { value: others[0] ?? '' })
      : '';
  return { kind: 'attributes', state, file, why };
}

function attributeOf(root: string, env: Environment, path: string): string {
  const answer = asked(root, env, 'check-attr', '-z', 'merge', '--', path);
  return answer.split('\0')[2] ?? 'unspecified';
}

function hookPart(root: string, env: Environment, folder: string): SetupPart {
  const configured = asked(root, env, 'config', '--get', 'core.hooksPath');
  const hooks = resolve(root, asked(root, env, 'rev-parse', '--git-path', 'hooks'));
  const file = join(hooks, 'pre-commit');
  const text = textAt(file);
  const of = { kind: 'hook', file } as const;
  if (text === hookText(folder)) return { ...of, state: 'set', why: '' };
  if (text !== undefined || isThere(file)) return { ...of, state: 'other', why: 'there is a hook already' };
  const homes = [
    asked(root, env, 'rev-parse', '--show-toplevel'),
    resolve(root, asked(root, env, 'rev-parse', '--git-common-dir')),
  ];
  if (configured === '' || homes.some((home) => isInside(hooks, home)))
    return { ...of, state: 'missing', why: '' };
  const why = said('core.hooksPath is {configured}, which other repositories use too', { configured });
  return { ...of, state: 'other', why };
}

function isInside(path: string, folder: string): boolean {
  const real = (of: string) => (existsSync(of) ? realpathSync(of) : of);
  const way = relative(real(folder), real(path));
  return way !== '..' && !way.startsWith('../') && !way.startsWith('/');
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function textAt(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch (error) {
    if (isErrno(error)) return undefined;
    throw error;
  }
}

/**
 * What git answers, without its last line end; '' where it has nothing to say. By the person's own settings: those are
 * what is asked about.
 */
export function asked(root: string, env: Environment, ...words: readonly string[]): string {
  const { stdout } = spawnSync('git', words, { cwd: root, env: ownOf(env), encoding: 'utf8' });
  return (stdout ?? '').replace(/\n$/, '');
}

/** Without what points at another repository. */
export function ownOf(env: Environment): NodeJS.ProcessEnv {
  const isOfRepository = (name: string) => name.startsWith('GIT_') && !name.startsWith('GIT_CONFIG_');
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isOfRepository(name)));
}
