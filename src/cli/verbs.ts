// Every verb that there is, in the order in which --help lists them within their job.

import type { Verb } from './verb.ts';

export const VERBS: readonly Verb[] = [];
