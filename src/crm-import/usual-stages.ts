// The order in which CRMs have their stages as they are sold: it tells stages apart that have one probability.

import { parted, stageKey } from './stage-values.ts';

/** Names in one line stand at one place of the process; a process has seldom two of them. */
const USUAL: readonly (readonly string[])[] = [
  ['lead', 'lead in', 'new', 'prospecting', 'prospect', 'kontakt', 'nowa', 'neu', 'erstkontakt'],
  [
    'contact made',
    'contacted',
    'engaging',
    'engaged',
    'appointment scheduled',
    'pierwszy kontakt',
    'termin vereinbart',
  ],
  ['qualify', 'qualification', 'kwalifikacja', 'qualifizierung'],
  ['qualified', 'qualified to buy', 'zakwalifikowana', 'qualifiziert'],
  ['needs analysis', 'needs defined', 'discovery', 'analiza potrzeb', 'bedarfsanalyse'],
  [
    'develop',
    'demo',
    'demo scheduled',
    'presentation',
    'presentation scheduled',
    'prezentacja',
    'präsentation',
  ],
  ['value proposition'],
  ['id. decision makers', 'identify decision makers'],
  ['perception analysis'],
  ['decision maker bought-in'],
  ['propose', 'proposal', 'proposal made', 'quote', 'oferta', 'angebot'],
  ['proposal/price quote', 'proposal/quote'],
  ['negotiation', 'negotiation/review', 'negotiations started', 'negocjacje', 'verhandlung'],
  ['contract sent', 'contract', 'umowa', 'vertrag'],
  ['close', 'closing'],
];

const RANKS = new Map(USUAL.flatMap((names, rank) => names.map((name) => [stageKey(name), rank] as const)));

/** Where a stage of that name usually stands, from 0; behind all of them where it is not known. */
export function usualRank(value: string): number {
  return RANKS.get(stageKey(parted(value).bare)) ?? USUAL.length;
}

/** Whether it is known where a stage of that name usually stands. */
export function isUsual(value: string): boolean {
  return usualRank(value) < USUAL.length;
}
