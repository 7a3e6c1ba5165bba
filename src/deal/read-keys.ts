// The keys of a deal's map → Deal. What each key may hold stands here, key by key.

import { type Decimal, digitsOf, isCurrency, toDecimal } from '../base/money.ts';
import { nearest } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { amountTrouble } from './amount-text.ts';
import { currencyTrouble } from './currency-text.ts';
import { plainMap } from './custom.ts';
import { type CustomValue, DEAL_KEYS, type Deal, type DealKey } from './deal.ts';
import { activitiesOf, nextStepOf, sourceOf, stagesOf, waiversOf } from './read-parts.ts';
import { kindOf, type Reading } from './reading.ts';
import { shortened } from './source-text.ts';
import { type Entry, isNothing, type MapNode, type TreeNode } from './tree.ts';

interface Frame {
  readonly id: string;
  readonly path: string;
  /** The workspace's. */
  readonly currency: string;
}

/** The deal as far as it could be read; what is wrong is in the reading. */
export function dealOf(reading: Reading, root: MapNode, frame: Frame): Deal {
  const entries = new Map(root.entries.map((entry) => [entry.key, entry]));
  const value = (key: DealKey): TreeNode | undefined => entries.get(key)?.value;
  const text = (key: DealKey): string => reading.text(key, value(key));
  const day = (key: DealKey) => reading.day(key, value(key));
  reportMissing(reading, entries, text);
  const currency = currencyOf(reading, value('currency'));
  const deal: Deal = {
    id: frame.id,
    path: frame.path,
    name: text('name'),
    account: text('account'),
    owner: text('owner'),
    stage: text('stage'),
    amount: amountOf(reading, value('amount'), currency === '' ? frame.currency : currency),
    currency,
    created: day('created'),
    recorded: day('recorded'),
    close: day('close'),
    important: importantOf(reading, value('important')),
    category: text('category'),
    contacts: reading.texts('contacts', value('contacts')),
    nextStep: nextStepOf(reading, entries.get('next_step')),
    stages: stagesOf(reading, value('stages')),
    activities: activitiesOf(reading, value('activities')),
    checklist: reading.texts('checklist', value('checklist')),
    waive: waiversOf(reading, value('waive')),
    lostReason: text('lost_reason'),
    source: sourceOf(reading, entries.get('source')),
    was: text('was'),
    mergedInto: text('merged_into'),
    missing: day('missing'),
    custom: customOf(reading, value('custom')),
    lines: linesOf(reading, root),
  };
  return deal;
}

/** Whether a top-level key is one that a deal has. */
export function isDealKey(key: string): key is DealKey {
  return KNOWN.has(key);
}

const KNOWN: ReadonlySet<string> = new Set(DEAL_KEYS);

function linesOf(reading: Reading, root: MapNode): Deal['lines'] {
  const lines: Partial<Record<DealKey, number>> = {};
  for (const entry of root.entries) {
    if (isDealKey(entry.key)) lines[entry.key] = reading.source.lineAt(entry.from);
    else reportUnknown(reading, entry);
  }
  return lines;
}

function reportUnknown(reading: Reading, entry: Entry): void {
  const meant = nearest(entry.key, DEAL_KEYS);
  reading.report(entry.from, {
    code: 'unknown-key',
    severity: 'info',
    message: said('"{key}" is not a key that pipeline knows; it is kept.', { key: shortened(entry.key) }),
    hint:
      meant === undefined
        ? 'Put it under custom: to filter by it and show it.'
        : said('Did you mean "{meant}"?', { meant }),
  });
}

const REQUIRED = { name: 'name: ERP rollout', stage: 'stage: lead' } as const;

function reportMissing(
  reading: Reading,
  entries: ReadonlyMap<string, Entry>,
  text: (key: DealKey) => string,
): void {
  for (const key of ['name', 'stage'] as const) {
    const entry = entries.get(key);
    const empty = entry === undefined || (entry.value.kind === 'scalar' && text(key).trim() === '');
    if (!empty) continue;
    const message =
      entry === undefined
        ? said('The key "{key}" is missing.', { key })
        : said('{key}: the text is missing.', { key });
    reading.report(entry?.from, {
      message,
      hint: said('Every deal needs one; write {required}', { required: REQUIRED[key] }),
    });
  }
}

/** '' where there is none, or it is none that people use. */
function currencyOf(reading: Reading, value: TreeNode | undefined): string {
  const scalar = reading.scalar('currency', value);
  if (scalar === undefined || scalar.text === '') return '';
  if (isKnownCurrency(scalar.text)) return scalar.text;
  reading.report(scalar.from, currencyTrouble(shortened(scalar.text)));
  return '';
}

const currencies = new Map<string, boolean>();

/** isCurrency, asked once for each code. */
function isKnownCurrency(code: string): boolean {
  const known = currencies.get(code);
  if (known !== undefined) return known;
  const found = isCurrency(code);
  if (found) currencies.set(code, found);
  return found;
}

function amountOf(reading: Reading, value: TreeNode | undefined, currency: string): Decimal | undefined {
  const scalar = reading.scalar('amount', value, 'amount');
  if (scalar === undefined || scalar.text === '') return undefined;
  const digits = isKnownCurrency(currency) ? digitsOf(currency) : undefined;
  const trouble = amountTrouble(scalar.text, currency, digits);
  if (trouble !== undefined) reading.report(scalar.from, trouble);
  return trouble === undefined ? toDecimal(scalar.text) : undefined;
}

/** `important: no` would otherwise make a deal important, for the reason "no". */
function importantOf(reading: Reading, value: TreeNode | undefined): string {
  const scalar = reading.scalar('important', value);
  if (scalar?.style === 'plain' && /^(?:no|false)$/i.test(scalar.text)) {
    reading.report(scalar.from, {
      message: said('important: {text} is no reason.', { text: scalar.text }),
      hint: 'Leave the key out; where a deal is important, write why.',
    });
  }
  return scalar?.text ?? '';
}

function customOf(reading: Reading, value: TreeNode | undefined): Readonly<Record<string, CustomValue>> {
  if (value?.kind === 'map') return plainMap(value);
  if (value !== undefined && !isNothing(value)) {
    reading.report(value.from, {
      message: said('custom: {kind} stands where a map belongs.', { kind: kindOf(value) }),
      hint: said('Write custom: {example}', { example: '{segment: mid-market}' }),
    });
  }
  return Object.create(null);
}
