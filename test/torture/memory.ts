// Where tests put folders that are to be quick: commands that write wait for the disk, and a disk in memory is soon done.

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
