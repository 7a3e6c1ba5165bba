// The line that says what a change of deals does to the open pipeline, where it does anything.

import type { OpenChange } from '../report/open-change.ts';
import type { Block } from './page.ts';
import { say } from './say.ts';

export function* openChangeLine(view: {
  readonly open: OpenChange;
  readonly currency: string;
}): Generator<Block> {
  const { before, after, change } = view.open;
  if (before === after) return;
  yield {
    kind: 'line',
    parts: [
      say('Open pipeline, {currency}', { currency: view.currency }),
      '   ',
      { kind: 'money', amount: before },
      ' → ',
      { kind: 'money', amount: after },
      '   ',
      { kind: 'money', amount: change, signed: true },
    ],
  };
}
