// Who is who over time: a deal's id may change, and an import may find a deal again under another one.

import { formerIdsOf } from '../deal/former-ids.ts';
import type { DealRow } from './row.ts';

/** What identifies a deal over time. */
export type Identity = Pick<DealRow, 'id' | 'was' | 'source'>;

/**
 * Present id → the id that it is known by: its own; else the latest that it, and no other new one, had before (`was`); else
 * the one with the same source where exactly one on each side has it. The latter two only where that deal is not there
 * any more: as a diff pairs them (docs/method.md).
 */
export function pairIds(
  known: Readonly<Record<string, { readonly source: string }>>,
  deals: readonly Identity[],
): Map<string, string> {
  const paired = new Map<string, string>();
  const unpaired: Identity[] = [];
  for (const deal of deals) {
    if (Object.hasOwn(known, deal.id)) paired.set(deal.id, deal.id);
    else if (deal.was !== '' || deal.source !== '') unpaired.push(deal);
  }
  if (unpaired.length === 0) return paired;
  const present = new Set(deals.map((deal) => deal.id));
  const taken = new Set<string>();
  const bySource: Identity[] = [];
  const heirs = onlyOnes(unpaired.flatMap((deal) => formerIdsOf(deal).map((id) => [id, deal.id] as const)));
  for (const deal of unpaired) {
    const former = formerIdsOf(deal).find(
      (id) => Object.hasOwn(known, id) && !present.has(id) && heirs.get(id) !== undefined,
    );
    if (former !== undefined) {
      taken.add(former);
      paired.set(deal.id, former);
    } else if (deal.source !== '') bySource.push(deal);
  }
  if (bySource.length === 0) return paired;
  const now = onlyOnes(deals.map((deal) => [deal.source, deal.id]));
  const then = onlyOnes(Object.entries(known).map(([id, { source }]) => [source, id]));
  for (const deal of bySource) {
    const former = then.get(deal.source);
    if (now.get(deal.source) !== deal.id || former === undefined) continue;
    if (!present.has(former) && !taken.has(former)) paired.set(deal.id, former);
  }
  return paired;
}

/** The id of the deal that has a source, or had a former id; undefined where several have it. */
function onlyOnes(
  bearers: readonly (readonly [what: string, id: string])[],
): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [what, id] of bearers) found.set(what, found.has(what) ? undefined : id);
  return found;
}
