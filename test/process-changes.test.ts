// A process that changes in the middle of a series: what the commands say across the change and on either side of it.
// The answers in fixtures/process-changes/ were worked out by hand from docs/method.md.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DiffView } from '../src/report/diff.ts';
import type { MovementView } from '../src/report/diff-movement.ts';
import type { FunnelView } from '../src/report/funnel.ts';
import type { HistoryView } from '../src/report/history.ts';
import type { TrendView } from '../src/report/trend.ts';
import type { MetricValue } from '../src/report/trend-metrics.ts';
import { cli } from './support/cli.ts';
import { folderWith, put } from './workspace-files/folder.ts';

const FOLDER = 'fixtures/process-changes';

type Stage = string | { readonly id: string; readonly was: readonly string[] };
type Standing = string | { readonly stage: string; readonly close: string };

interface Case {
  readonly story: string;
  /** By day; a week without a process has that of the week before. */
  readonly weeks: Readonly<
    Record<
      string,
      { readonly process?: readonly Stage[]; readonly deals: Readonly<Record<string, Standing>> }
    >
  >;
  /** Per pair of days, what happened to each deal. */
  readonly diffs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Per metric, a value a week. */
  readonly trend: Readonly<Record<string, readonly (string | null)[]>>;
  /** In the process of now. */
  readonly open_by_stage: Readonly<Record<string, readonly number[]>>;
  readonly history: Readonly<
    Record<
      string,
      { readonly events: readonly string[]; readonly skipped: readonly string[]; readonly regressed: number }
    >
  >;
  /** Per stage: entered, moved on, lost, open. */
  readonly funnel: Readonly<Record<string, readonly number[]>>;
}

/** Takes a snapshot a week. A deal's file keeps the days of its stages; that a stage has another name is no entry. */
async function takenWeekly({ weeks }: Case): Promise<string> {
  const cwd = folderWith();
  const records = new Map<string, { stage: string; lines: string[] }>();
  let process: readonly Stage[] = [];
  for (const [today, week] of Object.entries(weeks)) {
    process = week.process ?? process;
    const settings = { format: 1, name: 'acme', currency: 'PLN', locale: 'en', process: { stages: process } };
    put(cwd, 'pipeline.yaml', JSON.stringify(settings));
    for (const [id, standing] of Object.entries(week.deals)) {
      const { stage, close } =
        typeof standing === 'string' ? { stage: standing, close: '2026-12-15' } : standing;
      const record = records.get(id) ?? { stage: '', lines: [] };
      const isRenamed = process.some(
        (one) => typeof one !== 'string' && one.id === stage && one.was.includes(record.stage),
      );
      if (stage !== record.stage && !isRenamed) record.lines.push(`- {stage: ${stage}, on: ${today}}`);
      records.set(id, { ...record, stage });
      put(
        cwd,
        `deals/${id}.yaml`,
        [
          `name: ${id}`,
          `stage: ${stage}`,
          'amount: 100.00',
          `close: ${close}`,
          'stages:',
          ...record.lines,
          '',
        ].join('\n'),
      );
    }
    const { status, stderr } = await cli('snapshot', { cwd, today });
    expect([status, stderr]).toEqual([0, '']);
  }
  return cwd;
}

/** `skipped 2 over qualified`, `slipped 7`, `new, late-entry`. */
function inWords(movements: readonly MovementView[]): string {
  return movements
    .map(({ kind, by, days, stages }) => {
      const over = kind === 'skipped' ? `over ${stages?.join(' ')}` : undefined;
      return [kind, by ?? days, over].filter((part) => part !== undefined).join(' ');
    })
    .join(', ');
}

function valueInWords(value: MetricValue | undefined): string | number | null {
  if (value?.kind === 'count') return value.count;
  if (value?.kind !== 'share' || value.of === 0) return null;
  return `${value.count} of ${value.of}`;
}

describe.each(readdirSync(FOLDER).map((file) => file.replace('.yaml', '')))('a stage is %s', (name) => {
  const given: Case = parse(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8'));
  const days = Object.keys(given.weeks);
  const today = days.at(-1) ?? '';

  test(given.story, async () => {
    expect(days.length).toBeGreaterThanOrEqual(3);
    const cwd = await takenWeekly(given);
    const json = async <View>(words: string): Promise<View> =>
      JSON.parse((await cli(`${words} --format json`, { cwd, today })).stdout);

    for (const [ends, expected] of Object.entries(given.diffs)) {
      const view = await json<DiffView>(`diff ${ends}`);
      const told = Object.fromEntries(view.deals.map(({ id, movements }) => [id, inWords(movements)]));
      expect(told, `diff ${ends}`).toEqual(expected);
    }

    const metrics = Object.keys(given.trend);
    const trend = await json<TrendView>(`trend ${metrics.join(' ')}`);
    const whole: Partial<Record<string, readonly MetricValue[]>> = trend.groups[0]?.metrics ?? {};
    for (const metric of metrics)
      expect(whole[metric]?.map(valueInWords), metric).toEqual(given.trend[metric]);

    const byStage = await json<TrendView>('trend open-count --by stage');
    const counts = byStage.groups.map(({ key, metrics: of }) => [key, of['open-count']?.map(valueInWords)]);
    expect(counts).toEqual(Object.entries(given.open_by_stage));

    for (const [id, expected] of Object.entries(given.history)) {
      const { events, skipped, regressed } = await json<HistoryView>(`history ${id}`);
      const told = events.map(({ on, movements }) => `${on} ${inWords(movements)}`.trim());
      expect({ events: told, skipped, regressed }, `history ${id}`).toEqual(expected);
    }

    const { stages } = await json<FunnelView>('funnel');
    const steps = stages.map((step) => [step.stage, [step.entered, step.moved_on, step.lost, step.open]]);
    expect(steps).toEqual(Object.entries(given.funnel));
  });
});
