// What every verb of the dialogue does: the files of feedback/, how they are shown, and an entry that is written.

import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { digitsOf } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { type Sayable, said } from '../base/said.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import { labelOf } from '../deal/process.ts';
import { memberOf, ownerKey } from '../freshness/owner.ts';
import type { DialogueLook } from '../page/dialogue.ts';
import type { DialogueChangeView } from '../report/dialogue-change.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { type Entering, enteringOn } from './change-deals.ts';
import type { Call } from './verb.ts';

export interface Dialogue {
  readonly feedback: WorkspaceFeedback;
  readonly entering: Entering;
}

/** The dialogue as it stands. */
export async function dialogueOf(call: Call): Promise<Dialogue> {
  const settings = await call.settings();
  return {
    feedback: await readAll(call),
    entering: await enteringOn(call.today(settings.timeZone), settings),
  };
}

async function readAll(call: Call): Promise<WorkspaceFeedback> {
  const { feedbackOf } = await import('../book/feedback.ts');
  return feedbackOf(call.root());
}

export async function dialogueLook({ currency, team, process }: Settings): Promise<DialogueLook> {
  const { ownerLabel } = await import('../report/chosen.ts');
  return {
    currency,
    digits: digitsOf(currency),
    ownerLabel: (owner) => ownerLabel(team, owner),
    stageLabel: (stage) => labelOf(process, stage),
  };
}

/** What is to be written of the entry with the id; none where it says so already. */
export interface DialogueWrite {
  readonly id: string;
  readonly files: readonly FileChange[];
  readonly did: DialogueChangeView['did'];
  readonly remarks?: readonly Sayable[];
}

/** Writes an entry and prints what it then says. @throws Failure as the work does, and as a write does */
export async function writeDialogue(
  call: Call,
  work: (dialogue: Dialogue) => DialogueWrite | Promise<DialogueWrite>,
): Promise<ExitStatus> {
  return call.locked(async () => {
    const dialogue = await dialogueOf(call);
    const { id, files, did, remarks = [] } = await work(dialogue);
    if (files.length > 0) await call.write(files, { signal: call.io.signal });
    const { settings, today } = dialogue.entering;
    const { entries, problems } = await readAll(call);
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined && problems.length > 0) {
      throw new Failure('io', "It is written, and can't be read back.", { problems });
    }
    if (entry === undefined || entry.kind === 'held') throw new Error(`${id} is not there`);
    const { dialogueChangeView } = await import('../report/dialogue-change.ts');
    const { dialogueChangePage, dialogueChangeRecords } = await import('../page/dialogue-change.ts');
    const view = dialogueChangeView(entry, files.length === 0 ? 'nothing' : did, remarks, today);
    const look = await dialogueLook(settings);
    await call.show({
      view,
      page: () => dialogueChangePage(view, look),
      records: () => dialogueChangeRecords(view),
    });
    return ExitStatus.done;
  });
}

/** What a file of feedback/ lacks for the answer to be whole is told, and is a status of its own. */
export function statusOf({ problems }: WorkspaceFeedback): ExitStatus {
  return problems.length > 0 ? ExitStatus.rejected : ExitStatus.done;
}

/**
 * The key of the person that a word names: of the team, or one that the entries name.
 * @throws Failure `usage` with "did you mean"
 */
export function personNamed(
  word: string,
  named: readonly string[],
  { team }: Pick<Settings, 'team'>,
): string {
  if (['', 'none', '–'].includes(word)) return '';
  const member = memberOf(team, word);
  if (member !== undefined) return member.id;
  const found = named.find((name) => name !== '' && fold(name) === fold(word));
  if (found !== undefined) return ownerKey(team, found);
  const known = [...new Set([...team.map(({ id }) => id), ...named])].filter((name) => name !== '').sort();
  const list =
    known.length === 0
      ? 'The team has nobody yet (pipeline.yaml: team).'
      : said('There are {known}.', { known: known.join(', ') });
  throw new Failure('usage', said('There is nobody called "{word}".', { word }), {
    hint: didYouMean(word, known, list),
  });
}

/** A text that must be given. @throws Failure `usage` */
export function textNeeded(call: Call, option: string, example: Sayable): string {
  const text = call.text(option)?.trim() ?? '';
  if (text !== '') return text;
  throw new Failure('usage', said('--{option} is missing.', { option }), { hint: example });
}
