// What words of a person were taken for, told back to them.

import type { UnderstoodView } from '../report/understood.ts';
import type { Block, Cell } from './page.ts';
import { say } from './say.ts';
import { sayWeekday } from './weekday.ts';

export function understoodLines(understood: readonly UnderstoodView[]): Block[] {
  return understood.map((one) => ({
    kind: 'line',
    tone: 'muted',
    parts: [say('“{given}” is {read}', { given: one.given, read: readAs(one) })],
  }));
}

function readAs({ day, amount, currency }: UnderstoodView): string | Cell {
  if (day !== null) return { kind: 'phrase', parts: [sayWeekday(day), ', ', { kind: 'day', day }] };
  if (amount === null) return '';
  return { kind: 'phrase', parts: [{ kind: 'money', amount }, ` ${currency ?? ''}`] };
}
