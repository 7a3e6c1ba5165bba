// Programs of the system that tests need: to mount, to trace, to make what Node can't.

import { spawnSync } from 'node:child_process';

/** Runs it. @returns whether it is there and did what it was told */
export function outside(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
