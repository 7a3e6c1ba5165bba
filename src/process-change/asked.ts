// What a person asks for → a change of the process, or why it can't be one: it would leave the past to be misread.

import { Failure } from '../base/failure.ts';
import { fold, slug } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { stageMeant } from '../deal/process.ts';
import type { Settings, StageSettings } from '../workspace/settings.ts';
import { plainStage } from '../workspace/settings-defaults.ts';
import { isId } from '../workspace/settings-leaf.ts';
import type { ProcessChange } from './process-change.ts';

type Processes = Pick<Settings, 'process' | 'processHistory'>;

/** Where a stage is to stand; one of them at most. */
export interface PlaceAsked {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly first?: boolean;
}

/** @throws Failure `usage` */
export function renameAsked(
  word: string,
  { to, label }: { readonly to: string | undefined; readonly label: string | undefined },
  settings: Processes,
): ProcessChange {
  const stage = stageNamed(word, settings);
  if (to === undefined && label === undefined) {
    throw new Failure('usage', said('What is {id} to be called?', { id: stage.id }), {
      hint: 'Give it another id, or with --label another name for people.',
    });
  }
  const id = to ?? stage.id;
  if (id !== stage.id && !stage.was.includes(id)) refuseId(id, settings, 'rename');
  const isDerived = stage.label === plainStage(stage.id).label;
  const called = checkedLabel(label) ?? (isDerived ? plainStage(id).label : stage.label);
  if (id === stage.id && called === stage.label)
    throw new Failure(
      'usage',
      said('That is what {id} is called already: {label}.', { id: stage.id, label: stage.label }),
    );
  return { kind: 'rename', stage: stage.id, to: id, label: called };
}

/** Behind the last stage where no place is asked for. @throws Failure `usage` */
export function addAsked(
  id: string,
  label: string | undefined,
  place: PlaceAsked,
  settings: Processes,
): ProcessChange {
  refuseId(id, settings, 'add');
  const at = placeAsked(place, settings.process.stages, settings) ?? settings.process.stages.length;
  return { kind: 'add', stage: id, label: checkedLabel(label) ?? plainStage(id).label, at };
}

/** @throws Failure `usage` */
export function removeAsked(word: string, to: string | undefined, settings: Processes): ProcessChange {
  const stage = stageNamed(word, settings).id;
  if (settings.process.stages.length === 1) {
    throw new Failure('usage', said('{stage} is the only stage: a process needs one.', { stage }), {
      hint: `Add the other one first: pipeline process add ID`,
    });
  }
  const heir = to === undefined ? undefined : stageNamed(to, settings).id;
  if (heir === stage) throw new Failure('usage', said("{stage} can't take over its own deals.", { stage }));
  return { kind: 'remove', stage, to: heir };
}

/** @throws Failure `usage` */
export function reorderAsked(word: string, place: PlaceAsked, settings: Processes): ProcessChange {
  const { id: stage, label } = stageNamed(word, settings);
  const others = settings.process.stages.filter(({ id }) => id !== stage);
  const next = place.after ?? place.before;
  if (next !== undefined && stageNamed(next, settings).id === stage) {
    throw new Failure('usage', said("{stage} can't stand beside itself.", { stage }));
  }
  const at = placeAsked(place, others, settings);
  if (at === undefined) {
    throw new Failure('usage', said('Where is {stage} to stand?', { stage }), {
      hint: 'Say it with --after STAGE, --before STAGE or --first.',
    });
  }
  if (settings.process.stages[at]?.id === stage)
    throw new Failure('usage', said('{label} stands there already.', { label }), {
      hint: 'pipeline process shows the order.',
    });
  return { kind: 'reorder', stage, at };
}

/** The place among some stages; undefined where none is asked for. */
function placeAsked(
  { after, before, first = false }: PlaceAsked,
  among: readonly StageSettings[],
  settings: Processes,
): number | undefined {
  if ([after !== undefined, before !== undefined, first].filter(Boolean).length > 1)
    throw new Failure('usage', 'Give one of --after, --before and --first.');
  if (first) return 0;
  const beside = after ?? before;
  if (beside === undefined) return undefined;
  const { id } = stageNamed(beside, settings);
  return among.findIndex((stage) => stage.id === id) + (after === undefined ? 0 : 1);
}

/** By id, label or former id, case and accents aside. @throws Failure `usage` with "did you mean" */
function stageNamed(word: string, { process: { stages } }: Processes): StageSettings {
  const found = stageMeant(stages, word);
  if (found !== undefined) return found;
  const folded = fold(word);
  if (folded === 'won' || folded === 'lost')
    throw new Failure(
      'usage',
      said('"{folded}" is an outcome, no stage: every deal ends as won or lost.', { folded }),
    );
  const known = stages.flatMap(({ id, label }) => [id, label]);
  throw new Failure('usage', said('There is no stage "{word}".', { word }), {
    hint: didYouMean(
      word,
      known,
      said('Stages: {stages}.', { stages: stages.map(({ id }) => id).join(', ') }),
    ),
  });
}

const MOST_CHARACTERS = 500;

function checkedLabel(label: string | undefined): string | undefined {
  if (label === undefined || (label.trim() !== '' && label.length <= MOST_CHARACTERS)) return label;
  throw new Failure(
    'usage',
    said('A label is text of 1 to {most_characters} characters.', { most_characters: MOST_CHARACTERS }),
  );
}

/** @throws Failure `usage` where a stage can't have that id, or what was recorded under it would be read as this stage */
function refuseId(id: string, { process, processHistory }: Processes, verb: 'add' | 'rename'): void {
  if (!isId(id)) {
    const suggested = slug(id);
    throw new Failure(
      'usage',
      said('"{id}" can\'t be the id of a stage: small letters, digits and hyphens.', { id }),
      {
        hint:
          suggested === ''
            ? 'Choose one such as needs-analysis.'
            : said('Write {suggested}, and --label "{id}".', { suggested, id }),
      },
    );
  }
  if (/^(?:closed-)?(?:won|lost)$/.test(id)) {
    throw new Failure(
      'usage',
      said('"{id}" is an outcome, no stage: every deal ends as won or lost.', { id }),
    );
  }
  const present = process.stages.find((stage) => stage.id === id);
  if (present !== undefined) {
    const hint =
      verb === 'add'
        ? 'pipeline process shows the stages.'
        : 'To put two together: pipeline process remove STAGE --to STAGE';
    throw new Failure(
      'usage',
      said('There is a stage "{id}" already: {label}.', { id, label: present.label }),
      { hint },
    );
  }
  const heir = process.stages.find(({ was }) => was.includes(id));
  if (heir !== undefined) {
    throw new Failure(
      'usage',
      said(
        '"{id}" is what {label} was called before: what deals recorded then would be read as another stage.',
        { id, label: heir.label },
      ),
      {
        hint: 'Choose another id; the label may be the same.',
      },
    );
  }
  const then = processHistory.findLast(({ stages }) => stages.some((stage) => stage.id === id));
  if (then !== undefined && verb === 'rename') {
    throw new Failure(
      'usage',
      said(
        '"{id}" was another stage until version {version}: what deals recorded then would be read as this one.',
        { id, version: then.version },
      ),
      {
        hint: 'Choose another id; the label may be the same.',
      },
    );
  }
}
