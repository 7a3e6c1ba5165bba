// The page of `pipeline discipline`: how soon things are written down, how that went week by week, and who writes. By
// owner, stage or week a line each; for owners what each can put right next, by name and not by rank.

import { compareText } from '../base/compare-text.ts';
import type { DisciplineView } from '../report/discipline.ts';
import type { LagView, ShareView } from '../report/discipline-figures.ts';
import type { MetricValue } from '../report/trend-metrics.ts';
import type { Message } from '../words/message.ts';
import { courseTable } from './course-table.ts';
import type { DisciplineLook } from './discipline-look.ts';
import { adoptionBlocks, fixBlocks } from './discipline-owners.ts';
import { remarkBlocks } from './discipline-remarks.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Column, Page, Title } from './page.ts';
import { count, type Said, say } from './say.ts';

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
  const { count: soon, of, share } = all.within;
  const unknown = count(all.unknown);
  const time = say('{from} to {to}', {
    from: { kind: 'day', day: period.from },
    to: { kind: 'day', day: period.to },
  });
  if (share === null) {
    const nothing =
      all.unknown === 0
        ? say('Nothing was written down')
        : say('Nothing tells when {lines} lines were written down', { lines: unknown });
    return { kind: 'heading', parts: dotted([nothing, time]) };
  }
  const lines = { count: count(soon), of: count(of) };
  return {
    kind: 'heading',
    parts: dotted([
      say(WITHIN, { share: { kind: 'share', share }, days: within.days }),
      all.unknown === 0
        ? say('{count} of {of} lines', lines)
        : say('{count} of {of} lines, {unknown} more not known', { ...lines, unknown }),
      time,
    ]),
  };
}

const WITHIN = '{share} written down within {days, plural, one {# day} other {# days}}' satisfies Message;

/** What a line of the table is about. */
interface Told {
  readonly label: Cell;
  readonly lags: LagView;
  readonly more: readonly Cell[];
}

function kindsTable({ all, within }: DisciplineView): Block {
  const told = (label: Message, lags: LagView): Told => ({ label: say(label), lags, more: [] });
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
  const told = (label: Cell, figures: DisciplineView['all']): Told => ({
    label,
    lags: figures.all,
    more: [ofCell(figures.from_first_stage), ofCell(figures.undocumented)],
  });
  const labelled = groups.map((group) => ({ ...group, label: labelOf(group.key) }));
  if (by === 'owner') labelled.sort((a, b) => compareText(a.label, b.label));
  const lines = labelled.map(({ label, ...figures }) => told({ kind: 'text', text: label }, figures));
  const title = by === 'owner' ? 'Owner' : by === 'stage' ? 'Stage' : 'Week';
  return lagTable(title, within.days, [...lines, told(say('All'), all)], more);
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
    label,
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
function ofCell({ count: shown, of }: ShareView): Cell {
  if (of === 0) return { kind: 'text', text: '–' };
  return say('{count} of {of}', { count: count(shown), of: count(of) });
}

function shareCell({ share }: ShareView): Cell {
  return share === null ? { kind: 'text', text: '–' } : { kind: 'share', share };
}

function daysCell(days: number | null): Cell {
  return days === null ? { kind: 'text', text: '–' } : { kind: 'count', count: days };
}

/** `105 of 120 new deals · 88 %`. */
function shareLine(share: ShareView, sentence: (share: Cell) => Said): Block {
  const of = { count: share.of === 0 ? '–' : count(share.count), of: count(share.of) };
  const rate = share.of === 0 ? [] : [shareCell(share)];
  return { kind: 'line', parts: dotted([sentence(say('{count} of {of}', of)), ...rate]) };
}

/** What is of the whole alone: from which stage on, without an activity, and how all that went. */
function* wholeBlocks({ all, weeks, within }: DisciplineView, look: DisciplineLook): Generator<Block> {
  yield shareLine(all.from_first_stage, (share) =>
    say('Recorded from {stage} on: {share} new deals', { stage: look.firstStage, share }),
  );
  yield shareLine(all.undocumented, (share) =>
    say('Moved on without an activity: {share} steps up', { share }),
  );
  yield { kind: 'blank' };
  if (weeks.length < 2) return;
  const of = (share: (week: DisciplineView['all']) => ShareView) =>
    weeks.map((week): MetricValue => (share(week).of === 0 ? null : { kind: 'share', ...share(week) }));
  const medians = weeks.map(
    ({ all: { median } }): MetricValue => (median === null ? null : { kind: 'number', number: median }),
  );
  const courses: readonly (readonly [Said, readonly MetricValue[]])[] = [
    [
      say('In {days, plural, one {# day} other {# days}}', { days: within.days }),
      of((week) => week.all.within),
    ],
    [say('Median days'), medians],
    [say('From {stage} on', { stage: look.firstStage }), of((week) => week.from_first_stage)],
    [say('Without an activity'), of((week) => week.undocumented)],
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
      text: say('When these were first committed'),
      command: `pipeline discipline --from-git${by === null ? '' : ` --by ${by}`}`,
    };
  }
  return by === 'owner'
    ? {
        kind: 'next',
        text: say('Deal by deal'),
        command: 'pipeline check --rule undocumented-stage,late-entry,late-log',
      }
    : { kind: 'next', text: say('What each can put right next'), command: 'pipeline discipline --by owner' };
}
