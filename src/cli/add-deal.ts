// Writes a new deal: what the options say, what the person answers, and what the workspace then holds against it.

import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { mintId } from '../deal/mint-id.ts';
import { patchDeal } from '../deal/patch.ts';
import { readDeal } from '../deal/read.ts';
import { writeDeal } from '../deal/write.ts';
import { assignedChanges } from '../entry/assignments.ts';
import { parseAssignment } from '../entry/fields.ts';
import { namesAccount, newDeal } from '../entry/new-deal.ts';
import { expectFreeId } from '../entry/new-id.ts';
import { dayWithoutStep, nextStepChange } from '../entry/next-step.ts';
import { fieldsMissing } from '../entry/stage-gate.ts';
import { stageNamed } from '../entry/stage-move.ts';
import { fieldCommand } from '../freshness/mend-commands.ts';
import type { StageSettings } from '../workspace/settings.ts';
import { type Entering, enteringOn, showChange, UNDO } from './change-deals.ts';
import { memberByGit } from './git-member.ts';
import { canAsk } from './prompts.ts';
import type { Call } from './verb.ts';

/** Options that are fields under the same name. */
const FIELD_OPTIONS = ['account', 'owner', 'amount', 'close', 'important', 'category'] as const;

/** The deal before it has a place: its text as it will be written. */
interface Draft {
  readonly deal: Deal;
  readonly text: string;
}

/** @throws Failure for what can't be understood or written */
export async function addDeal(call: Call): Promise<ExitStatus> {
  const settings = await call.settings();
  const today = call.today(settings.timeZone);
  const entering = await enteringOn(today, settings);
  const asked = call.text('stage');
  const [first] = settings.process.stages;
  const stage = asked === undefined ? first : stageNamed(asked, entering);
  if (stage === undefined) throw new Error('a process has a stage');
  const draft = await filledIn(call, beginning(call, stage, entering), stage, entering);
  return call.locked(async () => {
    const opened = await call.open({ today: () => today });
    const placed = await placeOf(call, draft, opened);
    const dryRun = call.flag('dry-run');
    if (!dryRun) {
      const { path } = placed;
      await call.write([{ kind: 'write', path, content: draft.text, expected: 'absent' }]);
    }
    const lacking = fieldsMissing(placed, stage);
    await showChange(call, opened, {
      ...{ on: today, dryRun, readings: entering.understood.readings, unchanged: [] },
      changed: [{ before: undefined, after: placed }],
      remarks: await remarksOn(placed, stage, lacking, entering, opened),
      next: nextOf(placed, lacking),
    });
    return ExitStatus.done;
  });
}

/** What the options say. */
function beginning(call: Call, stage: StageSettings, entering: Entering): Draft {
  const { today, understood, settings } = entering;
  const [name = ''] = call.args;
  const created = understood.day(call.text('created') ?? today, 'past');
  const text = writeDeal(newDeal({ name, stage: stage.id, created }, entering));
  const options = FIELD_OPTIONS.flatMap((key) => {
    const value = call.text(key);
    return value === undefined ? [] : [{ key, sign: '=' as const, value }];
  });
  const contacts = call.list('contact').map((value) => ({ key: 'contacts', sign: '+=' as const, value }));
  const others = call.list('set').map(parseAssignment);
  const draft = read(text, settings.currency);
  const changes = assignedChanges(draft.deal, [...options, ...contacts, ...others], understood, entering);
  const isNobodys = [...options, ...others].every(({ key }) => key !== 'owner');
  const owner = isNobodys ? ownerByGit(call, entering) : [];
  return patched(draft, [...owner, ...changes, ...stepChanges(call, draft.deal, entering)], entering);
}

function stepChanges(call: Call, deal: Deal, entering: Entering): DealChange[] {
  const [what, by] = [call.text('next'), call.text('by')];
  if (what === undefined && by === undefined) return [];
  if (what === undefined) throw dayWithoutStep();
  const day = by === undefined ? undefined : entering.understood.day(by, 'future');
  return [nextStepChange(deal, { what, by: day }, entering)];
}

