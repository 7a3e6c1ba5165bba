// Texts that were written to harm whoever reads them: a terminal, a spreadsheet, a browser, a log, a program.

import type { Random } from '../support/random.ts';

export const HOSTILE: readonly string[] = [
  ...[
    '\u001b]0;taken over\u0007',
    '\u001b[2J\u001b[31mred',
    '\u009b31mred',
    '\u0090q\u009c',
    'bell\u0007',
    'del\u007f',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "'quoted",
    '\t=1',
    '\r=1',
    '=cmd|" /C calc"!A0',
    '=HYPERLINK("http://x","y")',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!-- ',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    ']]>',
    '[x](javascript:1)',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'true', '0012', '1e3', '~', 'NaN'],
  ...[
    'a\nb',
    'a\r\nb',
    'a\u2028b',
    'a\u2029b',
    'a\u0085b',
    'a\rb',
    '\n::error::taken over',
    '::stop-commands::x',
    '%0A::x',
  ],
  ...['abc\u202efdp.exe', '\u2066left\u2069', '\u200fright', '\u061cx', '\ufeffmark', 'مرحبا', 'שלום (a)'],
  ...['a|b', 'a\\|b', '`code`', '**bold**', '# heading', '| --- |', '---', '~~gone~~', '1. one', '> said'],
  ...[
    'x'.repeat(10_000),
    '日本語'.repeat(3_000),
    '👨‍👩‍👧‍👦'.repeat(300),
    'e\u0301\u0302\u0303'.repeat(500),
    '\u200b',
    'a b'.repeat(3_000),
  ],
  ...[
    'a,"b";c',
    '"',
    '""',
    'a"b',
    ';',
    '../../etc/passwd',
    'C:\\x',
    '$(reboot)',
    '`reboot`',
    '{{x}}',
    '$' + '{x}',
    '%s%n',
  ],
];

/** A deal's file in which every text is hostile, as JSON, which is YAML too. */
export function hostileDeal(random: Random, today: string): string {
  const text = () => random.pick(HOSTILE);
  const wordy = () => random.pick(HOSTILE.filter((each) => each.trim() !== ''));
  const stage = random.pick(['lead', 'proposal', 'won', 'lost', wordy()]);
  return asJson({
    name: wordy(),
    account: text(),
    owner: text(),
    stage,
    amount: String(random.below(100_000)),
    created: '2026-09-01',
    close: random.pick(['2026-12-15', '2026-10-01']),
    important: text(),
    category: text(),
    contacts: [wordy()],
    next_step: { what: wordy(), by: '2026-11-28' },
    stages: [{ stage: wordy(), on: '2026-09-02' }],
    activities: [{ on: today, type: wordy(), note: wordy(), ref: wordy() }],
    checklist: [wordy()],
    waive: [{ rule: random.pick(['stale', wordy()]), until: '2026-12-31', why: wordy() }],
    lost_reason: text(),
    source: { system: wordy(), id: wordy() },
    was: text(),
    custom: Object.fromEntries([...Array(3)].map(() => [wordy(), text()])),
    [random.pick(['ammount', 'constructor', wordy()])]: text(),
  });
}

/** All that is not ASCII escaped: YAML takes no control character as it is. */
export function asJson(value: unknown): string {
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escaped);
}
