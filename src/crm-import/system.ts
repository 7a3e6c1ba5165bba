// Which CRM wrote an export, told from its headers.

import { FIELDS, SYSTEMS, type System } from './fields.ts';
import { squeeze } from './headers.ts';
import { COMMON_HEADERS } from './special-headers.ts';

/** A system needs this much evidence, and as much more than the next one. */
const ENOUGH = 1.5;
const AHEAD = 0.5;

/** Headers that no field has and that give a system away. */
const TELLTALES: Readonly<Partial<Record<System, readonly string[]>>> = {
  salesforce: [
    'SystemModstamp',
    'ForecastCategoryName',
    'Fiscal Period',
    'HasOpportunityLineItem',
    'Owner Role',
  ],
  hubspot: ['Deal Type', 'Deal owner email'],
  zoho: ['Modified Time', 'Deal Category Status'],
  dynamics: ['(Do Not Modify) Row Checksum', '(Do Not Modify) Modified On', 'Modified On'],
};

const PREFIXES: readonly { readonly system: System; readonly pattern: RegExp }[] = [
  { system: 'pipedrive', pattern: /^\ufeff?deal\s+-\s+/i },
  { system: 'hubspot', pattern: /^(hs_|property_)\w/ },
];

interface Spellings {
  /** As the system writes them. */
  readonly exact: ReadonlySet<string>;
  readonly squeezed: ReadonlySet<string>;
}

/** The system whose headers these are; undefined where none or several could be. */
export function recogniseSystem(headers: readonly string[]): System | undefined {
  const scores = SYSTEMS.map((system) => ({ system, score: scoreOf(system, headers) })).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = scores;
  if (first === undefined || second === undefined) return undefined;
  return first.score >= ENOUGH && first.score - second.score >= AHEAD ? first.system : undefined;
}

/** A header counts 1 where only this system writes it so, less where others do, half where only the letters agree. */
function scoreOf(system: System, headers: readonly string[]): number {
  let score = 0;
  for (const header of new Set(headers)) {
    const trimmed = header.replace(/^\ufeff/, '').trim();
    const bare = squeeze(trimmed);
    if (PREFIXES.some((prefix) => prefix.system === system && prefix.pattern.test(trimmed))) score += 1;
    if (COMMON.has(bare)) continue;
    if (spellingsOf(system).exact.has(trimmed)) {
      score += 1 / SYSTEMS.filter((other) => spellingsOf(other).exact.has(trimmed)).length;
    } else if (spellingsOf(system).squeezed.has(bare)) {
      score += 0.5 / SYSTEMS.filter((other) => spellingsOf(other).squeezed.has(bare)).length;
    }
  }
  return score;
}

const COMMON = new Set(COMMON_HEADERS.map(squeeze));
const spellings = new Map<System, Spellings>();

function spellingsOf(system: System): Spellings {
  const known = spellings.get(system);
  if (known !== undefined) return known;
  const written = Object.values(FIELDS).flatMap(({ headers }) => headersFor(headers, system));
  const exact = [...written, ...(TELLTALES[system] ?? [])];
  const made = { exact: new Set(exact), squeezed: new Set(exact.map(squeeze)) };
  spellings.set(system, made);
  return made;
}

function headersFor(
  headers: Readonly<Partial<Record<System | 'other', readonly string[]>>>,
  system: System,
): readonly string[] {
  return headers[system] ?? [];
}
