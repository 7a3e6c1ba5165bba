// Sheets as people have filled them in, for tests that look at many of them.

import { addDays, type Day, day } from '../../src/base/day.ts';
import { drawStratum } from '../../src/review/sample.ts';
import { type Kind, pipelineOf } from './pipelines.ts';

/** A pick as the last block has it; what is left out is usual. */
export interface Picked {
  readonly id: string;
  readonly why?: 'important' | 'largest' | 'random';
  readonly probability?: number;
  readonly owner?: string;
  readonly stage?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly value?: string;
  readonly close?: string;
}

export interface Part {
  readonly stratum: 'open' | 'won' | 'lost';
  readonly drawn_from?: number;
  readonly drawn_from_value?: string;
  readonly picked: readonly Picked[];
}

/** The text of a sheet. @param answers lines below `deal:`, by id */
export function sheetText(
  review: string,
  strata: readonly Part[],
  answers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const record = {
    snapshot: { name: review, deals_sha256: 'a', archived_sha256: 'b' },
    ...{ seed: '7f3a-21c9', sampler: 1, closed: { from: addDays(day(review), -90) }, not_again_within: 60 },
    currency: 'PLN',
    ...more,
    strata: strata.map(({ picked, ...stratum }) => ({
      ...{ largest: 5, random: 5, population: 50, excluded: 0, drawn_from: 40, drawn_from_value: '4000' },
      ...stratum,
      picked: picked.map((pick, at) => ({
        ...{ why: 'random', rank: at + 1, probability: 0.1, owner: 'anna', stage: 'lead', currency: 'PLN' },
        ...(pick.amount === undefined ? {} : { value: pick.amount }),
        ...pick,
      })),
    })),
  };
  const sections = strata
    .flatMap(({ picked }) => picked)
    .map(({ id }, at) => {
      const said = answers[id];
      return `## ${at + 1}. ${id}\n\n\`\`\`yaml\ndeal: ${id}\n${said === undefined ? 'verdict:' : said}\n\`\`\`\n`;
    });
  const keys = Object.entries(record).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const draw = ['```yaml', 'format: 1', `review: ${review}`, ...keys, '```', ''].join('\n');
  return [`# Review ${review}\n`, ...sections, '## How these deals were drawn\n', draw].join('\n');
}

const STAGES = ['lead', 'qualified', 'proposal'] as const;

/** Weekly reviews of a made-up pipeline, 3 largest and 5 at random each, every eighth deal not filled in. */
export function weeklySheets(kind: Kind, seed: number, from: Day, weeks: number): Record<string, string> {
  const deals = pipelineOf(kind, seed);
  const known = new Map(deals.map((deal) => [deal.id, deal]));
  const seen: string[][] = [];
  const texts = Array.from({ length: weeks }, (_, week) => {
    const on = addDays(from, 7 * week);
    const sample = drawStratum({
      ...{ stratum: 'open', deals, size: { largest: 3, random: 5 }, weighted: false },
      ...{ reviewed: new Set(seen.slice(-8).flat()), seed: on },
    });
    seen.push(sample.picked.flatMap(({ id, why }) => (why === 'random' ? [id] : [])));
    const answers: Record<string, string> = {};
    const picked = sample.picked.map(({ id, why, probability, value = 0 }, at): Picked => {
      const worth = known.get(id)?.reviewed ?? 0;
      const close = addDays(on, 30 + at);
      if ((week + at) % 8 !== 0) answers[id] = answerOf(value, worth, close, week + at);
      const place = { stage: STAGES[at % 3] ?? 'lead', owner: at % 2 === 0 ? 'anna' : 'piotr' };
      return { id, why, probability, amount: zloty(value), close, ...place };
    });
    const open = { stratum: 'open', drawn_from: sample.drawnFrom, picked } as const;
    const total = zloty(sample.drawnFromValues.reduce((sum, value) => sum + value, 0));
    return [`reviews/${on}.md`, sheetText(on, [{ ...open, drawn_from_value: total }], answers)];
  });
  return Object.fromEntries(texts);
}

function answerOf(value: number, worth: number, close: Day, turn: number): string {
  if (worth === value)
    return turn % 3 === 0 ? `verdict: at-risk\nclose: ${addDays(close, 21)}` : 'verdict: confirmed';
  if (worth === 0) return 'verdict: dead';
  const learned = turn % 4 === 0 ? '\nlesson: ask who signs before the offer\ntags: [authority, legal]' : '';
  return `verdict: corrected\namount: ${zloty(worth)}\nclose: ${addDays(close, 30)}${learned}`;
}

function zloty(minor: number): string {
  return (minor / 100).toFixed(2);
}
