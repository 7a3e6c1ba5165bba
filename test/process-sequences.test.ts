// Any changes of the process in a row: no deal is left without a stage, and none has moved but those whose stage went.

import { expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import type { ProcessView } from '../src/report/process.ts';
import { cli } from './support/cli.ts';
import { type Random, randomOf, seeds } from './support/random.ts';
import { filesIn, folderWith } from './workspace-files/folder.ts';

const ROUNDS = 5;
const STEPS = 4;
const BY_STAGE = ['unknown-stage', 'late-entry', 'skipped-stage', 'undocumented-stage', 'date-order'];
const NEW = ['alpha', 'beta', 'gamma', 'delta'];

function workspace(random: Random): string {
  const stages = ['lead', 'qualified', 'proposal', 'negotiation'];
  const deals = Array.from({ length: 9 }, (_, at) => {
    const reached = random.between(0, 3);
    const record = stages
      .slice(0, reached + 1)
      .map((stage, step) => `  - {stage: ${stage}, on: 2026-0${step + 5}-0${at + 1}}`);
    const stage = random.oneIn(5) ? random.pick(['won', 'lost']) : stages[reached];
    const held = random.oneIn(3) ? [] : ['stages:', ...record];
    return [
      `deals/deal-${at}.yaml`,
      [`name: Deal ${at}`, `stage: ${stage}`, `amount: ${at}00`, ...held, ''].join('\n'),
    ];
  });
  const process = random.pick([
    '{version: 1, since: 2026-01-01, stages: [lead, qualified, {id: proposal, label: Offer}, negotiation]}',
    '\n  stages:\n    - lead # first\n    - {id: qualified, was: [demo]}\n    - id: proposal\n      max_days: 30\n    - negotiation',
  ]);
  return folderWith({
    'pipeline.yaml': `format: 1\nname: acme\ncurrency: PLN\nprocess: ${process}\nplan: {targets: [{period: 2026-Q4, stage: qualified, target: "1"}]}\n`,
    ...Object.fromEntries(deals),
  });
}

/** A change as words; a stage that goes hands its deals to a neighbour. */
function words(random: Random, stages: readonly string[], step: number): string {
  const at = random.below(stages.length);
  const stage = stages[at] ?? '';
  const beside = random.pick([stages[at - 1], stages[at + 1]].filter((one) => one !== undefined));
  const fresh = NEW[step] ?? '';
  return random.pick([
    `rename ${stage} ${fresh}`,
    `add ${fresh} --${random.pick(['after', 'before'])} ${stage}`,
    `remove ${stage} --to ${beside}`,
    ...(at > 0 ? [`reorder ${stage} --first`] : [`reorder ${stage} --after ${stages.at(-1)}`]),
  ]);
}

test(`${ROUNDS} workspaces through ${STEPS} changes each`, async () => {
  for (const seed of seeds(ROUNDS)) {
    const random = randomOf(seed);
    const cwd = workspace(random);
    const json = async <View>(line: string, today: string): Promise<View> => {
      const { stdout, stderr } = await cli(`${line} --format json`, { cwd, today });
      if (stdout === '') throw new Error(`seed ${seed}, ${line}: ${stderr}`);
      return JSON.parse(stdout);
    };
    const findings = async (today: string) => {
      const view = await json<{ findings: { rule: string; id: string }[] }>('check', today);
      return view.findings
        .filter(({ rule }) => BY_STAGE.includes(rule))
        .map(({ rule, id }) => `${rule} ${id}`);
    };
    const found = await findings('2026-11-20');
    const said: string[] = [];
    let told = '';
    for (let step = 0; step < STEPS; step++) {
      const today = `2026-11-${String(10 + step).padStart(2, '0')}`;
      await cli('snapshot', { cwd, today });
      const before = await json<ProcessView>('process', today);
      const stages = before.stages.map(({ stage }) => stage);
      if (stages.length < 2) break;
      const line = words(random, stages, step);
      said.push(line);
      told = `seed ${seed}: ${said.join(', ')}`;
      const files = filesIn(cwd);
      expect((await cli(`process ${line} --dry-run`, { cwd, today })).status, told).toBe(0);
      expect(filesIn(cwd), told).toEqual(files);
      const { status, stderr } = await cli(`process ${line}`, { cwd, today });
      expect([status, stderr], told).toEqual([0, '']);
      const after = await json<ProcessView>('process', today);
      expect([after.unknown, after.open], told).toEqual([[], before.open]);
      const gone = line.startsWith('remove') ? line.split(' ')[1] : undefined;
      const inIt = before.stages.find(({ stage }) => stage === gone)?.count ?? 0;
      const { deals } = await json<DiffView>('diff latest now', today);
      const kinds = deals.flatMap(({ movements }) => movements.map(({ kind }) => kind));
      expect(
        kinds.filter((kind) => kind !== 'idle'),
        told,
      ).toEqual(Array(inIt).fill('restaged'));
    }
    for (const finding of await findings('2026-11-20')) expect(found, told).toContain(finding);
  }
});
