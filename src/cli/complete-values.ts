// The values that a shell offers, kind by kind. Each kind loads what it needs, and no more: a person waits.

import { join } from 'node:path';
import type { WordsAtHand } from '../book/words-at-hand.ts';
import type { Candidate } from './complete-answer.ts';
import type { Io } from './io.ts';
import type { ValueKind } from './value-kinds.ts';

export interface Desk {
  /** The workspace's root; undefined outside of one. */
  readonly root: string | undefined;
  readonly io: Pick<Io, 'now' | 'env'>;
  /** As much as is typed. */
  readonly typed: string;
}

type Offer = (words: WordsAtHand, desk: Desk & { readonly root: string }) => Promise<readonly Candidate[]>;

const OUTCOMES = ['won', 'lost'];

const OFFERS: Readonly<Partial<Record<ValueKind, Offer>>> = {
  deal: async (words, { typed }) => dealsOf(words, 'deals', typed),
  'archived-deal': async (words, { typed }) => dealsOf(words, 'archive', typed),
  account: async ({ deals }) => distinct(deals.map(({ account }) => account)),
  owner: async (words) => {
    const team = words.settings?.team ?? [];
    if (team.length === 0) return distinct(words.deals.map(({ owner }) => owner));
    return team.map(({ id, name }) => ({ value: id, says: name }));
  },
  stage: async ({ settings }) => [...stagesOf(settings), ...plain(OUTCOMES)],
  'open-stage': async ({ settings }) => stagesOf(settings),
  criterion: async ({ settings }) =>
    (settings?.process.stages ?? []).flatMap(({ exit }) =>
      exit.map(({ id, text }) => ({ value: id, says: text })),
    ),
  'lost-reason': async ({ settings }) => plain(settings?.lostReasons ?? []),
  'activity-type': async ({ settings }) => plain(settings?.activityTypes ?? []),
  category: async ({ settings }) => plain(settings?.categories ?? []),
  period: periods,
  'archive-folder': async (_, { root }) => {
    const { readdirSync } = await import('node:fs');
    return plain(readdirSync(join(root, 'archive')).sort().reverse());
  },
  snapshot: async (_, { root }) => {
    const { listSnapshots } = await import('../snapshot/store.ts');
    return plain(['latest', ...listSnapshots(root).reverse()]);
  },
  feedback: async (_, desk) => entriesOf(desk, (kind) => kind !== 'action'),
  action: async (_, desk) => entriesOf(desk, (kind) => kind === 'action'),
  field: fields,
  assignment: async (words, desk) => {
    const [key = '', typed] = desk.typed.split(/=(.*)/s, 2);
    if (typed === undefined) return (await fields(words)).map(({ value }) => ({ value: `${value}=` }));
    const offer = OFFERS[KINDS_OF_FIELDS[key] ?? 'nothing'];
    const values = (await offer?.(words, { ...desk, typed })) ?? [];
    return values.map((candidate) => ({ ...candidate, value: `${key}=${candidate.value}` }));
  },
};

const KINDS_OF_FIELDS: Readonly<Record<string, ValueKind>> = {
  ...{ owner: 'owner', stage: 'stage', lost_reason: 'lost-reason', category: 'category', account: 'account' },
};

function stagesOf(settings: WordsAtHand['settings']): readonly Candidate[] {
  return (settings?.process.stages ?? []).map(({ id, label }) => ({ value: id, says: label }));
}

/** What can be offered for a value of that kind; in a folder that is no workspace, what does not depend on one. */
export async function valuesOf(kind: ValueKind, desk: Desk): Promise<readonly Candidate[]> {
  const fixed = await fixedOf(kind);
  if (fixed !== undefined) return fixed;
  const { root } = desk;
  const offer = OFFERS[kind];
  if (root === undefined || offer === undefined) return [];
  const { withWordsAtHand } = await import('../book/words-at-hand.ts');
  return withWordsAtHand(root, (words) => offer(words, { ...desk, root }));
}