/** Asks for what the stage requires and nobody said. */
async function filledIn(call: Call, draft: Draft, stage: StageSettings, entering: Entering): Promise<Draft> {
  const missing = fieldsMissing(draft.deal, stage);
  if (missing.length === 0 || call.flag('no-input') || !canAsk(call)) return draft;
  const { askField } = await import('./ask-field.ts');
  let filled = draft;
  for (const field of missing) {
    const changes = await askField(call, field, filled.deal, entering);
    filled = patched(filled, changes, entering);
  }
  return filled;
}

/** The deal where it will lie. @throws Failure `usage` where its id is taken */
async function placeOf(call: Call, { deal, text }: Draft, opened: Opened): Promise<Deal> {
  const { takenIds } = await import('../book/taken-ids.ts');
  const { dealPath } = await import('../workspace/deal-files.ts');
  const taken = takenIds(opened);
  const asked = call.text('id');
  if (asked !== undefined) expectFreeId(asked, taken);
  const account = namesAccount(deal.name, deal.account) ? '' : deal.account;
  const tail = () => Buffer.from(call.io.random(8)).toString('hex');
  const id = asked ?? mintId({ account, name: deal.name, taken, tail });
  return read(text, opened.book.settings.currency, dealPath(id, deal.created)).deal;
}

async function remarksOn(
  deal: Deal,
  stage: StageSettings,
  lacking: readonly string[],
  { settings }: Entering,
  { book }: Opened,
): Promise<Sayable[]> {
  const { likeNew } = await import('../freshness/like-new.ts');
  const [first] = settings.process.stages;
  const remarks: Sayable[] = [];
  const [like, ...more] = likeNew(deal, book.state.deals);
  if (like !== undefined) {
    const values = { like, command: `pipeline merge ${like} ${deal.id}` };
    remarks.push(
      more.length === 0
        ? said('It looks like {like}: {command}', values)
        : said('It looks like {like} and {more} more: {command}', { ...values, more: more.length }),
    );
  }
  if (first !== undefined && stage.id !== first.id) {
    remarks.push(
      said(
        'It begins in {stage}, not in {first}: a late entry. Next time, write it down when you first hear of it.',
        { stage: stage.label, first: first.label },
      ),
    );
  }
  if (lacking.length > 0)
    remarks.push(
      said('{stage} requires what it lacks: {lacking}.', { stage: stage.label, lacking: lacking.join(', ') }),
    );
  const { sourceOfRecord } = settings;
  if (sourceOfRecord !== '') {
    remarks.push(
      said('{crm} does not have it: written there too, its next export would bring a second one.', {
        crm: sourceOfRecord,
      }),
    );
  }
  return remarks;
}

function nextOf({ id, nextStep }: Deal, lacking: readonly string[]) {
  const field = lacking.find((one) => one !== 'next_step');
  if (field !== undefined)
    return {
      text: said('Still missing: {lacking}', { lacking: lacking.join(', ') }),
      command: fieldCommand(id, field),
    };
  if (nextStep === undefined)
    return { text: said('No next step yet'), command: fieldCommand(id, 'next_step') };
  return UNDO;
}

function ownerByGit(call: Call, { settings }: Entering): DealChange[] {
  const member = memberByGit(call, settings);
  return member === undefined ? [] : [{ kind: 'set', key: 'owner', value: member.id }];
}

function patched({ deal, text }: Draft, changes: readonly DealChange[], { settings }: Entering): Draft {
  const { currency } = settings;
  return changes.length === 0
    ? { deal, text }
    : read(patchDeal(text, changes, deal.path, { currency }), currency);
}

function read(text: string, currency: string, path = 'deals/new.yaml'): Draft {
  const { deal, problems } = readDeal(text, path, { currency });
  if (deal === undefined)
    throw new Failure('usage', 'That would be no deal that can be read again.', { problems });
  return { deal, text };
}
