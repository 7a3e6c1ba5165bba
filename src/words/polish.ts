// Polish, message by message. The English one is the key, so that code reads as what it says.

import { MOVEMENTS } from './polish-movements.ts';
import { REPORT } from './polish-report.ts';
import { TITLES } from './polish-titles.ts';

export const POLISH = { ...MOVEMENTS, ...REPORT, ...TITLES } as const;