async function fixedOf(kind: ValueKind): Promise<readonly Candidate[] | undefined> {
  switch (kind) {
    case 'rule':
      return plain((await import('../workspace/rule-ids.ts')).RULE_IDS);
    case 'metric':
      return plain((await import('../report/trend-metrics.ts')).METRIC_IDS);
    case 'movement':
      return explained((await import('../movement/kinds.ts')).MOVEMENTS);
    case 'bar':
      return [
        ...plain(['opening']),
        ...explained((await import('../movement/bars.ts')).BARS),
        ...plain(['closing']),
      ];
    case 'grouping':
      return plain((await import('../report/groups.ts')).GROUPINGS);
    case 'feedback-kind':
      return plain((await import('../feedback/entry.ts')).FEEDBACK_KINDS);
    case 'system':
      return plain((await import('../crm-import/fields.ts')).SYSTEMS);
    case 'currency':
      return plain(Intl.supportedValuesOf('currency'));
    case 'time-zone':
      return plain(Intl.supportedValuesOf('timeZone'));
    default:
      return undefined;
  }
}

/** Those that are still to be done, with what they say. */
async function entriesOf(
  { root }: { readonly root: string },
  isOf: (kind: string) => boolean,
): Promise<readonly Candidate[]> {
  const { feedbackOf } = await import('../book/feedback.ts');
  const { isToDo } = await import('../feedback/state.ts');
  return feedbackOf(root).entries.flatMap((entry) =>
    entry.kind !== 'held' && isOf(entry.kind) && isToDo(entry) ? [{ value: entry.id, says: entry.text }] : [],
  );
}

/** Of more than a person looks through, the ids alone: what each is about takes time to read, and pages to show. */
const MOST_TOLD = 500;

function dealsOf(words: WordsAtHand, folder: 'deals' | 'archive', typed: string): readonly Candidate[] {
  const offered = words.filesIn(folder, typed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (offered.length > MOST_TOLD) return plain(offered.map(({ id }) => id));
  const said = words.dealsIn(offered);
  return offered.map(({ id, path }) => {
    const deal = said.get(path);
    return { value: id, says: deal === undefined ? '' : textOf(deal) };
  });
}

function textOf({ account, name }: WordsAtHand['deals'][number]): string {
  return account ? `${account} – ${name}` : name;
}

async function fields({ settings }: WordsAtHand): Promise<readonly Candidate[]> {
  const { FIELD_NAMES } = await import('../report/row-fields.ts');
  return plain([...FIELD_NAMES, ...(settings?.snapshotCustom ?? []).map((key) => `custom.${key}`)]);
}

/** This one, the two before and the two after, of quarters and months; and the words. */
async function periods({ settings }: WordsAtHand, { io }: Desk): Promise<readonly Candidate[]> {
  const words = ['this', 'last', 'next'].flatMap((side) =>
    ['week', 'month', 'quarter', 'year'].map((unit) => `${side}-${unit}`),
  );
  if (settings === undefined) return plain(words);
  const [{ periodAround }, { dayIn, toDay }] = await Promise.all([
    import('../base/period.ts'),
    import('../base/day.ts'),
  ]);
  const today = toDay(io.env.PIPELINE_TODAY ?? '') ?? dayIn(settings.timeZone, io.now());
  const around = (unit: 'quarter' | 'month' | 'year', steps: readonly number[]) =>
    steps.map((step) => {
      const { name, from, to } = periodAround(today, unit, settings.fiscalYearStarts, step);
      return { value: name, says: `${from} to ${to}` };
    });
  return [
    ...around('quarter', [0, 1, 2, -1, -2]),
    ...around('month', [0, 1, -1]),
    ...around('year', [0]),
    ...plain(words),
  ];
}

function explained(table: Readonly<Record<string, { readonly text: string }>>): readonly Candidate[] {
  return Object.entries(table).map(([value, { text }]) => ({ value, says: text }));
}

function distinct(texts: readonly string[]): readonly Candidate[] {
  return plain([...new Set(texts)].filter((text) => text !== '').sort());
}

function plain(values: readonly string[]): readonly Candidate[] {
  return values.map((value) => ({ value }));
}
