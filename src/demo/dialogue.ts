// What the demo's team says about its process: one thing led to the present version of it, one is on trial, two wait for a
// decision, two promises were made in a review, and plan and results were looked at.

import { compareText } from '../base/compare-text.ts';
import { addDays, type Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import type { FeedbackKind, Held } from '../feedback/entry.ts';
import { entryId } from '../feedback/entry-id.ts';
import { entryLines, HEAD } from '../feedback/write.ts';
import { PROCESS_CHANGED } from './company.ts';

interface Said {
  /** Days from today. */
  readonly on: number;
  readonly kind: FeedbackKind | 'action';
  readonly text: string;
  /** Further lines of the entry. */
  readonly more: (day: (offset: number) => Day) => readonly string[];
}

const SAID: readonly Said[] = [
  {
    on: -49,
    kind: 'stop',
    text: 'a demo as a stage of its own',
    more: (day) => [
      'why: half of the deals jump over it',
      'stage: demo',
      'by: piotr',
      `decision: {as: accepted, on: ${day(-45)}, why: the demo is an activity}`,
      `done: {on: ${day(PROCESS_CHANGED)}, result: the stage is gone}`,
      'process: 2',
    ],
  },
  {
    on: -42,
    kind: 'change',
    text: 'nobody looks at an offer before it is sent',
    more: (day) => [
      'why: deals shrink once the price is known',
      'stage: proposal',
      'by: marek',
      `decision: {as: trial, on: ${day(-28)}, why: two people look at each, until: ${day(28)}, metric: slip-rate, stage: proposal}`,
    ],
  },
  { on: -28, kind: 'works', text: 'two names in each deal', more: () => ['stage: qualified', 'by: anna'] },
  {
    on: -14,
    kind: 'question',
    text: 'who may give more than 10 % off?',
    more: () => ['stage: negotiation', 'by: piotr'],
  },
  {
    on: -14,
    kind: 'action',
    text: 'call the board',
    more: (day) => ['owner: anna', `due: ${day(-7)}`, 'deal: goplo-salt-erp'],
  },
  {
    on: -14,
    kind: 'action',
    text: 'send two references',
    more: (day) => ['owner: piotr', `due: ${day(4)}`, 'deal: baltic-foods-mes'],
  },
  {
    on: -7,
    kind: 'change',
    text: 'the loss reasons are too coarse',
    more: () => ['why: price hides what was missing', 'by: ewa'],
  },
];

const HELD_ON: readonly { readonly on: number; readonly what: Held['what'] }[] = [
  { on: -49, what: 'results' },
  { on: -28, what: 'plan' },
];

/** The files of feedback/ as they stand on a day. */
export function demoDialogue(today: Day): { readonly path: string; readonly text: string }[] {
  const day = (offset: number) => addDays(today, offset);
  const said = SAID.map((one) => ({ on: day(one.on), lines: linesOf(one, day) }));
  const held = HELD_ON.map(({ on, what }) => ({ on: day(on), lines: heldLines(day(on), what) }));
  const months = grouped(
    [...said, ...held].sort((a, b) => compareText(a.on, b.on)),
    ({ on }) => on.slice(0, 7),
  );
  return [...months].map(([month, entries]) => ({
    path: `feedback/${month}.yaml`,
    text: HEAD + entries.flatMap(({ lines }) => lines).join(''),
  }));
}

function linesOf({ on, kind, text, more }: Said, day: (offset: number) => Day): string[] {
  const id = entryId(kind === 'action' ? 'a' : 'f', [day(on), kind, text]);
  return [
    `  - id: ${id}\n`,
    ...[`on: ${day(on)}`, `kind: ${kind}`, `text: ${text}`, ...more(day)].map((line) => `    ${line}\n`),
  ];
}

function heldLines(on: Day, what: Held['what']): string[] {
  return entryLines({ id: entryId('h', [what, on]), on, kind: 'held', what }).map((line) => `  ${line}\n`);
}
