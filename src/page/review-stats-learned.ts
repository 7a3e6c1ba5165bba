// What reviews wrote down, on the page: why deals were lost and won, and the lessons by stage.

import { fold } from '../base/fold.ts';
import { grouped } from '../base/grouped.ts';
import type { ReviewStatsView } from '../report/review-stats.ts';
import type { Lesson } from '../report/review-stats-lessons.ts';
import type { LostReason, WonReason } from '../report/review-stats-reasons.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Column } from './page.ts';
import { ownTitle, say } from './say.ts';

/** As many as people read; all are in JSON. */
const MOST = 12;

export function* reasonBlocks(view: ReviewStatsView): Generator<Block> {
  const { lost_reasons: lost, won_reasons: won } = view;
  if (lost.length > 0) {
    yield lostTable(view);
    yield* more(lost.length);
    yield { kind: 'blank' };
  }
  if (won.length === 0) return;
  yield { kind: 'line', tone: 'strong', parts: [say('Won because')] };
  const alike = [...grouped(won, ({ reason }) => fold(reason)).values()];
  for (const reasons of alike.slice(0, MOST)) yield wonItem(reasons);
  yield* more(alike.length);
  yield { kind: 'blank' };
}

function lostTable({ lost_reasons: reasons, quarters, currency }: ReviewStatsView): Block {
  const columns: readonly Column[] = [
    { key: 'reason', title: 'Lost because', shrinkTo: 14 },
    ...quarters.map(
      (quarter, at): Column => ({
        ...{ key: `in_${at}`, title: ownTitle(quarter), align: 'right' },
        dropRank: quarters.length - at,
      }),
    ),
    { key: 'count', title: 'All', align: 'right' },
    { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
  ];
  return { kind: 'table', columns, rows: reasons.slice(0, MOST).map(lostRow) };
}

function lostRow({ reason, by_quarter, count, value }: LostReason) {
  return [
    reason === '' ? say('– (no reason)') : ({ kind: 'text', text: reason } as const),
    ...by_quarter.map((lost) =>
      lost === 0 ? ({ kind: 'none' } as const) : ({ kind: 'count', count: lost } as const),
    ),
    { kind: 'count', count } as const,
    { kind: 'money', amount: value } as const,
  ];
}

function wonItem(reasons: readonly WonReason[]): Block {
  const [first] = reasons;
  const times = reasons.length === 1 ? '' : ` (${reasons.length})`;
  const where = sayNames(reasons.map(({ deal, sheet }) => `${deal} (${sheet})`));
  return {
    kind: 'item',
    depth: 0,
    parts: [`${first?.reason ?? ''}${times} · ${first?.quarter ?? ''} · `, where],
  };
}

/** By stage; below that, how often each tag was given. */
export function* lessonBlocks({ lessons }: ReviewStatsView, look: Look): Generator<Block> {
  if (lessons.length === 0) return;
  for (const [stage, ofStage] of grouped(lessons, (lesson) => lesson.stage)) {
    yield { kind: 'line', tone: 'strong', parts: [say('Lessons'), ` · ${look.stageLabel(stage)}`] };
    for (const lesson of ofStage.slice(0, MOST)) yield lessonItem(lesson);
    yield* more(ofStage.length);
  }
  const tags = [
    ...grouped(
      lessons.flatMap((lesson) => lesson.tags),
      fold,
    ).values(),
  ];
  if (tags.length > 0) {
    const told = tags.sort((a, b) => b.length - a.length).slice(0, MOST);
    yield {
      kind: 'line',
      parts: [say('Tags: {tags}', { tags: told.map((tag) => `${tag[0]} ${tag.length}`).join(' · ') })],
    };
  }
  yield { kind: 'blank' };
}

function lessonItem({ lesson, tags, deal, sheet, line }: Lesson): Block {
  const tagged = tags.length === 0 ? '' : ` [${tags.join(', ')}]`;
  return { kind: 'item', depth: 0, parts: [`${lesson}${tagged} · ${deal}, ${sheet}:${line}`] };
}

function* more(count: number): Generator<Block> {
  if (count > MOST) {
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [say('and {more} more: --format json', { more: count - MOST })],
    };
  }
}
