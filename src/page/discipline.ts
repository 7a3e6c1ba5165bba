// The page of `pipeline discipline`: how soon things are written down, how that went week by week, and who writes. By
// owner, stage or week a line each; for owners what each can put right next, by name and not by rank.

import { compareText } from '../base/compare-text.ts';
import type { DisciplineView } from '../report/discipline.ts';
import type { LagView, ShareView } from '../report/discipline-figures.ts';
import type { MetricValue } from '../report/trend-metrics.ts';
import { courseTable } from './course-table.ts';
import type { DisciplineLook } from './discipline-look.ts';
import { adoptionBlocks, fixBlocks } from './discipline-owners.ts';
import { remarkBlocks } from './discipline-remarks.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Column, Page, Title } from './page.ts';
import { say } from './say.ts';

export function disciplinePage(view: DisciplineView, look: DisciplineLook): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: DisciplineView, look: DisciplineLook): Generator<Block> {
  yield heading(view);
  yield { kind: 'blank' };
  yield view.by === null ? kindsTable(view) : groupsTable(view, look);
  yield { kind: 'blank' };
  if (view.by === null) yield* wholeBlocks(view, look);
  if (view.by === null || view.by === 'owner') {
    yield* adoptionBlocks(view, look);
    yield { kind: 'blank' };
  }
  if (view.by === 'owner') yield* fixBlocks(view, look);
  yield* remarkBlocks(view);
  yield next(view, look);
}

function heading({ all: { all }, within, period }: DisciplineView): Block {
  const time = ` · ${period.from} to ${period.to}`;
  const { count, of, share } = all.within;
  const unknown: Cell = { kind: 'count', count: all.unknown };
  if (share === null) {
    const parts =
      all.unknown === 0
        ? ['Nothing was written down']
        : ['Nothing tells when ', unknown, ' lines were written down'];
    return { kind: 'heading', parts: [...parts, time] };
  }
  return {
    kind: 'heading',
    parts: [
      { kind: 'share', share },
      ` written down within ${plural(within.days, 'day')} · `,
      { kind: 'count', count },
      ' of ',
      { kind: 'count', count: of },
      ' lines',
      ...(all.unknown === 0 ? [] : [', ', unknown, ' more not known']),
      time,
    ],
  };
}

/** What a line of the table is about. */
interface Told {
  readonly label: string;
  readonly lags: LagView;
  readonly more: readonly Cell[];
}

function kindsTable({ all, within }: DisciplineView): Block {
  const told = (label: string, lags: LagView): Told => ({ label, lags, more: [] });
  return lagTable('Written down', within.days, [
    told('Activities', all.activities),
    told('Stage changes', all.stage_changes),
    told('First entries', all.first_entries),
    told('All', all.all),
  ]);
}

function groupsTable({ by, groups, all, within }: DisciplineView, look: DisciplineLook): Block {
  const more: readonly Column[] = [
    {
      key: 'from_first_stage',
      title: say('From {stage}', { stage: look.firstStage }),
      align: 'right',
      dropRank: 2,
    },
    { key: 'undocumented', title: 'No activity', align: 'right', dropRank: 1 },
  ];
  const labelOf = (key: string) =>
    by === 'owner' ? look.ownerLabel(key) : by === 'stage' ? look.stageLabel(key) : key;
  const told = (label: string, figures: DisciplineView['all']): Told => ({
    label,
    lags: figures.all,
    more: [ofCell(figures.from_first_stage), ofCell(figures.undocumented)],
  });
  const lines = groups.map(({ key, ...figures }) => told(labelOf(key), figures));
  if (by === 'owner') lines.sort((a, b) => compareText(a.label, b.label));
  const title = by === 'owner' ? 'Owner' : by === 'stage' ? 'Stage' : 'Week';
  return lagTable(title, within.days, [...lines, told('All', all)], more);
}

