// A deal that is there against what a newer export says about it → the changes, and each as old → new.

import type { Day } from '../base/day.ts';
import { sameAmount } from '../base/money.ts';
import type { DealChange, ScalarKey } from '../deal/change.ts';
import { type CustomValue, type Deal, outcomeOf } from '../deal/deal.ts';
import type { ExportedDeal } from './exported-deal.ts';
import type { StageDay } from './stage-days.ts';

/** A cell of the report: what a field was and is; '' for nothing. */
export interface FieldChange {
  readonly field: string;
  readonly old: string;
  readonly new: string;
}

export interface Comparison {
  readonly changes: readonly DealChange[];
  readonly listed: readonly FieldChange[];
}

export interface CompareContext {
  /** Fields that the workspace keeps to itself. */
  readonly keep: ReadonlySet<string>;
  /** The workspace's, of deals that name none. */
  readonly currency: string;
  readonly exportDay: Day;
  /** Custom keys whose column holds nothing but numbers. */
  readonly numeric: ReadonlySet<string>;
}

/** The type of the one activity that stands for a CRM's "last activity". */
export const CRM_ACTIVITY = 'crm';

/** What the export changes. Empty cells, fields of the workspace and activities other than its own stay. */
export function compare(deal: Deal, exported: ExportedDeal, context: CompareContext): Comparison {
  const comparing = new Comparing(context);
  comparing.text('name', deal.name, exported.name);
  comparing.text('account', deal.account, exported.account);
  comparing.text('owner', deal.owner, exported.owner);
  comparing.stage(deal, exported);
  comparing.amount(deal, exported);
  comparing.day('created', deal.created, exported.created);
  comparing.day('close', deal.close, exported.close);
  comparing.nextStep(deal, exported);
  comparing.text('lost_reason', deal.lostReason, exported.lostReason);
  comparing.lastActivity(deal, exported.lastActivity);
  for (const [key, text] of exported.custom) comparing.custom(key, deal.custom[key], text);
  if (deal.missing !== undefined) comparing.back(deal.missing);
  return { changes: comparing.changes, listed: comparing.listed };
}

/** A cell as plain data: a number where its whole column holds numbers. */
export function customValue(text: string, isNumber: boolean): string | number {
  return isNumber ? Number(text) : text;
}

class Comparing {
  readonly changes: DealChange[] = [];
  readonly listed: FieldChange[] = [];
  readonly #context: CompareContext;

  constructor(context: CompareContext) {
    this.#context = context;
  }

