// A change of the process in pipeline.yaml, however that is written: it says what was meant, and keeps every comment
// that does not stand at a stage that goes.

import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { type ProcessChange, settingsAfter } from '../../src/process-change/process-change.ts';
import { processText } from '../../src/process-change/process-text.ts';
import type { Settings } from '../../src/workspace/settings.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';
import { type Random, randomOf, seeds } from '../support/random.ts';

const IDS = ['lead', 'demo', 'needs-analysis', 'offer', 'true', '1e3', 'closing'];
const ROUNDS = 1500;

interface Written {
  readonly text: string;
  readonly ids: readonly string[];
  /** The comments that go with each stage. */
  readonly comments: ReadonlyMap<string, readonly string[]>;
}

/** A pipeline.yaml with the stages in blocks, braces or as ids alone, with comments in every place. */
function written(random: Random): Written {
  const ids = random.some(IDS, random.between(2, 5));
  let count = 0;
  const comment = () => `# said ${++count} ends`;
  const comments = new Map<string, string[]>();
  const quoted = (id: string) => (random.oneIn(2) || /^[t1]/.test(id) ? `"${id}"` : id);
  const flow = (id: string) => {
    const was = random.oneIn(3) ? `, was: [${id}-then]` : '';
    return random.oneIn(4)
      ? quoted(id)
      : `{${random.pick(['id', '"id"'])}: ${quoted(id)}, label: "Label, ${id}"${was}}`;
  };
  const isFlowList = random.oneIn(4);
  const behind = (id: string) => {
    if (!random.oneIn(2)) return '';
    const said = comment();
    comments.set(id, [...(comments.get(id) ?? []), said]);
    return `   ${said}`;
  };
  const block = (id: string, at: number): string[] => {
    const lines: string[] = [];
    if (random.oneIn(2)) {
      const said = comment();
      if (at > 0) comments.set(id, [...(comments.get(id) ?? []), said]);
      lines.push(`    ${said}`);
    }
    if (random.oneIn(2)) return [...lines, `    - ${flow(id)}${behind(id)}`];
    lines.push(`    - id: ${quoted(id)}${behind(id)}`);
    if (random.oneIn(2)) lines.push(`      label: '${id} it''s'${behind(id)}`);
    if (random.oneIn(3)) lines.push('      was:', `        - ${id}-then${behind(id)}`);
    if (random.oneIn(3)) lines.push('      exit:', '        - {id: need, text: Need}');
    const last = behind(id);
    if (last !== '') lines.push(`      ${last.trim()}`);
    return random.oneIn(4) ? [...lines, ''] : lines;
  };
  const used = random.pick(ids);
  const stages = isFlowList
    ? [`  stages: [${ids.map(flow).join(', ')}] ${comment()}`]
    : ['  stages:', ...ids.flatMap(block)];
  const head = [
    ...(random.oneIn(2) ? [`  version: 4 ${comment()}`] : []),
    ...(random.oneIn(2) ? [`  since: 2026-01-01 ${comment()}`] : []),
  ];
  const history = ['  history:', `    ${comment()}`, '    - {version: 1, stages: [old]}'];
  const lines = [
    comment(),
    'format: 1',
    'name: acme',
    'currency: PLN',
    `process: ${comment()}`,
    ...(random.oneIn(2) ? [...head, ...stages] : [...stages, ...head]),
    ...(head[0]?.includes('version') && random.oneIn(2) ? history : []),
    ...(random.oneIn(2) ? ['rules:', `  pushed: {stages: {${quoted(used)}: off}}`] : []),
    ...(random.oneIn(2)
      ? [
          'review:',
          '  questions:',
          '    stages:',
          `      ${quoted(used)}: [Who?] ${comment()}`,
          `      ${quoted(ids.find((id) => id !== used) ?? '')}: [When?]`,
        ]
      : []),
    ...(random.oneIn(2)
      ? ['plan:', '  targets:', `    - {period: 2026-Q4, stage: ${quoted(used)}, target: "1"} ${comment()}`]
      : []),
    comment(),
  ];
  const end = random.pick(['\n', '\r\n']);
  const text = lines.join(end) + random.pick(['', end]);
  return { text, ids, comments };
}

function changeOf(random: Random, ids: readonly string[], settings: Settings): ProcessChange {
  const stage = random.pick(ids);
  const others = ids.filter((id) => id !== stage);
  switch (random.below(4)) {
    case 0: {
      const was = settings.process.stages.find(({ id }) => id === stage)?.was ?? [];
      return {
        kind: 'rename',
        stage,
        to: random.pick(['fresh', stage, ...was]),
        label: random.pick(['Fresh', 'a: b # c', 'true']),
      };
    }
    case 1:
      return {
        kind: 'add',
        stage: 'fresh',
        label: random.pick(['Fresh', 'a, b: c']),
        at: random.between(0, ids.length),
      };
    case 2:
      return { kind: 'remove', stage, to: random.pick(others) };
    default:
      return { kind: 'reorder', stage, at: random.below(ids.length) };
  }
}

function comparable({ unused: _, processHistory, ...rest }: Settings): unknown {
  return {
    ...rest,
    history: processHistory.map(({ stages, ...one }) => ({ ...one, stages: stages.map(({ id }) => id) })),
  };
}

test(`${ROUNDS} changes of a pipeline.yaml say what was meant, and keep the comments`, () => {
  const kinds = new Map<string, number>();
  for (const seed of seeds(ROUNDS)) {
    const random = randomOf(seed);
    const { text, ids, comments } = written(random);
    const read = readSettings(text, 'pipeline.yaml');
    if (read.settings === undefined)
      throw new Error(`seed ${seed}: ${JSON.stringify(read.problems)}\n${text}`);
    const change = changeOf(random, ids, read.settings);
    const told = `seed ${seed}: ${JSON.stringify(change)}\n${text}`;
    const after = settingsAfter(read.settings, change, day('2026-11-23'));
    const changed = processText(text, change, read.settings, after);
    const again = readSettings(changed, 'pipeline.yaml');
    if (again.settings === undefined)
      throw new Error(`${told}\n---\n${changed}\n${JSON.stringify(again.problems)}`);
    expect(comparable(again.settings), `${told}\n---\n${changed}`).toEqual(comparable(after));
    const own = comments.get(change.stage) ?? [];
    for (const [said] of text.matchAll(/# said \d+ ends/g)) {
      // One behind a setting that goes goes with it; one behind a former id that is taken up again may.
      if (change.kind === 'remove' && text.includes(`[Who?] ${said}`)) continue;
      if (change.kind === 'rename' && change.to.endsWith('-then') && own.includes(said)) continue;
      const isGone = change.kind === 'remove' && own.includes(said);
      expect(changed.includes(said), `${told}\n---\n${changed}\n${said}`).toBe(!isGone);
    }
    expect(changed.includes('\r\n'), told).toBe(text.includes('\r\n'));
    expect(/[^\r]\n/.test(changed) && text.includes('\r\n'), told).toBe(false);
    kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
  }
  expect([...kinds.keys()].sort()).toEqual(['add', 'remove', 'rename', 'reorder']);
});
