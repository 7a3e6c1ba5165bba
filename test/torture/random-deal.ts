// Deal files at random: sound ones in several hands, and ones that can't be read.

import { addDays, type Day, day } from '../../src/base/day.ts';
import type { Random } from '../support/random.ts';

export const STAGES = ['lead', 'qualified', 'proposal', 'negotiation'] as const;
/** Who may own a deal; the last two are in no team. */
export const OWNERS = ['anna', 'piotr', 'ewa', 'Anna N.', 'nobody-knows', ''] as const;
const CURRENCIES = ['PLN', 'EUR', 'USD', 'JPY', 'KWD', 'XTS'] as const;
const NAMES = [
  'ERP rollout',
  'Żółty serwis',
  '"=SUM(A1)"',
  '株式会社 port',
  '"two\\nlines"',
  "'it''s'",
  'مرحبا',
];
const ACCOUNTS = ['Acme', 'Łódź S.A.', 'Borealis', '"-Minus"', "'| pipe'", '__proto__'];
const ACTIVITIES = ['call', 'meeting', 'email', 'note', 'dance'] as const;
const RULES = ['stale', 'past-close', 'no-next-step', 'overdue-next-step'] as const;
const REASONS = ['price', 'timing', 'the weather'] as const;

const FOLDERS = ['deals/2025', 'deals/2026', 'deals/undated', 'deals', 'archive/2026-Q2', 'archive/2026-Q3'];
/** The last ones are no ids of deals. */
const STEMS = ['acme-erp', 'acme', 'lodz', 'borealis-port', 'x', 'deal-0', 'Not An Id', 'con', 'zażółć'];

/** What can't be read, and what can be and shouldn't. */
const BROKEN = [
  'name: Broken\nstage: [lead\n',
  'name: x\n<<<<<<< HEAD\nstage: lead\n=======\nstage: won\n>>>>>>> theirs\n',
  '',
  'stage: lead\n',
  'name: x\nstage: lead\namount: 1,5\n',
  'name: x\nstage: lead\nclose: 2026-02-30\n',
  '- a list\n',
  'name: x\nstage: lead\nnext_step: {what: send offer, then call}\n',
  '\u0000\u0001\n',
] as const;

/** A path where a deal may stand: of few names, so that ids meet. */
export function randomPath(random: Random): string {
  const tail = random.oneIn(3) ? '' : `-${random.below(40)}`;
  const ending = random.oneIn(40) ? '.yml' : '.yaml';
  return `${random.pick(FOLDERS)}/${random.pick(STEMS)}${tail}${ending}`;
}

/** The text of a deal file, most often a sound one, as somebody may have it on that day. */
export function randomDeal(random: Random, today: Day): string {
  if (random.oneIn(14)) return random.pick(BROKEN);
  const ago = (most: number) => addDays(today, -random.below(most));
  const around = () => addDays(today, random.between(-60, 150));
  const maybe = (times: number, line: () => string) => (random.below(times) === 0 ? [] : [line()]);
  const outcome = random.pick(['open', 'open', 'open', 'won', 'lost'] as const);
  const stage = outcome === 'open' ? (random.oneIn(25) ? 'nowhere' : random.pick(STAGES)) : outcome;
  const created = ago(300);
  const lines = [
    `name: ${random.pick(NAMES)}`,
    `stage: ${stage}`,
    ...maybe(5, () => `account: ${random.pick(ACCOUNTS)}`),
    ...maybe(6, () => `owner: ${random.pick(OWNERS)}`.trimEnd()),
    ...maybe(
      6,
      () => `amount: ${random.pick(['0', '-250', '1200', '99999', String(random.below(500_000))])}`,
    ),
    ...(random.oneIn(4) ? [`currency: ${random.pick(CURRENCIES)}`] : []),
    ...maybe(5, () => `created: ${random.oneIn(20) ? addDays(today, 5) : created}`),
    ...maybe(2, () => `recorded: ${addDays(created, random.below(9))}`),
    ...maybe(4, () => `close: ${outcome === 'open' ? around() : ago(120)}`),
    ...(random.oneIn(8) ? ['important: reference customer'] : []),
    ...(random.oneIn(4) ? [`category: ${random.pick(['commit', 'best-case', 'other'])}`] : []),
    ...(outcome === 'lost' && random.oneIn(2) ? [`lost_reason: ${random.pick(REASONS)}`] : []),
    ...maybe(2, () => nextStep(random, today)),
    ...maybe(3, () => stagesOf(random, stage, created, today)),
    ...maybe(2, () => activitiesOf(random, today)),
    ...(random.oneIn(6) ? ['checklist: [need]'] : []),
    ...(random.oneIn(5) ? [waiver(random, today)] : []),
    ...(random.oneIn(4) ? [`source: {system: pipedrive, id: "${random.below(30)}"}`] : []),
    ...(random.oneIn(25) ? [`missing: ${ago(20)}`] : []),
    ...(random.oneIn(2) ? [custom(random)] : []),
    ...(random.oneIn(15) ? ['ammount: 12'] : []),
  ];
  return dressed(random, lines);
}

function nextStep(random: Random, today: Day): string {
  const by = addDays(today, random.between(-20, 30));
  const agreed = random.oneIn(2) ? `, agreed: ${addDays(today, -random.below(30))}` : '';
  return `next_step: {by: ${by}, what: "call, then write"${agreed}}`;
}

function stagesOf(random: Random, stage: string, from: Day, today: Day): string {
  const walked = STAGES.slice(0, random.between(1, STAGES.length));
  const on = (place: number) => addDays(from, Math.min(place * 20, daysFrom(from, today)));
  const logged = (place: number) => (random.oneIn(3) ? `, logged: ${addDays(on(place), 2)}` : '');
  const items = [...walked.filter((each) => each !== stage), stage].map(
    (each, place) => `  - {stage: ${each}, on: ${on(place)}${logged(place)}}`,
  );
  return ['stages:', ...items].join('\n');
}

function activitiesOf(random: Random, today: Day): string {
  const items = Array.from({ length: random.between(1, 3) }, () => {
    const on = addDays(today, random.oneIn(15) ? 3 : -random.below(90));
    return `  - {on: ${on}, type: ${random.pick(ACTIVITIES)}, note: "scope: agreed"}`;
  });
  return ['activities:', ...items].join('\n');
}

function waiver(random: Random, today: Day): string {
  return `waive: [{rule: ${random.pick(RULES)}, until: ${addDays(today, random.between(-9, 40))}, why: later}]`;
}

function custom(random: Random): string {
  const segment = random.pick(['mid', 'large', '"=cmd"', '7']);
  return random.oneIn(2)
    ? `custom: {segment: ${segment}, constructor: x}`
    : `custom:\n  segment: ${segment}\n  nested: {a: [1, null]}`;
}

/** In another order, with comments, with other line ends. */
function dressed(random: Random, lines: readonly string[]): string {
  const turn = random.oneIn(3) ? random.below(lines.length) : 0;
  const ordered = [...lines.slice(turn), ...lines.slice(0, turn)];
  const text = ordered.map((line) => (random.oneIn(12) ? `# seen\n${line}` : line)).join('\n');
  const ended = random.oneIn(9) ? text : `${text}\n`;
  return random.oneIn(12) ? ended.replaceAll('\n', '\r\n') : ended;
}

function daysFrom(from: Day, until: Day): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));
}

/** The day on which the last chapter of a random workspace plays. */
export const TODAY = day('2026-11-23');
