// The page of `pipeline check --explain RULE`.

import type { RuleView } from '../report/rule.ts';
import type { Look } from './look.ts';
import type { Block, Page, Records } from './page.ts';
import { notJudgedLines, rulesRecords, rulesTable } from './rules.ts';

/** @param look of the workspace; undefined where there is none */
export function rulePage(view: RuleView, look: Look | undefined): Page {
  return { currency: '', digits: look?.digits ?? 2, blocks: [...ruleBlocks(view, look)] };
}

function* ruleBlocks(view: RuleView, look: Look | undefined): Generator<Block> {
  yield { kind: 'heading', parts: [`${view.rule} · ${view.title}`] };
  yield { kind: 'blank' };
  yield { kind: 'paragraph', parts: [view.what] };
  yield { kind: 'paragraph', parts: [`Why: ${view.why}`] };
  yield { kind: 'paragraph', parts: [`How to fix it: ${view.fix}`] };
  if (view.not_in_snapshots !== null) {
    yield { kind: 'paragraph', parts: [`Not evaluated with --as-of: ${view.not_in_snapshots}.`] };
  }
  yield { kind: 'blank' };
  yield* hereBlocks(view, look);
  yield* exampleBlocks(view);
  const found = view.here?.in_force.findings.open ?? 0;
  yield found > 0
    ? { kind: 'next', text: 'What it finds here', command: `pipeline check --rule ${view.rule}` }
    : { kind: 'next', text: 'The other rules', command: 'pipeline rules' };
}

function* hereBlocks({ here }: RuleView, look: Look | undefined): Generator<Block> {
  if (here === null || look === undefined) {
    yield { kind: 'line', tone: 'muted', parts: ['There is no workspace here: nothing is in force.'] };
    yield { kind: 'blank' };
    return;
  }
  yield { kind: 'heading', parts: ['In force here on ', { kind: 'day', day: here.as_of ?? here.today }] };
  yield { kind: 'blank' };
  yield rulesTable([here.in_force], look);
  yield { kind: 'blank' };
  yield* notJudgedLines([here.in_force]);
}

function* exampleBlocks({ example, rule }: RuleView): Generator<Block> {
  if (example === null) return;
  yield { kind: 'heading', parts: [`Example, on ${example.today}`] };
  yield { kind: 'blank' };
  for (const [path, text] of Object.entries(example.files)) {
    yield { kind: 'line', tone: 'muted', parts: [path] };
    yield { kind: 'code', language: path.endsWith('.yaml') ? 'yaml' : '', lines: linesOf(text) };
  }
  if (example.snapshots !== '') yield { kind: 'line', parts: [`Snapshots: ${example.snapshots}`] };
  yield { kind: 'line', tone: 'muted', parts: [`pipeline check --rule ${rule} says`] };
  yield { kind: 'code', language: '', lines: linesOf(example.says) };
  yield { kind: 'blank' };
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** As `pipeline rules` has it; nothing where there is no workspace. */
export function ruleRecords({ here }: RuleView): Records {
  return rulesRecords({ rules: here === null ? [] : [here.in_force] });
}
