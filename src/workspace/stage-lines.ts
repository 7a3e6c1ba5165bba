// The stages of a process as lines of pipeline.yaml, and in the place of those that a file has.

import { compose } from '../deal/compose.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { SourceText } from '../deal/source-text.ts';
import type { NewStage } from './init-stages.ts';
import type { SettingPath } from './settings-explained.ts';
import { under } from './settings-tree.ts';
import { EXAMPLE, explainedLine } from './template-lines.ts';

/** The items of `stages:` at an indentation; beside the first one stands what a stage may have. */
export function stageLines(stages: readonly NewStage[], indent: string): string[] {
  return stages.flatMap((stage, place) =>
    place === 0 ? firstStage(stage, indent) : [`${indent}- ${flowOf(stage)}`],
  );
}

function firstStage(stage: NewStage, indent: string): string[] {
  const line = (text: string, key: StageKey, note?: string) =>
    explainedLine(`${indent}  ${text}`, `process.stages[].${key}`, note);
  return [
    explainedLine(`${indent}- id: ${scalarText(stage.id, 'block')}`, 'process.stages[].id'),
    line(`label: ${scalarText(stage.label, 'block')}`, 'label'),
    stage.probability === undefined
      ? line('#probability: 10%', 'probability', EXAMPLE)
      : line(`probability: ${stage.probability}`, 'probability'),
    line('#was: [prospect]', 'was', EXAMPLE),
    line('#max_days: 30', 'max_days', EXAMPLE),
    line('#stale:', 'stale'),
    line('#  warn_after: 14', 'stale.warn_after'),
    line('#  error_after: 30', 'stale.error_after'),
    line('#requires:', 'requires'),
    line('#  fields: [amount, close]', 'requires.fields', EXAMPLE),
    line('#  activities: [call]', 'requires.activities', EXAMPLE),
    line('#exit:', 'exit'),
    line('#  - id: need', 'exit[].id', EXAMPLE),
    line('#    text: Need confirmed', 'exit[].text'),
    line('#allow_skip: true', 'allow_skip', EXAMPLE),
    line('#allow_back: true', 'allow_back'),
  ];
}

type StageKey = SettingPath extends infer Path
  ? Path extends `process.stages[].${infer Key}`
    ? Key
    : never
  : never;

function flowOf({ id, label, probability }: NewStage): string {
  const chance = probability === undefined ? '' : `, probability: ${probability}`;
  return `{id: ${scalarText(id, 'flow')}, label: ${scalarText(label, 'flow')}${chance}}`;
}

/**
 * A pipeline.yaml with other stages in its process; every byte outside of them stays.
 * @throws Error where the text has no stages to replace
 */
export function withStages(text: string, stages: readonly NewStage[]): string {
  const { root } = compose(new SourceText(text, ''));
  const list = under(root, 'process', 'stages');
  if (list?.kind !== 'list') throw new Error('there are no stages to replace');
  const written = list.flow ? `[${stages.map(flowOf).join(', ')}]` : blockOf(text, list.from, stages);
  return text.slice(0, list.from) + written + text.slice(list.to);
}

/** Without the first indentation, which is there already. */
function blockOf(text: string, from: number, stages: readonly NewStage[]): string {
  const indent = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return stageLines(stages, indent).join(lineEnd).slice(indent.length);
}