  text(key: ScalarKey, old: string, now: string): void {
    if (now === '' || this.#keeps(key) || old.trim().normalize('NFC') === now.normalize('NFC')) return;
    this.#set(key, old, now);
  }

  day(key: ScalarKey, old: Day | undefined, now: Day | undefined): void {
    if (now === undefined || this.#keeps(key) || old === now) return;
    this.#set(key, old ?? '', now);
  }

  amount(deal: Deal, { amount, currency }: ExportedDeal): void {
    const before = deal.amount;
    if (
      amount !== undefined &&
      !this.#keeps('amount') &&
      (before === undefined || !sameAmount(before, amount))
    ) {
      this.#set('amount', before ?? '', amount);
    }
    const own = deal.currency === '' ? this.#context.currency : deal.currency;
    if (currency !== '' && currency !== own && !this.#keeps('currency')) this.#set('currency', own, currency);
  }

  /** The new stage, and the days of stages that the record does not have yet. */
  stage(deal: Deal, exported: ExportedDeal): void {
    if (this.#keeps('stage')) return;
    const changed = exported.stage !== '' && exported.stage !== deal.stage;
    if (changed) this.#set('stage', deal.stage, exported.stage);
    const entries = newEntries(deal, exported, { changed, exportDay: this.#context.exportDay });
    for (const { stage, on } of entries)
      this.changes.push({ kind: 'append', key: 'stages', item: { stage, on } });
    if (!changed && entries.length > 0) {
      this.listed.push({
        field: 'stages',
        old: '',
        new: entries.map(({ stage, on }) => `${stage}@${on}`).join(' '),
      });
    }
  }

  nextStep(deal: Deal, { nextStep, nextStepBy }: ExportedDeal): void {
    if (this.#keeps('next_step')) return;
    const old = deal.nextStep;
    if (nextStep !== '' && nextStep.normalize('NFC') !== old?.what.trim().normalize('NFC')) {
      this.changes.push({
        kind: 'set-next-step',
        step: { by: nextStepBy, what: nextStep, agreed: undefined },
      });
      this.listed.push({ field: 'next_step', old: old?.what ?? '', new: nextStep });
    } else if (old !== undefined && nextStepBy !== undefined && nextStepBy !== old.by) {
      this.changes.push({
        kind: 'set-next-step',
        step: { by: nextStepBy, what: old.what, agreed: old.agreed },
      });
      this.listed.push({ field: 'next_step_by', old: old.by ?? '', new: nextStepBy });
    }
  }

  /** One activity stands for the CRM's last one; a later day takes its place. */
  lastActivity(deal: Deal, on: Day | undefined): void {
    if (on === undefined || on > this.#context.exportDay || this.#keeps('last_activity')) return;
    const index = deal.activities.findLastIndex(({ type }) => type === CRM_ACTIVITY);
    const old = deal.activities[index];
    if (old !== undefined && old.on >= on) return;
    if (old === undefined) {
      this.changes.push({ kind: 'append', key: 'activities', item: { on, type: CRM_ACTIVITY } });
    } else {
      const item = { on, type: CRM_ACTIVITY, note: old.note, ref: old.ref };
      this.changes.push({ kind: 'replace', key: 'activities', index, item });
    }
    this.listed.push({ field: 'last_activity', old: old?.on ?? '', new: on });
  }

  custom(key: string, old: CustomValue | undefined, text: string): void {
    if (this.#keeps('custom') || this.#keeps(`custom.${key}`)) return;
    const now = customValue(text, this.#context.numeric.has(key));
    if (old === now || shown(old) === text) return;
    this.changes.push({ kind: 'set', key: `custom.${key}`, value: now });
    this.listed.push({ field: `custom.${key}`, old: shown(old), new: text });
  }

  back(missing: Day): void {
    this.changes.push({ kind: 'remove', key: 'missing' });
    this.listed.push({ field: 'missing', old: missing, new: '' });
  }

  #set(key: ScalarKey, old: string, now: string): void {
    this.changes.push({ kind: 'set', key, value: now });
    this.listed.push({ field: key, old, new: now });
  }

  #keeps(field: string): boolean {
    return this.#context.keep.has(field);
  }
}

function shown(value: CustomValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * What is to be added to the record of stages: days of the export behind the record's last; a change that the
 * export does not date on the export's day, because it lies between the last import and this one. A deal whose
 * stage was never recorded has been in it since its first entry here.
 */
function newEntries(
  deal: Deal,
  exported: ExportedDeal,
  { changed, exportDay }: { readonly changed: boolean; readonly exportDay: Day },
): StageDay[] {
  const last = deal.stages.at(-1);
  const entries = exported.stageDays.filter((entry) => {
    if (last === undefined) return true;
    const isPresent = changed && entry.stage === exported.stage;
    // An outcome's day that was corrected is no second closing: `close` says it.
    if (!isPresent && entry.stage === last.stage && outcomeOf(entry.stage) !== 'open') return false;
    return isPresent ? entry.on >= last.on : entry.on > last.on;
  });
  if (!changed) return entries;
  if (!entries.some(({ stage }) => stage === exported.stage)) {
    entries.push({ stage: exported.stage, on: exportDay });
  }
  const [first] = entries;
  const since = deal.recorded ?? deal.created;
  if (last !== undefined || first === undefined || since === undefined || since > first.on) return entries;
  const isKnown = entries.some(({ stage }) => stage === deal.stage);
  return isKnown ? entries : [{ stage: deal.stage, on: since }, ...entries];
}
