// The languages that pages are read in.

import { POLISH } from '../../src/words/polish.ts';
import { languageOf } from '../../src/words/speak.ts';

export const ENGLISH = languageOf('en', undefined);
export const IN_POLISH = languageOf('pl', POLISH);
