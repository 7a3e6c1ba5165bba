// What `pipeline fix` asks once a person has chosen how to mend a finding. Enter, where nothing is proposed, goes back.

import type { Day } from '../base/day.ts';
import { asValue, type Sayable, said } from '../base/said.ts';
import { withCommas } from '../base/said-lists.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { activityChange, expectHappened } from '../entry/activity.ts';
import { isClosed } from '../entry/closed.ts';
import { fieldChanges, lostReason } from '../entry/fields.ts';
import { lackingIn } from '../entry/lacking.ts';
import type { Mend } from '../entry/mending.ts';
import { doneChanges, nextStepChange } from '../entry/next-step.ts';
import { unmetBy } from '../entry/stage-gate.ts';
import { lostChanges, moveChanges, wonChanges } from '../entry/stage-move.ts';
import { waiverChange } from '../entry/waiver.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { FixFinding } from '../report/fix.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { StageSettings } from '../workspace/settings.ts';
import { askLostReason } from './ask-entry.ts';
import { askField, askText } from './ask-field.ts';
import type { Entering } from './change-deals.ts';
import { brokenOff, yesOrNo } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

const BACK: Sayable = 'Enter: back';
const TODAY: Sayable = 'Enter: today';

/** Asks for one deal, by one finding. */
export class MendAsker {
  readonly #call: Call;
  readonly #finding: FixFinding;
  readonly #deal: Deal;
  readonly #entering: Entering;

  constructor(call: Call, finding: FixFinding, deal: Deal, entering: Entering) {
    this.#call = call;
    this.#finding = finding;
    this.#deal = deal;
    this.#entering = entering;
  }

  /**
   * The changes that the answers make; none where the person went back.
   * @throws Failure `interrupted` where they break off, and whatever the entry throws for what can't be
   */
  async changes(mend: Mend): Promise<readonly DealChange[]> {
    return this.#asks[mend]();
  }

