// A deal's reading as it is kept: JSON without what is empty and without what the file's path tells.
// Every reading passes through here, kept or new, so that both are the same to the last bit.

import { fromKeptProblem, type KeptProblem, type Problem, toKeptProblem } from '../base/problem.ts';
import { bareMap } from '../deal/bare-data.ts';
import type { Deal } from '../deal/deal.ts';
import type { DealReading } from '../deal/read.ts';

type KeptDeal = Partial<Omit<Deal, 'id' | 'path'>>;

/** `d`: the deal; `p`: its problems, without their file. */
interface KeptDealReading {
  readonly d?: KeptDeal;
  readonly p?: readonly KeptProblem<Omit<Problem, 'file'>>[];
}

/** The plain value to keep. */
export function toKept({ deal, problems }: DealReading): unknown {
  const kept: { d?: unknown; p?: unknown } = {};
  if (deal !== undefined) {
    const { id: _, path: __, ...said } = deal;
    const filled: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(said)) if (!isEmpty(value)) filled[key] = value;
    kept.d = filled;
  }
  if (problems.length > 0) kept.p = problems.map(({ file: _, ...problem }) => toKeptProblem(problem));
  return kept;
}

/** The reading of the file with that id and path, from the text that was kept. */
export function fromKept(text: string, id: string, path: string): DealReading {
  const { d, p = [] }: KeptDealReading = JSON.parse(text);
  return {
    deal: d === undefined ? undefined : dealFrom(d, id, path),
    problems: p.map((problem) => ({ ...fromKeptProblem(problem), file: path })),
  };
}

const NO_CUSTOM: Deal['custom'] = Object.freeze(Object.create(null));

function dealFrom(kept: KeptDeal, id: string, path: string): Deal {
  return {
    id,
    path,
    name: kept.name ?? '',
    account: kept.account ?? '',
    owner: kept.owner ?? '',
    stage: kept.stage ?? '',
    amount: kept.amount,
    currency: kept.currency ?? '',
    created: kept.created,
    recorded: kept.recorded,
    close: kept.close,
    important: kept.important ?? '',
    category: kept.category ?? '',
    contacts: kept.contacts ?? [],
    nextStep: kept.nextStep,
    stages: kept.stages ?? [],
    activities: kept.activities ?? [],
    checklist: kept.checklist ?? [],
    waive: kept.waive ?? [],
    lostReason: kept.lostReason ?? '',
    source: kept.source,
    was: kept.was ?? '',
    mergedInto: kept.mergedInto ?? '',
    missing: kept.missing,
    custom: kept.custom === undefined ? NO_CUSTOM : bareMap(kept.custom),
    lines: kept.lines ?? {},
  };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
