// The order in which CRMs have their stages as they are sold: it tells stages apart that have one probability.

import { parted, stageKey } from './stage-values.ts';

const USUAL = [
  ...['lead', 'lead in', 'prospecting', 'contact made', 'appointment scheduled', 'qualify', 'qualification'],
  ...[
    'qualified',
    'qualified to buy',
    'needs analysis',
    'develop',
    'demo scheduled',
    'presentation scheduled',
  ],
  ...['value proposition', 'id. decision makers', 'identify decision makers', 'perception analysis'],
  ...['decision maker bought-in', 'propose', 'proposal', 'proposal made', 'proposal/price quote'],
  ...[
    'proposal/quote',
    'negotiation',
    'negotiation/review',
    'negotiations started',
    'contract sent',
    'close',
  ],
];

const RANKS = new Map(USUAL.map((name, rank) => [stageKey(name), rank]));

/** Where a stage of that name usually stands, from 0; behind all of them where it is not known. */
export function usualRank(value: string): number {
  return RANKS.get(stageKey(parted(value).bare)) ?? USUAL.length;
}
