// The page of `pipeline show`: all of a deal. Nothing is cut here: facts are lines that wrap, not columns.

import type { Severity } from '../base/problem.ts';
import type { ShowView } from '../report/show.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { type Said, say, spoken } from './say.ts';
import { factsBlock } from './show-facts.ts';
import { stageCell } from './stage-cell.ts';

type Part = string | Cell;

/** Heading, what is wrong, facts, the way through the stages, activities, and what snapshots saw. */
export function showPage(view: ShowView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ShowView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: heading(view) };
  if (view.problem !== '') {
    const stands = say('Its file cannot be read ({problem}): this is how the last snapshot has it.', {
      problem: view.problem,
    });
    yield { kind: 'paragraph', tone: 'bad', parts: [stands] };
  }
  yield { kind: 'blank' };
  yield factsBlock(view, look);
  yield* findingBlocks(view);
  yield* stageBlocks(view);
  yield* activityBlocks(view);
  yield* seenBlocks(view, look);
  yield { kind: 'blank' };
  yield next(view, look);
}

/** One whose owner is a word that a shell takes as it is leads to the others of that owner. */
function next({ deal, snapshots, as_of, archived }: ShowView, look: Look): Block {
  if (archived !== null && as_of === null) return nextOfArchived(deal);
  if (snapshots.length === 0 && as_of === null) {
    return { kind: 'next', text: say('No snapshot has seen it yet'), command: 'pipeline snapshot' };
  }
  if (!/^[\p{L}\p{N}._@-]+$/u.test(deal.owner)) {
    return { kind: 'next', text: say('All deals'), command: 'pipeline list' };
  }
  const text = say('The open deals of {owner}', { owner: look.ownerLabel(deal.owner) });
  return { kind: 'next', text, command: `pipeline list --owner ${deal.owner}` };
}

function nextOfArchived({ id, merged_into }: ShowView['deal']): Block {
  if (merged_into !== '') {
    return {
      kind: 'next',
      text: say('The deal that it is part of'),
      command: `pipeline show ${merged_into}`,
    };
  }
  return { kind: 'next', text: say('Back among the deals'), command: `pipeline archive restore ${id}` };
}

function heading({ deal, as_of }: ShowView): Part[] {
  const title = [deal.id, deal.name, deal.account].filter((text) => text !== '').join(' · ');
  return as_of === null ? [title] : [title, ' · ', say('on {day}', { day: { kind: 'day', day: as_of } })];
}

/** The rules stand below each other. */
const FINDING: Readonly<Record<Severity, Message>> = {
  error: 'error   {rule}',
  warning: 'warning {rule}',
  info: 'info    {rule}',
};

function* findingBlocks({ findings }: ShowView): Generator<Block> {
  if (findings.length === 0) return;
  yield { kind: 'blank' };
  yield { kind: 'line', tone: 'muted', parts: [say('Findings')] };
  for (const { rule, severity, message, hint, waived_until } of findings) {
    const waived =
      waived_until === null
        ? []
        : [' (', say('waived until {day}', { day: { kind: 'day', day: waived_until } }), ')'];
    const tone = severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'muted';
    yield {
      kind: 'paragraph',
      tone,
      parts: [say(FINDING[severity], { rule }), ...waived, ': ', spoken(message)],
    };
    if (hint !== '') yield { kind: 'paragraph', parts: ['→ ', spoken(hint)] };
  }
}

function* stageBlocks({ stages }: ShowView): Generator<Block> {
  if (stages.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'stage', title: 'Stage', shrinkTo: 12 },
      { key: 'on', title: 'Entered' },
      { key: 'logged', title: 'Written down' },
      { key: 'days', title: 'Days', align: 'right' },
    ],
    rows: stages.map(({ label, on, logged, days }) => [
      { kind: 'text', text: label },
      { kind: 'day', day: on },
      logged === null ? { kind: 'text', text: '–' } : { kind: 'day', day: logged },
      days === null ? { kind: 'none' } : { kind: 'count', count: days },
    ]),
  };
}

function* activityBlocks({ activities, activity_count }: ShowView): Generator<Block> {
  yield { kind: 'blank' };
  if (activities === null || activities.length === 0) {
    const none: Said =
      activity_count === 0
        ? say('No activities.')
        : say('{count} activities; snapshots keep their number alone.', { count: activity_count });
    yield { kind: 'line', parts: [none] };
    return;
  }
  yield {
    kind: 'line',
    tone: 'muted',
    parts: [say('Activities, {count}, the newest first', { count: activities.length })],
  };
  const width = Math.max(...activities.map(({ type }) => type.length));
  for (const { on, logged, type, note, ref } of activities) {
    const written: Part[] =
      logged === null || logged === on
        ? []
        : [' (', say('written down {day}', { day: { kind: 'day', day: logged } }), ')'];
    const text = [note, ref].filter((part) => part !== '').join(' · ');
    yield {
      kind: 'paragraph',
      parts: [{ kind: 'day', day: on }, `  ${type.padEnd(width)}  ${text}`, ...written],
    };
  }
}

function* seenBlocks({ snapshots, currency }: ShowView, look: Look): Generator<Block> {
  if (snapshots.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'snapshot', title: 'Snapshot' },
      { key: 'stage', title: 'Stage', shrinkTo: 12 },
      { key: 'amount', title: 'Amount', align: 'right' },
      { key: 'close', title: 'Close' },
      { key: 'owner', title: 'Owner', shrinkTo: 8, dropRank: 1 },
      { key: 'changed', title: 'Changed', shrinkTo: 12, dropRank: 2 },
    ],
    rows: snapshots.map((seen, at) => {
      if (seen.stage === '') return [{ kind: 'text', text: seen.snapshot }, say('not there')];
      return [
        { kind: 'text', text: seen.snapshot },
        stageCell(seen.stage, look),
        seen.amount === null
          ? { kind: 'text', text: '–' }
          : seen.currency === currency
            ? { kind: 'money', amount: seen.amount }
            : { kind: 'phrase', parts: [{ kind: 'money', amount: seen.amount }, ` ${seen.currency}`] },
        seen.close === null ? { kind: 'text', text: '–' } : { kind: 'day', day: seen.close },
        { kind: 'text', text: look.ownerLabel(seen.owner) },
        at === 0 ? say('first seen') : { kind: 'text', text: seen.changed.join(', ') },
      ];
    }),
  };
}