/** The last line is their sum. */
function lagTable(title: Title, days: number, lines: readonly Told[], more: readonly Column[] = []): Block {
  const hasUnknown = lines.some(({ lags }) => lags.unknown > 0);
  const columns: readonly Column[] = [
    { key: 'what', title, shrinkTo: 8 },
    { key: 'within', title: say('In {days, plural, one {# day} other {# days}}', { days }), align: 'right' },
    { key: 'share', title: 'Share', align: 'right' },
    { key: 'median', title: 'Median', align: 'right' },
    { key: 'p90', title: 'P90', align: 'right' },
    ...(hasUnknown ? [{ key: 'unknown', title: 'Unknown', align: 'right' } as const] : []),
    ...more,
  ];
  const rows = lines.map(({ label, lags, more: further }): readonly Cell[] => [
    { kind: 'text', text: label },
    ofCell(lags.within),
    shareCell(lags.within),
    daysCell(lags.median),
    daysCell(lags.p90),
    ...(hasUnknown ? [{ kind: 'count', count: lags.unknown } as const] : []),
    ...further,
  ]);
  return { kind: 'table', columns, rows: rows.slice(0, -1), totals: rows.slice(-1) };
}

/** `105 of 120`; – over nothing. */
function ofCell({ count, of }: ShareView): Cell {
  if (of === 0) return { kind: 'text', text: '–' };
  return { kind: 'phrase', parts: [{ kind: 'count', count }, ' of ', { kind: 'count', count: of }] };
}

function shareCell({ share }: ShareView): Cell {
  return share === null ? { kind: 'text', text: '–' } : { kind: 'share', share };
}

function daysCell(days: number | null): Cell {
  return days === null ? { kind: 'text', text: '–' } : { kind: 'count', count: days };
}

/** What is of the whole alone: from which stage on, without an activity, and how all that went. */
function* wholeBlocks({ all, weeks, within }: DisciplineView, look: DisciplineLook): Generator<Block> {
  const sentence = (what: string, nouns: string, share: ShareView): Block => ({
    kind: 'line',
    parts:
      share.of === 0
        ? [`${what}: – of 0 ${nouns}`]
        : [`${what}: `, ofCell(share), ` ${nouns} · `, shareCell(share)],
  });
  yield sentence(`Recorded from ${look.firstStage} on`, 'new deals', all.from_first_stage);
  yield sentence('Moved on without an activity', 'steps up', all.undocumented);
  yield { kind: 'blank' };
  if (weeks.length < 2) return;
  const of = (share: (week: DisciplineView['all']) => ShareView) =>
    weeks.map((week): MetricValue => (share(week).of === 0 ? null : { kind: 'share', ...share(week) }));
  const medians = weeks.map(
    ({ all: { median } }): MetricValue => (median === null ? null : { kind: 'number', number: median }),
  );
  const courses: readonly (readonly [string, readonly MetricValue[]])[] = [
    [`In ${plural(within.days, 'day')}`, of((week) => week.all.within)],
    ['Median days', medians],
    [`From ${look.firstStage} on`, of((week) => week.from_first_stage)],
    ['Without an activity', of((week) => week.undocumented)],
  ];
  const told = courses.filter(([, values]) => values.some((value) => value !== null));
  if (told.length === 0) return;
  yield courseTable('Week by week', told);
  yield { kind: 'blank' };
}

function next({ unknown, by }: DisciplineView, { mayAskGit }: DisciplineLook): Block {
  if (mayAskGit && unknown.some(({ why }) => why === 'not-logged')) {
    return {
      kind: 'next',
      text: 'When these were first committed',
      command: `pipeline discipline --from-git${by === null ? '' : ` --by ${by}`}`,
    };
  }
  return by === 'owner'
    ? {
        kind: 'next',
        text: 'Deal by deal',
        command: 'pipeline check --rule undocumented-stage,late-entry,late-log',
      }
    : { kind: 'next', text: 'What each can put right next', command: 'pipeline discipline --by owner' };
}
