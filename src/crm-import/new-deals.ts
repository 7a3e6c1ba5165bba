// Deals that an export has and the workspace does not: ids, files and content.

import type { Day } from '../base/day.ts';
import type { CustomValue, Source } from '../deal/deal.ts';
import { mintId } from '../deal/mint-id.ts';
import { type NewDeal, writeDeal } from '../deal/write.ts';
import { type Refused, tooLong } from '../workspace/deal-changes.ts';
import { dealPath, MOST_BYTES } from '../workspace/deal-files.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { CRM_ACTIVITY, customValue } from './compare.ts';
import type { ExportedDeal } from './exported-deal.ts';

export interface PlannedDeal {
  readonly id: string;
  readonly path: string;
  readonly deal: NewDeal;
  readonly exported: ExportedDeal;
}

export interface NewDealContext {
  readonly system: string;
  readonly today: Day;
  readonly exportDay: Day;
  /** The workspace's. */
  readonly currency: string;
  readonly numeric: ReadonlySet<string>;
  /** Whether another deal than the one of this source has or had the id: here, in the archive, or in the past. */
  readonly taken: (id: string, source: Source) => boolean;
  /** Random characters, for an id that nothing else sets apart. */
  readonly tail: () => string;
}

/**
 * The new deals in the order of the export. Ids are given in the order of the source ids, so that the same
 * records get the same ids on every machine, however the export is sorted.
 */
export function newDeals(creates: readonly ExportedDeal[], context: NewDealContext): PlannedDeal[] {
  const given = new Set<string>();
  const ids = new Map<ExportedDeal, string>();
  for (const exported of [...creates].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const source = { system: context.system, id: exported.key };
    const id = mintId({
      account: exported.account,
      name: exported.name || exported.calledElse,
      source,
      taken: (candidate) => given.has(candidate) || context.taken(candidate, source),
      tail: context.tail,
    });
    given.add(id);
    ids.set(exported, id);
  }
  return creates.map((exported) => {
    const id = ids.get(exported) ?? '';
    return { id, path: dealPath(id, exported.created), deal: newDeal(exported, context), exported };
  });
}

/** The file of a new deal, or why it would be none that can be read again. */
export function newFile(planned: PlannedDeal): FileChange | Refused {
  const content = writeDeal(planned.deal);
  if (content.length > MOST_BYTES / 4 && Buffer.byteLength(content) > MOST_BYTES) {
    return { reason: tooLong() };
  }
  return { kind: 'write', path: planned.path, content, expected: 'absent' };
}

function newDeal(exported: ExportedDeal, context: NewDealContext): NewDeal {
  const { key, name, nextStep, nextStepBy, lastActivity, stageDays, currency } = exported;
  const happened = lastActivity !== undefined && lastActivity <= context.exportDay ? lastActivity : undefined;
  return {
    name: name || exported.calledElse,
    account: exported.account,
    owner: exported.owner,
    stage: exported.stage,
    amount: exported.amount,
    currency: currency === context.currency ? '' : currency,
    created: exported.created,
    recorded: context.today,
    close: exported.close,
    nextStep: nextStep === '' ? undefined : { what: nextStep, ...(nextStepBy && { by: nextStepBy }) },
    stages: stageDays,
    activities: happened === undefined ? [] : [{ on: happened, type: CRM_ACTIVITY }],
    lostReason: exported.lostReason,
    source: { system: context.system, id: key },
    custom: customOf(exported, context.numeric),
  };
}

function customOf(exported: ExportedDeal, numeric: ReadonlySet<string>): Record<string, CustomValue> {
  const entries = [...exported.custom].map(
    ([key, text]) => [key, customValue(text, numeric.has(key))] as const,
  );
  return Object.fromEntries(entries);
}
