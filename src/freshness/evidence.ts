// Which sources never deliver what a rule judges by: their deals are not evaluated rather than blamed.

import type { DealRow } from '../snapshot/row.ts';
import { isOpen } from './open-deals.ts';
import type { Evidence, Looked } from './rule.ts';
import { systemOf } from './source.ts';

const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<object, boolean>();

/** Whether any deal came from a system. Several rules ask. */
function hasSources(state: Looked['state']): boolean {
  const isSourced = ({ source }: DealRow) => source !== '';
  const has = known.get(state) ?? (state.deals.some(isSourced) || state.archived.some(isSourced));
  known.set(state, has);
  return has;
}

/**
 * The systems of the book none of whose deals has what the rule needs. Where all deals count, archived ones
 * do too: a clean-up must not change what is judged. Deals without a source are always judged.
 */
export function blindSources(evidence: Evidence, { state }: Pick<Looked, 'state'>): ReadonlySet<string> {
  if (!hasSources(state)) return NONE;
  const blind = new Set<string>();
  const seeing = new Set<string>();
  const look = (row: DealRow) => {
    if (row.source === '') return;
    const system = systemOf(row);
    if (seeing.has(system)) return;
    if (evidence.has(row)) {
      seeing.add(system);
      blind.delete(system);
    } else {
      blind.add(system);
    }
  };
  if (evidence.among === 'open deals') for (const row of state.deals) isOpen(row) && look(row);
  else {
    for (const row of state.deals) look(row);
    for (const row of state.archived) look(row);
  }
  return blind;
}
