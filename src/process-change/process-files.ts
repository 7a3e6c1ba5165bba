// A change of the process → the changes of files that carry it out: pipeline.yaml, the open deals in the stage, and the
// mappings of exports that lead to it. Reads what changes, writes nothing.

import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';
import { stageCalled } from '../deal/process.ts';
import { expectPatched } from '../workspace/deal-changes.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import type { Settings } from '../workspace/settings.ts';
import { settingsChange } from '../workspace/settings-change.ts';
import { readSettings } from '../workspace/settings-read.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { type FollowingMapping, mappingsTo } from './mapping-files.ts';
import { isOtherProcess, type ProcessChange, settingsAfter, stageAfter } from './process-change.ts';
import { processText } from './process-text.ts';
import { type StageUse, targetsOf, usesOf } from './uses.ts';

export interface ProcessFiles {
  readonly change: ProcessChange;
  readonly settings: Settings;
  readonly uses: readonly StageUse[];
  /** The open deals whose stage is another text then, as they were; by id. */
  readonly deals: readonly Deal[];
  readonly mappings: readonly Pick<FollowingMapping, 'file' | 'values'>[];
  /** To be written all at once. */
  readonly files: readonly FileChange[];
}

/**
 * @throws Failure `usage` where something would be left without a stage; `deals-unreadable` where a deal that may be in
 *   the stage can't be read; `mapping-needed`; `settings-invalid`; `changed-meanwhile`
 */
export function processFiles(workspace: Opened, change: ProcessChange): ProcessFiles {
  const { book } = workspace;
  const { root, settings } = book;
  const after = settingsAfter(settings, change, book.today);
  const uses = usesOf(settings, change);
  const moves = isOtherProcess(change) && (change.kind === 'rename' || change.kind === 'remove');
  const deals = moves ? dealsIn(change.stage, workspace) : [];
  const own = settings.process.stages.find(({ id }) => id === change.stage);
  const mappings = moves ? mappingsTo(root, [change.stage, ...(own?.was ?? [])]) : [];
  const to = stageAfter(change.stage, change);
  if (to === undefined) refuseOrphans(change.stage, { deals, mappings, settings });
  const changed = settingsChange(root, 'the change', (text) => {
    refuseChanged(text, settings);
    return processText(text, change, settings, after);
  });
  if (!saysTheSame(changed.settings, after))
    throw new Error('the change of pipeline.yaml would not read back as intended; nothing was written');
  const moving = deals.filter(({ stage }) => to !== undefined && stage !== to);
  return {
    change,
    settings: changed.settings,
    uses,
    deals: moving,
    mappings,
    files: [
      changed.file,
      ...(to === undefined
        ? []
        : [...moving.flatMap((deal) => inStage(deal, to, book)), ...mappings.map((one) => one.to(to))]),
    ],
  };
}

/** The file of a deal with another stage, and nothing else: nothing is added to its record. */
function inStage(deal: Deal, stage: string, { root, settings }: Opened['book']): readonly FileChange[] {
  const context = { root, currency: settings.currency };
  return expectPatched(deal, [{ kind: 'set', key: 'stage', value: stage }], context).files;
}

/** @throws Failure `changed-meanwhile` where pipeline.yaml no longer says what was read: the change was decided on that */
function refuseChanged(text: string, settings: Settings): void {
  const now = readSettings(text, SETTINGS_FILE).settings;
  if (now === undefined || saysTheSame(now, settings)) return;
  throw new Failure(
    'changed-meanwhile',
    said('{settings_file} was changed by someone else meanwhile.', { settings_file: SETTINGS_FILE }),
    {
      hint: 'Nothing was written. Run the command again.',
    },
  );
}

/**
 * The open deals of the working set that are in the stage, under its id or a former one; by id.
 * @throws Failure `deals-unreadable` where any deal can't be read: nobody knows which stage it is in
 */
function dealsIn(stage: string, { book }: Opened): readonly Deal[] {
  const unread = [
    ...book.state.deals.flatMap(({ id, problem }) => (problem === '' ? [] : [id])),
    ...book.leftOut,
  ];
  if (unread.length > 0) {
    const problems = book.problems.filter(
      ({ file, severity }) => severity === 'error' && file.startsWith('deals/'),
    );
    const many = unread.length === 1 ? '1 deal' : `${unread.length} deals`;
    throw new Failure(
      'deals-unreadable',
      said("{many} can't be read, so nobody knows whether they are in {stage}.", { many, stage }),
      {
        problems,
        hint: 'Mend them first; nothing was written.',
      },
    );
  }
  const { stages } = book.settings.process;
  return [...book.deals.values()]
    .filter((deal) => outcomeOf(deal.stage) === 'open' && stageCalled(stages, deal.stage)?.id === stage)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @throws Failure `usage` where deals, targets or an export's values would be left without a stage */
function refuseOrphans(
  stage: string,
  { deals, mappings, settings }: Pick<ProcessFiles, 'deals' | 'mappings' | 'settings'>,
): void {
  const targets = targetsOf(settings, stage).length;
  const values = mappings.flatMap((mapping) => mapping.values).length;
  const left = [
    ...counted(deals.length, 'open deal'),
    ...counted(targets, 'plan target'),
    ...counted(values, 'stage value', ` of ${mappings.map(({ file }) => file).join(', ')}`),
  ];
  if (left.length === 0) return;
  const { stages } = settings.process;
  const at = stages.findIndex(({ id }) => id === stage);
  const next = stages[at + 1] ?? stages[at - 1];
  throw new Failure(
    'usage',
    said('Without {stage}, {left} would be left without a stage.', { stage, left: left.join(', ') }),
    {
      hint: said('Say which one takes them over: pipeline process remove {stage} --to {id}', {
        stage,
        id: next?.id ?? 'STAGE',
      }),
    },
  );
}

function counted(count: number, noun: string, of = ''): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}${of}`];
}

/**
 * But for where settings stand that nothing uses yet, and what former stages are called, which follows from the rest. As
 * JSON, since settings that were kept in the index lack what is undefined.
 */
function saysTheSame(a: Settings, b: Settings): boolean {
  return isDeepStrictEqual(comparable(a), comparable(b));
}

function comparable({ unused: _, processHistory, ...rest }: Settings): unknown {
  const history = processHistory.map(({ stages, ...version }) => ({
    ...version,
    stages: stages.map(({ id }) => id),
  }));
  return JSON.parse(JSON.stringify({ ...rest, history }));
}
