// The page of `pipeline agenda done`.

import { capital } from '../base/capital.ts';
import type { AgendaDoneView } from '../report/agenda-done.ts';
import { LABELS } from './agenda.ts';
import type { Page, Records } from './page.ts';

export function agendaDonePage({ what, on, written, due, rhythm }: AgendaDoneView): Page {
  const label = LABELS[what];
  return {
    currency: '',
    digits: 0,
    blocks: [
      {
        kind: 'heading',
        parts: [
          `${capital(label)} held on `,
          { kind: 'day', day: on },
          written ? ' · written down' : ' · was written down already',
        ],
      },
      { kind: 'line', parts: [`Due again on `, { kind: 'day', day: due }, ` (rhythm: ${rhythm}).`] },
      { kind: 'blank' },
      { kind: 'next', text: 'What else is due', command: 'pipeline agenda' },
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
        { kind: 'text', text: rhythm },
      ],
    ],
  };
}
