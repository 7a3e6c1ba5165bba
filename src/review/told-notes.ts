// What deals tell of the reviews that they were in.

import { once } from '../base/once.ts';
import type { Deal } from '../deal/deal.ts';
import { byFormerId } from '../deal/former-ids.ts';
import { REVIEW } from '../deal/own-activities.ts';

/** The note that a review left in a deal, by the deal's id of then or now and the sheet's name; '' where there is none. */
export function notesIn(
  deals: ReadonlyMap<string, Deal>,
  archive: ReadonlyMap<string, Deal>,
): (id: string, ref: string) => string {
  const renamed = once(() => byFormerId([...archive.values(), ...deals.values()]));
  return (id, ref) => {
    const { activities = [] } = deals.get(id) ?? archive.get(id) ?? renamed().get(id) ?? {};
    return activities.find((one) => one.type === REVIEW && one.ref === ref)?.note ?? '';
  };
}
