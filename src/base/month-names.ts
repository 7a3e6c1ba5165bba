// The names of months in the languages of exports and of people who type: English, Polish, German, by their first three letters.

import { fold } from './fold.ts';

const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
  ...{ sty: 1, lut: 2, kwi: 4, maj: 5, cze: 6, lip: 7, sie: 8, wrz: 9, paz: 10, lis: 11, gru: 12 },
  ...{ mai: 5, okt: 10, dez: 12 },
};

/** 1 to 12, or undefined where the word is no month: `Mar`, `march`, `marca`, `paź` are. */
export function monthOf(word: string): number | undefined {
  return MONTHS[fold(word).slice(0, 3)];
}
