// Who holds the lock, written beside it for people: the lock itself tells nothing, and holds without this.

import { readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { isErrno, tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { privatePath, writePrivate } from './private-folder.ts';

/** Who asks for the lock; shown to whoever has to wait for it. */
export interface Who {
  /** `import`, `snapshot`, … */
  readonly command: string;
  readonly now: Date;
}

const HOLDER = 'lock.json';

/** Says who has the lock now. Where that can't be written, nobody is told. */
export function tellHolder(root: string, who: Who): void {
  const holder = { pid: process.pid, host: hostname(), command: who.command, since: who.now.toISOString() };
  tryTo(() => writePrivate(root, HOLDER, `${JSON.stringify(holder)}\n`));
}

/** What stays names a process that is gone, which readHolder sees. */
export function forgetHolder(root: string): void {
  tryTo(() => rmSync(privatePath(root, HOLDER)));
}

/** Why the lock is not to be had, as far as that can be told. */
export function lockedBy(root: string): Failure {
  const holder = readHolder(root);
  const who =
    holder === undefined
      ? 'Another command is'
      : `pipeline ${holder.command} (process ${holder.pid} on ${holder.host}, since ${holder.since}) is`;
  return new Failure('locked', said('{who} writing to this workspace.', { who }), {
    hint: 'Nothing was changed. Run this again when that one has ended.',
  });
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
}

/** Undefined where nothing tells, or what tells it is left from a process that is gone. */
function readHolder(root: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(privatePath(root, HOLDER), 'utf8'));
    return holder.host === hostname() && !isAlive(holder.pid) ? undefined : holder;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isErrno(error, 'ESRCH');
  }
}
