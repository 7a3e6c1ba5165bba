// A pipeline.yaml at random: valid, of any length, with former ids of stages, rates that some currencies lack, and rules.

import { addDays } from '../../src/base/day.ts';
import type { Random } from '../support/random.ts';
import { OWNERS, STAGES, TODAY } from './random-deal.ts';

/** The text; the name of the workspace is the same throughout, as a seed of samples derives from it. */
export function randomSettings(random: Random): string {
  const maybe = (line: string) => (random.oneIn(2) ? [line] : []);
  const currency = random.pick(['PLN', 'PLN', 'EUR', 'JPY']);
  return `${[
    'format: 1',
    'name: torture',
    `currency: ${currency}`,
    `locale: ${random.pick(['pl', 'en', 'de', 'ar'])}`,
    `time_zone: ${random.pick(['Europe/Warsaw', 'Pacific/Auckland', 'UTC'])}`,
    ...maybe(`fiscal_year_starts: ${random.between(1, 12)}`),
    ...maybe('documented_since: 2026-08-01'),
    ...rates(random, currency),
    ...(random.oneIn(4) ? ['source_of_record: pipedrive'] : []),
    ...team(random),
    ...process(random),
    ...maybe('lost_reasons: [price, timing]'),
    ...maybe('activity_types: [call, meeting, email, note]'),
    ...maybe(`freshness: {warn_after: ${random.between(1, 20)}, error_after: ${random.between(21, 60)}}`),
    ...rules(random),
    ...maybe('check: {gate: warning, max_warnings: 20, min_freshness: 80%}'),
    ...maybe('rhythm: {import: weekly, snapshot: weekly on monday, review: 2 weeks}'),
    ...maybe('snapshot: {custom: [segment, product]}'),
    ...maybe(`review: {largest: ${random.below(4)}, random: ${random.below(6)}}`),
    ...maybe(
      'plan: {targets: [{period: 2026-Q4, target: "1500000"}, {period: 2026-Q4, owner: anna, target: "7"}]}',
    ),
  ].join('\n')}\n`;
}

function rates(random: Random, currency: string): string[] {
  if (random.oneIn(5)) return [];
  const known = { PLN: '1.1', EUR: '4.25', USD: '3.64', JPY: '0.026', KWD: '12' };
  const lacking = random.oneIn(6) ? random.pick(['EUR', 'KWD']) : currency;
  const listed = Object.entries(known).filter(([other]) => other !== currency && other !== lacking);
  const line = (on: string) =>
    `  - {${[`on: ${on}`, ...listed.map(([other, rate]) => `${other}: "${rate}"`)].join(', ')}}`;
  return [
    'rates:',
    line(`2026-0${random.between(1, 9)}-01`),
    ...(random.oneIn(2) ? [line('2026-11-01')] : []),
  ];
}

function team(random: Random): string[] {
  if (random.oneIn(3)) return [];
  const [anna, ...rest] = OWNERS.slice(0, 3);
  return [
    'team:',
    `  - {id: ${anna}, name: Anna Nowak, group: north, also: [Anna N.]}`,
    ...rest.map((id) => `  - ${id}`),
  ];
}

function process(random: Random): string[] {
  const known = random.oneIn(5) ? STAGES.slice(0, 3) : STAGES;
  const stages = known.map((id) => {
    const was = id === 'qualified' && random.oneIn(2) ? ', was: [demo]' : '';
    const stale = random.oneIn(4) ? `, stale: {warn_after: 5, error_after: ${random.between(6, 30)}}` : '';
    return `    - {id: ${id}, label: "The ${id}", probability: 20%${was}${stale}}`;
  });
  return ['process:', '  version: 1', '  stages:', ...stages];
}

function rules(random: Random): string[] {
  if (random.oneIn(3)) return [];
  const severity = () => random.pick(['off', 'info', 'warning', 'error']);
  return [
    `rules: {stale: ${severity()}, past-close: ${severity()}, no-next-step: ${severity()}, unknown-key: ${severity()}, unknown-owner: ${severity()}}`,
  ];
}

/** The text of imports/pipedrive.yaml after an import of the last three weeks. */
export function randomImport(random: Random): string {
  const on = addDays(TODAY, -random.below(20));
  return `format: 1\nsystem: pipedrive\nlast: {on: ${on}, file: export.csv, sha256: ab, rows: 12, partial: false}\n`;
}
