// Polish, message by message. The English one is the key, so that code reads as what it says.

import { AGENDA } from './polish-agenda.ts';
import { DIALOGUE } from './polish-dialogue.ts';
import { MOVEMENTS } from './polish-movements.ts';
import { PIECES } from './polish-pieces.ts';
import { REPORT } from './polish-report.ts';
import { TITLES } from './polish-titles.ts';

export const POLISH = {
  ...AGENDA,
  ...DIALOGUE,
  ...MOVEMENTS,
  ...PIECES,
  ...REPORT,
  ...TITLES,
} as const;
