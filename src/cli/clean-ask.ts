// Asks at a terminal what is to become of the deals that a clean-up proposes. The questions go to stderr.

import { capital } from '../base/capital.ts';
import { addDays, type Day, toDay } from '../base/day.ts';
import { asItIs, asValue, dayValue, type Sayable, type Speaker, said } from '../base/said.ts';
import { withCommas } from '../base/said-lists.ts';
import type { Decision, Subject } from '../cleanup/decision.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { CleanDeal, CleanView } from '../report/clean.ts';
import type { Message } from '../words/message.ts';
import { needsWords } from './ask-entry.ts';
import type { Io } from './io.ts';
import { brokenOff, yesOrNo } from './prompts.ts';
import { screen } from './screen.ts';

export interface AskContext {
  readonly io: Io;
  /** In the workspace's language. */
  readonly say: Speaker;
  readonly lostReasons: readonly string[];
  versionOf(id: string): string;
  /** Whether a CRM holds what the choice would change. */
  isHeld(choice: Decision['do'], id: string): boolean;
  /** The deal in a line, safe for the terminal. */
  told(deal: CleanDeal): string;
}

/** In how many days a next step or the end of a waiver is proposed. */
const NEXT_STEP_DAYS = 7;
const WAIVER_DAYS = 90;

interface Choice {
  readonly value: string;
  readonly label: Sayable;
  readonly hint?: Sayable;
}

const SKIP = 'nothing';
const FATES: readonly (Choice & { readonly value: Decision['do'] })[] = [
  { value: 'revive', label: 'Revive', hint: 'with a next step' },
  { value: 'lost', label: 'Close as lost', hint: 'with a reason' },
  { value: 'keep', label: 'Keep', hint: 'with a waiver until a day' },
];

const ARCHIVE =
  'Archive the {deals, plural, one {finished deal} other {# finished deals}}?' satisfies Message;

/** What is counted before the last question, in this order. */
const COUNTED: Readonly<Record<Decision['do'], Message>> = {
  archive: 'archive {count}',
  revive: 'revive {count}',
  lost: 'close as lost {count}',
  keep: 'keep {count}',
  merge: 'merge {count}',
  distinct: 'leave apart {count}',
};

/** Leaves all that comes after in its group. */
const STOP = 'stop';

/**
 * What the person decides; what they leave is not in it. Undefined: they do not want it done.
 * @throws Failure `interrupted` where they break off
 */
export async function askDecisions(
  view: CleanView,
  context: AskContext,
  prompts: Prompts,
): Promise<Decision[] | undefined> {
  const asker = new Asker(view.today, context, prompts);
  const decided = [
    ...(await asker.finished(view.finished.deals)),
    ...(await asker.forgotten(view.forgotten.deals)),
  ];
  decided.push(...(await asker.alike(view.duplicates, decided)));
  if (decided.length === 0) return [];
  return (await asker.agrees(decided)) ? decided : undefined;
}

/** Those of clack that are asked with. */
export type Prompts = Pick<typeof import('@clack/prompts'), 'confirm' | 'multiselect' | 'select' | 'text'>;

class Asker {
  readonly #today: Day;
  readonly #context: AskContext;
  readonly #prompts: Prompts;
  readonly #output: ReturnType<typeof screen>;

  constructor(today: Day, context: AskContext, prompts: Prompts) {
    this.#today = today;
    this.#context = context;
    this.#prompts = prompts;
    this.#output = screen(context.io);
  }

