// The demo's other deals: ordinary lives, drawn from a fixed seed, so that the story has a pipeline around it.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { slug } from '../base/fold.ts';
import type { Event, Life, Offset } from './timeline.ts';

const ACCOUNTS = [
  'Amber Foundry',
  'Bobr Paper',
  'Czarna Optics',
  'Dunajec Power',
  'Ełk Tractors',
  'Flis Carpets',
  'Gopło Salt',
  'Iłża Ceramics',
  'Jasień Toys',
  'Krutynia Tours',
  'Lega Concrete',
  'Mroga Pumps',
  'Nysa Motors',
  'Orz Bakery',
  'Pasłęka Bolts',
  'Radew Labs',
  'Supraśl Linen',
  'Tanew Chemicals',
  'Ugra Batteries',
  'Wda Furniture',
  'Zgłowiączka Sugar',
  'Bystrzyca Bearings',
  'Chojnów Cables',
  'Drwęca Dairy',
  'Estra Freight',
  'Gubin Valves',
];
const PRODUCTS = [
  ['ERP', 'erp'],
  ['Warehouse', 'wms'],
  ['CRM', 'crm'],
  ['Reporting', 'bi'],
  ['Maintenance', 'cmms'],
  ['Payroll', 'hr'],
] as const;
const OWNERS = ['anna', 'piotr', 'ewa', 'marek'] as const;
const SEGMENTS = ['small', 'mid-market', 'mid-market', 'enterprise'] as const;
const STAGES = ['qualified', 'proposal', 'negotiation'] as const;
const TALK = ['call', 'meeting', 'email', 'call'] as const;
const NOTES = [
  'asked for details',
  'showed the numbers',
  'answered questions',
  'agreed what comes next',
] as const;
const STEPS = ['send the offer', 'meet the buyer', 'call back', 'agree the scope', 'visit on site'] as const;
const SEED = 20261123;

/** Lives of `count` ordinary deals; the same on every machine. */
export function crowd(count: number): Life[] {
  const random = xoroshiro128plus(SEED);
  const draw = (from: number, to: number) => uniformInt(random, from, to);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const found = list[draw(0, list.length - 1)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  return Array.from({ length: count }, (_, index) => life(index, draw, pick));
}

function life(
  index: number,
  draw: (from: number, to: number) => number,
  pick: <T>(list: readonly T[]) => T,
): Life {
  const account = ACCOUNTS[index % ACCOUNTS.length] ?? 'Amber Foundry';
  // The second deal of an account is about another product than the first.
  const [product, code] =
    PRODUCTS[(index * 5 + Math.floor(index / ACCOUNTS.length)) % PRODUCTS.length] ?? PRODUCTS[0];
  const isDecided = index % 3 === 0;
  const from = isDecided ? -draw(100, 175) : -draw(12, 140);
  const events: Event[] = [];
  let at: Offset = from;
  for (const stage of STAGES) {
    at += draw(12, 40);
    if (at > -2) break;
    events.push({ at, kind: 'enter', stage });
  }
  let close = from + draw(90, 150);
  for (let slip: Offset = Math.max(from + 20, -85); slip < -2; slip += draw(25, 50)) {
    if (close > slip + 25) continue;
    close = slip + draw(30, 60);
    events.push({ at: slip, kind: 'close', close });
  }
  for (let talk: Offset = from + draw(2, 6); talk < 0; talk += draw(6, 13)) {
    events.push({
      at: talk,
      kind: 'act',
      type: pick(TALK),
      note: pick(NOTES),
      lag: draw(0, 5) === 0 ? draw(3, 6) : 0,
    });
    events.push({ at: talk, kind: 'next', what: pick(STEPS), by: talk + draw(10, 21) });
  }
  const ending = isDecided ? draw(-84, -8) : undefined;
  const last = events.reduce((latest, event) => Math.max(latest, event.at), from);
  if (ending === undefined) {
    events.push({ at: Math.max(last, -6), kind: 'next', what: pick(STEPS), by: draw(1, 21) });
    if (close < 3) events.push({ at: Math.max(last, -6), kind: 'close', close: draw(8, 70) });
  } else {
    events.push(
      index % 6 === 0
        ? { at: ending, kind: 'won' }
        : { at: ending, kind: 'lost', reason: pick(['price', 'competitor', 'timing']) },
    );
  }
  const end = events.find((event) => event.kind === 'won' || event.kind === 'lost')?.at ?? 0;
  return {
    id: slug(`${account} ${code}`),
    name: product,
    account,
    owner: pick(OWNERS),
    amount: draw(3, 30) * 5000,
    from,
    close: from + draw(90, 150),
    segment: pick(SEGMENTS),
    events: events.filter((event) => event.at <= end).sort((a, b) => a.at - b.at),
  };
}
