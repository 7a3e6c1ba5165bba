// The same file again writes nothing, whatever the order of its rows.

import { expect } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Deal } from '../../src/deal/deal.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { DealClues } from '../../src/entry/deal-clues.ts';
import { type Happened, madeRef } from '../../src/entry/happened.ts';
import { KnownActivities } from '../../src/entry/known-activities.ts';
import { activitiesAdded, newByDeal, outcomesOf } from '../../src/entry/log-batch.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const TODAY = day('2026-11-23');
const CURRENCY = { currency: 'PLN' };
const notes = ['prices', 'Prices', 'scope: agreed', '– "quoted"', '#1'];

const DEALS = [
  ['a-1', 'Acme', 'contacts: [x@acme.example, z@all.example]'],
  ['a-2', 'Acme', 'contacts: [y@acme.example, z@all.example]'],
  [
    'b-1',
    'Beta',
    'activities:\n  - {on: 2026-11-10, type: call, note: prices}\n  - {on: 2026-11-05, type: call}',
  ],
  ['c-1', 'Ceta', 'close: 2026-11-12\nlost_reason: price'],
].map(([id = '', account, more]) => {
  const stage = id === 'c-1' ? 'lost' : 'lead';
  return `${id}\nname: ${id}\naccount: ${account}\nstage: ${stage}\n${more}\n`;
});

function dealOf(id: string, text: string): Deal {
  const { deal } = readDeal(text, `deals/2026/${id}.yaml`, CURRENCY);
  if (deal === undefined) throw new Error(text);
  return deal;
}

const happened: fc.Arbitrary<Happened> = fc
  .record({
    on: fc.integer({ min: 9, max: 12 }),
    type: fc.constantFrom('call', 'meeting'),
    note: fc.constantFrom(...notes),
    own: fc.option(fc.constantFrom('1', '2', 'u@x'), { nil: undefined }),
    deal: fc.constantFrom('', '', 'a-1', 'b-1', 'c-1', 'no-1'),
    account: fc.constantFrom('', 'Beta', 'Acme', 'Ceta'),
    addresses: fc.subarray(['x@acme.example', 'z@all.example', 'who@new.example']),
  })
  .map(({ on, type, note, own, deal, account, addresses }) => ({
    kind: 'happened',
    ...{ file: 'a.csv', line: 1, on: day(`2026-11-${String(on).padStart(2, '0')}`), type, note },
    ref: own ?? madeRef([on, type, note, deal, account, ...addresses].join('\n')),
    clues: { deal, account, subject: note, text: '', addresses },
  }));

/** The texts of the deals with what the rows add, and how many were new. */
function applied(texts: ReadonlyMap<string, string>, rows: readonly Happened[]) {
  const deals = [...texts].map(([id, text]) => dealOf(id, text));
  const context = {
    clues: new DealClues(deals, new Set()),
    known: new KnownActivities(deals),
    isAsked: () => true,
  };
  const after = new Map(texts);
  const added = newByDeal(outcomesOf(rows, context));
  for (const [deal, own] of added) {
    const changes = activitiesAdded(deal, own, { today: TODAY });
    after.set(deal.id, patchDeal(texts.get(deal.id) ?? '', changes, deal.path, CURRENCY));
  }
  return { after, count: [...added.values()].flat().length };
}

const before = new Map(
  DEALS.map((text): [string, string] => {
    const [id = '', ...rest] = text.split('\n');
    return [id, rest.join('\n')];
  }),
);

property([
  fc
    .array(happened, { maxLength: 25 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
])('the same rows in another order add nothing the second time, and stand by day', ([rows, shuffled]) => {
  const first = applied(before, rows);
  const second = applied(first.after, shuffled);
  expect(second.count).toBe(0);
  expect(second.after).toEqual(first.after);
  for (const [id, text] of first.after) {
    const old = dealOf(id, before.get(id) ?? '').activities.length;
    const { activities } = dealOf(id, text);
    const logged = activities.filter((one) => one.logged === TODAY).map(({ on }) => on);
    expect(logged).toEqual([...logged].sort());
    expect(activities.length - logged.length).toBe(old);
  }
});