  async finished(deals: CleanView['finished']['deals']): Promise<Decision[]> {
    if (deals.length === 0) return [];
    const which = await this.#select(said(ARCHIVE, { deals: deals.length }), [
      { value: 'all', label: 'All of them' },
      { value: 'some', label: 'Choose' },
      { value: SKIP, label: 'None' },
    ]);
    if (which === SKIP) return [];
    const chosen = which === 'all' ? deals.map(({ id }) => id) : await this.#choose(deals);
    return chosen.map((id) => ({ ...this.#subject(id), do: 'archive' }));
  }

  async forgotten(deals: CleanView['forgotten']['deals']): Promise<Decision[]> {
    const decided: Decision[] = [];
    for (const [at, deal] of deals.entries()) {
      const message = said(
        '{at} of {of} · {deal} · {days, plural, one {# day} other {# days}} without a sign of life',
        { at: at + 1, of: deals.length, deal: this.#context.told(deal), days: deal.days },
      );
      const ours = ({ value }: { value: Decision['do'] }) => !this.#context.isHeld(value, deal.id);
      const choice = await this.#select(message, [
        ...FATES.filter(ours),
        { value: SKIP, label: 'Decide later' },
        { value: STOP, label: 'Leave all that follow' },
      ]);
      if (choice === STOP) break;
      if (choice !== SKIP) decided.push(await this.#fate(choice, deal.id));
    }
    return decided;
  }

  async alike(pairs: CleanView['duplicates'], before: readonly Decision[]): Promise<Decision[]> {
    const changed = new Set(before.map(({ id }) => id));
    const decided: Decision[] = [];
    for (const [at, { keep, other, reasons }] of pairs.entries()) {
      if (changed.has(keep.id) || changed.has(other.id)) continue;
      const why = this.#context.say(withCommas(reasons.map(({ text }) => text)));
      const { told, isHeld } = this.#context;
      const isTheirs = isHeld('merge', keep.id) || isHeld('merge', other.id);
      const message = said('{at} of {of} · {deals}', {
        ...{ at: at + 1, of: pairs.length },
        deals: [told(keep), told(other), safeForTerminal(why)].join('\n   '),
      });
      const choice = await this.#select(message, [
        ...(isTheirs
          ? []
          : [
              { value: 'merge', label: said('Merge into {id}', { id: keep.id }) },
              { value: 'back', label: said('Merge into {id}', { id: other.id }) },
            ]),
        { value: 'distinct', label: 'They are two', hint: 'with a waiver until a day' },
        { value: SKIP, label: 'Decide later' },
        { value: STOP, label: 'Leave all that follow' },
      ]);
      if (choice === STOP) break;
      if (choice === SKIP) continue;
      const [first, second] = choice === 'back' ? [other, keep] : [keep, other];
      const pair = { ...this.#subject(first.id), other: this.#subject(second.id) };
      changed.add(second.id);
      if (choice === 'distinct') decided.push({ ...pair, do: 'distinct', ...(await this.#waiver()) });
      else {
        changed.add(first.id);
        decided.push({ ...pair, do: 'merge' });
      }
    }
    return decided;
  }

  async agrees(decided: readonly Decision[]): Promise<boolean> {
    const what = Object.entries(COUNTED).flatMap(([choice, message]) => {
      const count = decided.filter((decision) => decision.do === choice).length;
      return count === 0 ? [] : [said(message, { count })];
    });
    const { say } = this.#context;
    const message = capital(say(said('{what}: do it?', { what: asValue(withCommas(what)) })));
    return this.#answered(
      await this.#prompts.confirm({ message, ...yesOrNo(this.#context), output: this.#output }),
    );
  }

  async #fate(choice: string, id: string): Promise<Decision> {
    const subject = this.#subject(id);
    if (choice === 'lost') return { ...subject, do: 'lost', reason: await this.#reason() };
    if (choice === 'keep') return { ...subject, do: 'keep', ...(await this.#waiver()) };
    const nextStep = await this.#text('What is the next step?');
    return { ...subject, do: 'revive', nextStep, by: await this.#day('By when?', NEXT_STEP_DAYS) };
  }

  async #reason(): Promise<string> {
    const { lostReasons } = this.#context;
    if (lostReasons.length === 0) return this.#text('Why is it lost?');
    const options = lostReasons.map((reason) => ({ value: reason, label: asItIs(safeForTerminal(reason)) }));
    return this.#select('Why is it lost?', options);
  }

  async #waiver(): Promise<{ until: Day; why: string }> {
    const why = await this.#text('Why?');
    return { why, until: await this.#day('Until when?', WAIVER_DAYS) };
  }

  async #choose(deals: CleanView['finished']['deals']): Promise<string[]> {
    const answer = await this.#prompts.multiselect({
      message: this.#context.say('Which? Space takes one in or out.'),
      options: deals.map((deal) => ({
        value: deal.id,
        label: this.#context.say(
          said('{deal}, {day}', { deal: this.#context.told(deal), day: dayValue(deal.closed) }),
        ),
      })),
      initialValues: deals.map(({ id }) => id),
      required: false,
      output: this.#output,
    });
    return this.#answered(answer);
  }

  async #select(message: Sayable, choices: readonly Choice[]): Promise<string> {
    const { say } = this.#context;
    const options = choices.map(({ value, label, hint }) => ({
      ...{ value, label: say(label) },
      ...(hint === undefined ? {} : { hint: say(hint) }),
    }));
    return this.#answered(
      await this.#prompts.select({ message: say(message), options, output: this.#output }),
    );
  }

  async #text(question: Sayable): Promise<string> {
    const message = this.#context.say(question);
    const validate = (text: string | undefined) => needsWords(text, this.#context);
    const answer = await this.#prompts.text({ message, validate, output: this.#output });
    return this.#answered(answer).trim();
  }

  async #day(question: Sayable, days: number): Promise<Day> {
    const { say } = this.#context;
    const message = say(question);
    const initialValue = addDays(this.#today, days);
    const dayIn = (text: string | undefined) => toDay((text ?? '').trim());
    const validate = (text: string | undefined) => {
      const day = dayIn(text);
      if (day === undefined) return say(said('Write it as {day}.', { day: initialValue }));
      return day < this.#today
        ? say(said('It lies before today, {today}.', { today: dayValue(this.#today) }))
        : undefined;
    };
    const answer = await this.#prompts.text({ message, initialValue, validate, output: this.#output });
    return dayIn(this.#answered(answer)) ?? initialValue;
  }

  #answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
    if (typeof answer === 'symbol') throw brokenOff();
    return answer as Exclude<Answer, symbol>;
  }

  #subject(id: string): Subject {
    return { id, version: this.#context.versionOf(id) };
  }
}
