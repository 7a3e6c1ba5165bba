// The page of `pipeline agenda done`.

import type { AgendaDoneView } from '../report/agenda-done.ts';
import type { Message } from '../words/message.ts';
import type { Page, Records } from './page.ts';
import { say, spoken } from './say.ts';

const HELD_ON = {
  plan: 'Plan review held on {day}',
  results: 'Results held on {day}',
} as const satisfies Record<AgendaDoneView['what'], Message>;

export function agendaDonePage({ what, on, written, due, rhythm }: AgendaDoneView): Page {
  return {
    currency: '',
    digits: 0,
    blocks: [
      {
        kind: 'heading',
        parts: [
          say(HELD_ON[what], { day: { kind: 'day', day: on } }),
          ' · ',
          say(written ? 'written down' : 'was written down already'),
        ],
      },
      {
        kind: 'line',
        parts: [
          say('Due again on {day} (rhythm: {rhythm}).', {
            day: { kind: 'day', day: due },
            rhythm: spoken(rhythm),
          }),
        ],
      },
      { kind: 'blank' },
      { kind: 'next', text: say('What else is due'), command: 'pipeline agenda' },
    ],
  };
}

/** One record. */
export function agendaDoneRecords({ what, on, written, due, rhythm }: AgendaDoneView): Records {
  return {
    columns: ['what', 'on', 'written', 'due', 'rhythm'],
    rows: [
      [
        { kind: 'text', text: what },
        { kind: 'day', day: on },
        { kind: 'text', text: String(written) },
        { kind: 'day', day: due },
        { kind: 'text', text: String(rhythm) },
      ],
    ],
  };
}