  readonly #asks: Readonly<Record<Mend, () => Promise<readonly DealChange[]>>> = {
    close: () =>
      this.#field('close', isClosed(this.#deal) ? 'When did it end?' : 'When is it expected to close?'),
    created: () => this.#field('created', 'When was it created?'),
    currency: () => this.#field('currency', 'Which currency? (EUR)'),
    'next-step': () => askField(this.#call, 'next_step', this.#deal, this.#entering),
    owner: () => askField(this.#call, 'owner', this.#deal, this.#entering),
    'lost-reason': async () => this.#set('lost_reason', await this.#reason()),
    fields: () => this.#missing(),
    done: () => this.#done(),
    log: () => this.#log(this.#types('signs')),
    'log-any': () => this.#log(this.#types('all')),
    move: () => this.#move(),
    won: () => this.#won(),
    lost: async () => {
      const reason = lostReason(await this.#reason(), this.#entering);
      return lostChanges(this.#deal, { reason, on: await this.#on('When was it lost?') }, this.#entering);
    },
    waive: () => this.#waiver(this.#finding.rule),
    renew: () => this.#waiver(this.#overdueWaiver()),
    'take-out': async () => [{ kind: 'remove', key: 'waive' }],
  };

  async #field(key: string, message: Sayable): Promise<readonly DealChange[]> {
    const value = await this.#text(message, (given) => this.#set(key, given));
    return value === '' ? [] : this.#set(key, value);
  }

  #set(key: string, value: string): DealChange[] {
    return fieldChanges(this.#deal, { key, sign: '=', value }, this.#entering.understood, this.#entering);
  }

  async #missing(): Promise<readonly DealChange[]> {
    const { fields, activities } = lackingIn(this.#deal, this.#entering);
    const changes: DealChange[] = [];
    for (const field of fields) {
      changes.push(...(await askField(this.#call, field, this.#deal, this.#entering)));
    }
    return activities.length === 0 ? changes : [...changes, ...(await this.#log(activities))];
  }

  async #log(types: readonly string[]): Promise<readonly DealChange[]> {
    const note = await this.#text('What happened?');
    if (note === '') return [];
    const type = await this.#type(types);
    const on = await this.#on('When was it?');
    return [activityChange(this.#deal, { on, type, note }, this.#entering)];
  }

  async #done(): Promise<readonly DealChange[]> {
    const step = this.#deal.nextStep?.what ?? '';
    const note = await this.#text('What came of it?', undefined, step === '' ? BACK : 'Enter: as planned');
    if (note === '' && step === '') return [];
    const type = await this.#type(this.#types('signs'));
    const on = await this.#on('When was it?');
    const next = await this.#text('What is next?', undefined, 'Enter: nothing yet');
    const by = next === '' ? undefined : await this.#by(next);
    return doneChanges(
      this.#deal,
      { on, type, note: note === '' ? undefined : note, next: by === undefined ? undefined : next, by },
      this.#entering,
    );
  }

  async #by(what: string): Promise<Day | undefined> {
    const fresh = { ...this.#deal, nextStep: undefined };
    const day = (given: string) => this.#entering.understood.day(given, 'future');
    const step = (given: string) => nextStepChange(fresh, { what, by: day(given) }, this.#entering);
    const by = await this.#text('By when? (fri, +1w)', step, 'Enter: leave it out');
    return by === '' ? undefined : day(by);
  }

  async #move(): Promise<readonly DealChange[]> {
    const { stages } = this.#entering.settings.process;
    const others = stages.filter(({ id }) => id !== this.#deal.stage);
    const id = await this.#select('To which stage?', [
      ...others.map((stage) => ({ value: stage.id, label: stage.label })),
      { value: '', label: this.#call.say('Back') },
    ]);
    const to = others.find((stage) => stage.id === id);
    if (to === undefined) return [];
    const on = await this.#on('When did it enter it?');
    const asked = await this.#gate(to, on);
    return asked === undefined ? [] : moveChanges(this.#deal, to, { on, ...asked }, this.#entering);
  }

  async #won(): Promise<readonly DealChange[]> {
    const on = await this.#on('When was it won?');
    const asked = await this.#gate('won', on);
    return asked === undefined ? [] : wonChanges(this.#deal, { on, ...asked, amount: [] }, this.#entering);
  }

  /** What the process asks: which criteria are met, and why it is gone on without the rest. Undefined: back. */
  async #gate(to: StageSettings | 'won', on: Day) {
    const met: string[] = [];
    const unmet = () => {
      const checked = { ...this.#deal, checklist: [...this.#deal.checklist, ...met] };
      return unmetBy(checked, to, on, this.#entering.settings);
    };
    for (const { what, text } of unmet().filter(({ kind }) => kind === 'criterion')) {
      if (await this.#confirm(said('{what}: is that so?', { what: text }))) met.push(what);
    }
    const lacking = unmet().map(({ text }) => text);
    if (lacking.length === 0) return { met, exception: undefined };
    const why = await this.#text(
      said('Still in the way: {lacking}. Why go on all the same?', { lacking: asValue(withCommas(lacking)) }),
    );
    return why === '' ? undefined : { met, exception: why };
  }

  async #waiver(rule: RuleId): Promise<readonly DealChange[]> {
    const why = await this.#text('Why is it accepted?');
    if (why === '') return [];
    const waiver = (given: string) =>
      waiverChange(
        this.#deal,
        { rule, why, until: this.#entering.understood.day(given, 'future') },
        this.#entering,
      );
    const until = await this.#text('Until when? (+4w, end of Q1)', waiver);
    return until === '' ? [] : [waiver(until)];
  }

  /** The rule of the waiver that is over; the one that the finding points at. */
  #overdueWaiver(): RuleId {
    const over = this.#deal.waive.filter(({ until }) => until < this.#entering.today);
    const found = over.find(({ line }) => line === this.#finding.line) ?? over[0];
    return (found?.rule ?? this.#finding.rule) as RuleId;
  }

  #types(which: 'signs' | 'all'): readonly string[] {
    const { activityTypes, freshness } = this.#entering.settings;
    const signs = activityTypes.filter((type) => !freshness.notActivities.includes(type));
    return which === 'all' || signs.length === 0 ? activityTypes : signs;
  }

  async #type(types: readonly string[]): Promise<string> {
    const [only, another] = types;
    if (only !== undefined && another === undefined) return only;
    return this.#select(
      'What was it?',
      types.map((type) => ({ value: type, label: type })),
    );
  }

  #reason(): Promise<string> {
    return askLostReason(this.#call, this.#entering.settings.lostReasons);
  }

  async #on(message: Sayable): Promise<Day> {
    const { understood, today } = this.#entering;
    const day = (given: string) => expectPast(understood.day(given, 'past'), today);
    const given = await this.#text(
      said('{question} (yesterday, fri, 15.01)', { question: asValue(message) }),
      day,
      TODAY,
    );
    return given === '' ? today : day(given);
  }

  #text(message: Sayable, read: (given: string) => unknown = () => undefined, placeholder = BACK) {
    return askText(this.#call, message, read, placeholder);
  }

  async #select(message: Sayable, options: readonly { value: string; label: string }[]): Promise<string> {
    const { isCancel, select } = await import('@clack/prompts');
    const shown = options.map(({ value, label }) => ({ value, label: safeForTerminal(label) }));
    const answer = await select({
      message: this.#call.say(message),
      options: shown,
      maxItems: 10,
      output: screen(this.#call.io),
    });
    if (isCancel(answer)) throw brokenOff();
    return answer;
  }

  async #confirm(message: Sayable): Promise<boolean> {
    const { confirm, isCancel } = await import('@clack/prompts');
    const answer = await confirm({
      message: safeForTerminal(this.#call.say(message)),
      ...yesOrNo(this.#call),
      output: screen(this.#call.io),
    });
    if (isCancel(answer)) throw brokenOff();
    return answer;
  }
}

function expectPast(day: Day, today: Day): Day {
  expectHappened(day, today, 'Give the day on which it happened.');
  return day;
}
