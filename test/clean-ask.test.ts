// What pipeline clean asks at a terminal, and what becomes of the answers. The prompts are clack's; here they are given.

import { expect, test } from 'vitest';
import { day } from '../src/base/day.ts';
import { Failure } from '../src/base/failure.ts';
import { askDecisions, type Prompts } from '../src/cli/clean-ask.ts';
import { toldOf } from '../src/cli/clean-told.ts';
import { wordsOf } from '../src/render/locale.ts';
import type { CleanDeal, CleanView } from '../src/report/clean.ts';
import { IN_POLISH } from './support/languages.ts';

const deal = (id: string, more: Partial<CleanDeal> = {}): CleanDeal => ({
  ...{
    id,
    name: `Deal ${id}`,
    account: 'Acme',
    owner: 'anna',
    stage: 'lead',
    value: '1000.00' as CleanDeal['value'],
  },
  ...more,
});
const finished = (id: string) => ({ ...deal(id), closed: day('2026-01-02'), days: 325 });
const forgotten = (id: string, more: Partial<CleanDeal> = {}) => ({
  ...deal(id, more),
  days: 200,
  since: { date: day('2026-05-07'), event: 'activity:call' },
});
const alike = (a: string, b: string) => ({
  keep: deal(a),
  other: deal(b),
  score: 0.9,
  reasons: [{ what: 'account' as const, text: 'same account' as const, weight: 0.9 }],
});

const zero = { count: 0, value: '0.00' as never };
function viewOf(of: {
  finished?: CleanView['finished']['deals'];
  forgotten?: CleanView['forgotten']['deals'];
  duplicates?: CleanView['duplicates'];
}): CleanView {
  return {
    schema: 'pipeline/clean/1',
    today: day('2026-11-23'),
    quarter: { name: '2026-Q4', from: day('2026-10-01'), to: day('2026-12-31') },
    currency: 'PLN',
    closed_after: 90,
    forgotten_after: 180,
    finished: { won: zero, lost: zero, deals: of.finished ?? [] },
    forgotten: { ...zero, deals: of.forgotten ?? [] },
    duplicates: of.duplicates ?? [],
    undated: [],
    kept: [],
    unreadable: [],
  };
}

/** Answers one after the other; a text that is not accepted is said again by the next answer. */
async function asked(
  view: CleanView,
  answers: readonly unknown[],
  lostReasons: readonly string[] = [],
  held: readonly string[] = [],
) {
  const left = [...answers];
  const messages: string[] = [];
  const offered: string[][] = [];
  const next = async (options: { message: string; validate?: unknown; options?: { value: string }[] }) => {
    messages.push(options.message);
    if (options.options !== undefined) offered.push(options.options.map(({ value }) => value));
    for (;;) {
      if (left.length === 0) throw new Error(`no answer to: ${options.message}`);
      const answer = left.shift();
      const validate = options.validate as undefined | ((text: string) => string | undefined);
      const trouble = typeof answer === 'string' ? validate?.(answer) : undefined;
      if (trouble === undefined) return answer;
      messages.push(trouble);
    }
  };
  const prompts = { confirm: next, multiselect: next, select: next, text: next } as unknown as Prompts;
  const stream = { write: () => undefined, isTTY: true, columns: 80 };
  const decided = await askDecisions(
    view,
    {
      io: { stderr: stream } as never,
      say: String,
      lostReasons,
      versionOf: (id) => `v-${id}`,
      isHeld: (choice, id) => held.includes(`${choice} ${id}`),
      told: ({ id }) => id,
    },
    prompts,
  );
  expect(left).toEqual([]);
  return { decided, messages, offered };
}

test('finished deals go to the archive all at once, some of them, or not', async () => {
  const view = viewOf({ finished: [finished('a'), finished('b')] });
  const archive = (id: string) => ({ id, version: `v-${id}`, do: 'archive' });
  expect((await asked(view, ['all', true])).decided).toEqual([archive('a'), archive('b')]);
  expect((await asked(view, ['some', ['b'], true])).decided).toEqual([archive('b')]);
  expect((await asked(view, ['nothing'])).decided).toEqual([]);
});

test('each forgotten deal is decided on by itself, and the rest can be left', async () => {
  const view = viewOf({ forgotten: ['a', 'b', 'c', 'd', 'e'].map((id) => forgotten(id)) });
  const { decided, messages } = await asked(
    view,
    [
      ...['revive', '', 'call Jan ', 'soon', '2026-11-22', '2026-11-30'],
      ...['lost', 'price'],
      ...['nothing'],
      ...['keep', 'budget in spring', '2027-03-31'],
      ...['stop', true],
    ],
    ['price', 'no-decision'],
  );
  expect(decided).toEqual([
    { id: 'a', version: 'v-a', do: 'revive', nextStep: 'call Jan', by: '2026-11-30' },
    { id: 'b', version: 'v-b', do: 'lost', reason: 'price' },
    { id: 'd', version: 'v-d', do: 'keep', until: '2027-03-31', why: 'budget in spring' },
  ]);
  expect(messages).toContain('It takes a few words.');
  expect(messages).toContain('It lies before today, 2026-11-23.');
  expect(messages.at(-1)).toBe('Revive 1, close as lost 1, keep 1: do it?');
});

test('of two alike either can be kept, and a deal that was decided on is not asked about again', async () => {
  const view = viewOf({
    forgotten: [forgotten('x')],
    duplicates: [alike('a', 'b'), alike('b', 'c'), alike('x', 'y'), alike('d', 'e')],
  });
  const { decided } = await asked(view, [
    'lost',
    'gone',
    'back',
    'distinct',
    'two sites',
    '2027-01-31',
    true,
  ]);
  expect(decided).toEqual([
    { id: 'x', version: 'v-x', do: 'lost', reason: 'gone' },
    { id: 'b', version: 'v-b', other: { id: 'a', version: 'v-a' }, do: 'merge' },
    {
      ...{ id: 'd', version: 'v-d', other: { id: 'e', version: 'v-e' }, do: 'distinct' },
      ...{ until: '2027-01-31', why: 'two sites' },
    },
  ]);
});

test('whoever says no at the end, or breaks off, has changed nothing', async () => {
  const view = viewOf({ finished: [finished('a')] });
  expect((await asked(view, ['all', false])).decided).toBeUndefined();
  const brokenOff = await asked(view, [Symbol('cancel')]).catch((error: unknown) => error);
  expect(brokenOff).toBeInstanceOf(Failure);
  expect(brokenOff).toMatchObject({ code: 'interrupted', exitStatus: 130 });
});

test('what a CRM holds is not offered', async () => {
  const view = viewOf({ forgotten: [forgotten('a')], duplicates: [alike('b', 'c')] });
  const { offered } = await asked(view, ['nothing', 'nothing'], [], ['lost a', 'revive a', 'merge c']);
  expect(offered).toEqual([
    ['keep', 'nothing', 'stop'],
    ['distinct', 'nothing', 'stop'],
  ]);
});

test('no name of a deal reaches the terminal as it is, and what tells two apart does', () => {
  const words = wordsOf(IN_POLISH);
  const look = {
    digits: 2,
    ownerLabel: (owner: string) => owner,
    stageLabel: (stage: string) => `Stage ${stage}`,
  };
  const line = toldOf(deal('a', { name: '\u001b[31mred\n\u202e', owner: '\u0007bell' }), look, words);
  expect(line).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(line).toMatch(/^a · .*red.* · Acme · .*bell · Stage lead · 1\s000$/);
});
