// Deals as sales people write them, at random: the texts of every day, none of them made to break a reader.

import type { Day } from '../../src/base/day.ts';
import { toDecimal } from '../../src/base/money.ts';
import type { NewDeal } from '../../src/deal/write.ts';
import type { Dice } from './dice.ts';

const PEOPLE: readonly string[] = [
  'anna',
  'piotr',
  'Ewa Nowak',
  'J. Müller',
  "Sean O'Brien",
  'jan@acme.example',
];
const STAGES: readonly string[] = [
  'lead',
  'qualified',
  'proposal',
  'negotiation',
  'won',
  'lost',
  'Closed Won',
];
const TYPES: readonly string[] = ['call', 'meeting', 'email', 'demo'];
const TEXTS: readonly string[] = [
  ...[
    'ERP rollout',
    'Acme Sp. z o.o.',
    'Łódź Żółw S.A.',
    'Müller & Söhne GmbH',
    'AT&T',
    '株式会社',
    'ООО Ромашка',
    'C# training (2 days)',
  ],
  ...[
    'scope agreed',
    'talked about the scope, then the price',
    'price: 5 % off, if they sign',
    '2nd call; nobody there',
    '"urgent", she said',
  ],
  ...[
    'see https://crm.example/deals/1?tab=notes#last',
    '- waits for legal',
    '#1 priority',
    '100',
    'yes',
    'n/a',
    '50% now - 50% later',
    'why? no budget!',
  ],
  ...[
    '[draft] offer sent',
    'offer {v2}',
    '@anna to call back',
    '*important*',
    '+48 600 100 200',
    '😀 happy',
    'a|b',
    '> 100 seats',
    '1.5 M€',
    "'quoted'",
  ],
];

export function everydayDeal(dice: Dice): NewDeal {
  const text = () => dice.of(TEXTS);
  const day = () => `2026-${two(1 + dice.roll(12))}-${two(1 + dice.roll(28))}` as Day;
  const some = <Value>(make: () => Value) => (dice.oneIn(3) ? undefined : make());
  const list = <Value>(make: () => Value) => Array.from({ length: dice.roll(6) }, make);
  return {
    name: text(),
    account: some(text),
    owner: some(() => dice.of(PEOPLE)),
    stage: dice.of(STAGES),
    amount: some(() => toDecimal(`${dice.roll(1_000_000)}.${two(dice.roll(100))}`)),
    currency: some(() => dice.of(['PLN', 'EUR'])),
    created: day(),
    close: some(day),
    important: dice.oneIn(5) ? text() : undefined,
    contacts: list(() => dice.of(PEOPLE)),
    nextStep: some(() => ({ what: text(), by: day() })),
    stages: list(() => ({ stage: dice.of(STAGES), on: day(), logged: day() })),
    activities: list(() => ({ on: day(), type: dice.of(TYPES), note: text() })),
    checklist: list(() => dice.of(['need', 'budget', 'decision maker'])),
    waive: dice.oneIn(5) ? [{ rule: 'stale', until: day(), why: text() }] : [],
    source: some(() => ({ system: 'salesforce', id: `0065g0000${dice.roll(10_000)}` })),
    custom: some(() => ({ segment: text(), 'Lead source': text(), seats: dice.roll(500), tags: list(text) })),
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
