// The block of one deal → what was written down about it. Days and amounts are read as people type them, as of the day
// of the review: the same block says the same whenever it is read.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { outcomeOf } from '../deal/deal.ts';
import { isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import type { EntryContext } from '../entry/context.ts';
import { lostReason } from '../entry/fields.ts';
import { ownerCalled } from '../entry/owner.ts';
import type { Understood } from '../entry/understood.ts';
import { inQuotes } from '../workspace/settings-report.ts';
import { textOf, under } from '../workspace/settings-tree.ts';
import { CLOSED_KEYS, OPEN_KEYS } from './answer-keys.ts';
import type { BlockReader } from './block-reader.ts';
import { type DealAnswer, type PromisedAction, type SheetPick, VERDICTS, type Verdict } from './sheet.ts';

/** What the answers are read by: `today` is the day of the review. */
export interface AnswerContext extends EntryContext {
  readonly understood: Understood;
}

const OF_CLOSED: readonly Verdict[] = ['confirmed', 'corrected'];
const STEP = '{what: send the offer, by: 2026-11-28}';
const ACTION = '{what: call the board, owner: anna, by: 2026-11-30}';
const QUOTE = said('A text with a comma stands in quotes: {example}', {
  example: '{what: "send the offer, then call", by: fri}',
});

/** What a block says of a deal that was picked. */
export class DealAnswerReader {
  readonly #in: BlockReader;
  readonly #pick: SheetPick;
  readonly #context: AnswerContext;

  constructor(block: BlockReader, pick: SheetPick, context: AnswerContext) {
    this.#in = block;
    this.#pick = pick;
    this.#context = context;
  }

  answer(): DealAnswer {
    const isOpen = outcomeOf(this.#pick.stage) === 'open';
    if (this.#in.map !== undefined) this.#expectKeys(this.#in.map, isOpen);
    return {
      id: this.#pick.id,
      line: this.#in.block.line,
      verdict: this.#verdict(isOpen ? VERDICTS : OF_CLOSED),
      close: isOpen ? this.#day(this.#in.at('close'), 'close') : undefined,
      amount: isOpen ? this.#amount() : undefined,
      nextStep: isOpen ? this.#nextStep() : undefined,
      actions: this.#actions(),
      reason: isOpen ? '' : this.#reason(),
      lesson: this.#in.words('lesson'),
      tags: this.#tags(),
    };
  }

  #expectKeys(map: MapNode, isOpen: boolean): void {
    const known: readonly string[] = isOpen ? OPEN_KEYS : CLOSED_KEYS;
    const others: readonly string[] = isOpen ? CLOSED_KEYS : OPEN_KEYS;
    const { id, stage } = this.#pick;
    const isOfOther = (key: string) => others.includes(key) && !known.includes(key);
    for (const { key, from, value } of map.entries) {
      if (!isOfOther(key) || isNothing(value)) continue;
      const hint = isOpen
        ? said('Where it is lost: pipeline lost {id} --reason …', { id })
        : key === 'next_step'
          ? said('A closed deal has no next step. Where it goes on: pipeline reopen {id} --why …', { id })
          : said('What is wrong with it is mended by itself: pipeline set {id} {key}=…', { id, key });
      this.#in.report(
        from,
        said('{id} was {what}: there is no {key} to give.', { id, what: isOpen ? 'open' : stage, key }),
        hint,
      );
    }
    const rest = { ...map, entries: map.entries.filter(({ key }) => !isOfOther(key)) };
    this.#in.expectKeys(rest, ['deal', ...known]);
  }

  #verdict(known: readonly Verdict[]): Verdict | undefined {
    const text = this.#in.text('verdict');
    if (text === '') return undefined;
    const folded = text.toLowerCase().replaceAll(/[\s_]+/g, '-');
    const found = known.find((verdict) => verdict === folded);
    if (found === undefined) {
      this.#in.report(
        this.#from('verdict'),
        said('There is no verdict {text}.', { text: inQuotes(text) }),
        () =>
          didYouMean(
            folded,
            known,
            said('Of {id} it is one of {known}.', { id: this.#pick.id, known: known.join(', ') }),
          ),
      );
    }
    return found;
  }

  /** A day that is not before the review. */
  #day(node: TreeNode | undefined, key: string): Day | undefined {
    const text = node === undefined ? '' : this.#in.text(key, node);
    if (node === undefined || text === '') return undefined;
    const day = this.#in.tried(node.from, () => this.#context.understood.day(text, 'future'));
    const { today } = this.#context;
    if (day === undefined || day >= today) return day;
    this.#in.report(
      node.from,
      said('{key}: {day} lies before the review, {today}.', { key, day, today }),
      'Write a day to come.',
    );
    return undefined;
  }

  #amount(): Decimal | undefined {
    const text = this.#in.text('amount');
    if (text === '') return undefined;
    const { id, currency: own } = this.#pick;
    const at = this.#from('amount');
    const read = this.#in.tried(at, () => this.#context.understood.amount(text, own));
    const isCredit = this.#pick.amount !== undefined && isNegative(this.#pick.amount);
    if (read !== undefined && isNegative(read.amount) && !isCredit) {
      const hint = said(
        'Write what it is worth; where nothing is left of it: verdict: dead, or pipeline set {id} amount=…',
        { id },
      );
      this.#in.report(at, said('An amount of {text} is below nothing.', { text }), hint);
      return undefined;
    }
    if (read === undefined || read.currency === own) return read?.amount;
    this.#in.report(
      at,
      said('{text} is in another currency than {own}.', { text: inQuotes(text), own }),
      said('Change the currency by itself: pipeline set {id} currency={currency}', {
        id,
        currency: read.currency,
      }),
    );
    return undefined;
  }

  #nextStep(): DealAnswer['nextStep'] {
    const node = this.#in.at('next_step');
    if (node === undefined) return undefined;
    if (node.kind !== 'map') {
      this.#in.report(
        node.from,
        'A next step is what and by when.',
        said('Write next_step: {step}', { step: STEP }),
      );
      return undefined;
    }
    this.#in.expectKeys(node, ['what', 'by'], QUOTE);
    const what = this.#what(node, STEP);
    const by = this.#day(under(node, 'by'), 'by');
    const given = under(node, 'by');
    if (given === undefined || textOf(given)?.trim() === '')
      this.#in.report(node.from, 'By when?', said('Write next_step: {step}', { step: STEP }));
    return what === '' || by === undefined ? undefined : { what, by };
  }

  /** One person promises one thing once: a second one of the same words would be lost. */
  #actions(): PromisedAction[] {
    const seen = new Set<string>();
    return this.#in.items('actions').flatMap((item) => {
      const action = this.#action(item);
      if (action === undefined) return [];
      const key = JSON.stringify([action.what, action.owner]);
      if (!seen.has(key)) {
        seen.add(key);
        return action;
      }
      const what = inQuotes(action.what);
      const message =
        action.owner === ''
          ? said('{what} is promised twice.', { what })
          : said('{what} is promised by {owner} twice.', { what, owner: action.owner });
      this.#in.report(item.from, message, 'Take one of the two out, or say what is different.');
      return [];
    });
  }

  /** A text alone is for the deal's owner. */
  #action(node: TreeNode): PromisedAction | undefined {
    const { owner } = this.#pick;
    if (node.kind === 'scalar') return { what: this.#in.words('actions', node), owner, by: undefined };
    if (node.kind === 'list') {
      this.#in.report(
        node.from,
        'An action is a text or a map.',
        said('Write - {action}', { action: ACTION }),
      );
      return undefined;
    }
    this.#in.expectKeys(node, ['what', 'owner', 'by'], QUOTE);
    const what = this.#what(node, ACTION);
    const at = under(node, 'owner');
    const named = at === undefined ? '' : this.#in.text('owner', at);
    const who =
      at === undefined || named === ''
        ? owner
        : this.#in.tried(at.from, () => ownerCalled(named, this.#context));
    const by = this.#day(under(node, 'by'), 'by');
    return what === '' || who === undefined ? undefined : { what, owner: who, by };
  }

  #what(map: MapNode, example: string): string {
    const node = under(map, 'what');
    if (node === undefined || textOf(node)?.trim() === '') {
      this.#in.report(map.from, 'What is to be done?', said('Write {example}', { example }));
      return '';
    }
    return this.#in.words('what', node);
  }

  /** Why a deal was lost is one of the workspace's reasons; what decided a won one is anybody's words. */
  #reason(): string {
    if (this.#pick.stage !== 'lost') return this.#in.words('reason');
    const text = this.#in.text('reason');
    if (text === '') return text;
    return this.#in.tried(this.#from('reason'), () => lostReason(text, this.#context)) ?? '';
  }

  /** A list, or a text with commas. */
  #tags(): readonly string[] {
    const texts = this.#in.items('tags').flatMap((item) => this.#in.words('tags', item).split(','));
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  }

  #from(key: string): number {
    return this.#in.at(key)?.from ?? 0;
  }
}

function isNegative(amount: Decimal): boolean {
  return Number(amount) < 0;
}

/** Whether a block says anything. */
export function saysAnything(answer: DealAnswer): boolean {
  const { verdict, close, amount, nextStep, actions, reason, lesson, tags } = answer;
  return (
    [verdict, close, amount, nextStep].some((value) => value !== undefined) ||
    [actions, tags].some((list) => list.length > 0) ||
    reason !== '' ||
    lesson !== ''
  );
}
