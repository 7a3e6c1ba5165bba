// The page of `pipeline check --explain RULE`.

import type { RuleView } from '../report/rule.ts';
import type { Look } from './look.ts';
import type { Block, Page, Records } from './page.ts';
import { notJudgedLines, rulesRecords, rulesTable } from './rules.ts';
import { say, spoken } from './say.ts';

/** @param look of the workspace; undefined where there is none */
export function rulePage(view: RuleView, look: Look | undefined): Page {
  return { currency: '', digits: look?.digits ?? 2, blocks: [...ruleBlocks(view, look)] };
}

function* ruleBlocks(view: RuleView, look: Look | undefined): Generator<Block> {
  yield { kind: 'heading', parts: [`${view.rule} · `, spoken(view.title)] };
  yield { kind: 'blank' };
  yield { kind: 'paragraph', parts: [spoken(view.what)] };
  yield { kind: 'paragraph', parts: [say('Why: {why}', { why: spoken(view.why) })] };
  yield { kind: 'paragraph', parts: [say('How to fix it: {fix}', { fix: spoken(view.fix) })] };
  if (view.not_in_snapshots !== null) {
    const why = spoken(view.not_in_snapshots);
    yield { kind: 'paragraph', parts: [say('Not evaluated with --as-of: {why}.', { why })] };
  }
  yield { kind: 'blank' };
  yield* hereBlocks(view, look);
  yield* exampleBlocks(view);
  const found = view.here?.in_force.findings.open ?? 0;
  yield found > 0
    ? { kind: 'next', text: say('What it finds here'), command: `pipeline check --rule ${view.rule}` }
    : { kind: 'next', text: say('The other rules'), command: 'pipeline rules' };
}

function* hereBlocks({ here }: RuleView, look: Look | undefined): Generator<Block> {
  if (here === null || look === undefined) {
    yield { kind: 'line', tone: 'muted', parts: [say('There is no workspace here: nothing is in force.')] };
    yield { kind: 'blank' };
    return;
  }
  const day = { kind: 'day', day: here.as_of ?? here.today } as const;
  yield { kind: 'heading', parts: [say('In force here on {day}', { day })] };
  yield { kind: 'blank' };
  yield rulesTable([here.in_force], look);
  yield { kind: 'blank' };
  yield* notJudgedLines([here.in_force]);
}

function* exampleBlocks({ example, rule }: RuleView): Generator<Block> {
  if (example === null) return;
  yield { kind: 'heading', parts: [say('Example, on {day}', { day: example.today })] };
  yield { kind: 'blank' };
  for (const [path, text] of Object.entries(example.files)) {
    yield { kind: 'line', tone: 'muted', parts: [path] };
    yield { kind: 'code', language: path.endsWith('.yaml') ? 'yaml' : '', lines: linesOf(text) };
  }
  if (example.snapshots !== '') {
    const snapshots = say('Snapshots: {snapshots}', { snapshots: example.snapshots });
    yield { kind: 'line', parts: [snapshots] };
  }
  yield { kind: 'line', tone: 'muted', parts: [say('pipeline check --rule {rule} says', { rule })] };
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
